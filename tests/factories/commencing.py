"""The invented secretariat as a registry in which a regulation commences on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.changes.commencing import commence_operations
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.recommencing import Move, Touched, move_commencement
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis, FunctionRecord, PostRecord, UnitRecord
from orgflow.domain.values import InstrumentId
from tests.factories.changes import KINDS
from tests.factories.secretariat import a_secretariat

BEGUN: Final = date(2020, 1, 1)
THE_DAY: Final = date(2026, 4, 1)
REGULATION: Final = InstrumentId(UUID(int=700))
_FORMER: Final = Basis(source="Karangan untuk uji")
BASIS: Final = Basis(source="Peraturan Gubernur CONTOH", instrument_id=REGULATION)


def a_registry() -> History:
    """Return the secretariat as a registry that holds since ``BEGUN``."""
    organisation, history = a_secretariat(), History.empty(KINDS)
    for unit in organisation.units.values():
        record = UnitRecord(
            valid_from=BEGUN,
            basis=_FORMER,
            unit_id=unit.id,
            kind_code=unit.kind.code,
            name=unit.name,
            parent_id=unit.parent_id,
            position=unit.position,
        )
        history = history.with_unit(unit.id, (record,), f"U{unit.id.int}")
    for post in organisation.posts.values():
        held = PostRecord(
            valid_from=BEGUN,
            basis=_FORMER,
            post_id=post.id,
            unit_id=post.unit_id,
            role=post.role,
            title=post.title,
            echelon=post.echelon,
            functional_rank=post.functional_rank,
            seats=post.seats,
        )
        history = history.with_post(post.id, (held,), f"P{post.id.int}")
    for one in organisation.functions.values():
        text = FunctionRecord(
            valid_from=BEGUN,
            basis=_FORMER,
            function_id=one.id,
            unit_id=one.unit_id,
            kind=one.kind,
            position=one.position,
            text=one.text,
        )
        history = history.with_function(one.id, (text,), f"F{one.id.int}")
    return history


@dataclass(frozen=True, slots=True)
class Commencing:
    """A registry before and after a regulation commenced on ``THE_DAY``."""

    before: History
    after: History

    @property
    def touched(self) -> Touched:
        """What the commencement touched."""
        return Touched.between(self.before, self.after)

    def moved(self, new: date, standing: History | None = None) -> History:
        """Return the registry with the day corrected."""
        return move_commencement(standing or self.after, self.touched, Move(REGULATION, THE_DAY, new))


def commenced(*operations: Operation, on: date = THE_DAY) -> Commencing:
    """Return the secretariat in which these operations commence on a day."""
    before = a_registry()
    return Commencing(before, commence_operations(before, operations, on, BASIS).history)
