"""Operations carried over from the structure they were written against to the one that stands now.

What does not conflict comes along by itself; each conflict is one question. Nothing is guessed: an operation
whose question is open is neither carried over nor dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.changes.apply import apply_proposed, carry_out
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase_carrying import begun_ids, carried, following, named_ids, without
from orgflow.domain.changes.rebase_conflicts import (
    Both,
    Choice,
    Conflict,
    ConflictCode,
    Difference,
    key_of,
)
from orgflow.domain.changes.rebase_differences import differences
from orgflow.domain.changes.working import Working
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.domain.values import comparable


@dataclass(frozen=True, slots=True)
class Rebased:
    """The operations on the structure that stands now; all places are of the list before.

    Attributes:
        kept: what stands of each operation, with its place.
        conflicts: every question, answered or not.
        done: operations whose aim the registry has reached already.
        adjusted: operations of which only a part stands, or that take something from where it is now.
        dropped: operations that were given up.
        followed: operations that spoke of what began by one that was given up.
    """

    kept: tuple[tuple[int, Operation], ...]
    conflicts: tuple[Conflict, ...]
    done: tuple[int, ...]
    adjusted: tuple[int, ...]
    dropped: tuple[int, ...]
    followed: tuple[int, ...]

    @property
    def is_settled(self) -> bool:
        """Whether no question is open."""
        return not any(conflict.is_open for conflict in self.conflicts)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations that stand."""
        return tuple(operation for _, operation in self.kept)


def rebase(
    old: Organisation,
    new: Organisation,
    operations: Sequence[Operation],
    choices: Mapping[str, Choice],
    given_up: frozenset[int] = frozenset(),
) -> Rebased:
    """Return the operations as they stand on ``new``; once settled, all of them apply to it.

    Args:
        old: the organisation the operations were written against.
        choices: answers by the conflicts' keys.
        given_up: places of operations that are dropped whatever they meet.
    """
    work = _Rebasing(Both(old, new), choices)
    for place, operation in enumerate(operations):
        work.take(place, operation, is_given_up=place in given_up)
    work.judge()
    return work.result()


def differs(old: Organisation, new: Organisation) -> bool:
    """Say whether two organisations are not the same, whatever their days."""
    return (old.units, old.posts, old.functions) != (new.units, new.posts, new.functions)


class _Rebasing:
    """The operations taken over so far."""

    def __init__(self, both: Both, choices: Mapping[str, Choice]) -> None:
        self._both = both
        self._choices = choices
        self._standing = both.new
        self._kept: list[tuple[int, Operation]] = []
        self._conflicts: list[Conflict] = []
        self._done: list[int] = []
        self._adjusted: list[int] = []
        self._dropped: list[int] = []
        self._followed: list[int] = []
        self._lost: set[UUID] = set()

    def take(self, place: int, operation: Operation, *, is_given_up: bool) -> None:
        """Take one operation over, as far as nobody must be asked or has answered."""
        if is_given_up:
            self._lose(operation, self._dropped, place)
            return
        if self._lost.intersection(named_ids(operation)):
            self._lose(operation, self._followed, place)
            return
        left = carried(operation, self._both)
        if left is None or self._is_said(left):
            self._done.append(place)
            return
        resolved = self._resolved(place, operation, left)
        if resolved is None:
            self._lose(operation, self._dropped, place)
            return
        self._put(place, operation, following(resolved, self._standing))

    def judge(self) -> None:
        """Look at kinds and names once all operations are taken, and ask of the one that breaks them."""
        while (refusal := _refusal(self._both.new, self._kept)) is not None:
            at = next((n for n in reversed(range(len(self._kept))) if self._cures(n)), len(self._kept) - 1)
            place, operation = self._kept.pop(at)
            self._ask_of_refusal(place, operation, refusal)
            for held in [held for held in self._kept if self._lost.intersection(named_ids(held[1]))]:
                self._kept.remove(held)
                self._lose(held[1], self._followed, held[0])

    def result(self) -> Rebased:
        """Return what came of it."""
        lists = (self._done, self._adjusted, self._dropped, self._followed)
        conflicts = sorted(self._conflicts, key=lambda conflict: conflict.place)
        return Rebased(tuple(self._kept), tuple(conflicts), *(tuple(sorted(held)) for held in lists))

    def _resolved(self, place: int, operation: Operation, left: Operation) -> Operation | None:
        """Return what stands of an operation after the answers to its questions; None when nothing does."""
        found = differences(left, self._both)
        kept: Operation | None = left
        for difference in found:
            alone = _only(left, found, difference)
            can_keep = _refused(self._standing, following(alone, self._standing)) is None
            key = key_of(operation, difference)
            choice = self._choices.get(key)
            if choice is Choice.OURS and not can_keep:
                choice = None
            self._conflicts.append(Conflict(place, key, difference, can_keep, choice))
            is_kept = choice is not Choice.LATEST and can_keep
            if kept is not None and not is_kept:
                kept = without(kept, difference)
        return kept

    def _put(self, place: int, operation: Operation, taken: Operation) -> None:
        refusal = _refused(self._standing, taken)
        if refusal is not None:
            self._ask_of_refusal(place, operation, refusal)
            return
        work = Working(self._standing)
        carry_out(work, taken)
        self._standing = work.frozen()
        self._kept.append((place, taken))
        if taken != operation:
            self._adjusted.append(place)

    def _ask_of_refusal(self, place: int, operation: Operation, refusal: DomainError) -> None:
        difference = Difference(ConflictCode.REFUSED, UUID(int=0), "", present=str(refusal))
        if isinstance(refusal, NameTaken):
            difference = self._taken(str(refusal.facts["name"]))
        key = key_of(operation, difference)
        choice = self._choices.get(key)
        if choice is Choice.OURS:
            choice = None
        self._conflicts.append(
            Conflict(place, key, difference, can_keep=False, choice=choice, refusal=refusal)
        )
        self._lose(operation, self._dropped, place)

    def _taken(self, name: str) -> Difference:
        """Return that a name is borne: by whom, and what that one was called."""
        old, new = self._both.old.units, self._both.new.units
        bearers = [unit for unit in new.values() if comparable(unit.name) == comparable(name)]
        bearer = next((unit for unit in bearers if old.get(unit.id) != unit), None)
        if bearer is None:
            return Difference(ConflictCode.NAME_TAKEN, UUID(int=0), name, "", name, name)
        then = old[bearer.id].name if bearer.id in old else ""
        return Difference(ConflictCode.NAME_TAKEN, bearer.id, name, then, bearer.name, name)

    def _lose(self, operation: Operation, into: list[int], place: int) -> None:
        into.append(place)
        self._lost |= begun_ids(operation)

    def _is_said(self, operation: Operation) -> bool:
        refusal = _refused(self._standing, following(operation, self._standing))
        return isinstance(refusal, NameUnchanged | NothingChanges)

    def _cures(self, at: int) -> bool:
        return _refusal(self._both.new, self._kept[:at] + self._kept[at + 1 :]) is None


def _only(left: Operation, found: tuple[Difference, ...], wanted: Difference) -> Operation:
    """Return an operation without the parts that other differences are about, as far as it has parts."""
    for difference in found:
        if difference is not wanted:
            left = without(left, difference) or left
    return left


def _refused(standing: Organisation, operation: Operation) -> DomainError | None:
    try:
        carry_out(Working(standing), operation)
    except DomainError as refusal:
        return refusal
    return None


def _refusal(standing: Organisation, kept: Sequence[tuple[int, Operation]]) -> DomainError | None:
    try:
        apply_proposed(standing, (operation for _, operation in kept))
    except DomainError as refusal:
        return refusal
    return None
