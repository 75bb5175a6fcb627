"""From two organisations to a change-set, from a change-set to its result, and what differs between two."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.derive import Derived, Says, derive, match
from orgflow.domain.changes.encoding import from_plain, plain
from orgflow.domain.changes.matching import Answers
from orgflow.domain.changes.operations import CreatePost, Operation
from orgflow.domain.changes.subjects import begun_by
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import PostId, UnitId
from orgflow.services.structure_files import Side, completed

CHANGE_SET: Final = 1


class ChangeSetUnreadable(RuleBroken):
    """A file holds no change-set."""

    code = "change_set_unreadable"


@dataclass(frozen=True, slots=True)
class Result:
    """What a change-set makes of an organisation, with the codes of what was held and of what began."""

    before: Organisation
    after: Organisation
    operations: tuple[Operation, ...]
    unit_codes: Mapping[UnitId, str]
    post_codes: Mapping[PostId, str]


def derive_change_set(
    before: Side, after: Side, *, by_name: bool = False, answers: Answers | None = None
) -> Derived:
    """Return the operations that lead from one side to the other, and what must be asked.

    ``answers`` is what a person said of pairs that were asked.

    What the second says nothing of stays as the first has it: posts or functions without a table, and what
    the empty cells of a file leave open.
    """
    is_by_name = by_name or before.is_numbered or after.is_numbered
    if not (after.has_posts and after.has_functions):
        matched = match(before.coded, after.coded, by_name=is_by_name, answers=answers)
        after = completed(after, before, matched.units)
    says = Says(before.has_places and after.has_places, gaps=not after.is_file, kinds=after.has_kinds)
    return derive(before.coded, after.coded, by_name=is_by_name, says=says, answers=answers)


def apply_change_set(operations: tuple[Operation, ...], before: Side) -> Result:
    """Return the organisation that the operations make; nothing is written.

    Raises:
        RuleBroken, NotFound: as the operations' rules.
    """
    held = before.coded
    after = apply_all(held.organisation, operations)
    units = dict(held.unit_codes)
    posts = dict(held.post_codes)
    for operation in operations:
        units |= {new.unit_id: new.code for new in begun_by(operation) if new.code is not None}
        if isinstance(operation, CreatePost) and operation.code is not None:
            posts[operation.post.id] = operation.code
    return Result(held.organisation, after, operations, units, posts)


def written(operations: tuple[Operation, ...]) -> list[dict[str, object]]:
    """Return the operations as a change-set's file holds them."""
    return [plain(operation) for operation in operations]


def read_change_set(name: str, content: bytes) -> tuple[Operation, ...]:
    """Return the operations that a change-set's file holds.

    Raises:
        ChangeSetUnreadable: it is no change-set.
        OperationUnreadable: an operation is of a kind or version unknown here.
    """
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ChangeSetUnreadable(file=name) from None
    listed = held.get("operations") if isinstance(held, dict) else None
    if not isinstance(held, dict) or held.get("changeset") != CHANGE_SET or not isinstance(listed, list):
        raise ChangeSetUnreadable(file=name)
    return tuple(from_plain(one) for one in listed)
