"""Entries of the evidence registers in the office's words, for pages, documents and the history."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.evidence.partners import DayCount, KindCount, Partner, PartnerKind
from orgflow.domain.evidence.precedents import Precedent, Stance
from orgflow.domain.evidence.tallies import Tally
from orgflow.domain.workload.figures import format_figure
from orgflow.services.wording import say

KIND_NAMES: Final[Mapping[PartnerKind, str]] = {
    PartnerKind.PRINT: say("Media cetak"),
    PartnerKind.ONLINE: say("Media online"),
    PartnerKind.TELEVISION: say("Televisi"),
    PartnerKind.RADIO: say("Radio"),
    PartnerKind.SOCIAL: say("Media sosial"),
}
STANCES: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: say("Mendukung usulan"),
    Stance.NEUTRAL: say("Netral"),
    Stance.OPPOSES: say("Tidak mendukung usulan"),
}
VERIFIED, UNVERIFIED = say("Sudah diverifikasi"), say("Belum diverifikasi")
REGISTER_SOURCE: Final = "Register Mitra media"
UNKNOWN: Final = say("belum diisi")


def trust_words(is_verified: bool) -> str:
    """Return whether an entry was found true to its source."""
    return VERIFIED if is_verified else UNVERIFIED


def counts_words(counts: Iterable[KindCount]) -> str:
    """Return counts as a list: ``71 media cetak, 115 media online, dan 10 televisi``; '' for none at all."""
    said = [f"{format_figure(one.count)} {KIND_NAMES[one.kind].lower()}" for one in counts if one.count]
    if len(said) < 3:
        return " dan ".join(said)
    return f"{', '.join(said[:-1])}, dan {said[-1]}"


def tally_sentence(tally: Tally) -> str:
    """Return what a count says."""
    parts = counts_words(tally.parts)
    told = f"{tally.subject} berjumlah {format_figure(tally.total)} per {format_date(tally.on)}"
    return f"{told}: {parts}."


def partners_sentence(held: DayCount) -> str:
    """Return what the register counts on a day."""
    day = format_date(held.day)
    if held.total == 0:
        return f"Tidak ada mitra media yang kontraknya tercatat berlaku pada {day}."
    told = f"Mitra media yang kontraknya berlaku pada {day} berjumlah {format_figure(held.total)}"
    return f"{told}: {counts_words(held.counts)}."


def precedent_sentence(held: Precedent) -> str:
    """Return what a precedent says."""
    told = f"{held.province} memakai nama {held.unit_name}"
    if held.since is not None:
        told += f" sejak {held.since.words}"
    if held.former_name:
        told += f", sebelumnya {held.former_name}"
    if held.seen is not None:
        told += f" (terlihat {held.seen.words})"
    return f"{told}."


def contract_words(partner: Partner) -> str:
    """Return a contract's period."""
    if partner.starts_on is None:
        return UNKNOWN
    first = format_date(partner.starts_on)
    if partner.last_day is None:
        return f"sejak {first}"
    return f"{first} sampai dengan {format_date(partner.last_day)}"


def partner_line(partner: Partner) -> str:
    """Return a medium as one line for whoever keeps the register."""
    parts = [
        partner_told(partner),
        f"kontak: {partner.contact}" if partner.contact else "",
        f"catatan: {partner.note}" if partner.note else "",
    ]
    return "; ".join(part for part in parts if part)


def partner_told(partner: Partner, before: Partner | None = None) -> str:
    """Return a medium as one line for the history, which keeps no contact and no note of anybody.

    Args:
        before: what it was; that its contact or note changed is said without either.
    """
    held = before if before is not None else partner
    parts = [
        f"{partner.name} ({KIND_NAMES[partner.kind].lower()})",
        f"kontrak {contract_words(partner)}",
        f"sumber: {partner.source}" if partner.source else "",
        "kontak diubah" if partner.contact != held.contact else "",
        "catatan diubah" if partner.note != held.note else "",
    ]
    return "; ".join(part for part in parts if part)


def tally_line(tally: Tally) -> str:
    """Return a count as one line for the history."""
    note = f" Catatan: {tally.note}" if tally.note else ""
    return f"{tally_sentence(tally)} Sumber: {tally.source}.{note}"


def precedent_line(held: Precedent) -> str:
    """Return a precedent as one line for the history."""
    parts = [
        precedent_sentence(held).rstrip("."),
        f"dasar: {held.regulation}" if held.regulation else "",
        f"sumber: {held.source}",
        STANCES[held.stance].lower(),
        f"catatan: {held.note}" if held.note else "",
    ]
    return "; ".join(part for part in parts if part)
