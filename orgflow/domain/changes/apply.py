"""What an organisation becomes when operations are applied to it, in their order.

Names, parents, posts and functions are as the earlier operations left them: what one frees the next may take.
Kinds are judged once, when all operations are applied, so that a unit and those below it may change theirs
in any order. Operations that name different units, posts and functions, and no name or place that another one
frees or takes, come to the same in any order.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from orgflow.domain.changes.apply_contents import apply_to_functions, apply_to_posts
from orgflow.domain.changes.apply_endings import apply_ending
from orgflow.domain.changes.apply_units import apply_to_unit
from orgflow.domain.changes.operations import (
    EndingOperation,
    FunctionOperation,
    Operation,
    PostOperation,
    UnitOperation,
)
from orgflow.domain.changes.working import Working
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation


def apply_all(organisation: Organisation, operations: Iterable[Operation]) -> Organisation:
    """Return the organisation after all operations, each applied to what the earlier ones left.

    Raises:
        KindMayNotStand: a unit's kind may not stand where the operations put it.
        RuleBroken, NotFound: as the single operations' rules.
    """
    return _applied(organisation, operations).frozen()


def apply_proposed(organisation: Organisation, operations: Iterable[Operation]) -> Organisation:
    """Return the organisation after all operations of a proposal, which also answers for names elsewhere.

    A bureau or agency is known by its name alone: none may take the name that another bears in the end,
    wherever that one stands.

    Raises:
        NameTaken: two bureaus or agencies bear one name in the end.
        RuleBroken, NotFound: as ``apply_all``.
    """
    work = _applied(organisation, operations)
    work.judge_names()
    return work.frozen()


def apply_operation(organisation: Organisation, operation: Operation) -> Organisation:
    """Return the organisation after one operation alone.

    Raises:
        RuleBroken, NotFound: as the operation's rule.
    """
    return apply_all(organisation, (operation,))


def steps(
    organisation: Organisation, operations: Iterable[Operation]
) -> Iterator[tuple[Operation, Organisation, DomainError | None]]:
    """Yield each operation, the organisation it meets, and the rule that refuses it there.

    One that is refused changes nothing for the next. Kinds are not judged here: they are whole or broken
    when all operations are applied.
    """
    for operation, met, refused, _ in _passed(organisation, operations):
        yield operation, met, refused


def left_by(organisation: Organisation, operations: Iterable[Operation]) -> Organisation:
    """Return what the operations leave; one that is refused changes nothing, as in ``steps``."""
    standing = organisation
    for *_, left in _passed(organisation, operations):
        standing = left
    return standing


def _passed(
    organisation: Organisation, operations: Iterable[Operation]
) -> Iterator[tuple[Operation, Organisation, DomainError | None, Organisation]]:
    """Yield each operation with what it meets, the rule that refuses it, and what it leaves.

    One copy, with its indexes, goes through all of them: a new one is made only after a refusal.
    """
    standing, work = organisation, Working(organisation)
    for operation in operations:
        try:
            carry_out(work, operation)
        except DomainError as refused:
            work = Working(standing)
            yield operation, standing, refused, standing
        else:
            met, standing = standing, work.frozen()
            yield operation, met, None, standing


def carry_out(work: Working, operation: Operation) -> None:
    """Change a working copy by one operation; one that is refused may leave it half changed."""
    if isinstance(operation, UnitOperation):
        apply_to_unit(work, operation)
    elif isinstance(operation, EndingOperation):
        apply_ending(work, operation)
    elif isinstance(operation, FunctionOperation):
        apply_to_functions(work, operation)
    elif isinstance(operation, PostOperation):
        apply_to_posts(work, operation)
    else:
        assert_never(operation)


def _applied(organisation: Organisation, operations: Iterable[Operation]) -> Working:
    work = Working(organisation)
    for operation in operations:
        carry_out(work, operation)
    work.judge_kinds()
    return work
