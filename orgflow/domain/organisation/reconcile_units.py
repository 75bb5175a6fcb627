"""How the unit lines of a file meet the registry: known units change, new ones are founded."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation import keeping, successions
from orgflow.domain.organisation.guessing import guess_kind
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange, Work
from orgflow.domain.organisation.records import Succession, UnitRecord
from orgflow.domain.organisation.roster import Roster, RowFaultCode, Sheet, SuccessionLine, UnitLine
from orgflow.domain.organisation.timeline import NotYetBegun
from orgflow.domain.values import UnitId, comparable

UNITS = Sheet.UNITS


def take_units(work: Work, roster: Roster) -> Mapping[str, UnitId]:
    """Take the unit lines in; return the id of every code known after them."""
    root = _root_of(work.history)
    ids = {code: unit_id for unit_id, code in work.history.unit_codes.items()}
    top = {line.code: line for line in roster.units if line.parent_code is None}
    if root is not None:
        for line in top.values():
            if line.code not in ids and comparable(line.name) == comparable(work.history.unit(root)[-1].name):
                ids[line.code] = root
    for line in roster.units:
        if line.code not in ids:
            ids[line.code] = UnitId(work.new_id())
        work.rows.setdefault(str(ids[line.code]), (UNITS, line.row))
    if root is not None and not roster.is_history:
        _reach_back(work, root)
    _refuse_roots(work, roster, _on_top(work.history, top.values(), ids, root), root)
    parents = [_parent(work, line, ids, root) for line in roster.units]
    if roster.is_history:
        _take_timelines(work, roster, ids, parents)
    elif not _refuse_cycles(work, roster, ids, parents):
        placed = zip(roster.units, parents, strict=True)
        last = max((record.position for record in work.history.units_on(work.on)), default=0)
        for position, (line, parent_id) in enumerate(_parents_first(placed, ids), start=last + 1):
            _take_line(work, line, ids[line.code], parent_id, position)
    return ids


def take_successions(work: Work, lines: Iterable[SuccessionLine], ids: Mapping[str, UnitId]) -> None:
    """Take the succession lines in; those already recorded are left."""
    sheet = Sheet.SUCCESSIONS
    for line in lines:
        old, new = ids.get(line.predecessor_code), ids.get(line.successor_code)
        if old is None or new is None:
            missing = line.predecessor_code if old is None else line.successor_code
            work.fault(sheet, line, "", RowFaultCode.UNKNOWN_UNIT, missing)
            continue
        if (old, new) in {(s.predecessor_id, s.successor_id) for s in work.history.successions}:
            continue
        on = line.valid_from or work.on
        succession = Succession(
            predecessor_id=old, successor_id=new, kind=line.kind, on=on, basis=work.basis(sheet, line)
        )
        try:
            work.history = successions.record_succession(work.history, succession)
        except RuleBroken as refused:
            work.refuse(sheet, line, refused)
            continue
        before, after = work.history.name_on(old, on), work.history.name_on(new, on)
        work.note(PlannedChange(sheet, line.row, PlannedAct.SUCCEED, after, before, after))


def _root_of(history: History) -> UnitId | None:
    for unit_id, timeline in history.units.items():
        if timeline[0].parent_id is None:
            return unit_id
    return None


def _on_top(
    history: History, lines: Iterable[UnitLine], ids: Mapping[str, UnitId], root: UnitId | None
) -> list[UnitLine]:
    """Return the lines that would each be the top: of units held already an empty parent says nothing."""
    return [line for line in lines if ids[line.code] == root or ids[line.code] not in history.units]


def _reach_back(work: Work, root: UnitId) -> None:
    """Let a government whose beginning is not known be seen on the file's day already."""
    first = work.history.unit(root)[0]
    if first.valid_from > work.on and not first.is_start_known:
        work.history = keeping.restart_unit(work.history, root, work.on, is_start_known=False)


def _refuse_roots(work: Work, roster: Roster, top: list[UnitLine], root: UnitId | None) -> None:
    """A file has one unit on top; a foreign one may have several under a government held here."""
    if root is None and not top and roster.units:
        work.fault(UNITS, roster.units[0], "kode_atasan", RowFaultCode.NO_ROOT)
    if len(top) > 1 and (root is None or not roster.heads_by_title):
        for line in top:
            work.fault(UNITS, line, "kode_atasan", RowFaultCode.SEVERAL_ROOTS, line.name)


def _parent(work: Work, line: UnitLine, ids: Mapping[str, UnitId], root: UnitId | None) -> UnitId | None:
    if line.parent_code is None:
        return root if ids[line.code] != root else None
    if line.parent_code not in ids:
        work.fault(UNITS, line, "kode_atasan", RowFaultCode.UNKNOWN_PARENT, line.parent_code)
        return root
    return ids[line.parent_code]


def _refuse_cycles(
    work: Work, roster: Roster, ids: Mapping[str, UnitId], parents: list[UnitId | None]
) -> bool:
    above = {record.unit_id: record.parent_id for record in work.history.units_on(work.on)}
    above |= {ids[line.code]: parent for line, parent in zip(roster.units, parents, strict=True)}
    is_refused = False
    for line in roster.units:
        _kind(work, line, None, None)
        start = ids[line.code]
        current, steps = above.get(start), 0
        while current is not None and current != start and steps <= len(above):
            current, steps = above.get(current), steps + 1
        if current == start:
            work.fault(UNITS, line, "kode_atasan", RowFaultCode.CYCLE, line.name)
            is_refused = True
    return is_refused


def _parents_first(
    placed: Iterable[tuple[UnitLine, UnitId | None]], ids: Mapping[str, UnitId]
) -> Iterable[tuple[UnitLine, UnitId | None]]:
    waiting = list(placed)
    ahead = {ids[line.code] for line, _ in waiting}
    while waiting:
        ready = [entry for entry in waiting if entry[1] not in ahead]
        yield from ready
        ahead -= {ids[line.code] for line, _ in ready}
        waiting = [entry for entry in waiting if entry[1] in ahead or ids[entry[0].code] in ahead]


def _take_line(work: Work, line: UnitLine, unit_id: UnitId, parent_id: UnitId | None, position: int) -> None:
    timeline = work.history.units.get(unit_id, ())
    present = next((record for record in timeline if record.holds_on(work.on)), None)
    kind_code = _kind(work, line, present, parent_id)
    basis = work.basis(UNITS, line)
    if kind_code is None:
        return
    if present is None:
        record = UnitRecord(
            valid_from=work.on,
            basis=basis,
            unit_id=unit_id,
            kind_code=kind_code,
            name=line.name,
            parent_id=parent_id,
            position=line.position or position,
            short_name=line.short_name,
            letter_code=line.letter_code,
            duty_field=line.duty_field,
            placement=line.placement,
            is_start_known=False,
        )
        _begin(work, line, record)
        return
    target = _said(present, line, parent_id, kind_code)
    if target == present:
        return
    try:
        work.history = keeping.change_unit(
            work.history,
            unit_id,
            work.on,
            lambda record: _said(record, line, parent_id, kind_code),
            basis,
        )
    except RuleBroken as refused:
        work.refuse(UNITS, line, refused)
        return
    before, after = _words(work.history, present), _words(work.history, target)
    work.note(PlannedChange(UNITS, line.row, PlannedAct.CHANGE, present.name, before, after))


def _begin(work: Work, line: UnitLine, record: UnitRecord) -> None:
    """Found a unit, or let one that ended hold again."""
    timeline = work.history.units.get(record.unit_id, ())
    later = next((held for held in timeline if held.valid_from > work.on), None)
    if later is not None:
        begins = later.valid_from.isoformat()
        work.refuse(UNITS, line, NotYetBegun(on=work.on.isoformat(), begins=begins))
        return
    known = work.history.unit_codes.get(record.unit_id)
    code = line.code if known is None else None
    work.history = work.history.with_unit(record.unit_id, (*timeline, record), code)
    after = _words(work.history, record)
    work.note(PlannedChange(UNITS, line.row, PlannedAct.FOUND, line.name, "", after))


def _take_timelines(
    work: Work, roster: Roster, ids: Mapping[str, UnitId], parents: list[UnitId | None]
) -> None:
    timelines: dict[str, list[UnitRecord]] = {}
    first: dict[str, UnitLine] = {}
    placed = sorted(
        zip(roster.units, parents, range(1, len(parents) + 1), strict=True),
        key=lambda entry: entry[0].valid_from or work.on,
    )
    for line, parent_id, position in placed:
        kind_code = _kind(work, line, None, parent_id)
        if kind_code is None:
            continue
        first.setdefault(line.code, line)
        timelines.setdefault(line.code, []).append(
            UnitRecord(
                valid_from=line.valid_from or work.on,
                valid_to=line.valid_to,
                basis=work.basis(UNITS, line),
                unit_id=ids[line.code],
                kind_code=kind_code,
                name=line.name,
                parent_id=parent_id,
                position=line.position or position,
                short_name=line.short_name,
                letter_code=line.letter_code,
                duty_field=line.duty_field,
                placement=line.placement,
                is_start_known=line.is_start_known,
            )
        )
    for code, records in timelines.items():
        unit_id, line, after = ids[code], first[code], tuple(records)
        before = work.history.units.get(unit_id, ())
        if before == after:
            continue
        known = work.history.unit_codes.get(unit_id)
        work.history = work.history.with_unit(unit_id, after, code if known is None else None)
        act = PlannedAct.CORRECT if before else PlannedAct.FOUND
        was = _words(work.history, before[-1]) if before else ""
        work.note(PlannedChange(UNITS, line.row, act, line.name, was, _words(work.history, after[-1])))


def _kind(work: Work, line: UnitLine, present: UnitRecord | None, parent_id: UnitId | None) -> str | None:
    if line.kind_code is not None:
        wanted = comparable(line.kind_code)
        for kind in work.history.kinds.values():
            if wanted in (comparable(kind.code), comparable(kind.name)):
                return kind.code
        work.fault(UNITS, line, "jenis", RowFaultCode.UNKNOWN_KIND, line.kind_code)
        return None
    if present is not None:
        return present.kind_code
    above = work.history.units.get(parent_id, ()) if parent_id is not None else ()
    return guess_kind(line.name, above[-1].kind_code if above else None, work.history.kinds)


def _said(record: UnitRecord, line: UnitLine, parent_id: UnitId | None, kind_code: str) -> UnitRecord:
    is_placed = line.parent_code is not None
    return replace(
        record,
        name=line.name,
        kind_code=kind_code,
        parent_id=parent_id if is_placed else record.parent_id,
        placement=line.placement if is_placed else record.placement,
        position=line.position or record.position,
        short_name=line.short_name or record.short_name,
        letter_code=line.letter_code or record.letter_code,
        duty_field=line.duty_field or record.duty_field,
    )


def _words(history: History, record: UnitRecord) -> str:
    above = record.parent_id
    parent = history.name_on(above, record.valid_from) if above is not None and above in history.units else ""
    words = (record.name, f"di bawah {parent}" if parent else "", record.letter_code or "")
    return ", ".join(word for word in words if word)
