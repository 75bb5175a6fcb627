"""Several parafs recorded from one sheet in one go: all of them in their order, or none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.acting import records_for_another
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.acting import actor_with_units
from orgflow.services.context import Context
from orgflow.services.files import keep_once
from orgflow.services.road import TakeStep, take_on
from orgflow.services.scope import scope_of
from orgflow.services.stepping import ROAD_REFUSALS
from orgflow.services.use_case import use_case
from orgflow.store import proposals


class SheetEmpty(RuleBroken):
    """No paraf is told of."""

    code = "sheet_empty"


class ParafIsOwn(RuleBroken):
    """A paraf on the sheet is the recorder's own to give, by a post or in another's place."""

    code = "paraf_is_own"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One paraf on the sheet; ``key`` is the step of the route."""

    key: str
    person: str
    acted_on: date


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """A sheet with its parafs in the order of the route.

    Attributes:
        doubt: why it is recorded though the registry says otherwise of somebody, "" where it does not.
    """

    proposal_id: ProposalId
    seen_revision: int
    lines: tuple[SheetLine, ...]
    basis: RecordingBasis
    scan: CheckedUpload | None
    doubt: str = ""


@use_case(requires=Permission.RECORD_FOR_LEADERS, tells=ROAD_REFUSALS)
def record_sheet(ctx: Context, command: RecordSheet) -> UUID:
    """Record the parafs of a sheet one after another; what refuses one of them refuses all.

    Raises:
        SheetEmpty.
        ParafIsOwn: one of them the actor would give himself; he gives it in his own name, apart.
        DomainError: whatever ``take_step`` refuses of one of them.
    """
    if not command.lines:
        raise SheetEmpty()
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    scan = keep_once(ctx, command.scan, purpose="scan") if command.scan is not None else None
    proposal, actor = proposals.proposal_of(ctx.session, row), actor_with_units(ctx)
    for line in command.lines:
        _check_not_own(proposal, actor, line)
        step = TakeStep(
            command.proposal_id,
            Action.PARAF,
            row.revision,
            line.acted_on,
            person=line.person,
            scan=scan,
            step=line.key,
            basis=command.basis,
            doubt=command.doubt,
        )
        proposal = take_on(ctx, row, step)
    return command.proposal_id


def _check_not_own(proposal: Proposal, actor: Actor, line: SheetLine) -> None:
    proposal.progress.check_turn(Action.PARAF, line.key)
    if not records_for_another(proposal, Action.PARAF, actor, line.key):
        raise ParafIsOwn(step=proposal.route.step(line.key).title)
