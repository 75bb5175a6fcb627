"""What is asked of a day of commencement, of a decision before it, and of a task after it."""

from collections.abc import Mapping, Sequence
from typing import Final

from flask import request
from flask_babel import lazy_gettext
from wtforms import BooleanField, FileField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.changes.rebase_conflicts import DECIDED
from orgflow.domain.proposals.follow_up import FollowUpNews, FollowUpState
from orgflow.services.follow_ups import TaskView
from orgflow.web.commencing.words import STATES
from orgflow.web.office_form import DayField, OfficeForm, day_text
from orgflow.web.rebasing.page import Typed
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import PDF

_DAY_HINT: Final = lazy_gettext("Tulis tanggal seperti 1 Januari 2027.")
_NO_DAY: Final = lazy_gettext("Tanggalnya belum diisi. Tulis tanggal seperti 1 Januari 2027.")
_EARLY: Final = lazy_gettext("Alasan bila mendahului hari pengundangan")


class SetDayForm(KeptForm):
    """The day on which a regulation commences, now that it is known."""

    effective_on = DayField(
        lazy_gettext("Hari mulai berlaku"), [DataRequired(_NO_DAY)], description=_DAY_HINT
    )
    early_reason = TextAreaField(_EARLY, [Optional()], render_kw={"rows": 2})


class CorrectDayForm(KeptForm):
    """The day that should have been recorded, and why the recorded one was wrong."""

    effective_on = DayField(
        lazy_gettext("Hari mulai berlaku yang benar"), [Optional()], description=_DAY_HINT
    )
    is_unknown = BooleanField(lazy_gettext("Harinya ternyata belum diketahui"))
    reason = TextAreaField(
        lazy_gettext("Alasan ralat"),
        [DataRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        render_kw={"rows": 3},
    )

    def validate(self, extra_validators: Mapping[str, Sequence[object]] | None = None) -> bool:
        """Say whether a day, or that it is unknown, was given; what is missing stands beside its field."""
        is_valid = super().validate(extra_validators)
        says_unknown = "is_unknown" in self and bool(self.is_unknown.data)
        if is_valid and not says_unknown and self.effective_on.day is None:
            self.effective_on.errors = [*self.effective_on.errors, str(_NO_DAY)]
            return False
        return is_valid


class DecideForm(OfficeForm):
    """The decisions before a commencement; each question brings its own fields."""

    def decisions(self) -> dict[str, Typed]:
        """Return what was chosen and written, by the questions' keys."""
        found: dict[str, Typed] = {}
        for name in request.form:
            kind, _, key = name.partition("-")
            if kind == "putusan" and request.form[name] in {str(choice) for choice in DECIDED}:
                found[key] = Typed(request.form[name], request.form.get(f"alasan-{key}", ""))
        return found


class FollowUpForm(KeptForm):
    """How far a task is."""

    state = RadioField(
        lazy_gettext("Sampai mana?"),
        [DataRequired(lazy_gettext("Pilih sampai mana hal ini."))],
        choices=[(str(state), words) for state, words in STATES.items()],
    )
    who = StringField(lazy_gettext("Dikerjakan oleh"), [Optional()], render_kw={"autocomplete": "off"})
    acted_on = DayField(
        lazy_gettext("Tanggal selesai"),
        [Optional()],
        description=lazy_gettext("Diisi bila sudah selesai, misalnya 4 Januari 2027."),
    )
    note = TextAreaField(lazy_gettext("Catatan"), [Optional()], render_kw={"rows": 2})
    reason = TextAreaField(lazy_gettext("Alasan bila tidak perlu"), [Optional()], render_kw={"rows": 2})
    document = FileField(
        lazy_gettext("Dokumen (PDF)"),
        [Optional()],
        description=lazy_gettext("Boleh dikosongkan; misalnya berita acara pengukuhan."),
        render_kw={"accept": PDF},
    )

    def news(self) -> FollowUpNews:
        """Return what was told.

        Raises:
            DateUnreadable, DateImpossible, YearOutOfRange.
        """
        return FollowUpNews(
            FollowUpState(self.state.data),
            self.who.data or "",
            self.acted_on.day,
            self.note.data or "",
            self.reason.data or "",
        )


def values_of(view: TaskView) -> dict[str, object]:
    """Return what is told of a task already."""
    task = view.task
    return {
        "state": str(task.state),
        "who": task.who,
        "acted_on": day_text(task.acted_on),
        "note": task.note,
        "reason": task.reason,
    }
