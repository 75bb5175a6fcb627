"""Buku ekspedisi: what was handed over to the ministry, when, to whom, and what shows it.

Nothing is entered here: the book is read from the steps that sent something and from the recorded proofs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.domain.ministry.rounds import SENDS, Taken, rounds_of
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.delivery_words import METHOD_WORDS
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.papers.formats import PaperFile
from orgflow.services.register_files import (
    REGISTER_READERS,
    RegisterFormat,
    RegisterSheet,
    office_of,
    register_file,
)
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import read
from orgflow.store import letter_lists, notices, proposal_sets, sendings
from orgflow.store.letters import LetterRow
from orgflow.store.ministry import MinistryProofRow
from orgflow.store.proposals import StepRow
from orgflow.store.sendings import SentWanted

HEADS: Final = (
    "Tanggal kirim",
    "Nomor surat",
    "Hal",
    "Tujuan",
    "Cara pengiriman",
    "Tanggal terima",
    "Penerima",
    "Tanda terima",
)
_WIDTHS: Final = (11, 17, 22, 12, 10, 11, 9, 8)
_MINISTRY: Final = "Kementerian Dalam Negeri"


@dataclass(frozen=True, slots=True)
class ExpeditionWish:
    """Which sendings are asked for; nothing given is everything, both days are included."""

    since: date | None = None
    until: date | None = None
    page: int = 1

    @property
    def wanted(self) -> SentWanted:
        """The wish as the store is asked."""
        return SentWanted(self.since, self.until)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What shows that a sending arrived; of a mere step of receipt only the day, and its scan, are known."""

    delivered_on: date
    method: str = ""
    received_by: str = ""
    reference: str = ""
    file_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ExpeditionLine:
    """One sending; ``handed_over`` is None while nothing shows that it arrived."""

    proposal_id: ProposalId
    round: int
    sent_on: date
    number: str
    subject: str
    handed_over: HandedOver | None

    @property
    def is_proven(self) -> bool:
        """Whether anything shows who took it, or bears its scan."""
        held = self.handed_over
        return held is not None and bool(held.received_by or held.reference or held.file_id)

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed, a text a column of ``HEADS``."""
        sent = (format_date(self.sent_on), self.number, self.subject, _MINISTRY)
        held = self.handed_over
        if held is None:
            return (*sent, "", "", "", "belum ada")
        shown = held.reference or ("hasil pindai" if held.file_id is not None else "")
        return (*sent, held.method, format_date(held.delivered_on), held.received_by, shown)


@dataclass(frozen=True, slots=True)
class ExpeditionBook:
    """A page of the book, the newest first."""

    lines: tuple[ExpeditionLine, ...]
    place: Place


@read(requires=REGISTER_READERS)
def show_expedition(ctx: Context, wish: ExpeditionWish) -> ExpeditionBook:
    """Return a page of the book."""
    scope, wanted = scope_of(ctx), wish.wanted
    place = place_of(sendings.count_sendings(ctx.session, scope, wanted), wish.page)
    rows = sendings.sendings_in(ctx.session, scope, wanted, first=place.first, limit=PAGE)
    return ExpeditionBook(_lines(ctx, rows), place)


def expedition_file(ctx: Context, wish: ExpeditionWish, file_format: RegisterFormat) -> PaperFile:
    """Return the whole book that is asked for as a file, the earliest first.

    Raises:
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    return register_file(ctx, _sheet(ctx, wish), file_format)


@read(requires=REGISTER_READERS)
def _sheet(ctx: Context, wish: ExpeditionWish) -> RegisterSheet:
    rows = sendings.sendings_in(ctx.session, scope_of(ctx), wish.wanted)
    lines = tuple(line.cells for line in _lines(ctx, list(reversed(rows))))
    return RegisterSheet("buku-ekspedisi", "Buku ekspedisi", HEADS, _WIDTHS, lines, office_of(ctx))


def _lines(ctx: Context, rows: Sequence[StepRow]) -> tuple[ExpeditionLine, ...]:
    ids = {row.proposal_id for row in rows}
    taken = proposal_sets.steps_of_each(ctx.session, ids)
    proofs = sendings.proofs_by_round(ctx.session, ids)
    written = letter_lists.letters_by_proposal(ctx.session, ids)
    today = today_of(ctx)
    names = notices.unit_names_of(ctx.session, ctx.government_id, ids, today)
    found: list[ExpeditionLine] = []
    for row in rows:
        steps = taken[row.proposal_id]
        number = len(rounds_of(Taken(Action(step.action), step.acted_on) for step in _until(row, steps)))
        sent = _sent_letter(row, written.get(row.proposal_id, []))
        found.append(
            ExpeditionLine(
                ProposalId(row.proposal_id),
                number,
                row.acted_on,
                (sent.number if sent is not None else row.document_number) or "",
                sent.subject if sent is not None else f"Kelengkapan usulan {names[row.proposal_id]}",
                _handed_over(proofs.get((row.proposal_id, number)), _receipt(row, steps)),
            )
        )
    return tuple(found)


def _sent_letter(row: StepRow, written: Sequence[LetterRow]) -> LetterRow | None:
    """Return the letter that went out by a step; a completion's is known by its number only."""
    if Action(row.action) is not Action.SEND:
        return None
    sent = (one for one in written if one.kind == MAIN_KIND and one.state == LetterState.SENT)
    return next(sent, None)


def _receipt(row: StepRow, steps: Sequence[StepRow]) -> StepRow | None:
    """Return the step by which the ministry's receipt of a sending was recorded, before the next sending."""
    for step in _after(row, steps):
        if step.action in SENDS:
            return None
        if Action(step.action) is Action.RECEIVE:
            return step
    return None


def _until(row: StepRow, steps: Sequence[StepRow]) -> Iterator[StepRow]:
    return (step for step in steps if step.sequence <= row.sequence)


def _after(row: StepRow, steps: Sequence[StepRow]) -> Iterator[StepRow]:
    return (step for step in steps if step.sequence > row.sequence)


def _handed_over(proof: MinistryProofRow | None, receipt: StepRow | None) -> HandedOver | None:
    if proof is not None:
        method = METHOD_WORDS[DeliveryMethod(proof.method)].listed
        return HandedOver(proof.delivered_on, method, proof.received_by, proof.reference, proof.file_id)
    return HandedOver(receipt.acted_on, file_id=receipt.file_id) if receipt is not None else None
