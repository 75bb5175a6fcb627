"""Lines that say of one thing twice what can be said once: a code, a period, a row."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from orgflow.domain.organisation.roster import (
    ArticleLine,
    FunctionLine,
    HolderLine,
    Line,
    PostLine,
    Roster,
    RowFault,
    RowFaultCode,
    Sheet,
    SuccessionLine,
)
from orgflow.domain.values import comparable

SomeLine = TypeVar("SomeLine", bound=Line)


def without_repeated(roster: Roster) -> tuple[Roster, list[RowFault]]:
    """Return the lines of which each stands for itself, and a fault for every other.

    In a history a code may come again, as long as its periods do not overlap.
    """
    is_dated = roster.is_history
    units, twice = _once(roster.units, Sheet.UNITS, "kode", lambda line: line.code, is_dated)
    posts, posts_twice = _once(roster.posts, Sheet.POSTS, "kode_jabatan", _post_key, is_dated)
    holders, held_twice = _once(roster.holders, Sheet.HOLDERS, "nama_pejabat", _holder_key, is_dated)
    points, points_twice = _once(roster.functions, Sheet.FUNCTIONS, "kode_butir", _function_key, is_dated)
    pairs, pairs_twice = _once(roster.successions, Sheet.SUCCESSIONS, "kode_baru", _pair, False)
    laws, laws_twice = _once(roster.regulations, Sheet.REGULATIONS, "kunci", lambda line: line.key, False)
    texts, texts_twice = _once(roster.articles, Sheet.ARTICLES, "nomor", _article_key, False)
    kept = replace(
        roster,
        units=units,
        posts=posts,
        holders=holders,
        functions=points,
        successions=pairs,
        regulations=laws,
        articles=texts,
    )
    return kept, [*twice, *posts_twice, *held_twice, *points_twice, *pairs_twice, *laws_twice, *texts_twice]


def _once(
    lines: Iterable[SomeLine],
    sheet: Sheet,
    column: str,
    key: Callable[[SomeLine], Hashable],
    is_dated: bool,
) -> tuple[tuple[SomeLine, ...], list[RowFault]]:
    kept: list[SomeLine] = []
    faults: list[RowFault] = []
    borne: dict[Hashable, list[SomeLine]] = {}
    for line in lines:
        known_by = key(line)
        others = borne.setdefault(known_by, [])
        other = next((one for one in others if not is_dated or _overlap(one, line)), None)
        if known_by is None or other is None:
            others.append(line)
            kept.append(line)
        else:
            code = RowFaultCode.PERIODS_OVERLAP if is_dated else _code_of(known_by)
            faults.append(RowFault(sheet, line.row, column, code, str(other.row)))
    return tuple(kept), faults


def _code_of(known_by: Hashable) -> RowFaultCode:
    return RowFaultCode.DUPLICATE_CODE if isinstance(known_by, str) else RowFaultCode.DUPLICATE_ROW


def _overlap(one: Line, other: Line) -> bool:
    first, second = (one.valid_from or date.min), (other.valid_from or date.min)
    return first < _end(other) and second < _end(one)


def _end(line: Line) -> date:
    """Return the first day without what a line says; who was seen on one day is known of that day alone."""
    if isinstance(line, HolderLine) and not line.is_end_known and line.valid_from is not None:
        return line.valid_from + timedelta(days=1)
    return line.valid_to or date.max


def _post_key(line: PostLine) -> Hashable:
    return line.code or (line.unit_code, line.role, comparable(line.title or ""))


def _function_key(line: FunctionLine) -> Hashable:
    if line.code is not None:
        return line.code
    return (line.unit_code, line.kind, line.position) if line.position is not None else None


def _holder_key(line: HolderLine) -> Hashable:
    named = line.post_code or (line.unit_code, comparable(line.post_title or ""))
    return (named, comparable(line.name), line.person_code, line.kind)


def _article_key(line: ArticleLine) -> Hashable:
    return (line.key, line.number)


def _pair(line: SuccessionLine) -> Hashable:
    return (line.predecessor_code, line.successor_code)
