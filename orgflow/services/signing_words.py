"""Mandates and rules of signing as one line each, for the history."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.authority import PREFIXES, Mandate, MandateForm, SigningKind, SigningRole
from orgflow.domain.letters.authority_rules import Severity, SigningRule, SigningRuleCode

_KINDS: Final[Mapping[SigningKind, str]] = {
    SigningKind.REGULATION: "Peraturan Gubernur",
    SigningKind.DECREE: "Keputusan Gubernur",
    SigningKind.PROMULGATION: "pengundangan",
    SigningKind.PROPOSAL: "surat usulan",
    SigningKind.MINISTRY_ANSWER: "jawaban kepada Kementerian",
    SigningKind.LETTER: "surat dinas",
    SigningKind.ASSIGNMENT: "surat tugas",
    SigningKind.INTERNAL: "naskah intern",
}
_ROLES: Final[Mapping[SigningRole, str]] = {
    SigningRole.GOVERNOR: "Gubernur",
    SigningRole.DEPUTY_GOVERNOR: "Wakil Gubernur",
    SigningRole.SECRETARY: "Sekretaris Daerah",
    SigningRole.ASSISTANT: "Asisten",
    SigningRole.BUREAU_HEAD: "Kepala Biro",
    SigningRole.AGENCY_HEAD: "Kepala Perangkat Daerah",
    SigningRole.OTHER: "pejabat lain",
}
_FORMS: Final[Mapping[MandateForm, str]] = {
    MandateForm.ON_BEHALF: "a.n.",
    MandateForm.BY_DELEGATION: "u.b.",
}
_RULES: Final[Mapping[SigningRuleCode, str]] = {
    SigningRuleCode.STRATEGIC_DECISION: "Tidak mengambil keputusan strategis",
    SigningRuleCode.TERM_TOO_LONG: "Masa penunjukan terbatas",
    SigningRuleCode.APPOINTMENT_LETTER_MISSING: "Penunjukan dibuktikan dengan suratnya",
    SigningRuleCode.MANDATE_LETTER_MISSING: "Mandat dibuktikan dengan suratnya",
    SigningRuleCode.NOT_ON_BEHALF: "Tidak diwakilkan",
    SigningRuleCode.KEPT_TO: "Ditandatangani pejabat tertentu saja",
}
_WEIGHTS: Final[Mapping[Severity, str]] = {
    Severity.WARNS: "diperingatkan",
    Severity.NEEDS_REASON: "perlu alasan",
    Severity.REFUSES: "ditolak",
}


def mandate_words(mandate: Mandate, signer: str, giver: str) -> str:
    """Return a mandate as one line; the posts by their titles."""
    kinds = _listed(_KINDS[kind] for kind in mandate.kinds) or "semua yang dapat diwakilkan"
    until = (
        f" sampai dengan {format_date(mandate.valid_to - timedelta(days=1))}"
        if mandate.valid_to is not None
        else ""
    )
    return (
        f"{signer} {_FORMS[mandate.form]} {giver}: {kinds}; sejak {format_date(mandate.valid_from)}{until};"
        f" surat: {mandate.letter or 'belum diisi'}; sumber: {mandate.source} ({_trust(mandate.is_verified)})"
    )


def signing_rule_words(rule: SigningRule) -> str:
    """Return a rule as one line."""
    reach = [
        _listed(_KINDS[kind] for kind in rule.kinds),
        _listed(PREFIXES[kind].strip() or "definitif" for kind in rule.capacities),
        _listed(_ROLES[role] for role in rule.roles),
        f"paling lama {rule.months} bulan" if rule.months is not None else "",
        _WEIGHTS[rule.severity],
    ]
    said = "; ".join(part for part in (_RULES[rule.code], *reach) if part)
    return f"{said}; dasar: {rule.citation} ({_trust(rule.is_verified)})"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _trust(is_verified: bool) -> str:
    return "sudah diverifikasi" if is_verified else "belum diverifikasi"
