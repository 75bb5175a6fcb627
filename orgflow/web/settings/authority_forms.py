"""What is asked of whoever keeps mandates and the rules of signing."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from orgflow.domain.calendar import parse_date
from orgflow.domain.letters.authority import Mandate, SigningKind, SigningPost, SigningRole
from orgflow.domain.letters.authority_rules import (
    LONGEST_MONTHS,
    WEIGHTS,
    Severity,
    SigningRule,
    SigningRuleCode,
)
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.mandates import MandateTerms
from orgflow.web.office_form import DayField, day_text
from orgflow.web.sentences.signing import SIGNING_KINDS, SIGNING_ROLES
from orgflow.web.settings.authority_words import CAPACITIES, choices_of, last_day_of
from orgflow.web.settings.authority_words import WEIGHTS as WEIGHT_WORDS
from orgflow.web.settings.rule_forms import KeptForm


class TickedField(SelectMultipleField):
    """Several of a list, each ticked."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class GrantForm(KeptForm):
    """Who signs in whose name, what, and how long."""

    giver = SelectField(lazy_gettext("Yang memberi mandat"))
    receiver = SelectField(
        lazy_gettext("Yang menandatangani"),
        description=lazy_gettext(
            "Satu tingkat di bawah pemberi mandat menandatangani atas nama (a.n.), dua tingkat untuk beliau"
            " (u.b.)."
        ),
    )
    kinds = TickedField(
        lazy_gettext("Untuk naskah"),
        [Optional()],
        description=lazy_gettext("Tanpa pilihan: semua naskah yang dapat diwakilkan."),
    )
    valid_from = DayField(
        lazy_gettext("Sejak tanggal"), [InputRequired(lazy_gettext("Tulis tanggal mulai mandat."))]
    )
    last_day = DayField(
        lazy_gettext("Sampai dengan"),
        [Optional()],
        description=lazy_gettext("Hari terakhir mandat berlaku; kosongkan bila belum ditentukan."),
    )
    letter = StringField(
        lazy_gettext("Nomor dan tanggal surat mandat"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui; tidak perlu dikarang."),
    )
    source = StringField(
        lazy_gettext("Sumber"), [InputRequired(lazy_gettext("Tulis dari mana mandat ini diketahui."))]
    )
    is_verified = BooleanField(lazy_gettext("Surat mandatnya sudah dibaca dan cocok"))

    def offer(
        self,
        posts: Iterable[SigningPost],
        kept: frozenset[SigningKind],
        held: Mapping[str, str] | None = None,
    ) -> None:
        """Offer the posts, those that a mandate names already, and the kinds that may be signed on behalf."""
        lines = {post.key: post.title for post in posts}
        for key, title in (held or {}).items():
            lines.setdefault(key, title or gettext("jabatan yang sudah tidak ada"))
        self.giver.choices = list(lines.items())
        self.receiver.choices = list(lines.items())
        self.kinds.choices = choices_of(
            {code: said for code, said in SIGNING_KINDS.items() if SigningKind(code) not in kept}
        )

    def terms(self) -> MandateTerms:
        """Return what was typed.

        Raises:
            DateUnreadable: no first day was typed.
        """
        return MandateTerms(
            giver=UUID(self.giver.data),
            receiver=UUID(self.receiver.data),
            kinds=tuple(SigningKind(code) for code in self.kinds.data or ()),
            valid_from=parse_date(self.valid_from.data or "", field="valid_from"),
            last_day=self.last_day.day,
            letter=self.letter.data or "",
            source=self.source.data or "",
            is_verified=bool(self.is_verified.data),
        )


class EndForm(KeptForm):
    """Until when a mandate holds, and why no longer."""

    last_day = DayField(
        lazy_gettext("Hari terakhir berlaku"),
        [InputRequired(lazy_gettext("Tulis hari terakhir mandat berlaku."))],
    )
    reason = StringField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasan mengakhiri mandat ini."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )

    def typed_day(self) -> date:
        """Return the last day that was typed.

        Raises:
            DateUnreadable: none was.
        """
        return parse_date(self.last_day.data or "", field="last_day")


class SigningRuleForm(KeptForm):
    """What a rule of signing applies to, how much it weighs, and where it stands."""

    kinds = TickedField(lazy_gettext("Berlaku bagi naskah"), [Optional()])
    capacities = TickedField(lazy_gettext("Berlaku bagi"), [Optional()])
    roles = TickedField(lazy_gettext("Yang boleh menandatangani"), [Optional()])
    months = IntegerField(
        lazy_gettext("Paling lama, dalam bulan"),
        [
            InputRequired(lazy_gettext("Tulis lamanya dengan angka.")),
            NumberRange(1, LONGEST_MONTHS, lazy_gettext("Tulis angka dari 1 sampai 120.")),
        ],
    )
    severity = SelectField(lazy_gettext("Akibatnya"))
    citation = TextAreaField(
        lazy_gettext("Dasar dan sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana aturan ini diketahui."))],
        description=lazy_gettext(
            "Peraturan dengan pasalnya bila sudah dibaca; bila belum, dari mana diketahui."
        ),
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Dasarnya sudah dibaca dan cocok"))

    def suit(self, code: SigningRuleCode) -> None:
        """Ask only what a rule of this code says."""
        for name in ("kinds", "capacities", "roles", "months"):
            if name not in _ASKED[code]:
                del self[name]
        offered = {
            "kinds": choices_of(SIGNING_KINDS),
            "capacities": choices_of({kind: str(said) for kind, said in CAPACITIES.items()}),
            "roles": choices_of(SIGNING_ROLES),
        }
        for item in self:
            if isinstance(item, TickedField):
                item.choices = offered[item.short_name]
        self.severity.choices = [(str(one), str(WEIGHT_WORDS[one])) for one in WEIGHTS[code]]

    def rule(self, code: SigningRuleCode) -> SigningRule:
        """Return the rule that was typed."""
        return SigningRule(
            code=code,
            citation=self.citation.data or "",
            is_verified=bool(self.is_verified.data),
            severity=Severity(self.severity.data),
            kinds=tuple(SigningKind(one) for one in self._ticked("kinds")),
            capacities=tuple(AppointmentKind(one) for one in self._ticked("capacities")),
            roles=tuple(SigningRole(one) for one in self._ticked("roles")),
            months=self.months.data if "months" in self else None,
        )

    def _ticked(self, name: str) -> tuple[str, ...]:
        return tuple(self[name].data or ()) if name in self else ()


_ASKED: Final[Mapping[SigningRuleCode, tuple[str, ...]]] = {
    SigningRuleCode.STRATEGIC_DECISION: ("kinds", "capacities"),
    SigningRuleCode.TERM_TOO_LONG: ("capacities", "months"),
    SigningRuleCode.APPOINTMENT_LETTER_MISSING: ("capacities",),
    SigningRuleCode.MANDATE_LETTER_MISSING: (),
    SigningRuleCode.NOT_ON_BEHALF: ("kinds",),
    SigningRuleCode.KEPT_TO: ("kinds", "roles"),
}


def grant_values(mandate: Mandate) -> dict[str, object]:
    """Return a mandate as the values of its form."""
    return {
        "giver": mandate.giver,
        "receiver": mandate.receiver,
        "kinds": [str(kind) for kind in mandate.kinds],
        "valid_from": day_text(mandate.valid_from),
        "last_day": day_text(last_day_of(mandate)),
        "letter": mandate.letter or "",
        "source": mandate.source,
        "is_verified": mandate.is_verified,
    }


def rule_values(rule: SigningRule) -> dict[str, object]:
    """Return a rule as the values of its form."""
    return {
        "kinds": [str(kind) for kind in rule.kinds],
        "capacities": [str(kind) for kind in rule.capacities],
        "roles": [str(role) for role in rule.roles],
        "months": rule.months,
        "severity": str(rule.severity),
        "citation": rule.citation,
        "is_verified": rule.is_verified,
    }
