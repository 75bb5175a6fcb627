"""Two days beside each other: what became of each unit."""

from dataclasses import dataclass
from datetime import date

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
    """Return what differs between two days; today in the place of a day that is not named."""
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    days = sorted((first or today, second or today))
    earlier, later = (structures.structure_on(ctx.session, held.id, day) for day in days)
    unknown = organisation.unknown_starts(ctx.session, held.id)
    return ComparisonPage(held, earlier, later, compare(earlier, later, unknown), today)
