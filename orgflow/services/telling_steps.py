"""Who is told when a step of the road was taken."""

from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.notices.turns import WITHOUT_DAY, turn_of
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import ANSWERS, Action, ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.notices import takers_today, tell
from orgflow.store import proposals
from orgflow.store.proposals import ProposalRow

_BROKEN_OFF = frozenset({ProposalState.REJECTED, ProposalState.WITHDRAWN})


def tell_of_step(ctx: Context, before: Proposal, after: Proposal) -> None:
    """Tell whose turn it is now, the drafters what became of their proposal, and whom TU recorded for."""
    step = after.steps[-1]
    if step.is_recorded:
        takers = before.progress.takers_of(step.action, step.key)
        leaders = takers_today(ctx, [taker.by for taker in takers], before.unit_id)
        by = ctx.actor.name
        tell(ctx, NoticeKind.RECORDED_FOR_YOU, after.id, leaders, by=by, action=str(step.action))
    _tell_drafters(ctx, after, step.action)
    turn = turn_of(after)
    if turn and turn != turn_of(before):
        tell(
            ctx,
            NoticeKind.YOUR_TURN,
            after.id,
            takers_today(ctx, turn, after.unit_id),
            state=str(after.state),
        )


def tell_of_missing_day(ctx: Context, row: ProposalRow) -> None:
    """Tell whoever records regulations that nobody knows yet on which day this one commences."""
    to = takers_today(ctx, WITHOUT_DAY, UnitId(row.unit_id))
    tell(ctx, NoticeKind.YOUR_TURN, ProposalId(row.id), to, state=str(ProposalState.PROMULGATED))


def tell_drafters(ctx: Context, row: ProposalRow, kind: NoticeKind, **words: str) -> None:
    """Tell whoever wrote in a proposal something about it, inside an open gate."""
    tell(ctx, kind, ProposalId(row.id), proposals.proposal_of(ctx.session, row).drafters, **words)


def _tell_drafters(ctx: Context, after: Proposal, action: Action) -> None:
    if action is Action.RETURN:
        tell(ctx, NoticeKind.RETURNED, after.id, after.drafters, by=ctx.actor.name)
    elif action in ANSWERS:
        tell(ctx, NoticeKind.MINISTRY_ANSWERED, after.id, after.drafters, action=str(action))
    elif after.state in _BROKEN_OFF:
        tell(ctx, NoticeKind.ENDED, after.id, after.drafters, state=str(after.state))
