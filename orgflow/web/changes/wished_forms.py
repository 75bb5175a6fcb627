"""What is asked to derive operations: the wished-for state, and what is said of doubtful pairs."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString
from wtforms import FileField
from wtforms.validators import Optional

from orgflow.domain.changes.matching import Answers, Why
from orgflow.services.wished import Question
from orgflow.web.changes.asking.fields import Pick
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.uploads import TABLE

_WHY: Final[dict[Why, LazyString]] = {
    Why.CODE_ALONE: lazy_gettext("Kodenya sama, tetapi nama dan tempatnya berbeda."),
    Why.CODES_DIFFER: lazy_gettext("Nama dan tempatnya sama, tetapi kodenya berbeda."),
    Why.SAME_NAME_ELSEWHERE: lazy_gettext("Namanya sama, tempatnya berbeda."),
    Why.ALIKE_IN_PLACE: lazy_gettext("Tempatnya sama, namanya mirip."),
    Why.ALIKE_ELSEWHERE: lazy_gettext("Namanya mirip, tempatnya berbeda."),
    Why.ONLY_ONE_LEFT: lazy_gettext("Keduanya yang terakhir tersisa di tempat itu."),
}


class WishedForm(OfficeForm):
    """A file, or a day of the registry."""

    upload = FileField(
        lazy_gettext("Berkas susunan yang diinginkan (XLSX atau CSV)"),
        [Optional()],
        description=lazy_gettext(
            "Dalam bentuk yang sama dengan unduhan susunan: unduh, ubah di lembar kerja, lalu unggah di sini."
        ),
        render_kw={"accept": TABLE},
    )
    on = DayField(
        lazy_gettext("Atau susunan tercatat per tanggal"),
        [Optional()],
        description=lazy_gettext(
            "Untuk susunan yang sudah tercatat sebagai rencana. Tulis seperti 1 Januari 2027."
        ),
    )


class AnswersForm(OfficeForm):
    """Yes or no for each doubtful pair; whether they are only looked at or taken is the button's word."""


def answers_form(questions: Iterable[Question]) -> type[AnswersForm]:
    """Return a form with a yes or no for each pair."""
    lines = [
        ("ya", lazy_gettext("Ya, sama")),
        ("tidak", lazy_gettext("Tidak, yang satu berakhir dan yang lain baru")),
    ]
    asked = {
        field_of(number): Pick(
            gettext("Apakah “%(before)s” menjadi “%(after)s”?", before=one.before, after=one.after),
            choices=lines,
            default="ya" if one.is_one else "tidak",
            description=_WHY[one.doubt.why],
        )
        for number, one in enumerate(questions)
    }
    return type("AnswersFormOfPairs", (AnswersForm,), asked)


def field_of(number: int) -> str:
    """Return the name of a pair's field."""
    return f"pasangan{number}"


def said_in(typed: Iterable[tuple[str, str]], questions: Iterable[Question]) -> Answers:
    """Return what was said of the pairs."""
    said = dict(typed)
    found = {}
    for number, one in enumerate(questions):
        answer = said.get(field_of(number))
        if answer in ("ya", "tidak"):
            found[one.doubt.thing, one.doubt.from_id, one.doubt.to_id] = answer == "ya"
    return found


def twice_said(answers: Answers, questions: Iterable[Question]) -> str:
    """Return the field in which something is said to be one with a second thing; empty when nowhere."""
    seen: set[UUID] = set()
    for number, one in enumerate(questions):
        doubt = one.doubt
        if answers.get((doubt.thing, doubt.from_id, doubt.to_id)):
            if seen.intersection((doubt.from_id, doubt.to_id)):
                return field_of(number)
            seen.update((doubt.from_id, doubt.to_id))
    return ""
