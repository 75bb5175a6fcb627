"""Further documents of a proposal: begun from what it says, and laid aside again while they are drafts."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.kinds import KIND_RULES, LetterKind, kind_of
from orgflow.domain.letters.lifecycle import LetterState, require_state
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import LetterId, ProposalId
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter
from orgflow.services.scope import scope_of
from orgflow.services.stepping import void_letter
from orgflow.services.use_case import use_case
from orgflow.store import letters, proposals

LAID_ASIDE = "Konsep tidak jadi dipakai"


class MainLetterBegun(RuleBroken):
    """The letter that carries the proposal begins with it, is one alone, and is not laid aside."""

    code = "main_letter_begun"


@dataclass(frozen=True, slots=True)
class BeginLetter:
    """Begin a document of a kind for a proposal."""

    proposal_id: ProposalId
    kind: str


@dataclass(frozen=True, slots=True)
class LayAside:
    """Lay a draft aside."""

    letter_id: LetterId
    seen_revision: int


@use_case(requires=Permission.EDIT_LETTER)
def begin_letter(ctx: Context, command: BeginLetter) -> UUID:
    """Begin a document, complete from what the proposal says.

    Raises:
        UnknownProposal, UnknownLetterKind, MainLetterBegun.
        NotEditable: the proposal's road has ended.
    """
    kind: LetterKind = kind_of(command.kind)
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    if row.state not in RUNNING:
        raise NotEditable(state=row.state)
    if KIND_RULES[kind].is_main:
        raise MainLetterBegun()
    return draft_letter(ctx, command.proposal_id, kind)


@use_case(requires=Permission.EDIT_LETTER)
def lay_aside(ctx: Context, command: LayAside) -> UUID:
    """Lay a draft aside; it stays in the history as void.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState, MainLetterBegun.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.DRAFT)
    if KIND_RULES[kind_of(row.kind)].is_main:
        raise MainLetterBegun()
    void_letter(ctx, row, LAID_ASIDE)
    return row.id
