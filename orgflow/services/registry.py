"""How the registry is kept: read whole, changed by the rules, checked for every day, and written back."""

from datetime import date
from uuid import UUID

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.soundness import check
from orgflow.services.context import Context
from orgflow.services.search_index import index_registry
from orgflow.store.registry import load_history
from orgflow.store.registry_rows import Stamp
from orgflow.store.registry_writing import save_history


def held_history(ctx: Context) -> History:
    """Return the registry of the actor's government as now believed."""
    return load_history(ctx.session, ctx.government_id)


def keep(
    ctx: Context,
    before: History,
    after: History,
    *,
    since: date | None = None,
    reason: str | None = None,
    proposal_id: UUID | None = None,
) -> None:
    """Write what differs, once no day from ``since`` on is broken by it.

    Raises:
        RuleBroken: as ``soundness.check``.
    """
    check(after, since)
    stamp = Stamp(ctx.government_id, ctx.new_id, ctx.now, ctx.actor.name, reason, proposal_id)
    save_history(ctx.session, before, after, stamp)
    index_registry(ctx, before, after)
