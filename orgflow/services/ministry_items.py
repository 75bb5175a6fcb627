"""What the ministry asked: entered as items with the step it is, and each answered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.ministry_events import ItemAnswered, ItemsAsked
from orgflow.domain.errors import RuleBroken
from orgflow.domain.ministry.items import (
    Item,
    ItemPlace,
    ItemPlaceUnknown,
    NewItem,
    PlaceKind,
    check_asked,
    require_answered,
)
from orgflow.domain.proposals.refusals import TransitionNotAllowed
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId, clean_line, clean_text, clean_words_if_any
from orgflow.services.context import Context
from orgflow.services.ministry import letter_about
from orgflow.services.ministry_steps import MINISTRY_REFUSALS, MinistryLetter, take_ministry_step
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.store import governments, ministry, proposals
from orgflow.store.ministry import MinistryItemRow
from orgflow.store.proposals import ProposalRow, StaleRevision

LONG: Final = 4_000
ANSWERERS: Final = (
    Permission.EDIT_PROPOSAL,
    Permission.REVIEW_AS_ORGANISATION,
    Permission.REVIEW_AS_LEGAL,
    Permission.RECORD_MINISTRY,
)


class ItemSentAlready(RuleBroken):
    """The answer went out with a completion; what was sent is not written anew."""

    code = "item_sent_already"


@dataclass(frozen=True, slots=True)
class AskItems:
    """What a letter of the ministry asks; ``late_reason`` where it belongs to a round already followed."""

    proposal_id: ProposalId
    letter_id: UUID
    seen_revision: int
    items: tuple[NewItem, ...]
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """What answers an item: in words, what was done, and on which document or page it is found."""

    proposal_id: ProposalId
    item_id: UUID
    seen_revision: int
    text: str
    done: str = ""
    found_at: str = ""


@use_case(requires=Permission.RECORD_MINISTRY, tells=MINISTRY_REFUSALS)
def ask_items(ctx: Context, command: AskItems) -> UUID:
    """Record that the ministry asks for completion, each thing an item, with the step of the road.

    Raises:
        UnknownProposal, StaleRevision, UnknownIncoming, LetterBeforeSending, LateReasonMissing,
        LetterAnswered, NothingAsked, DueBeforeAsked, ItemPlaceUnknown.
        TextEmpty, TextTooLong, TextUnprintable, and the road's refusals.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    letter = MinistryLetter(command.proposal_id, command.letter_id, command.late_reason)
    items = tuple(_cleaned(item) for item in command.items)
    _check_places(ctx, row, items)
    check_asked(items, letter_about(ctx, command.proposal_id, command.letter_id).dated_on)
    asked = "\n".join(item.text for item in items)
    taken = take_ministry_step(ctx, row, letter, Action.ANSWER_ASKS_COMPLETION, asked)
    for item in items:
        held = MinistryItemRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            round=taken.round,
        )
        ministry.add_item(ctx.session, command.letter_id, held, item)
    ctx.record(ItemsAsked(str(row.id), taken.number, taken.round, asked, taken.late_reason))
    return row.id


@use_case(requires=ANSWERERS)
def answer_item(ctx: Context, command: AnswerItem) -> UUID:
    """Keep what answers an item; until it went out it may be written anew.

    Raises:
        UnknownProposal, UnknownItem, StaleRevision, ItemSentAlready.
        TransitionNotAllowed: the ministry does not wait for answers, or no longer.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    asked_of = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    if asked_of.state != ProposalState.MINISTRY_REVIEW:
        raise TransitionNotAllowed(action="answer_item", state=asked_of.state)
    row = ministry.item_row(ctx.session, command.proposal_id, command.item_id)
    if row.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=row.revision)
    if went_out(row.answered_at, _sent_at(ctx, command.proposal_id)):
        raise ItemSentAlready(number=row.number)
    text = clean_text(command.text, field="text", limit=LONG) or clean_line("", field="text")
    before = row.answer or ""
    row.answer, row.done = text, clean_text(command.done, field="done", limit=LONG)
    row.found_at = clean_words_if_any(command.found_at, field="found_at")
    row.answered_by, row.answered_at, row.revision = ctx.actor.name, ctx.now, row.revision + 1
    ctx.record(ItemAnswered(str(row.proposal_id), row.round, row.number, row.text, before, text))
    return row.id


def items_of(ctx: Context, proposal_id: ProposalId) -> tuple[Item, ...]:
    """Return what was asked of a proposal, in the present session."""
    return tuple(ministry.item_of(row) for row in ministry.item_rows(ctx.session, proposal_id))


def items_to_complete(ctx: Context, proposal_id: ProposalId) -> tuple[Item, ...]:
    """Return what the next completion answers: all that was asked and did not go out answered."""
    rows, sent = ministry.item_rows(ctx.session, proposal_id), _sent_at(ctx, proposal_id)
    return tuple(ministry.item_of(row) for row in rows if not went_out(row.answered_at, sent))


def check_completion(ctx: Context, proposal_id: ProposalId, action: Action) -> None:
    """Refuse to send a completion while something asked is not answered; other actions pass.

    Raises:
        ItemsUnanswered.
    """
    if action is Action.COMPLETE:
        require_answered(items_of(ctx, proposal_id))


def went_out(answered_at: datetime | None, sent_at: Iterable[datetime]) -> bool:
    """Say whether an answer went out: a completion was sent after it was written."""
    return answered_at is not None and any(sent > answered_at for sent in sent_at)


def _sent_at(ctx: Context, proposal_id: ProposalId) -> list[datetime]:
    steps = proposals.steps_of(ctx.session, proposal_id)
    return [step.recorded_at for step in steps if Action(step.action) is Action.COMPLETE]


def _cleaned(item: NewItem) -> NewItem:
    text = clean_line(item.text, field="text", limit=LONG)
    named = clean_words_if_any(item.place.named, field="place_named")
    return replace(item, text=text, place=ItemPlace(item.place.kind, named))


def _check_places(ctx: Context, row: ProposalRow, items: Iterable[NewItem]) -> None:
    """Refuse an item about an operation or a document that there is not.

    Raises:
        ItemPlaceUnknown.
    """
    placed = proposals.operations_of(ctx.session, ProposalId(row.id))
    asked = governments.required_documents(ctx.session, ctx.government_id)
    known = {
        PlaceKind.OPERATION: {str(one.id) for one in placed},
        PlaceKind.DOCUMENT: {document.code for document in asked},
    }
    for item in items:
        if item.place.kind in known and item.place.named not in known[item.place.kind]:
            raise ItemPlaceUnknown(field="place", place=str(item.place.kind))
        if item.place.kind is PlaceKind.SECTION and not item.place.named:
            raise ItemPlaceUnknown(field="place", place=str(item.place.kind))
