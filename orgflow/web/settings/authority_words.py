"""Who signs, mandates, rules and findings of signing, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.authority import PREFIXES, Mandate
from orgflow.domain.letters.authority_rules import (
    FindingCode,
    Severity,
    SigningFinding,
    SigningRule,
    SigningRuleCode,
)
from orgflow.domain.letters.facts import Gap
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.signing_pages import MandateShown, SignerToday
from orgflow.web.messages import message_for
from orgflow.web.sentences.signing import MANDATE_FORMS, SIGNING_KINDS, SIGNING_ROLES

CAPACITIES: Final[dict[AppointmentKind, LazyString | str]] = {
    kind: prefix.strip() or lazy_gettext("pejabat definitif") for kind, prefix in PREFIXES.items()
}
WEIGHTS: Final[dict[Severity, LazyString]] = {
    Severity.WARNS: lazy_gettext("Diperingatkan"),
    Severity.NEEDS_REASON: lazy_gettext("Boleh diteruskan dengan alasan yang dicatat"),
    Severity.REFUSES: lazy_gettext("Ditolak"),
}
_GAPS: Final[dict[str, LazyString]] = {
    "signatory_name": lazy_gettext("nama belum diisi"),
    "signatory_plain_name": lazy_gettext("nama tanpa gelar belum diisi"),
    "signatory_rank": lazy_gettext("pangkat/golongan belum diisi"),
    "signatory_nip": lazy_gettext("NIP belum diisi"),
}
_FOUND: Final[Mapping[SigningRuleCode | FindingCode, LazyString]] = {
    SigningRuleCode.STRATEGIC_DECISION: lazy_gettext(
        "%(name)s bertindak sebagai %(capacity)s, yang tidak berwenang mengambil keputusan strategis atas"
        " organisasi; berlaku bagi %(kind)s."
    ),
    SigningRuleCode.TERM_TOO_LONG: lazy_gettext(
        "%(name)s menjadi %(capacity)s %(post)s sejak %(since)s, lebih dari %(months)s bulan."
    ),
    SigningRuleCode.APPOINTMENT_LETTER_MISSING: lazy_gettext(
        "Surat penunjukan %(name)s sebagai %(capacity)s %(post)s belum diisi."
    ),
    SigningRuleCode.MANDATE_LETTER_MISSING: lazy_gettext(
        "Surat yang menjadi dasar mandat sejak %(since)s belum diisi."
    ),
    SigningRuleCode.NOT_ON_BEHALF: lazy_gettext("Tanda tangan pada %(kind)s lazimnya tidak diwakilkan."),
    SigningRuleCode.KEPT_TO: lazy_gettext(
        "%(post)s lazimnya tidak menandatangani %(kind)s dengan namanya sendiri."
    ),
    FindingCode.MANDATE_UNVERIFIED: lazy_gettext("Mandat sejak %(since)s belum diverifikasi."),
    FindingCode.PLACE_UNVERIFIED: lazy_gettext("Kedudukan %(post)s dalam susunan belum diverifikasi."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a signature block; a gap is told in words."""

    text: str
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Something said of a signature, with where it is said to stand."""

    state: str
    text: str
    citation: str
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class SignerRow:
    """A post, the block as it is printed today, and what speaks against it."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def signer_row(signer: SignerToday) -> SignerRow:
    """Return how a post signs today, or why nobody does."""
    if signer.signed is None:
        why = message_for(signer.refusal) if signer.refusal is not None else ""
        return SignerRow(signer.post.title, (), (Note("bad", why, "", is_unsure=False),))
    block = signer.signed.block
    pieces = (*block.title_lines, block.name, block.rank, block.nip)
    lines = tuple(
        Line(str(_GAPS[piece.key]), is_blank=True) if isinstance(piece, Gap) else Line(piece, is_blank=False)
        for piece in pieces
        if piece is not None
    )
    return SignerRow(signer.post.title, lines, tuple(note_of(one) for one in signer.signed.findings))


def note_of(finding: SigningFinding) -> Note:
    """Return a finding as a note."""
    return Note("yours", finding_sentence(finding), finding.citation.rstrip("."), not finding.is_verified)


def finding_sentence(finding: SigningFinding) -> str:
    """Return what speaks against a signature, as one sentence."""
    return str(_FOUND[finding.code]) % {name: _fact(name, fact) for name, fact in finding.facts.items()}


def rule_sentence(rule: SigningRule) -> str:
    """Return a rule as one sentence."""
    kinds = _joined(gettext(SIGNING_KINDS[kind]) for kind in rule.kinds)
    capacities = _joined(str(CAPACITIES[kind]) for kind in rule.capacities)
    roles = _joined(gettext(SIGNING_ROLES[role]) for role in rule.roles)
    match rule.code:
        case SigningRuleCode.STRATEGIC_DECISION:
            return gettext(
                "%(capacities)s tidak mengambil keputusan tentang organisasi dengan %(kinds)s.",
                capacities=capacities or gettext("Siapa pun"),
                kinds=kinds or gettext("naskah apa pun"),
            )
        case SigningRuleCode.TERM_TOO_LONG:
            return gettext(
                "%(capacities)s menjabat paling lama %(months)s bulan.",
                capacities=capacities or gettext("Siapa pun"),
                months=rule.months or 0,
            )
        case SigningRuleCode.APPOINTMENT_LETTER_MISSING:
            return gettext(
                "Penunjukan %(capacities)s dibuktikan dengan suratnya.",
                capacities=capacities or gettext("siapa pun"),
            )
        case SigningRuleCode.MANDATE_LETTER_MISSING:
            return gettext("Mandat dibuktikan dengan suratnya.")
        case SigningRuleCode.NOT_ON_BEHALF:
            return gettext("Tanda tangan pada %(kinds)s tidak diwakilkan.", kinds=kinds)
        case SigningRuleCode.KEPT_TO:
            return gettext(
                "Yang menandatangani %(kinds)s dengan namanya sendiri hanya %(roles)s.",
                kinds=kinds,
                roles=roles,
            )


def mandate_sentence(shown: MandateShown) -> str:
    """Return a mandate as one sentence."""
    mandate = shown.held.mandate
    kinds = _joined(gettext(SIGNING_KINDS[kind]) for kind in mandate.kinds)
    facts = {
        "signer": shown.signer or gettext("jabatan yang sudah tidak ada"),
        "giver": shown.giver or gettext("jabatan yang sudah tidak ada"),
        "form": gettext(MANDATE_FORMS[mandate.form]),
        "kinds": kinds or gettext("semua naskah yang dapat diwakilkan"),
        "since": format_date(mandate.valid_from),
    }
    if mandate.valid_to is None:
        return gettext("%(signer)s menandatangani %(kinds)s %(form)s %(giver)s sejak %(since)s.", **facts)
    return gettext(
        "%(signer)s menandatangani %(kinds)s %(form)s %(giver)s sejak %(since)s sampai dengan %(until)s.",
        until=format_date(last_day_of(mandate) or mandate.valid_to),
        **facts,
    )


def last_day_of(mandate: Mandate) -> date | None:
    """Return the last day on which a mandate holds; None while it has no end."""
    return mandate.valid_to - timedelta(days=1) if mandate.valid_to is not None else None


def _fact(name: str, fact: str) -> str:
    if name == "since":
        return format_date(date.fromisoformat(fact))
    if name == "kind":
        return gettext(SIGNING_KINDS[fact])
    return str(CAPACITIES[AppointmentKind(fact)]) if name == "capacity" else fact


def _joined(words: Iterable[str]) -> str:
    *before, last = tuple(words) or ("",)
    if not before:
        return last
    if len(before) == 1:
        return gettext("%(one)s dan %(last)s", one=before[0], last=last)
    return gettext("%(several)s, dan %(last)s", several=", ".join(before), last=last)


def weight_of(rule: SigningRule) -> str:
    """Return how much a rule weighs."""
    return str(WEIGHTS[rule.severity])


def choices_of(words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return words as the choices of a field, translated."""
    return [(code, _capital(gettext(said))) for code, said in words.items()]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
