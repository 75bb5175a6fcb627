"""Two generated organisations of which it is known what became of each unit and post."""

import random
from dataclasses import dataclass, field, replace
from typing import Final

from orgflow.domain.changes.matching import Coded
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import FunctionId, PostId, UnitId
from tests.factories.changes import KINDS, function_id, post_id
from tests.factories.organisation import BUREAU, DIVISION, ON, a_root, unit_id

POSTS: Final = 2_000
RENAMED, MOVED, CREATED, ABOLISHED = 300, 200, 150, 150
_AREAS: Final = (
    "Perencanaan", "Kepegawaian", "Keuangan", "Protokol", "Publikasi", "Arsip", "Hukum", "Aset", "Kerja Sama",
    "Pelaporan", "Rumah Tangga", "Perbendaharaan", "Pengadaan", "Komunikasi", "Data", "Evaluasi", "Pelayanan",
    "Pengawasan", "Kesejahteraan", "Perekonomian", "Pendidikan", "Kesehatan", "Pertanian", "Kelautan",
)  # fmt: skip
_MATTERS: Final = (
    "Daerah", "Pimpinan", "Umum", "Wilayah", "Desa", "Kota", "Pesisir", "Pegunungan", "Perbatasan",
    "Kepulauan",
    "Pegawai", "Masyarakat", "Perusahaan", "Lingkungan", "Hutan", "Sungai", "Industri", "Perdagangan",
)  # fmt: skip
_TITLES: Final = ("Analis", "Pranata", "Pengelola", "Penyusun", "Penelaah", "Pengadministrasi")
_BELOW: Final = 8


@dataclass(slots=True)
class TwoOrganisations:
    """Both organisations under unlike ids, and which id of the second is which of the first."""

    before: Coded
    after: Coded
    units: dict[UnitId, UnitId] = field(default_factory=dict)
    posts: dict[PostId, PostId] = field(default_factory=dict)


def two_organisations(seed: int = 7, units: int = 1_000) -> TwoOrganisations:
    """Return organisations of 2,000 posts: of units and posts 300 renamed, 200 moved, 150 new, 150 ended.

    What is renamed keeps a word or two of its name; what ended and what is new have names of their own.
    """
    chance = random.Random(seed)
    names = _names(chance)
    before_units, before_posts, functions = _first(units, names)
    after_units, after_posts = _second(chance, names, before_units, before_posts)
    kept = {unit.id for unit in after_units}
    before = _organisation(before_units, before_posts, functions)
    after = _organisation(after_units, after_posts, [held for held in functions if held.unit_id in kept])
    unit_codes = {unit.id: f"U{unit.id.int}" for unit in (*before_units, *after_units)}
    post_codes = {post.id: f"P{post.id.int}" for post in (*before_posts, *after_posts)}
    return _with_other_ids(before, after, unit_codes, post_codes)


def _names(chance: random.Random) -> list[str]:
    every = [
        f"{area} {matter} {level}"
        for area in _AREAS
        for matter in _MATTERS
        for level in ("Satu", "Dua", "Tiga", "Empat", "Lima")
    ]
    chance.shuffle(every)
    return every


def _first(count: int, names: list[str]) -> tuple[list[Unit], list[Post], list[Function]]:
    units = [a_root()]
    for number in range(2, count + 2):
        above = units[(number - 2) // _BELOW] if number > _BELOW + 1 else units[0]
        kind = BUREAU if above.parent_id is None else DIVISION
        units.append(Unit(unit_id(number), kind, f"{kind.name} {names.pop()}", above.id, number))
    posts = [
        Post(
            post_id(number),
            units[1 + number % count].id,
            PostRole.MEMBER,
            f"{_TITLES[number % len(_TITLES)]} {names.pop() if number < 600 else _word(number)}",
            "IV.a" if number % 3 == 0 else None,
        )
        for number in range(POSTS)
    ]
    functions = [
        Function(
            function_id(number),
            units[1 + number].id,
            FunctionKind.FUNCTION,
            1,
            f"pengelolaan {_word(number)}",
        )
        for number in range(count)
    ]
    return units, posts, functions


def _word(number: int) -> str:
    area, matter = _AREAS[number % len(_AREAS)], _MATTERS[number // len(_AREAS) % len(_MATTERS)]
    return f"{area} {matter} Tingkat {number // (len(_AREAS) * len(_MATTERS))}"


def _second(
    chance: random.Random, names: list[str], units: list[Unit], posts: list[Post]
) -> tuple[list[Unit], list[Post]]:
    holding = {unit.parent_id for unit in units} | {post.unit_id for post in posts[: len(posts) // 8]}
    leaves = [unit for unit in units[1:] if unit.id not in holding]
    ended = {unit.id for unit in chance.sample(leaves, ABOLISHED)}
    stay = [unit for unit in units[1:] if unit.id not in ended]
    changed = {unit.id: unit for unit in units if unit.id not in ended}
    for unit in chance.sample(stay, RENAMED):
        changed[unit.id] = replace(changed[unit.id], name=_renamed(unit.name, chance))
    bureaus = [unit for unit in stay if unit.kind is BUREAU]
    movable = [unit for unit in stay if unit.kind is DIVISION and unit.id not in holding]
    for unit in chance.sample(movable, MOVED):
        target = chance.choice([one for one in bureaus if one.id != unit.parent_id])
        changed[unit.id] = replace(changed[unit.id], parent_id=target.id)
    for number in range(CREATED):
        new = Unit(
            unit_id(5_000 + number),
            DIVISION,
            f"Bagian {names.pop()}",
            chance.choice(bureaus).id,
            5_000 + number,
        )
        changed[new.id] = new
    return list(changed.values()), _second_posts(chance, names, changed, stay, posts)


def _second_posts(
    chance: random.Random, names: list[str], changed: dict[UnitId, Unit], stay: list[Unit], posts: list[Post]
) -> list[Post]:
    homeless = [post for post in posts if post.unit_id not in changed]
    ended = {post.id for post in homeless[:ABOLISHED]}
    ended |= {
        post.id for post in chance.sample([p for p in posts if p not in homeless], ABOLISHED - len(ended))
    }
    kept = {post.id: post for post in posts if post.id not in ended}
    moved = [post for post in homeless if post.id in kept]
    settled = [post for post in kept.values() if post.unit_id in changed]
    moved += chance.sample(settled, MOVED - len(moved))
    for post in moved:
        target = chance.choice([one for one in stay[:200] if one.id != post.unit_id])
        kept[post.id] = replace(post, unit_id=target.id)
    for post in chance.sample(list(kept.values()), RENAMED):
        kept[post.id] = replace(kept[post.id], title=_renamed(post.title or "", chance))
    for number in range(CREATED):
        home = chance.choice(stay)
        new = Post(post_id(5_000 + number), home.id, PostRole.MEMBER, f"Pelaksana {names.pop()}")
        kept[new.id] = new
    return list(kept.values())


def _renamed(name: str, chance: random.Random) -> str:
    first, *words = name.split()
    return " ".join([first, *words, chance.choice(("dan Pembinaan", "Terpadu", "dan Inovasi"))])


def _organisation(units: list[Unit], posts: list[Post], functions: list[Function]) -> Organisation:
    return Organisation.of(Structure.of(ON, units), KINDS, posts, functions)


def _with_other_ids(
    before: Organisation, after: Organisation, unit_codes: dict[UnitId, str], post_codes: dict[PostId, str]
) -> TwoOrganisations:
    def other(held: UnitId) -> UnitId:
        return unit_id(held.int + 100_000)

    units = [
        replace(unit, id=other(unit.id), parent_id=other(unit.parent_id) if unit.parent_id else None)
        for unit in after.units.values()
    ]
    posts = [
        replace(post, id=PostId(other(UnitId(post.id))), unit_id=other(post.unit_id))
        for post in after.posts.values()
    ]
    functions = [
        replace(held, id=FunctionId(other(UnitId(held.id))), unit_id=other(held.unit_id))
        for held in after.functions.values()
    ]
    return TwoOrganisations(
        Coded(
            before,
            {unit: unit_codes[unit] for unit in before.units},
            {post: post_codes[post] for post in before.posts},
        ),
        Coded(
            _organisation(units, posts, functions),
            {other(unit): unit_codes[unit] for unit in after.units},
            {PostId(other(UnitId(post))): post_codes[post] for post in after.posts},
        ),
        {other(unit): unit for unit in after.units if unit in before.units},
        {PostId(other(UnitId(post))): post for post in after.posts if post in before.posts},
    )
