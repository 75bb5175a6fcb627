"""The name that an operation gives, where a change of the name alone is what the ministry may grant."""

from dataclasses import replace

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation


def name_given(operation: Operation) -> str | None:
    """Return the name an operation gives to one thing; None where it gives none, or several."""
    match operation:
        case ops.RenameUnit(new_name=name):
            return name
        case ops.CreateUnit(unit=unit):
            return unit.name
        case ops.MergeUnits(into=into):
            return into.name
        case ops.CreatePost(post=post):
            return post.title
        case ops.ChangePost(title=title):
            return title
        case _:
            return None


def with_name(operation: Operation, name: str) -> Operation:
    """Return the operation giving another name; one that gives none stays as it is."""
    match operation:
        case ops.RenameUnit():
            return replace(operation, new_name=name)
        case ops.CreateUnit(unit=unit):
            return replace(operation, unit=replace(unit, name=name))
        case ops.MergeUnits(into=into):
            return replace(operation, into=replace(into, name=name))
        case ops.CreatePost(post=post):
            return replace(operation, post=replace(post, title=name))
        case ops.ChangePost():
            return replace(operation, title=name)
        case _:
            return operation
