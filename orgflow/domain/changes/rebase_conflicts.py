"""Where an operation meets a structure other than the one it was written against, and the answers to that."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from orgflow.domain.changes.encoding import encode
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import UnitId


class ConflictCode(StrEnum):
    """What became otherwise meanwhile."""

    UNIT_RENAMED = "unit_renamed"
    UNIT_MOVED = "unit_moved"
    UNIT_ENDED = "unit_ended"
    PARENT_ENDED = "parent_ended"
    KIND_CHANGED = "kind_changed"
    UNIT_RECODED = "unit_recoded"
    DUTY_FIELD_CHANGED = "duty_field_changed"
    UNITS_REORDERED = "units_reordered"
    UNIT_FILLED = "unit_filled"
    FUNCTION_REWORDED = "function_reworded"
    FUNCTION_MOVED = "function_moved"
    FUNCTION_ENDED = "function_ended"
    POST_CHANGED = "post_changed"
    POST_MOVED = "post_moved"
    POST_ENDED = "post_ended"
    NAME_TAKEN = "name_taken"
    REFUSED = "refused"


class Choice(StrEnum):
    """What a person answers: the present structure holds, the proposal holds, or Biro Organisasi is asked."""

    LATEST = "latest"
    OURS = "ours"
    ASK = "ask"


DECIDED = frozenset({Choice.LATEST, Choice.OURS})


@dataclass(frozen=True, slots=True)
class Difference:
    """Something an operation speaks of that is not as it was.

    Attributes:
        name: what it was called when the operation was written.
        former, present: what it was and is, in words; ``present`` is empty when it is gone.
        wanted: what the operation makes of it, empty where that is its end.
    """

    code: ConflictCode
    thing: UUID
    name: str
    former: str = ""
    present: str = ""
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A difference that a person must decide on.

    Attributes:
        place: of the operation in the list, from 0.
        key: stays the same as long as the operation and what it meets do.
        can_keep: whether the operation could stand as it is.
        choice: what was answered, None when nothing was or what was answered cannot be.
        refusal: the rule that refuses the operation, for ``NAME_TAKEN`` and ``REFUSED``.
    """

    place: int
    key: str
    difference: Difference
    can_keep: bool
    choice: Choice | None = None
    refusal: DomainError | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it."""
        return self.choice not in DECIDED


def key_of(operation: Operation, difference: Difference) -> str:
    """Return the key under which the answer to a conflict is kept."""
    said = "\n".join((encode(operation), difference.code, str(difference.thing), difference.present))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


class Both:
    """The organisation that operations were written against, and the one that stands now."""

    def __init__(self, old: Organisation, new: Organisation) -> None:
        self.old = old
        self.new = new

    def ended(self, *unit_ids: UnitId | None) -> Iterator[Difference]:
        """Yield units that are no more."""
        yield from self._gone(ConflictCode.UNIT_ENDED, unit_ids)

    def parent_ended(self, *unit_ids: UnitId) -> Iterator[Difference]:
        """Yield units under which something was to stand and that are no more."""
        yield from self._gone(ConflictCode.PARENT_ENDED, unit_ids)

    def stand(self, unit_id: UnitId) -> bool:
        """Say whether a unit is in both."""
        return unit_id in self.old.units and unit_id in self.new.units

    def unit(
        self, code: ConflictCode, unit_id: UnitId, then: str | None, now: str | None, wanted: str | None
    ) -> Iterator[Difference]:
        """Yield a unit of which something reads otherwise now."""
        if then != now:
            name = self.old.units[unit_id].name
            yield Difference(code, unit_id, name, then or "", now or "", wanted or "")

    def parent_name(self, organisation: Organisation, unit_id: UnitId) -> str:
        """Return the name of the unit above one."""
        return self.name(organisation, organisation.units[unit_id].parent_id)

    @staticmethod
    def name(organisation: Organisation, unit_id: UnitId | None) -> str:
        """Return a unit's name; empty where it does not stand."""
        held = organisation.units.get(unit_id) if unit_id is not None else None
        return held.name if held is not None else ""

    def _gone(self, code: ConflictCode, unit_ids: tuple[UnitId | None, ...]) -> Iterator[Difference]:
        for unit_id in dict.fromkeys(unit_ids):
            if unit_id is not None and unit_id in self.old.units and unit_id not in self.new.units:
                name = self.old.units[unit_id].name
                yield Difference(code, unit_id, name, name)
