"""Entries of the evidence registers as their pages print them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.evidence.partners import HeldPartner
from orgflow.domain.evidence.precedents import HeldPrecedent
from orgflow.domain.evidence.tallies import HeldTally
from orgflow.services.evidence_documents import COUNT_HEADS, Counted
from orgflow.services.evidence_keeping import Register
from orgflow.services.evidence_words import (
    KIND_NAMES,
    STANCES,
    contract_words,
    tally_sentence,
    trust_words,
)
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.charting.page import InlineDrawing
from orgflow.web.evidence_registers.words import INDEXES, REGISTERS
from orgflow.web.proposals.header import Link

_PRINTED = ((PaperFormat.PDF, "PDF"), (PaperFormat.DOCX, "DOCX"))


@dataclass(frozen=True, slots=True)
class Trust:
    """Whether an entry is verified, and where that is said; ``url`` is '' for who may not."""

    state: str
    words: str
    url: str
    label: str
    revision: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of a register as a row; the first of ``cells`` is its name."""

    cells: tuple[str, ...]
    trust: Trust
    edit_url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountView:
    """Counts of media: a sentence, bars, their table, where they stand and the files to be had."""

    title: str
    sentence: str
    source: str
    plot: InlineDrawing | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    files: tuple[Link, ...]


def partner_line(held: HeldPartner, *, may_keep: bool, may_verify: bool) -> EntryLine:
    """Return a medium as a row; its contact and note are shown to whoever keeps the register."""
    one = held.partner
    cells = (one.name, KIND_NAMES[one.kind], contract_words(one), one.source)
    return EntryLine(
        (*cells, one.contact) if may_keep else cells,
        trust(Register.PARTNERS, held.id, held.revision, is_verified=one.is_verified, may_verify=may_verify),
        url_for("partners.edit", entry_id=held.id) if may_keep else "",
        one.note if may_keep else "",
    )


def precedent_line(held: HeldPrecedent, *, may_keep: bool, may_verify: bool) -> EntryLine:
    """Return a precedent as a row."""
    one = held.precedent
    former = gettext("Sebelumnya %(name)s.", name=one.former_name) if one.former_name else ""
    cells = (
        one.province,
        one.unit_name,
        one.since.words if one.since is not None else "",
        one.regulation,
        ", ".join(part for part in (one.source, one.seen.words if one.seen is not None else "") if part),
        STANCES[one.stance],
    )
    return EntryLine(
        cells,
        precedent_trust(held, may_verify=may_verify),
        url_for("precedents.edit", entry_id=held.id) if may_keep else "",
        " ".join(part for part in (former, one.note) if part),
    )


def tally_line(held: HeldTally, *, may_keep: bool, may_verify: bool) -> EntryLine:
    """Return a count as a row."""
    one = held.tally
    return EntryLine(
        (tally_sentence(one), one.source),
        trust(Register.TALLIES, held.id, held.revision, is_verified=one.is_verified, may_verify=may_verify),
        url_for("tallies.edit", entry_id=held.id) if may_keep else "",
        one.note,
    )


def precedent_trust(held: HeldPrecedent, *, may_verify: bool) -> Trust:
    """Return whether a precedent is verified, in words."""
    verified = held.precedent.is_verified
    return trust(Register.PRECEDENTS, held.id, held.revision, is_verified=verified, may_verify=may_verify)


def trust(register: Register, entry_id: UUID, revision: int, *, is_verified: bool, may_verify: bool) -> Trust:
    """Return whether an entry is verified, in words."""
    url = url_for("evidence_keeping.verify", register=str(register), entry_id=entry_id)
    return trust_in(url if may_verify else "", revision, is_verified=is_verified)


def trust_in(url: str, revision: int, *, is_verified: bool) -> Trust:
    """Return whether something is verified, and where that is said; '' for who may not say it."""
    return Trust(
        "ok" if is_verified else "yours",
        trust_words(is_verified),
        url,
        gettext("Cabut verifikasi") if is_verified else gettext("Verifikasi"),
        revision,
        {"is_verified": "" if is_verified else "ya"},
    )


def count_view(held: Counted, files: Iterable[Link]) -> CountView:
    """Return counts of media for a page; nothing is drawn of nothing."""
    plot = InlineDrawing(held.drawing) if any(one.count for one in held.counts) else None
    return CountView(held.title, held.sentence, held.source, plot, COUNT_HEADS, held.rows, tuple(files))


def printed(address: Callable[[str], str]) -> tuple[Link, ...]:
    """Return the ways to a document's printed forms, each at the address of its form."""
    return tuple(Link(words, address(str(form))) for form, words in _PRINTED)


def register_crumbs(register: Register) -> tuple[Link, ...]:
    """Return the way back to the list of a register."""
    listed = Register.PARTNERS if register is Register.TALLIES else register
    return (Link(str(REGISTERS[listed]), url_for(INDEXES[register])),)
