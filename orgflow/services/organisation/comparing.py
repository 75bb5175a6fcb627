"""Two days beside each other: what became of each unit."""

from dataclasses import dataclass
from datetime import date, timedelta

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.comparison import UnitDifference, compare
from orgflow.domain.organisation.structure import Structure
from orgflow.services.context import Context
from orgflow.services.use_case import read
from orgflow.store import governments, organisation, structures
from orgflow.store.governments import Government


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The structures of two days and what differs; ``earlier`` lies before ``later`` or is the same day."""

    government: Government
    earlier: Structure
    later: Structure
    differences: tuple[UnitDifference, ...]
    today: date

    @property
    def partial_before(self) -> date | None:
        """The day before which the registry is recorded in part, when the earlier day lies before it."""
        whole_from = self.government.recorded_whole_from
        return whole_from if whole_from is not None and self.earlier.on < whole_from else None


@read(requires=Permission.VIEW_STRUCTURE)
def compare_days(ctx: Context, first: date | None, second: date | None) -> ComparisonPage:
    """Return what differs between two days, in whatever order they are named.

    Without ``second`` it is today; without ``first`` the day before the structure changed last.
    """
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    later_day = second or today
    days = sorted((first or _before_the_last_change(ctx, later_day), later_day))
    earlier, later = (structures.structure_on(ctx.session, held.id, day) for day in days)
    unknown = organisation.unknown_starts(ctx.session, held.id)
    return ComparisonPage(held, earlier, later, compare(earlier, later, unknown), today)


def _before_the_last_change(ctx: Context, day: date) -> date:
    """Return the day before the last change up to a day; the day itself where nothing came before that."""
    changed = [one for one in organisation.change_days(ctx.session, ctx.government_id) if one <= day]
    return changed[-1] - timedelta(days=1) if len(changed) > 1 else day
