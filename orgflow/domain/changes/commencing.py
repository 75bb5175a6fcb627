"""What operations do to the registry on the day they commence: records closed and opened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.diff import changed_units
from orgflow.domain.changes.lineage import Descent, descents
from orgflow.domain.changes.operations import CreatePost, Operation
from orgflow.domain.changes.subjects import begun_by
from orgflow.domain.errors import Conflict
from orgflow.domain.organisation import keeping, keeping_posts, successions
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import (
    Basis,
    Dated,
    FunctionRecord,
    PostRecord,
    Succession,
    UnitRecord,
)
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import PostId, UnitId


class LaterChangeStands(Conflict):
    """A later change is recorded already; the operations must be looked at again."""

    code = "later_change_stands"


@dataclass(frozen=True, slots=True)
class Commenced:
    """The registry after a commencement, and what became of the organisation on that day."""

    history: History
    before: Organisation
    after: Organisation
    descents: tuple[Descent, ...]


def commence_operations(
    history: History, operations: Iterable[Operation], on: date, basis: Basis
) -> Commenced:
    """Return the registry in which the operations hold from a day on.

    Only what differs between the day before and after is recorded: a passing name leaves no trace.

    Raises:
        LaterChangeStands: what would change or end changes later or ends already.
        LaterChangePlanned: somebody takes up a post that ends, on or after the day.
        ChildrenRemain, CodeTaken, AlreadyEnded, PeriodEmpty: as ``keeping``.
        RuleBroken, NotFound: the operations no longer apply.
    """
    listed = tuple(operations)
    before = history.organisation_on(on)
    after = apply_proposed(before, listed)
    work = _Registry(history, on, basis)
    work.begin_units(before, after, _codes(listed))
    work.change_units(before, after)
    work.settle_posts(before, after, _post_codes(listed))
    work.settle_functions(before, after)
    work.end_units(before, after)
    found = descents(before, after, listed)
    work.succeed(found)
    return Commenced(work.history, before, after, found)


def _codes(operations: Iterable[Operation]) -> Mapping[UnitId, str]:
    new = (unit for operation in operations for unit in begun_by(operation))
    return {unit.unit_id: unit.code for unit in new if unit.code is not None}


def _post_codes(operations: Iterable[Operation]) -> Mapping[PostId, str]:
    new = (operation for operation in operations if isinstance(operation, CreatePost))
    return {operation.post.id: operation.code for operation in new if operation.code is not None}


class _Registry:
    """The registry while records are closed and opened on one day."""

    def __init__(self, history: History, on: date, basis: Basis) -> None:
        self.history = history
        self._on = on
        self._basis = basis

    def begin_units(self, before: Organisation, after: Organisation, codes: Mapping[UnitId, str]) -> None:
        """Found the new units, each after the one above it."""
        new = [unit for unit in after.units.values() if unit.id not in before.units]
        for unit in sorted(new, key=lambda unit: len(after.structure.path(unit.id))):
            if unit.id in self.history.units:
                raise LaterChangeStands(unit_id=str(unit.id), on=self._on.isoformat())
            code = codes.get(unit.id) or f"{unit.kind.code}-{unit.id.hex}"
            self.history = keeping.found_unit(self.history, self._unit_record(unit), code)

    def change_units(self, before: Organisation, after: Organisation) -> None:
        """Open a record of each unit that is not as it was."""
        for change in changed_units(before.structure, after.structure):
            self._require_last(self.history.unit(change.unit_id), change.unit_id)
            now = change.after

            def edit(record: UnitRecord, now: Unit = now) -> UnitRecord:
                return replace(
                    record,
                    kind_code=now.kind.code,
                    name=now.name,
                    parent_id=now.parent_id,
                    position=now.position,
                    short_name=now.short_name,
                    letter_code=now.letter_code,
                    duty_field=now.duty_field,
                    placement=now.placement,
                )

            self.history = keeping.change_unit(self.history, now.id, self._on, edit, self._basis)

    def settle_posts(self, before: Organisation, after: Organisation, codes: Mapping[PostId, str]) -> None:
        """Open and close the records of posts."""
        taken = set(self.history.post_codes.values())
        for post in after.posts.values():
            old = before.posts.get(post.id)
            if old is None:
                code = codes.get(post.id)
                if code is None or code in taken:
                    code = self._code_below(post.unit_id, post.id.hex)
                taken.add(code)
                self.history = keeping_posts.found_post(self.history, self._post_record(post), code)
            elif old != post:
                self._require_last(self.history.posts[post.id], post.unit_id)

                def edit(record: PostRecord, post: Post = post) -> PostRecord:
                    new = self._post_record(post)
                    return replace(new, valid_from=record.valid_from, valid_to=record.valid_to)

                self.history = keeping_posts.change_post(self.history, post.id, self._on, edit, self._basis)
        for post in before.posts.values():
            if post.id not in after.posts:
                self._require_last(self.history.posts[post.id], post.unit_id)
                self.history = keeping_posts.end_post(self.history, post.id, self._on)

    def settle_functions(self, before: Organisation, after: Organisation) -> None:
        """Open and close the records of duties and functions."""
        for function in after.functions.values():
            old = before.functions.get(function.id)
            record = self._function_record(function)
            if old is None:
                code = self._code_below(function.unit_id, function.id.hex)
                self.history = keeping_posts.add_function(self.history, record, code)
            elif old != function:
                self._require_last(self.history.functions[function.id], function.unit_id)

                def edit(held: FunctionRecord, record: FunctionRecord = record) -> FunctionRecord:
                    return replace(record, valid_from=held.valid_from, valid_to=held.valid_to)

                self.history = keeping_posts.change_function(
                    self.history, function.id, self._on, edit, self._basis
                )
        for function in before.functions.values():
            if function.id not in after.functions:
                self._require_last(self.history.functions[function.id], function.unit_id)
                self.history = keeping_posts.end_function(self.history, function.id, self._on)

    def end_units(self, before: Organisation, after: Organisation) -> None:
        """Close the records of the units that end, each after those below it."""
        ending = [unit for unit in before.units.values() if unit.id not in after.units]
        for unit in sorted(ending, key=lambda unit: -len(before.structure.path(unit.id))):
            self._require_last(self.history.unit(unit.id), unit.id)
            self.history = keeping.end_unit(self.history, unit.id, self._on)

    def succeed(self, found: Iterable[Descent]) -> None:
        """Record who came out of whom."""
        for descent in found:
            succession = Succession(
                predecessor_id=descent.predecessor_id,
                successor_id=descent.successor_id,
                kind=descent.kind,
                on=self._on,
                basis=self._basis,
            )
            self.history = successions.record_succession(self.history, succession)

    def _require_last(self, timeline: tuple[Dated, ...], unit_id: UnitId) -> None:
        last = timeline[-1]
        if last.valid_from >= self._on or last.valid_to is not None:
            raise LaterChangeStands(unit_id=str(unit_id), on=self._on.isoformat())

    def _code_below(self, unit_id: UnitId, digits: str) -> str:
        return f"{self.history.unit_codes[unit_id]}-{digits}"

    def _unit_record(self, unit: Unit) -> UnitRecord:
        return UnitRecord(
            valid_from=self._on,
            basis=self._basis,
            unit_id=unit.id,
            kind_code=unit.kind.code,
            name=unit.name,
            parent_id=unit.parent_id,
            position=unit.position,
            short_name=unit.short_name,
            letter_code=unit.letter_code,
            duty_field=unit.duty_field,
            placement=unit.placement,
        )

    def _post_record(self, post: Post) -> PostRecord:
        return PostRecord(
            valid_from=self._on,
            basis=self._basis,
            post_id=post.id,
            unit_id=post.unit_id,
            role=post.role,
            title=post.title,
            echelon=post.echelon,
            functional_rank=post.functional_rank,
            seats=post.seats,
        )

    def _function_record(self, function: Function) -> FunctionRecord:
        return FunctionRecord(
            valid_from=self._on,
            basis=self._basis,
            function_id=function.id,
            unit_id=function.unit_id,
            kind=function.kind,
            position=function.position,
            text=function.text,
        )
