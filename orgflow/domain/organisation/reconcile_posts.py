"""How the lines of posts, duties and functions of a file meet the registry."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.guessing import is_head_title
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange, Work
from orgflow.domain.organisation.records import FunctionRecord, PostRecord, PostRole
from orgflow.domain.organisation.roster import FunctionLine, PostLine, Roster, RowFaultCode, Sheet
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable

PostKey = tuple[UnitId, PostRole, str]


def take_posts(work: Work, roster: Roster, ids: Mapping[str, UnitId]) -> None:
    """Take the post lines in: known by code, else by unit and title."""
    codes = {code: post_id for post_id, code in work.history.post_codes.items()}
    known = known_posts(work)
    timelines: dict[PostId, list[PostRecord]] = {}
    lines: dict[PostId, PostLine] = {}
    for line in roster.posts:
        unit_id = ids.get(line.unit_code)
        if unit_id is None:
            work.fault(Sheet.POSTS, line, "kode_unit", RowFaultCode.UNKNOWN_UNIT, line.unit_code)
            continue
        role, title = role_of(work, roster, line, unit_id)
        key = (unit_id, role, comparable(title or ""))
        post_id = codes.get(line.code) if line.code is not None else known.get(key)
        if post_id is None:
            post_id = PostId(work.new_id())
            known[key] = post_id
            if line.code is not None:
                codes[line.code] = post_id
        work.rows.setdefault(str(post_id), (Sheet.POSTS, line.row))
        record = PostRecord(
            valid_from=line.valid_from or _since(work, unit_id),
            valid_to=line.valid_to,
            basis=work.basis(Sheet.POSTS, line),
            post_id=post_id,
            unit_id=unit_id,
            role=role,
            title=title,
            echelon=line.echelon,
            functional_rank=line.functional_rank,
            seats=line.seats,
        )
        lines.setdefault(post_id, line)
        timelines.setdefault(post_id, []).append(record)
    for post_id, records in timelines.items():
        if roster.is_history:
            _put_post_timeline(work, lines[post_id], sorted(records, key=lambda r: r.valid_from))
        else:
            _put_post(work, lines[post_id], records[0], _merged_seats(records))


def take_functions(work: Work, roster: Roster, ids: Mapping[str, UnitId]) -> None:
    """Take the duties and functions in: known by code, else by unit, kind and position."""
    codes = {code: function_id for function_id, code in work.history.function_codes.items()}
    places = {
        (record.unit_id, record.kind, record.position): function_id
        for function_id, timeline in work.history.functions.items()
        for record in timeline
        if record.holds_on(work.on)
    }
    counted: dict[tuple[UnitId, str], int] = {}
    timelines: dict[FunctionId, list[FunctionRecord]] = {}
    lines: dict[FunctionId, FunctionLine] = {}
    for line in roster.functions:
        unit_id = ids.get(line.unit_code)
        if unit_id is None:
            work.fault(Sheet.FUNCTIONS, line, "kode_unit", RowFaultCode.UNKNOWN_UNIT, line.unit_code)
            continue
        counted[unit_id, line.kind] = counted.get((unit_id, line.kind), 0) + 1
        position = line.position or counted[unit_id, line.kind]
        by_place = places.get((unit_id, line.kind, position))
        function_id = codes.get(line.code) if line.code is not None else by_place
        if function_id is None:
            function_id = FunctionId(work.new_id())
            if line.code is not None:
                codes[line.code] = function_id
        work.rows.setdefault(str(function_id), (Sheet.FUNCTIONS, line.row))
        record = FunctionRecord(
            valid_from=line.valid_from or _since(work, unit_id),
            valid_to=line.valid_to,
            basis=work.basis(Sheet.FUNCTIONS, line),
            function_id=function_id,
            unit_id=unit_id,
            kind=line.kind,
            position=position,
            text=line.text,
        )
        lines.setdefault(function_id, line)
        timelines.setdefault(function_id, []).append(record)
    for function_id, records in timelines.items():
        if roster.is_history:
            _put_function_timeline(work, lines[function_id], sorted(records, key=lambda r: r.valid_from))
        else:
            _put_function(work, lines[function_id], records[0])


def _since(work: Work, unit_id: UnitId) -> date:
    """Return the day of the file, or the unit's first day when that is later."""
    timeline = work.history.units.get(unit_id, ())
    return max(work.on, timeline[0].valid_from) if timeline else work.on


def known_posts(work: Work) -> dict[PostKey, PostId]:
    """Return the posts by what a line without a code knows them by."""
    return {
        (record.unit_id, record.role, comparable(record.title or "")): post_id
        for post_id, timeline in work.history.posts.items()
        for record in timeline
        if record.holds_on(work.on) or record is timeline[-1]
    }


def role_of(work: Work, roster: Roster, line: PostLine, unit_id: UnitId) -> tuple[PostRole, str | None]:
    """Return what a post is to its unit, and its title; a head's follows the unit's name."""
    if line.title is None:
        return PostRole.HEAD, None
    records = work.history.units.get(unit_id, ())
    if roster.heads_by_title and records:
        kind = work.history.kinds[records[-1].kind_code]
        if is_head_title(line.title, records[-1].name, kind):
            return PostRole.HEAD, None
    return line.role, None if line.role is PostRole.HEAD else line.title


def _merged_seats(records: list[PostRecord]) -> int:
    """Return the seats of a post that stands in several rows: one a row, or as many as one row says."""
    return max(len(records), *(record.seats for record in records))


def _put_post(work: Work, line: PostLine, record: PostRecord, seats: int) -> None:
    record = replace(record, seats=seats)
    timeline = work.history.posts.get(record.post_id, ())
    present = next((held for held in timeline if held.holds_on(work.on)), None)
    try:
        if present is None:
            code = line.code or f"{work.history.unit_codes[record.unit_id]}-{record.post_id.hex[-8:]}"
            known = record.post_id in work.history.post_codes
            work.history = work.history.with_post(
                record.post_id, (*timeline, record), None if known else code
            )
            act, before = PlannedAct.FOUND, ""
        else:
            target = _post_said(present, record)
            if target == present:
                return
            work.history = keeping_posts.change_post(
                work.history, record.post_id, work.on, lambda held: _post_said(held, record), record.basis
            )
            act, before = PlannedAct.CHANGE, _post_words(present)
    except RuleBroken as refused:
        work.refuse(Sheet.POSTS, line, refused)
        return
    title = title_of(work.history, record.post_id, work.on)
    work.note(PlannedChange(Sheet.POSTS, line.row, act, title, before, _post_words(record)))


def _put_post_timeline(work: Work, line: PostLine, records: list[PostRecord]) -> None:
    post_id, after = records[0].post_id, tuple(records)
    before = work.history.posts.get(post_id, ())
    if before == after:
        return
    code = line.code or f"{work.history.unit_codes[records[0].unit_id]}-{post_id.hex[-8:]}"
    known = post_id in work.history.post_codes
    work.history = work.history.with_post(post_id, after, None if known else code)
    act = PlannedAct.CORRECT if before else PlannedAct.FOUND
    title = title_of(work.history, post_id, after[-1].valid_from)
    was = _post_words(before[-1]) if before else ""
    work.note(PlannedChange(Sheet.POSTS, line.row, act, title, was, _post_words(after[-1])))


def _post_said(held: PostRecord, record: PostRecord) -> PostRecord:
    return replace(
        held,
        title=record.title if held.role is not PostRole.HEAD else None,
        unit_id=record.unit_id,
        echelon=record.echelon or held.echelon,
        functional_rank=record.functional_rank or held.functional_rank,
        seats=record.seats,
    )


def _post_words(record: PostRecord) -> str:
    words = (record.title, record.echelon, record.functional_rank, f"{record.seats} formasi")
    return ", ".join(word for word in words if word)


def _put_function(work: Work, line: FunctionLine, record: FunctionRecord) -> None:
    timeline = work.history.functions.get(record.function_id, ())
    present = next((held for held in timeline if held.holds_on(work.on)), None)
    name = work.history.name_on(record.unit_id, work.on)
    if present is None:
        _enter_function(work, line, (*timeline, record))
        work.note(PlannedChange(Sheet.FUNCTIONS, line.row, PlannedAct.FOUND, name, "", record.text))
        return

    def said(held: FunctionRecord) -> FunctionRecord:
        return replace(
            held, text=record.text, unit_id=record.unit_id, kind=record.kind, position=record.position
        )

    if said(present) == present:
        return
    try:
        work.history = keeping_posts.change_function(
            work.history, record.function_id, work.on, said, record.basis
        )
    except RuleBroken as refused:
        work.refuse(Sheet.FUNCTIONS, line, refused)
        return
    change = PlannedAct.CHANGE
    work.note(PlannedChange(Sheet.FUNCTIONS, line.row, change, name, present.text, record.text))


def _put_function_timeline(work: Work, line: FunctionLine, records: list[FunctionRecord]) -> None:
    after = tuple(records)
    before = work.history.functions.get(after[0].function_id, ())
    if before == after:
        return
    _enter_function(work, line, after)
    act = PlannedAct.CORRECT if before else PlannedAct.FOUND
    name = work.history.name_on(after[-1].unit_id, after[-1].valid_from)
    was = before[-1].text if before else ""
    work.note(PlannedChange(Sheet.FUNCTIONS, line.row, act, name, was, after[-1].text))


def _enter_function(work: Work, line: FunctionLine, timeline: tuple[FunctionRecord, ...]) -> None:
    first = timeline[0]
    code = line.code or f"{work.history.unit_codes[first.unit_id]}-{first.function_id.hex[-8:]}"
    known = first.function_id in work.history.function_codes
    work.history = work.history.with_function(first.function_id, timeline, None if known else code)
