"""The options of a draft: begun, described, taken in hand, taken away, and one of them chosen."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.option_events import OptionChosen, OptionRemoved, OptionTaken, OptionWritten
from orgflow.domain.changes.apply import apply_proposed, steps
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.errors import DomainError
from orgflow.domain.options.option import (
    REASON_LENGTH,
    SENTENCE_LENGTH,
    TITLE_LENGTH,
    NoGuidelineName,
    NothingToChoose,
    OptionInHand,
    OptionLetter,
    OptionName,
    OptionReasonMissing,
    OptionStart,
    next_letter,
)
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import OperationId, ProposalId, clean_text, clean_words
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.drafting import load_draft, save_edited
from orgflow.services.statements import sentence
from orgflow.services.use_case import use_case
from orgflow.store import options, organisations, proposals
from orgflow.store.options import ProposalOptionRow
from orgflow.store.proposals import PlacedOperation, ProposalRow

NOTHING_CHANGED = "Tetap seperti sekarang"
"""What an option without operations is called while nobody calls it otherwise."""


@dataclass(frozen=True, slots=True)
class AddOption:
    """Put another option beside what is being worked on; the first time, that becomes option A."""

    proposal_id: ProposalId
    seen_revision: int
    title: str
    sentence: str
    start: OptionStart


@dataclass(frozen=True, slots=True)
class DescribeOption:
    """Call an option otherwise."""

    proposal_id: ProposalId
    seen_revision: int
    letter: OptionLetter
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TakeOption:
    """Work on an option: its operations become the proposal's, those until now are set aside."""

    proposal_id: ProposalId
    seen_revision: int
    letter: OptionLetter


@dataclass(frozen=True, slots=True)
class RemoveOption:
    """Take away an option that is set aside."""

    proposal_id: ProposalId
    seen_revision: int
    letter: OptionLetter


@dataclass(frozen=True, slots=True)
class ChooseOption:
    """Choose an option, with the reason that the study states."""

    proposal_id: ProposalId
    seen_revision: int
    letter: OptionLetter
    reason: str


@use_case(requires=Permission.EDIT_PROPOSAL)
def add_option(ctx: Context, command: AddOption) -> UUID:
    """Put another option beside the others; it is set aside until somebody works on it.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, OptionsFull.
        NoGuidelineName: the guideline ties no other name to the unit.
        RuleBroken, NotFound: as the rules of a rename, where the guideline's name is begun from.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    dossier = open_dossier(ctx, row)
    held = options.options_of(ctx.session, row.id)
    if not held:
        held = [_add(ctx, row, first_option(dossier), None)]
    letter = next_letter(OptionLetter(one.letter) for one in held)
    title = clean_words(command.title, field="title", limit=TITLE_LENGTH)
    words = clean_text(command.sentence, field="sentence", limit=SENTENCE_LENGTH)
    begun = _begun(ctx, dossier, command.start)
    apply_proposed(dossier.organisation_before, (one.operation for one in begun))
    _add(ctx, row, OptionName(letter, title, words, is_in_hand=False), options.written(begun))
    said = sentences(dossier.organisation_before, begun)
    ctx.record(OptionWritten(str(row.id), str(letter), title, words, None, "\n".join(said)))
    save_edited(ctx, row)
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def describe_option(ctx: Context, command: DescribeOption) -> UUID:
    """Call an option otherwise; its operations stay.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, UnknownOption.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    one = options.option_row(options.options_of(ctx.session, row.id), command.letter)
    before = one.title
    one.title = clean_words(command.title, field="title", limit=TITLE_LENGTH)
    one.sentence = clean_text(command.sentence, field="sentence", limit=SENTENCE_LENGTH)
    ctx.record(OptionWritten(str(row.id), one.letter, one.title, one.sentence, before, None))
    save_edited(ctx, row)
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def take_option(ctx: Context, command: TakeOption) -> UUID:
    """Let the change pages work on an option, whether or not its operations still apply.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, UnknownOption.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    held = options.options_of(ctx.session, row.id)
    wanted, present = options.option_row(held, command.letter), in_hand(held)
    placed = _take(ctx, row, wanted, present)
    said = _said(ctx, row, placed)
    ctx.record(OptionTaken(str(row.id), wanted.letter, wanted.title, present.title, "\n".join(said)))
    save_edited(ctx, row)
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def remove_option(ctx: Context, command: RemoveOption) -> UUID:
    """Take away an option that is set aside; the audit keeps what it held.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, UnknownOption.
        OptionInHand: it is being worked on.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    one = options.option_row(options.options_of(ctx.session, row.id), command.letter)
    if one.operations is None:
        raise OptionInHand(letter=one.letter)
    said = _said(ctx, row, options.aside(one))
    ctx.record(OptionRemoved(str(row.id), one.letter, one.title, one.sentence, "\n".join(said)))
    ctx.session.delete(one)
    ctx.session.flush()
    save_edited(ctx, row)
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def choose_option(ctx: Context, command: ChooseOption) -> UUID:
    """Choose an option with its reason and make its operations the proposal's.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, UnknownOption.
        NothingToChoose: there is no other option.
        OptionReasonMissing: no reason is given.
        RuleBroken, NotFound: its operations do not apply to what the registry holds now.
        TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    held = options.options_of(ctx.session, row.id)
    wanted = options.option_row(held, command.letter)
    if len(held) == 1:
        raise NothingToChoose()
    reason = clean_text(command.reason, field="reason", limit=REASON_LENGTH)
    if not reason:
        raise OptionReasonMissing(field="reason")
    placed = _take(ctx, row, wanted, in_hand(held))
    standing = organisations.organisation_on(ctx.session, ctx.government_id, row.base_on)
    apply_proposed(standing, (one.operation for one in placed))
    for one in held:
        one.chosen_reason = one.chosen_by = one.chosen_at = None
    ctx.session.flush()
    wanted.chosen_reason, wanted.chosen_by, wanted.chosen_at = reason, ctx.actor.name, ctx.now
    others = "\n".join(one.title for one in held if one is not wanted)
    said = "\n".join(sentences(standing, placed))
    ctx.record(OptionChosen(str(row.id), wanted.letter, wanted.title, reason, others, said))
    save_edited(ctx, row)
    return row.id


def in_hand(held: list[ProposalOptionRow]) -> ProposalOptionRow:
    """Return the option whose operations are the proposal's; among options there always is one."""
    return next(one for one in held if one.operations is None)


def first_option(dossier: Dossier) -> OptionName:
    """Return the change-set that is there as the first option."""
    said = sentences(dossier.organisation_before, dossier.operations)
    title = said[0] if len(said) == 1 else f"{dossier.unit.name}: {len(said)} perubahan"
    return OptionName(OptionLetter.A, title[:TITLE_LENGTH] if said else NOTHING_CHANGED, "", is_in_hand=True)


def sentences(standing: Organisation, placed: tuple[PlacedOperation, ...]) -> tuple[str, ...]:
    """Return operations as sentences, each as it meets what the earlier ones left.

    Where they do not apply, those up to the one that is refused.
    """
    said: list[str] = []
    try:
        for operation, met, _ in steps(standing, (one.operation for one in placed)):
            said.append(sentence(operation, met))
    except DomainError:
        return tuple(said)
    return tuple(said)


def _begun(ctx: Context, dossier: Dossier, start: OptionStart) -> tuple[PlacedOperation, ...]:
    match start:
        case OptionStart.KEEP:
            return ()
        case OptionStart.COPY:
            copied = (one.operation for one in dossier.operations)
            return tuple(PlacedOperation(OperationId(ctx.new_id()), one) for one in copied)
        case OptionStart.GUIDELINE:
            name = dossier.guideline_name
            if name is None or dossier.follows_guideline:
                raise NoGuidelineName(field="start", unit=dossier.unit.name)
            return (PlacedOperation(OperationId(ctx.new_id()), RenameUnit(dossier.unit.id, name)),)


def _add(ctx: Context, row: ProposalRow, name: OptionName, operations: str | None) -> ProposalOptionRow:
    added = ProposalOptionRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=row.id,
        letter=str(name.letter),
        title=name.title,
        sentence=name.sentence,
        operations=operations,
        begun_by=ctx.actor.name,
        begun_at=ctx.now,
    )
    ctx.session.add(added)
    ctx.session.flush()
    return added


def _take(
    ctx: Context, row: ProposalRow, wanted: ProposalOptionRow, present: ProposalOptionRow
) -> tuple[PlacedOperation, ...]:
    """Put one option in the other's place and return its operations."""
    proposal_id = ProposalId(row.id)
    placed = proposals.operations_of(ctx.session, proposal_id)
    if wanted is present:
        return placed
    present.operations = options.written(placed)
    ctx.session.flush()
    taken = options.aside(wanted)
    wanted.operations = None
    ctx.session.flush()
    proposals.put_operations(ctx.session, ctx.government_id, proposal_id, taken)
    return taken


def _said(ctx: Context, row: ProposalRow, placed: tuple[PlacedOperation, ...]) -> tuple[str, ...]:
    standing = organisations.organisation_on(ctx.session, ctx.government_id, row.base_on)
    return sentences(standing, placed)
