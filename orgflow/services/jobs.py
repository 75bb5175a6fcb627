"""Work promised in the outbox: found when due, claimed, done, finished; done twice it has one effect."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission, system_actor
from orgflow.domain.errors import DomainError
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import GovernmentId, LetterId
from orgflow.services.context import Context
from orgflow.services.issuing import RENDER_TASK
from orgflow.services.letters import file_letter
from orgflow.services.notices import holders_of, tell
from orgflow.services.snapshot_files import print_snapshot
from orgflow.services.snapshots import PRINT_TASK
from orgflow.services.use_case import housekeeping
from orgflow.store import gate
from orgflow.store.gate import Work

CLAIM_LASTS: Final = timedelta(minutes=5)
BATCH: Final = 50
RETRY_MINUTES: Final = (1, 5, 15, 60, 240)
REASON: Final = "pekerjaan latar"
WORK_NAMES: Final = {
    RENDER_TASK: "menyusun berkas surat yang sudah diterbitkan",
    PRINT_TASK: "mencetak salinan berkas yang dikirim ke kementerian",
}


@dataclass(frozen=True, slots=True)
class WorkDone:
    """How many pieces of work were finished and how many failed and will be tried again."""

    finished: int
    failed: int


def work_off(ctx: Context, limit: int = BATCH) -> WorkDone:
    """Do what is due, each piece claimed by one worker; a failed one is due again later."""
    finished = failed = 0
    for work_id in due_work(ctx, limit):
        done = do_one(ctx, work_id)
        finished += done is True
        failed += done is False
    return WorkDone(finished, failed)


def do_one(ctx: Context, work_id: UUID) -> bool | None:
    """Claim and do one piece of work; None when another worker has it."""
    work = claim_work(ctx, work_id)
    if work is None:
        return None
    government_id = GovernmentId(work.government_id)
    inside = replace(ctx, actor=system_actor(REASON, government_id))
    try:
        _perform(inside, work)
    except DomainError as fault:
        postpone_work(inside, work, str(fault))
        return False
    finish_work(ctx, work.id)
    return True


def _perform(ctx: Context, work: Work) -> None:
    if work.task == RENDER_TASK:
        file_letter(ctx, LetterId(work.subject_id))
    if work.task == PRINT_TASK:
        print_snapshot(ctx, work.subject_id)


@housekeeping
def due_work(ctx: Context, limit: int) -> tuple[UUID, ...]:
    """Return the ids of work that is due or whose worker is gone."""
    return tuple(gate.due(ctx.session, ctx.now, ctx.now - CLAIM_LASTS, limit))


@housekeeping
def claim_work(ctx: Context, work_id: UUID) -> Work | None:
    """Claim one piece of work; None when another worker has it or it is done."""
    return gate.claim(ctx.session, work_id, ctx.now, ctx.now - CLAIM_LASTS)


@housekeeping
def finish_work(ctx: Context, work_id: UUID) -> None:
    """Mark work as done."""
    gate.finish(ctx.session, work_id, ctx.now)


@housekeeping
def postpone_work(ctx: Context, work: Work, failure: str) -> None:
    """Make failed work due again, later with every try; after the last lengthening somebody is told."""
    if work.attempts == len(RETRY_MINUTES):
        keepers = holders_of(ctx, (Permission.MANAGE_SETTINGS,), None)
        tell(ctx, NoticeKind.WORK_FAILED, None, keepers, work=WORK_NAMES.get(work.task, work.task))
    minutes = RETRY_MINUTES[min(work.attempts, len(RETRY_MINUTES)) - 1]
    gate.postpone(ctx.session, work.id, failure, ctx.now + timedelta(minutes=minutes))
