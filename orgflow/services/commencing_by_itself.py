"""A promulgated regulation whose day has come commences by itself, unless something must be decided first."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission, system_actor
from orgflow.domain.audit.commencement_events import CommencementHeld
from orgflow.domain.errors import DomainError
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.services.commencement import citation_of, regulation_of
from orgflow.services.context import Context
from orgflow.services.enactment import Commence, commence
from orgflow.services.notices import holders_of, tell
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import read, use_case
from orgflow.store import commencements, governments, proposals
from orgflow.store.commencements import CommencementHoldRow
from orgflow.store.proposals import Scope, StaleRevision

REASON: Final = "Pergub mulai berlaku pada harinya"


@dataclass(frozen=True, slots=True)
class Due:
    """A regulation whose day has come; ``held_for`` is why it was held before, empty where it was not."""

    government_id: GovernmentId
    proposal_id: ProposalId
    revision: int
    held_for: str


@dataclass(frozen=True, slots=True)
class HoldCommencement:
    """A regulation that cannot commence by itself, and the rule that bars it."""

    proposal_id: ProposalId
    cause: str


@dataclass(frozen=True, slots=True)
class CommencedToday:
    """How many regulations commenced, and how many wait for a person."""

    commenced: int
    held: int


def commence_due(ctx: Context) -> CommencedToday:
    """Let every regulation commence whose day has come; what is in the way of one is put on TU's desk.

    A regulation is law once it is promulgated and its day is known: nothing is approved here.
    """
    done = held = 0
    for due in due_commencements(ctx):
        inside = replace(ctx, actor=system_actor(REASON, due.government_id))
        try:
            commence(inside, Commence(due.proposal_id, due.revision))
        except StaleRevision:
            continue
        except DomainError as refused:
            held += 1
            if refused.code != due.held_for:
                hold_commencement(inside, HoldCommencement(due.proposal_id, refused.code))
        else:
            done += 1
    return CommencedToday(done, held)


@read(requires=Permission.COMMENCE)
def due_commencements(ctx: Context) -> tuple[Due, ...]:
    """Return the promulgated regulations of all governments whose day has come, the earliest first."""
    found: list[tuple[date, Due]] = []
    for government in governments.governments(ctx.session):
        today = ctx.today(government.zone)
        for row, regulation, hold in commencements.promulgated(ctx.session, Scope(government.id)):
            day = regulation.effective_on
            if day is not None and day <= today:
                cause = hold.code if hold is not None and hold.effective_on == day else ""
                found.append((day, Due(government.id, ProposalId(row.id), row.revision, cause)))
    return tuple(due for _, due in sorted(found, key=lambda entry: entry[0]))


@use_case(requires=Permission.COMMENCE)
def hold_commencement(ctx: Context, command: HoldCommencement) -> UUID:
    """Record why a regulation whose day has come waits for a person.

    Raises:
        UnknownProposal, RegulationMissing.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    regulation = regulation_of(ctx, row)
    day = regulation.effective_on or today_of(ctx)
    commencements.put_hold(
        ctx.session,
        CommencementHoldRow(
            government_id=ctx.government_id,
            proposal_id=row.id,
            code=command.cause,
            effective_on=day,
            found_at=ctx.now,
            settled_at=None,
        ),
    )
    ctx.record(CommencementHeld(str(row.id), citation_of(regulation), day.isoformat(), command.cause))
    to = holders_of(ctx, (Permission.COMMENCE,), UnitId(row.unit_id))
    tell(ctx, NoticeKind.COMMENCEMENT_STOPPED, command.proposal_id, to, effective_on=day.isoformat())
    return row.id
