"""Organisations to compare: of a day of the registry, or of a file that is read and never taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.matching import Coded
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.reconcile import reconcile
from orgflow.domain.organisation.roster import Roster, RowFault
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import FunctionId, InstrumentId, PostId, UnitId, comparable
from orgflow.exchange.mapping import Meaning, read_map
from orgflow.exchange.mapping_lines import parse_foreign
from orgflow.exchange.mapping_units import Present
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.starting.rules import unit_kinds
from orgflow.services.use_case import read
from orgflow.store import governments
from orgflow.store.organisation import kinds

_IDS: Final = UUID("5f0b7f3e-9a53-4a35-8f4e-5a1c6f9be6d1")
_HEAD: Final = "Gubernur"


class FileFaulty(RuleBroken):
    """A file cannot be read as an organisation; ``faults`` say where and why."""

    code = "file_faulty"

    def __init__(self, name: str, faults: tuple[RowFault, ...]) -> None:
        super().__init__(file=name, count=len(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class StructureFile:
    """A file in the import's form, or with a map of its columns in a form of its own."""

    name: str
    content: bytes
    map_content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two organisations.

    Attributes:
        has_places: whether its position numbers were said; else only the order of the rows.
        has_posts, has_functions: whether it says anything of posts, and of functions.
        has_kinds: whether it says of what kind a unit is; else kinds were guessed from the names.
        is_numbered: its codes are only made up for the reading.
        is_file: whether it was read from a file, whose empty cells say nothing.
    """

    coded: Coded
    has_places: bool = True
    has_posts: bool = True
    has_functions: bool = True
    has_kinds: bool = True
    is_numbered: bool = False
    is_file: bool = False


@read(requires=Permission.VIEW_STRUCTURE)
def held_kinds(ctx: Context) -> Mapping[str, UnitKind]:
    """Return the kinds of unit of the actor's government."""
    return kinds(ctx.session, ctx.government_id)


def usual_kinds() -> Mapping[str, UnitKind]:
    """Return the kinds that every province starts from, for files read without any registry."""
    return {kind.code: kind for kind in unit_kinds(_HEAD)}


def side_of_file(
    given: StructureFile, scheme: Mapping[str, UnitKind], on: date, *, role: str, government: str = ""
) -> Side:
    """Return the organisation of a file; the same file in the same role has the same ids.

    Args:
        on: the day looked at in a file that tells a history.
        role: what the file is in a comparison: ids of two roles never meet.
        government: the name of the unit on top of a foreign file that names none.

    Raises:
        FileFaulty: any row is wrong; all are named.
        MapUnreadable, MapIncomplete.
    """
    said = read_map(given.map_content) if given.map_content is not None else None
    table = read_file(given.content)
    if said is None:
        parsed = parse_roster(table)
    else:
        parsed = parse_foreign(table, said, Present((), scheme, government, is_empty=True))
    if parsed.faults:
        raise FileFaulty(given.name, parsed.faults)
    roster = replace(parsed.roster, holders=(), successions=(), regulations=())
    taken = _taken(given.name, roster, scheme, on)
    return Side(
        _named_anew(taken, roster, on, role),
        any(line.position is not None for line in roster.units),
        bool(roster.posts),
        bool(roster.functions),
        has_kinds=any(line.kind_code is not None for line in roster.units),
        is_numbered=said is not None and Meaning.UNIT_CODE not in said.columns,
        is_file=True,
    )


@read(requires=Permission.VIEW_STRUCTURE)
def side_of_day(ctx: Context, on: date) -> Side:
    """Return the organisation that the registry holds on a day."""
    history = held_history(ctx)
    codes = (history.unit_codes, history.post_codes, history.function_codes)
    return Side(Coded(history.organisation_on(on), *codes))


@read(requires=Permission.VIEW_STRUCTURE)
def government_name(ctx: Context) -> str:
    """Return the name of the government as the top of its structure."""
    return f"Pemerintah {governments.government(ctx.session, ctx.government_id).name}"


def completed(side: Side, by: Side, units: Mapping[UnitId, UnitId]) -> Side:
    """Return a side that says nothing of posts or functions with those of the other in their place.

    Args:
        units: which unit of this side is which of the other.
    """
    homes = {old: new for new, old in units.items()}
    held, other = side.coded.organisation, by.coded.organisation
    posts = list(held.posts.values())
    if not side.has_posts:
        posts = [
            replace(post, unit_id=homes[post.unit_id])
            for post in other.posts.values()
            if post.unit_id in homes
        ]
    functions = list(held.functions.values())
    if not side.has_functions:
        functions = [
            replace(one, unit_id=homes[one.unit_id])
            for one in other.functions.values()
            if one.unit_id in homes
        ]
    whole = Organisation.of(held.structure, held.kinds, posts, functions)
    coded = replace(
        side.coded,
        organisation=whole,
        post_codes=side.coded.post_codes if side.has_posts else by.coded.post_codes,
        function_codes=side.coded.function_codes if side.has_functions else by.coded.function_codes,
    )
    return replace(side, coded=coded)


def _taken(name: str, roster: Roster, scheme: Mapping[str, UnitKind], on: date) -> History:
    numbers = iter(range(1, 10_000_000))
    named = (*roster.units, *roster.posts, *roster.functions)
    instruments = {line.regulation: InstrumentId(_IDS) for line in named if line.regulation is not None}
    met = reconcile(
        History.empty(scheme),
        roster,
        on,
        new_id=lambda: UUID(int=next(numbers)),
        source=name,
        instruments=instruments,
    )
    if met.faults:
        raise FileFaulty(name, met.faults)
    return met.history


def _named_anew(history: History, roster: Roster, on: date, role: str) -> Coded:
    """Return the organisation of a file with ids that come of its codes, or of unit and words."""

    def made(*parts: str) -> UUID:
        return uuid5(_IDS, "\n".join((role, *parts)))

    held = history.organisation_on(on)
    unit_ids = {unit_id: UnitId(made("unit", history.unit_codes[unit_id])) for unit_id in held.units}
    given_posts = {line.code for line in roster.posts if line.code is not None}
    given_functions = {line.code for line in roster.functions if line.code is not None}
    post_codes: dict[PostId, str] = {}
    function_codes: dict[FunctionId, str] = {}
    posts, functions = [], []
    for post in held.posts.values():
        code, home = history.post_codes[post.id], history.unit_codes[post.unit_id]
        is_given = code in given_posts
        words = (home, post.role, comparable(post.title or ""))
        post_id = PostId(made("post", code) if is_given else made("post", *words))
        posts.append(replace(post, id=post_id, unit_id=unit_ids[post.unit_id]))
        if is_given:
            post_codes[post_id] = code
    for one in held.functions.values():
        code, home = history.function_codes[one.id], history.unit_codes[one.unit_id]
        is_given = code in given_functions
        place = (home, one.kind, str(one.position))
        function_id = FunctionId(made("function", code) if is_given else made("function", *place))
        functions.append(replace(one, id=function_id, unit_id=unit_ids[one.unit_id]))
        if is_given:
            function_codes[function_id] = code
    units = (
        replace(
            unit,
            id=unit_ids[unit.id],
            parent_id=unit_ids[unit.parent_id] if unit.parent_id is not None else None,
        )
        for unit in held.units.values()
    )
    organisation = Organisation.of(Structure.of(on, units), held.kinds, posts, functions)
    unit_codes = {unit_ids[unit_id]: history.unit_codes[unit_id] for unit_id in held.units}
    return Coded(organisation, unit_codes, post_codes, function_codes)
