"""Letters that a unit's proposals sent out, each under the name the unit bore that day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.values import LetterId, UnitId
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, letter_lists, organisation
from orgflow.store.organisation import UnitVersionRow


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter that was issued; ``borne`` is the unit's name on that day."""

    id: LetterId
    kind: str
    number: str | None
    issued_on: date
    borne: str


@read(requires=Permission.VIEW_LETTERS)
def letters_issued_by(ctx: Context, unit_id: UUID) -> tuple[IssuedLetter, ...]:
    """Return the letters issued for a unit's proposals, the newest first; none out of the actor's reach."""
    unit = UnitId(unit_id)
    held = governments.government(ctx.session, ctx.government_id)
    versions = organisation.versions_of(ctx.session, held.id, unit)
    found: list[IssuedLetter] = []
    for row in letter_lists.letters_of_unit(ctx.session, scope_of(ctx), unit):
        if row.issued_at is not None:
            day = local_date(row.issued_at, held.zone)
            found.append(IssuedLetter(LetterId(row.id), row.kind, row.number, day, _borne(versions, day)))
    return tuple(found)


def _borne(versions: list[UnitVersionRow], day: date) -> str:
    begun = [version for version in versions if version.valid_from <= day]
    return (begun or versions)[-1 if begun else 0].name
