"""Agenda surat masuk as its page and its files read it."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date, local_date
from orgflow.domain.proposals.states import SENT, Action
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.incoming_letters import agenda_number
from orgflow.services.ministry_pages import Desk, desk_names, desks_in
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
from orgflow.store import governments, incoming, notices, proposal_sets, proposals
from orgflow.store.incoming import IncomingLetterRow, Wanted

HEADS: Final = (
    "Nomor agenda",
    "Tanggal terima",
    "Nomor surat",
    "Tanggal surat",
    "Asal",
    "Hal",
    "Meja Kemendagri",
    "Keterangan",
)
_WIDTHS: Final = (8, 11, 15, 11, 16, 20, 10, 9)


@dataclass(frozen=True, slots=True)
class AgendaWish:
    """Which letters of the agenda are asked for; nothing given is everything, both days are included."""

    year: int | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    desk_id: UUID | None = None
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        """The wish as the store is asked."""
        return Wanted(self.year, self.since, self.until, self.words, self.desk_id)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One letter of the agenda; ``proposal_units`` names what it is about, by proposal."""

    id: UUID
    agenda: str
    received_on: date
    number: str
    dated_on: date
    sender: str
    subject: str
    desk: str
    file_id: UUID
    registered_by: str
    registered_on: date
    late_reason: str
    proposal_ids: tuple[ProposalId, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed, a text a column of ``HEADS``."""
        return (
            self.agenda,
            format_date(self.received_on),
            self.number,
            format_date(self.dated_on),
            self.sender,
            self.subject,
            self.desk,
            self.late_reason,
        )


@dataclass(frozen=True, slots=True)
class Agenda:
    """A page of the register, the newest first, with what its filter offers."""

    lines: tuple[AgendaLine, ...]
    place: Place
    years: tuple[int, ...]
    desks: tuple[Desk, ...]


@dataclass(frozen=True, slots=True)
class SentProposal:
    """A proposal that a letter may be about: its unit, and the day its letter went to the ministry."""

    id: ProposalId
    unit_name: str
    sent_on: date


@read(requires=REGISTER_READERS)
def show_agenda(ctx: Context, wish: AgendaWish) -> Agenda:
    """Return a page of the agenda."""
    place = place_of(incoming.count_incoming(ctx.session, ctx.government_id, wish.wanted), wish.page)
    rows = incoming.incoming_in(ctx.session, ctx.government_id, wish.wanted, first=place.first, limit=PAGE)
    years = incoming.years_of(ctx.session, ctx.government_id)
    return Agenda(_lines(ctx, rows), place, tuple(years), desks_in(ctx))


@read(requires=Permission.RECORD_MINISTRY)
def show_incoming(ctx: Context, letter_id: UUID) -> AgendaLine:
    """Return one letter of the agenda.

    Raises:
        UnknownIncoming.
    """
    return _lines(ctx, [incoming.incoming_row(ctx.session, ctx.government_id, letter_id)])[0]


@read(requires=Permission.RECORD_MINISTRY)
def desks_to_choose(ctx: Context) -> tuple[Desk, ...]:
    """Return the desks under which a letter may be entered."""
    return tuple(desk for desk in desks_in(ctx) if desk.is_active)


@read(requires=Permission.RECORD_MINISTRY)
def proposals_to_choose(ctx: Context) -> tuple[SentProposal, ...]:
    """Return the running proposals in reach that went to the ministry, the most recently sent first."""
    rows = proposal_sets.proposals_page(ctx.session, scope_of(ctx), SENT)
    ids, today = [row.id for row in rows], today_of(ctx)
    names = notices.unit_names_of(ctx.session, ctx.government_id, ids, today)
    sent_on = {
        proposal_id: step.acted_on
        for proposal_id, steps in proposal_sets.steps_of_each(ctx.session, ids).items()
        for step in steps
        if Action(step.action) is Action.SEND
    }
    found = [SentProposal(ProposalId(one), names[one], sent_on[one]) for one in ids if one in sent_on]
    return tuple(sorted(found, key=lambda one: one.sent_on, reverse=True))


@read(requires=Permission.RECORD_MINISTRY)
def require_in_reach(ctx: Context, proposal_id: UUID) -> None:
    """Refuse a proposal that is not there.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    proposals.load_row(ctx.session, scope_of(ctx), proposal_id)


def agenda_file(ctx: Context, wish: AgendaWish, file_format: RegisterFormat) -> PaperFile:
    """Return the whole register that is asked for as a file, rendered with no transaction open.

    Raises:
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    return register_file(ctx, _sheet(ctx, wish), file_format)


@read(requires=REGISTER_READERS)
def _sheet(ctx: Context, wish: AgendaWish) -> RegisterSheet:
    rows = incoming.incoming_in(ctx.session, ctx.government_id, wish.wanted)
    lines = tuple(line.cells for line in _lines(ctx, list(reversed(rows))))
    return RegisterSheet("agenda-surat-masuk", "Agenda surat masuk", HEADS, _WIDTHS, lines, office_of(ctx))


def _lines(ctx: Context, rows: list[IncomingLetterRow]) -> tuple[AgendaLine, ...]:
    zone = _zone(ctx)
    names, about = desk_names(ctx), incoming.proposals_of_incoming(ctx.session, [row.id for row in rows])
    return tuple(
        AgendaLine(
            row.id,
            agenda_number(row),
            row.received_on,
            row.number,
            row.dated_on,
            row.sender,
            row.subject,
            names[row.desk_id],
            row.file_id,
            row.registered_by,
            local_date(row.registered_at, zone),
            row.late_reason,
            tuple(ProposalId(proposal.id) for proposal in about.get(row.id, [])),
        )
        for row in rows
    )


def _zone(ctx: Context) -> str:
    return governments.government(ctx.session, ctx.government_id).zone
