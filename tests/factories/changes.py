"""Organisations to reorganise, and random pairs of them."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from hypothesis import strategies as st

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import FunctionId, PostId, UnitId
from tests.factories.organisation import (
    AGENCY,
    BUREAU,
    DIVISION,
    GOVERNMENT,
    ON,
    SECRETARIAT,
    a_root,
    unit_id,
)

SUBDIVISION: Final = UnitKind("subbagian", "Subbagian", 5, "Kepala {unit}")
KINDS: Final = {kind.code: kind for kind in (GOVERNMENT, SECRETARIAT, AGENCY, BUREAU, DIVISION, SUBDIVISION)}
NAMES: Final = ("Umum", "Hukum", "umum", "Protokol", "Tata Usaha")
TEXTS: Final = ("penyusunan bahan", "pelayanan informasi", "pengelolaan arsip")


def post_id(number: int) -> PostId:
    """Return the id that tests give to their numbered post."""
    return PostId(UUID(int=10_000 + number))


def function_id(number: int) -> FunctionId:
    """Return the id that tests give to their numbered function."""
    return FunctionId(UUID(int=20_000 + number))


def an_organisation(
    units: Iterable[Unit], posts: Iterable[Post] = (), functions: Iterable[Function] = ()
) -> Organisation:
    """Return the organisation of these units under the government itself."""
    return Organisation.of(Structure.of(ON, [a_root(), *units]), KINDS, posts, functions)


def whole(structure: Structure) -> Organisation:
    """Return a structure as an organisation without posts and functions."""
    return Organisation.of(structure, KINDS)


@st.composite
def organisations(draw: st.DrawFn, of: Iterable[int] = range(2, 9)) -> Organisation:
    """Draw a tree of some of the numbered units, with posts and functions in them.

    Names come from few, so that they collide; no siblings share one.
    """
    chosen = [number for number in of if draw(st.integers(0, 3))]
    units: list[Unit] = [a_root()]
    borne: set[tuple[UnitId, str]] = set()
    for number in draw(st.permutations(chosen)):
        parent = draw(st.sampled_from([unit for unit in units if unit.kind is not SUBDIVISION]))
        kinds = [kind for kind in KINDS.values() if kind.level > parent.kind.level]
        free = [name for name in NAMES if (parent.id, name.casefold()) not in borne]
        if not free:
            continue
        name = draw(st.sampled_from(free))
        borne.add((parent.id, name.casefold()))
        units.append(
            Unit(
                unit_id(number),
                draw(st.sampled_from(kinds)),
                name,
                parent.id,
                draw(st.integers(0, 3)),
                letter_code=draw(st.sampled_from([None, "A"])),
                duty_field=draw(st.sampled_from([None, "humas"])),
            )
        )
    homes = st.sampled_from([unit.id for unit in units])
    posts = [
        Post(
            post_id(number),
            draw(homes),
            draw(st.sampled_from([PostRole.HEAD, PostRole.MEMBER])),
            draw(st.sampled_from([None, "Analis"])),
            draw(st.sampled_from([None, "III.a"])),
            None,
            draw(st.integers(1, 2)),
        )
        for number in range(5)
        if draw(st.booleans())
    ]
    functions = [
        Function(
            function_id(number),
            draw(homes),
            draw(st.sampled_from(list(FunctionKind))),
            draw(st.integers(1, 2)),
            draw(st.sampled_from(TEXTS)),
        )
        for number in range(5)
        if draw(st.booleans())
    ]
    structure = Structure.of(ON, draw(st.permutations(units)))
    return Organisation.of(structure, KINDS, posts, functions)
