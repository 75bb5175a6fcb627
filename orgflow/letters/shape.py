"""Which facts a template needs for its body, and whether those given fit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.letters.facts import FactValue
from orgflow.letters.errors import FactsUnfit, TemplateUnreadable


class Plain(StrEnum):
    """What one fact may be; a question mark allows that it is not known or does not apply."""

    TEXT = "text"
    TEXT_OR_NONE = "text?"
    COUNT = "count"
    COUNT_OR_NONE = "count?"
    FLAG = "flag"
    TEXTS = "texts"

    @property
    def may_be_none(self) -> bool:
        return self in (Plain.TEXT_OR_NONE, Plain.COUNT_OR_NONE)


@dataclass(frozen=True, slots=True)
class Record:
    """Named facts."""

    fields: Mapping[str, "Shape"]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of records."""

    item: Record


Shape = Plain | Record | Many


def read_shape(declared: object, at: str = "facts") -> Shape:
    """Return the shape that a template's ``[facts]`` table declares.

    Raises:
        TemplateUnreadable: a word is not one of ``Plain``, or a list does not hold exactly one table.
    """
    if isinstance(declared, dict):
        return Record({str(name): read_shape(inner, f"{at}.{name}") for name, inner in declared.items()})
    if isinstance(declared, list) and len(declared) == 1:
        item = read_shape(declared[0], at)
        if isinstance(item, Record):
            return Many(item)
    if isinstance(declared, str) and declared in tuple(Plain):
        return Plain(declared)
    raise TemplateUnreadable(at=at)


def fit(shape: Record, given: Mapping[str, FactValue]) -> Mapping[str, FactValue]:
    """Return the facts with every optional one present.

    Raises:
        FactsUnfit: some are missing, unasked for, or of the wrong kind; all places are named at once.
    """
    places = tuple(_misfits(shape, given, ""))
    if places:
        raise FactsUnfit(places=places)
    return {name: _completed(inner, given.get(name)) for name, inner in shape.fields.items()}


def _completed(shape: Shape, value: FactValue) -> FactValue:
    match shape:
        case Record(fields=fields) if isinstance(value, Mapping):
            return {name: _completed(inner, value.get(name)) for name, inner in fields.items()}
        case Many(item=item) if isinstance(value, tuple):
            return tuple(_completed(item, inner) for inner in value)
        case _:
            return value


def _misfits(shape: Shape, value: FactValue, at: str) -> Iterator[str]:
    match shape:
        case Record(fields=fields):
            if not isinstance(value, Mapping):
                yield at
                return
            yield from (_path(at, name) for name in value if name not in fields)
            for name, inner in fields.items():
                yield from _misfits(inner, value.get(name), _path(at, name))
        case Many(item=item):
            if not isinstance(value, tuple):
                yield at
                return
            for position, inner_value in enumerate(value, start=1):
                yield from _misfits(item, inner_value, _path(at, str(position)))
        case Plain():
            if not _is_plain(shape, value):
                yield at


def _is_plain(shape: Plain, value: FactValue) -> bool:
    if value is None:
        return shape.may_be_none
    match shape:
        case Plain.TEXT | Plain.TEXT_OR_NONE:
            return isinstance(value, str)
        case Plain.COUNT | Plain.COUNT_OR_NONE:
            return isinstance(value, int) and not isinstance(value, bool)
        case Plain.FLAG:
            return isinstance(value, bool)
        case Plain.TEXTS:
            return isinstance(value, tuple) and all(isinstance(inner, str) for inner in value)


def _path(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name
