"""What is asked of whoever keeps the rules of structure and the kinds of unit."""

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.guideline import DEEPEST_LEVEL
from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.domain.organisation.rules import (
    LARGEST_AMOUNT,
    EchelonOf,
    MaximumBelow,
    NeedsPerda,
    StructureRule,
)
from orgflow.web.office_form import OfficeForm

STANDINGS: Final = {
    Standing.LINE: lazy_gettext("Di bawah atasannya, dengan garis komando"),
    Standing.ADVISORY: lazy_gettext("Di samping atasannya, dengan garis koordinasi"),
    Standing.FUNCTIONAL: lazy_gettext("Di samping, sebagai kelompok jabatan fungsional"),
}
"""How a kind's units stand to their superior, in the words of a chart."""


class KeptForm(OfficeForm):
    """A form whose record others may have changed meanwhile."""

    is_stale = False

    @property
    def status(self) -> int:
        """409 when somebody else saved first, else as every form's."""
        return 409 if self.is_stale else super().status

    def go_on_from(self, revision: int, sentence: str) -> None:
        """Say that somebody saved first; what was typed stays and is saved upon that next time."""
        self.is_stale = True
        self.form_errors.append(sentence)
        self.seen_revision.data = str(revision)


class CitedForm(KeptForm):
    """Where a rule is said to stand, and whether that was looked up."""

    kind_code = SelectField(lazy_gettext("Jenis unit"))
    citation = TextAreaField(
        lazy_gettext("Dasar dan sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana aturan ini diketahui."))],
        description=lazy_gettext(
            "Peraturan dengan pasalnya bila sudah dibaca; bila belum, dari mana diketahui."
        ),
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Dasarnya sudah dibaca dan cocok"))

    def offer(self, kinds: Mapping[str, UnitKind]) -> None:
        """Offer the kinds of unit, the highest first."""
        ordered = sorted(kinds.values(), key=lambda kind: (kind.level, kind.name))
        self.kind_code.choices = [(kind.code, kind.name) for kind in ordered]


class RuleForm(CitedForm):
    """A rule of one form."""

    def rule(self) -> StructureRule:
        """Return the rule that was typed."""
        return NeedsPerda(
            kind_code=self.kind_code.data,
            citation=self.citation.data or "",
            is_verified=bool(self.is_verified.data),
        )


class MaximumForm(RuleForm):
    """How many units of one kind may stand under one of another."""

    below_kind_code = SelectField(lazy_gettext("Jenis unit di bawahnya"))
    amount = IntegerField(
        lazy_gettext("Paling banyak"),
        [
            InputRequired(lazy_gettext("Tulis banyaknya dengan angka.")),
            NumberRange(1, LARGEST_AMOUNT, lazy_gettext("Tulis angka dari 1 sampai 999.")),
        ],
    )

    def offer(self, kinds: Mapping[str, UnitKind]) -> None:
        """Offer the kinds of unit, the highest first."""
        super().offer(kinds)
        self.below_kind_code.choices = self.kind_code.choices

    def rule(self) -> StructureRule:
        """Return the limit that was typed."""
        return MaximumBelow(
            kind_code=self.kind_code.data,
            below_kind_code=self.below_kind_code.data,
            amount=self.amount.data or 0,
            citation=self.citation.data or "",
            is_verified=bool(self.is_verified.data),
        )


class EchelonForm(RuleForm):
    """The echelon of a kind's head."""

    echelon = StringField(
        lazy_gettext("Eselon"),
        [InputRequired(lazy_gettext("Tulis eselonnya, seperti II.b."))],
        description=lazy_gettext("Seperti II.b atau III.a."),
    )

    def rule(self) -> StructureRule:
        """Return the echelon that was typed."""
        return EchelonOf(
            kind_code=self.kind_code.data,
            echelon=self.echelon.data or "",
            citation=self.citation.data or "",
            is_verified=bool(self.is_verified.data),
        )


class GuidelineForm(CitedForm):
    """A name that the ministry's guideline gives."""

    name = StringField(
        lazy_gettext("Nama menurut pedoman"), [InputRequired(lazy_gettext("Tulis nama menurut pedoman."))]
    )
    counterpart_of = StringField(
        lazy_gettext("Nama unit itu di sini sekarang"),
        [Optional()],
        description=lazy_gettext("Isi bila di sini namanya lain, supaya keduanya dapat dibandingkan."),
    )

    def guideline_name(self) -> GuidelineName:
        """Return the name that was typed."""
        return GuidelineName(
            self.kind_code.data,
            self.name.data or "",
            self.counterpart_of.data or None,
            self.citation.data or "",
            bool(self.is_verified.data),
        )


class RemovalForm(KeptForm):
    """Why a rule is removed."""

    reason = StringField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasan menghapus aturan ini."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )


class KindForm(KeptForm):
    """What a kind of unit is."""

    code = StringField(
        lazy_gettext("Kode"),
        [InputRequired(lazy_gettext("Tulis kodenya, seperti uptd."))],
        description=lazy_gettext("Dipakai dalam berkas impor dan tidak dapat diubah lagi; misalnya uptd."),
        render_kw={"autocapitalize": "none", "spellcheck": "false"},
    )
    name = StringField(lazy_gettext("Nama jenis"), [InputRequired(lazy_gettext("Tulis nama jenisnya."))])
    level = IntegerField(
        lazy_gettext("Tingkat"),
        [
            InputRequired(lazy_gettext("Tulis tingkatnya dengan angka.")),
            NumberRange(0, DEEPEST_LEVEL, lazy_gettext("Tulis tingkat dari 0 sampai 20.")),
        ],
        description=lazy_gettext(
            "0 untuk pemerintah daerah itu sendiri; yang di bawah bertingkat lebih besar."
        ),
    )
    head_title = StringField(
        lazy_gettext("Sebutan kepalanya"),
        [InputRequired(lazy_gettext("Tulis sebutan kepalanya, seperti Kepala {unit}."))],
        description=lazy_gettext("{unit} diganti nama unitnya, misalnya Kepala {unit}."),
    )
    may_propose = BooleanField(lazy_gettext("Menyusun usulan sendiri"))
    is_agency = BooleanField(lazy_gettext("Perangkat daerah di luar Sekretariat Daerah"))
    standing = SelectField(
        lazy_gettext("Kedudukan pada bagan"),
        choices=[(str(standing), words) for standing, words in STANDINGS.items()],
    )

    def kind(self, code: str) -> UnitKind:
        """Return the kind that was typed."""
        return UnitKind(
            code,
            self.name.data or "",
            self.level.data or 0,
            self.head_title.data or "",
            may_propose=bool(self.may_propose.data),
            is_agency=bool(self.is_agency.data),
            standing=Standing(self.standing.data),
        )


FORMS: dict[str, type[RuleForm]] = {"batas": MaximumForm, "eselon": EchelonForm, "perda": RuleForm}
"""By the word in the address."""


def form_word(rule: StructureRule) -> str:
    """Return the address's word for a rule's form."""
    match rule:
        case MaximumBelow():
            return "batas"
        case EchelonOf():
            return "eselon"
        case NeedsPerda():
            return "perda"


def values_of(rule: StructureRule) -> dict[str, object]:
    """Return a rule as the values of its form."""
    values: dict[str, object] = {
        "kind_code": rule.kind_code,
        "citation": rule.citation,
        "is_verified": rule.is_verified,
    }
    match rule:
        case MaximumBelow(below_kind_code=below, amount=amount):
            return values | {"below_kind_code": below, "amount": amount}
        case EchelonOf(echelon=echelon):
            return values | {"echelon": echelon}
        case NeedsPerda():
            return values
