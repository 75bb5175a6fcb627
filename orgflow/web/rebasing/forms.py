"""What is asked where a proposal's structure changed meanwhile."""

from flask import request
from flask_babel import lazy_gettext
from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired

from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.services.rebase_situation import Situation
from orgflow.services.rebasing import Answered
from orgflow.web.office_form import OfficeForm
from orgflow.web.rebasing.page import Typed
from orgflow.web.settings.rule_forms import KeptForm


class SettleForm(OfficeForm):
    """The answers to a proposal's questions; each question brings its own fields."""

    def answers(self) -> dict[str, Typed]:
        """Return what was chosen and written, by the questions' keys."""
        found: dict[str, Typed] = {}
        for name in request.form:
            kind, _, key = name.partition("-")
            if kind == "jawab" and request.form[name] in set(Choice):
                found[key] = Typed(request.form[name], request.form.get(f"catatan-{key}", ""))
        return found


class AdviceForm(KeptForm):
    """What Biro Organisasi thinks of a question that was put to it."""

    advice = RadioField(
        lazy_gettext("Apa saran Biro Organisasi?"),
        [DataRequired(lazy_gettext("Saran belum dipilih. Pilih salah satu."))],
        validate_choice=True,
    )
    note = TextAreaField(
        lazy_gettext("Jawaban untuk penyusun"),
        [DataRequired(lazy_gettext("Jawaban belum ditulis. Tulis satu atau dua kalimat."))],
        render_kw={"rows": 4},
    )


def answered(typed: dict[str, Typed], situation: Situation | None) -> tuple[Answered, ...]:
    """Return the answers that are new: one that only repeats what was said is none."""
    said = {}
    if situation is not None:
        said = {question.key: question.answer for question in situation.questions}
    found: list[Answered] = []
    for key, held in typed.items():
        before = said.get(key)
        if before is not None and (before.choice, before.note) == (held.choice, held.note.strip()):
            continue
        found.append(Answered(key, Choice(held.choice), held.note))
    return tuple(found)
