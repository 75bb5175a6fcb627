"""The form of what people tell of a document: one field a detail, as its kind asks them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from flask_babel import lazy_gettext
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.details import DETAILS, DetailAsked, DetailForm, Details
from orgflow.domain.letters.kinds import KIND_RULES, LetterKind, Signatory
from orgflow.web.letters.forms import LetterForm
from orgflow.web.letters.kind_words import DETAIL_WORDS, SIGNATORIES
from orgflow.web.office_form import DayField

_ROWS: Final = {DetailForm.LINES: 4, DetailForm.GROUPS: 4, DetailForm.ROWS: 5}


@lru_cache(maxsize=len(LetterKind))
def telling_form(kind: LetterKind) -> type[LetterForm]:
    """Return the form of a kind's details, with the choice of who signs where there is one."""
    fields: dict[str, object] = {asked.key: _field(asked) for asked in DETAILS[kind]}
    signatories = KIND_RULES[kind].signatories
    if len(signatories) > 1:
        fields["signatory"] = SelectField(
            lazy_gettext("Ditandatangani oleh"),
            choices=[(str(one), SIGNATORIES[one]) for one in signatories],
        )
    return type("TellingForm", (LetterForm,), fields)


def told_by(form: LetterForm, kind: LetterKind) -> dict[str, str]:
    """Return what was typed, by the detail's key."""
    return {asked.key: _typed(form[asked.key], asked) for asked in DETAILS[kind]}


def signatory_in(form: LetterForm) -> Signatory | None:
    """Return who was chosen to sign; None where there is no choice."""
    if "signatory" not in form or not form["signatory"].data:
        return None
    return Signatory(form["signatory"].data)


def as_shown(kind: LetterKind, details: Details) -> Mapping[str, object]:
    """Return what was told, as its fields show it."""
    return {asked.key: _shown(asked, details) for asked in DETAILS[kind]}


def _field(asked: DetailAsked) -> object:
    label, hint = DETAIL_WORDS[asked.key]
    told = hint if hint is not None else ""
    match asked.form:
        case DetailForm.LINE:
            return StringField(label, [Optional()], description=told)
        case DetailForm.DAY:
            return DayField(label, [Optional()], description=told)
        case DetailForm.FLAG:
            return BooleanField(label, description=told)
        case DetailForm.LINES | DetailForm.GROUPS | DetailForm.ROWS:
            return TextAreaField(label, [Optional()], description=told, render_kw={"rows": _ROWS[asked.form]})


def _typed(field: Field, asked: DetailAsked) -> str:
    if asked.form is DetailForm.FLAG:
        return "1" if field.data else ""
    return field.data or ""


def _shown(asked: DetailAsked, details: Details) -> object:
    if asked.form is DetailForm.DAY:
        day = details.day(asked.key)
        return format_date(day) if day is not None else ""
    if asked.form is DetailForm.FLAG:
        return details.flag(asked.key)
    return details.given.get(asked.key, "")
