"""The texts of an operation as they are kept: names on one line, nothing that cannot be printed."""

from dataclasses import replace
from typing import assert_never

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import NewUnit, Operation, Point, PostOperation, UnitOperation
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.values import clean_line, clean_name, clean_words_if_any

CODE_LENGTH = 60
FUNCTION_LENGTH = 2_000


def cleaned(operation: Operation) -> Operation:
    """Return the operation with its texts as they are kept; a blank text that may be open is None.

    Raises:
        TextEmpty: a name or the wording of a function is empty.
        TextTooLong, TextUnprintable.
    """
    kept = replace(operation, reason=_open(operation.reason, "reason", 2_000))
    if isinstance(kept, UnitOperation):
        return _cleaned_unit(kept)
    if isinstance(kept, PostOperation):
        return _cleaned_post(kept)
    match kept:
        case ops.MergeUnits(into=into):
            return replace(kept, into=_unit(into))
        case ops.SplitUnit(parts=parts):
            return replace(kept, parts=tuple(replace(part, unit=_unit(part.unit)) for part in parts))
        case ops.ReviseFunctions(added=added, amended=amended):
            return replace(kept, added=tuple(map(_point, added)), amended=tuple(map(_point, amended)))
        case ops.AbolishUnit() | ops.TransferFunction():
            return kept
        case _:
            assert_never(kept)


def _cleaned_unit(kept: UnitOperation) -> UnitOperation:
    match kept:
        case ops.RenameUnit(new_name=name):
            return replace(kept, new_name=clean_name(name, field="new_name"))
        case ops.CreateUnit(unit=unit):
            return replace(kept, unit=_unit(unit))
        case ops.RecodeUnit(short_name=short, letter_code=code):
            short, code = _open(short, "short_name", 200), _open(code, "letter_code", CODE_LENGTH)
            return replace(kept, short_name=short, letter_code=code)
        case ops.ReviseDutyField(duty_field=field):
            return replace(kept, duty_field=_open(field, "duty_field", 500))
        case ops.SwapNames() | ops.MoveUnit() | ops.ReorderUnits() | ops.ChangeKind():
            return kept
        case _:
            assert_never(kept)


def _cleaned_post(kept: PostOperation) -> PostOperation:
    match kept:
        case ops.CreatePost(post=post, code=code):
            return replace(kept, post=_post(post), code=_open(code, "unit_code", CODE_LENGTH))
        case ops.ChangePost(title=title, echelon=echelon, functional_rank=rank):
            return replace(
                kept,
                title=_open(title, "title", 200),
                echelon=_open(echelon, "echelon", CODE_LENGTH),
                functional_rank=_open(rank, "functional_rank", CODE_LENGTH),
            )
        case ops.AbolishPost() | ops.TransferPost():
            return kept
        case _:
            assert_never(kept)


def _unit(unit: NewUnit) -> NewUnit:
    return replace(
        unit,
        name=clean_name(unit.name, field="new_name"),
        code=_open(unit.code, "unit_code", CODE_LENGTH),
        short_name=_open(unit.short_name, "short_name", 200),
        letter_code=_open(unit.letter_code, "letter_code", CODE_LENGTH),
        duty_field=_open(unit.duty_field, "duty_field", 500),
    )


def _point(point: Point) -> Point:
    return replace(point, text=clean_line(point.text, field="text", limit=FUNCTION_LENGTH))


def _post(post: Post) -> Post:
    return replace(
        post,
        title=_open(post.title, "title", 200),
        echelon=_open(post.echelon, "echelon", CODE_LENGTH),
        functional_rank=_open(post.functional_rank, "functional_rank", CODE_LENGTH),
    )


def _open(text: str | None, field: str, limit: int) -> str | None:
    return (clean_words_if_any(text, field=field, limit=limit) or None) if text is not None else None
