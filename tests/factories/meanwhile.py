"""A secretariat that changed while a proposal was being drafted (CONTOH)."""

from collections.abc import Callable
from dataclasses import dataclass

from orgflow.domain.changes.apply import apply_all, apply_proposed
from orgflow.domain.changes.operations import ChangePost, Operation, Point
from orgflow.domain.changes.rebase import Rebased, rebase
from orgflow.domain.changes.rebase_conflicts import Choice, Conflict, ConflictCode
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import FunctionKind, PostRole
from tests.factories.changes import function_id
from tests.factories.secretariat import ANALYST, a_secretariat

Answerer = Callable[[Conflict], Choice | None]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A proposal's operations and what the registry did meanwhile."""

    old: Organisation
    new: Organisation
    operations: tuple[Operation, ...]

    def asked(self) -> Rebased:
        """Return the operations carried over with nothing answered."""
        return rebase(self.old, self.new, self.operations, {})

    def answered(self, choice: Choice) -> Rebased:
        """Return the operations carried over when every question has one answer, asked until none is new."""
        choices: dict[str, Choice] = {}
        for _ in range(10):
            found = rebase(self.old, self.new, self.operations, choices)
            new = {held.key: choice for held in found.conflicts if held.key not in choices}
            if not new:
                return found
            choices |= new
        raise AssertionError("the questions do not end")

    def codes(self) -> list[ConflictCode]:
        """Return what is asked, in order."""
        return [held.difference.code for held in self.asked().conflicts]


def meanwhile(by_the_registry: tuple[Operation, ...], *operations: Operation) -> Meanwhile:
    """Return a proposal that applied to the secretariat before the registry changed."""
    old = a_secretariat()
    apply_proposed(old, operations)
    return Meanwhile(old, apply_all(old, by_the_registry), operations)


def a_point(held: int, text: str, position: int = 1) -> Point:
    """Return a function of the secretariat as it is to read."""
    return Point(function_id(held), FunctionKind.FUNCTION, position, text)


def a_post_change(title: str, seats: int = 3) -> ChangePost:
    """Return a change of the analyst's post."""
    return ChangePost(ANALYST, PostRole.MEMBER, title, None, "Ahli Muda", seats)
