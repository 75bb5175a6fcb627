"""What of a regulation's operations still holds on its day, and what somebody must decide before.

The operations were written against the structure of an earlier day. What is as it was then comes along; what
became otherwise meanwhile, or was reached by another way, is one question each: does the regulation's word
hold, or what stands now. Nothing of a regulation is left out without a person's answer.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgflow.domain.changes.encoding import encode
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase import Rebased, rebase
from orgflow.domain.changes.rebase_conflicts import DECIDED, Choice, Conflict
from orgflow.domain.organisation.organisation import Organisation


@dataclass(frozen=True, slots=True)
class CommencingQuestion:
    """What somebody decides before a regulation commences.

    Attributes:
        place: of the operation in the list, from 0.
        conflict: what became otherwise; None where the registry has reached the operation's aim already.
        can_keep: whether the operation can hold as the regulation says it.
        choice: what was answered, None when nothing was or what was answered cannot be.
    """

    place: int
    key: str
    conflict: Conflict | None
    can_keep: bool
    choice: Choice | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it."""
        return self.choice is None


@dataclass(frozen=True, slots=True)
class CommencingPlan:
    """The operations as they would be applied; ``left_out`` are the places of those that would not be."""

    operations: tuple[Operation, ...]
    questions: tuple[CommencingQuestion, ...]
    left_out: tuple[int, ...]

    @property
    def open_questions(self) -> tuple[CommencingQuestion, ...]:
        """The questions that nobody has decided."""
        return tuple(question for question in self.questions if question.is_open)


def plan_commencement(
    written_against: Organisation,
    standing: Organisation,
    operations: Sequence[Operation],
    choices: Mapping[str, Choice],
) -> CommencingPlan:
    """Return what of the operations holds on ``standing``, and what is to be decided before.

    Args:
        choices: answers by the questions' keys; ``Choice.OURS`` is the regulation's word.
    """
    found = rebase(written_against, standing, operations, choices)
    questions = (*map(_asked, found.conflicts), *_reached(found, operations, choices))
    return CommencingPlan(
        found.operations,
        tuple(sorted(questions, key=lambda question: question.place)),
        tuple(sorted({*found.done, *found.dropped, *found.followed})),
    )


def _asked(conflict: Conflict) -> CommencingQuestion:
    choice = conflict.choice if conflict.choice in DECIDED else None
    return CommencingQuestion(conflict.place, conflict.key, conflict, conflict.can_keep, choice)


def _reached(
    found: Rebased, operations: Sequence[Operation], choices: Mapping[str, Choice]
) -> Iterator[CommencingQuestion]:
    for place in found.done:
        key = hashlib.sha256(f"{encode(operations[place])}\nreached".encode()).hexdigest()[:32]
        choice = Choice.LATEST if choices.get(key) is Choice.LATEST else None
        yield CommencingQuestion(place, key, None, can_keep=False, choice=choice)
