"""The room a template's wording runs in: plain values in, words out, nothing else within reach."""

import re
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from orgflow.domain.letters.facts import FactValue
from orgflow.domain.letters.spelling import counted
from orgflow.letters.errors import FactsUnfit, TemplateRefused, TemplateUnreadable

LONGEST_WORDING = 50_000
DEEPEST_LOOP = 2

_LOOSE_SPACE = re.compile(r"(?<!\S) | (?!\S)")
"""A space at an end or beside another: markup would lose it. One between two words stays by itself."""

_FILTERS = frozenset({"fact", "listed", "inline_list", "counted", "length", "lower"})
_TESTS = frozenset({"none"})
_LOOP_WORDS = frozenset({"index", "first", "last"})
_ALLOWED_NODES: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Filter,
    nodes.Test,
    nodes.If,
    nodes.For,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)


def check_wording(wording: str) -> None:
    """Refuse a template that does more than print facts, choose and repeat.

    Raises:
        TemplateRefused: a construct outside the allow-list, a loop too deep, or a wording too long.
        TemplateUnreadable: the template's syntax is broken.
    """
    if len(wording) > LONGEST_WORDING:
        raise TemplateRefused(construct="length", line=1)
    try:
        tree = _Room().parse(wording)
    except (TemplateSyntaxError, RecursionError) as broken:
        raise TemplateUnreadable(at=f"line {getattr(broken, 'lineno', 0)}") from broken
    _check(tree, loops=0)


def write_wording(wording: str, facts: Mapping[str, FactValue]) -> str:
    """Return the markup that a template gives for these facts.

    Raises:
        TemplateRefused, TemplateUnreadable: as ``check_wording``.
        FactsUnfit: the template prints a fact that is not there, or that is not words or a number.
    """
    try:
        return _compiled(wording).render(dict(facts))
    except (TemplateError, AttributeError, TypeError, ValueError) as broken:
        raise FactsUnfit(places=(str(broken),)) from broken


@lru_cache(maxsize=16)
def _compiled(wording: str) -> Template:
    """Return a wording that was looked at, compiled once for the life of the process."""
    check_wording(wording)
    return _Room().from_string(wording)


class _Room(ImmutableSandboxedEnvironment):
    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_printed,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=0,
        )
        self.globals.clear()
        self.filters = {
            "fact": _fact,
            "listed": _listed,
            "inline_list": _inline_list,
            "counted": counted,
            "length": len,
            "lower": _lower,
        }
        self.tests = {"none": _is_none}

    def getattr(self, obj: object, attribute: str) -> object:
        """Read a named fact, or a loop's place; nothing else has attributes here."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP_WORDS:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: object, argument: object) -> Undefined:
        """Nothing is read by index."""
        return self.undefined(obj=obj, name=str(argument))


def _check(node: nodes.Node, loops: int) -> None:
    if not isinstance(node, _ALLOWED_NODES):
        raise TemplateRefused(construct=type(node).__name__.lower(), line=node.lineno or 1)
    match node:
        case nodes.Filter(name=name) if name not in _FILTERS:
            raise TemplateRefused(construct=f"filter {name}", line=node.lineno)
        case nodes.Test(name=name) if name not in _TESTS:
            raise TemplateRefused(construct=f"test {name}", line=node.lineno)
        case nodes.Getattr(attr=name) | nodes.Name(name=name) if name.startswith("_"):
            raise TemplateRefused(construct=name, line=node.lineno)
        case nodes.Const(value=value) if not isinstance(value, (str, int)):
            raise TemplateRefused(construct="constant", line=node.lineno)
        case nodes.For(recursive=True):
            raise TemplateRefused(construct="recursive loop", line=node.lineno)
        case nodes.For():
            loops += 1
    if loops > DEEPEST_LOOP:
        raise TemplateRefused(construct="nested loops", line=node.lineno)
    for child in node.iter_child_nodes():
        _check(child, loops)


def _printed(value: object) -> object:
    """Print words and whole numbers alone; spaces of a fact are kept apart from those of the wording."""
    if isinstance(value, (Undefined, Markup)):
        return value
    if isinstance(value, str):
        return Markup(_LOOSE_SPACE.sub("&#32;", escape(value)))
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TypeError(f"not words: {type(value).__name__}")


def _fact(value: FactValue | Undefined, key: str) -> FactValue | Undefined | Markup:
    """Return the value, or a gap of this key when nothing was given."""
    if isinstance(value, Undefined):
        return value
    if value is None or value in ("", ()):
        return Markup('<gap key="{}"></gap>').format(key)
    return value


def _listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items with the endings of a list: ``;``, ``; dan`` and a full stop.

    A no-break space keeps the last word from standing alone on a line.
    """
    bare = [value.rstrip(" ;.") for value in values]
    last = len(bare) - 1
    endings = {last: ".", last - 1: ";\N{NO-BREAK SPACE}dan"}
    return tuple(words + endings.get(position, ";") for position, words in enumerate(bare))


def _inline_list(values: tuple[str, ...]) -> str:
    """Return the items in one line: ``(1) x; (2) y; dan (3) z``; a single item bears no number."""
    bare = [value.rstrip(" ;.") for value in values]
    if len(bare) == 1:
        return bare[0]
    numbered = [f"({position}) {words}" for position, words in enumerate(bare, start=1)]
    return "; ".join([*numbered[:-1], f"dan {numbered[-1]}"]) if numbered else ""


def _lower(value: str) -> str:
    return value.lower()


def _is_none(value: FactValue | Undefined) -> bool:
    if isinstance(value, Undefined):
        raise UndefinedError("is none")
    return value is None
