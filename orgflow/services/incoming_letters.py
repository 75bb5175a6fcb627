"""Agenda surat masuk: letters entered under the next number of the year, and linked to proposals."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.ministry_events import IncomingLinked, IncomingRegistered
from orgflow.domain.ministry.incoming import IncomingTwice, check_days, require_order
from orgflow.domain.values import ProposalId, clean_text, clean_words, comparable
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.scope import scope_of, today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import use_case
from orgflow.store import incoming, letters, ministry, proposals
from orgflow.store.incoming import IncomingLetterRow
from orgflow.store.letters import NumberKey

LONG: Final = 2_000


@dataclass(frozen=True, slots=True)
class RegisterIncoming:
    """A letter that came in; ``late_reason`` says why it is entered after one that came later."""

    received_on: date
    number: str
    dated_on: date
    sender: str
    subject: str
    scan: CheckedUpload
    desk_id: UUID | None = None
    proposal_ids: tuple[ProposalId, ...] = ()
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class LinkIncoming:
    """Say that a letter of the register is about a proposal too."""

    letter_id: UUID
    proposal_id: ProposalId


@use_case(requires=Permission.RECORD_MINISTRY)
def register_incoming(ctx: Context, command: RegisterIncoming) -> UUID:
    """Enter a letter in the agenda of this year; its number follows the last one without a gap.

    Raises:
        UnknownProposal, UnknownDesk.
        ReceivedInFuture, ReceivedBeforeWritten, LateReasonMissing, IncomingTwice.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    today = today_of(ctx)
    number = clean_words(command.number, field="number", limit=200)
    sender = clean_words(command.sender, field="sender", limit=200)
    subject = clean_words(command.subject, field="subject", limit=LONG)
    late_reason = clean_text(command.late_reason, field="late_reason", limit=LONG)
    check_days(command.dated_on, command.received_on, today)
    _require_new(ctx, sender, number, command.dated_on)
    is_late = require_order(
        command.received_on, incoming.latest_receipt(ctx.session, ctx.government_id), late_reason
    )
    if command.desk_id is not None:
        ministry.desk_row(ctx.session, ctx.government_id, command.desk_id)
    about = tuple(dict.fromkeys(command.proposal_ids))
    for proposal_id in about:
        proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    row = IncomingLetterRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        year=today.year,
        sequence=letters.take_number(ctx.session, NumberKey(ctx.government_id, incoming.BOOK, today.year)),
        received_on=command.received_on,
        number=number,
        dated_on=command.dated_on,
        sender=sender,
        subject=subject,
        desk_id=command.desk_id,
        file_id=keep_upload(ctx, command.scan, purpose="incoming"),
        late_reason=late_reason if is_late else "",
        registered_by=ctx.actor.name,
        registered_at=ctx.now,
    )
    incoming.add_incoming(ctx.session, row, about)
    ctx.record(_registered(row, command.scan.sha256))
    for proposal_id in about:
        ctx.record(_linked(row, proposal_id))
    return row.id


@use_case(requires=Permission.RECORD_MINISTRY)
def link_incoming(ctx: Context, command: LinkIncoming) -> UUID:
    """Link a letter of the register to a proposal.

    Raises:
        UnknownIncoming, UnknownProposal.
        NothingChanged: it is linked already.
    """
    row = incoming.incoming_row(ctx.session, ctx.government_id, command.letter_id)
    proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    about = incoming.proposals_of_incoming(ctx.session, [row.id]).get(row.id, [])
    if command.proposal_id in {proposal.id for proposal in about}:
        raise NothingChanged()
    incoming.link_incoming(ctx.session, row, command.proposal_id)
    ctx.record(_linked(row, command.proposal_id))
    return row.id


def agenda_number(row: IncomingLetterRow) -> str:
    """Return the number of a letter in the agenda, with its year."""
    return f"{row.sequence}/{row.year}"


def _require_new(ctx: Context, sender: str, number: str, dated_on: date) -> None:
    for twin in incoming.twins_of(ctx.session, ctx.government_id, number, dated_on):
        if comparable(twin.sender) == comparable(sender):
            raise IncomingTwice(field="number", number=number, agenda=agenda_number(twin))


def _registered(row: IncomingLetterRow, sha256: str) -> IncomingRegistered:
    return IncomingRegistered(
        str(row.id),
        agenda_number(row),
        row.number,
        row.dated_on.isoformat(),
        row.received_on.isoformat(),
        row.sender,
        row.subject,
        row.late_reason,
        sha256,
    )


def _linked(row: IncomingLetterRow, proposal_id: ProposalId) -> IncomingLinked:
    return IncomingLinked(str(proposal_id), agenda_number(row), row.number, row.sender)
