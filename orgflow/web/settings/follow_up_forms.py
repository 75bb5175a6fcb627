"""What is asked of the tasks that follow a commencement, and of what bars inaugurations."""

from typing import Final

from flask_babel import lazy_gettext
from wtforms import BooleanField, IntegerField, SelectMultipleField, StringField, TextAreaField, widgets
from wtforms.validators import InputRequired, NumberRange, Optional

from orgflow.domain.proposals.follow_up import ChangeKind, FollowUpRule
from orgflow.web.commencing.words import KINDS
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.settings.rule_forms import KeptForm

_SOURCE: Final = lazy_gettext("Dasar dan sumbernya")
_READ: Final = lazy_gettext("Dasarnya sudah dibaca dan cocok")


class TaskRuleForm(KeptForm):
    """A task that new lists have."""

    title = StringField(
        lazy_gettext("Yang dikerjakan"), [InputRequired(lazy_gettext("Tulis yang dikerjakan."))]
    )
    usual = StringField(
        lazy_gettext("Biasanya oleh"), [InputRequired(lazy_gettext("Tulis siapa yang biasanya."))]
    )
    kinds = SelectMultipleField(
        lazy_gettext("Sesudah perubahan apa?"),
        choices=[(str(kind), words) for kind, words in KINDS.items()],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    basis = TextAreaField(_SOURCE, [Optional()], render_kw={"rows": 3})
    is_verified = BooleanField(_READ)
    is_active = BooleanField(lazy_gettext("Dipakai pada daftar yang baru"))

    def rule(self) -> FollowUpRule:
        """Return the rule that was typed; its code is not asked."""
        return FollowUpRule(
            "",
            self.title.data or "",
            self.usual.data or "",
            frozenset(map(ChangeKind, self.kinds.data or ())),
            self.basis.data or "",
            bool(self.is_verified.data),
            bool(self.is_active.data),
        )


class InaugurationRuleForm(KeptForm):
    """Where a rule on inaugurations stands."""

    months = IntegerField(
        lazy_gettext("Berapa bulan sebelum penetapan calon"),
        [
            InputRequired(lazy_gettext("Tulis banyaknya bulan dengan angka.")),
            NumberRange(0, 60, lazy_gettext("Tulis angka dari 0 sampai 60.")),
        ],
    )
    citation = TextAreaField(
        _SOURCE, [InputRequired(lazy_gettext("Tulis dari mana aturan ini diketahui."))], render_kw={"rows": 3}
    )
    is_verified = BooleanField(_READ)


class ElectionForm(OfficeForm):
    """The days of the next election of the head of region."""

    candidates_on = DayField(
        lazy_gettext("Tanggal penetapan calon"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui."),
    )
    term_ends_on = DayField(
        lazy_gettext("Akhir masa jabatan"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui."),
    )
