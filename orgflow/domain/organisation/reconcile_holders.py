"""How the holders that a file names meet the registry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.reconcile_persons import Persons, Placed
from orgflow.domain.organisation.reconcile_posts import PostKey, known_posts, role_of
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange, Work
from orgflow.domain.organisation.records import AppointmentRecord, PostRole
from orgflow.domain.organisation.roster import HolderLine, PostLine, Roster, RowFaultCode, Sheet
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import AppointmentId, PostId, UnitId, comparable


@dataclass(frozen=True, slots=True)
class Known:
    """What a line may name a post by."""

    units: Mapping[str, UnitId]
    codes: Mapping[str, PostId]
    posts: Mapping[PostKey, PostId]


def take_holders(work: Work, roster: Roster, ids: Mapping[str, UnitId]) -> None:
    """Take the holder lines in; one who no longer fits a seat leaves it on the day of the file."""
    codes = {code: post_id for post_id, code in work.history.post_codes.items()}
    known = Known(ids, codes, known_posts(work))
    named = {comparable(line.name) for line in roster.holders}
    met: dict[PostId, HolderLine] = {}
    placed = tuple(_placed(work, roster, known))
    persons = Persons(placed, work.history.officials)
    for line, post_id in placed:
        if line.valid_from is None:
            met.setdefault(post_id, line)
        official = persons.met(work, line, post_id)
        start = line.valid_from or work.on
        held = [
            record
            for record in work.history.appointments.values()
            if record.post_id == post_id and record.official_id == official.official_id
        ]
        if line.valid_from is None:
            same = [record for record in held if record.holds_on(work.on) and record.kind is line.kind]
        else:
            same = [record for record in held if record.valid_from == start and record.kind is line.kind]
        work.history = work.history.with_official(official)
        if same:
            _complete(work, line, same[0])
            continue
        if line.valid_from is None:
            _make_room(work, line, post_id, named, coming=1)
        record = AppointmentRecord(
            valid_from=start,
            valid_to=line.valid_to,
            basis=work.basis(Sheet.HOLDERS, line),
            appointment_id=AppointmentId(work.new_id()),
            post_id=post_id,
            official_id=official.official_id,
            kind=line.kind,
            letter=line.letter,
            is_end_known=line.is_end_known,
        )
        work.rows[str(record.appointment_id)] = (Sheet.HOLDERS, line.row)
        work.history = work.history.with_appointment(record)
        title = title_of(work.history, post_id, start)
        work.note(PlannedChange(Sheet.HOLDERS, line.row, PlannedAct.APPOINT, title, "", official.name))
    for post_id, line in met.items():
        _make_room(work, line, post_id, named, coming=0)
    persons.note_corrections(work)


def _placed(work: Work, roster: Roster, known: Known) -> Iterator[Placed]:
    """Yield each line with its post; one whose post is not known is a fault."""
    for line in roster.holders:
        post_id = _post_of(work, roster, line, known)
        if post_id is not None:
            yield line, post_id
            continue
        wanted = line.post_code or line.post_title or line.unit_code or ""
        work.fault(Sheet.HOLDERS, line, "jabatan", RowFaultCode.UNKNOWN_POST, wanted)


def _post_of(work: Work, roster: Roster, line: HolderLine, known: Known) -> PostId | None:
    if line.post_code is not None:
        return known.codes.get(line.post_code)
    unit_id = known.units.get(line.unit_code or "")
    if unit_id is None:
        return None
    asked = PostLine(row=line.row, unit_code=line.unit_code or "", title=line.post_title)
    role, title = role_of(work, roster, asked, unit_id)
    found = known.posts.get((unit_id, role, comparable(title or "")))
    if found is None and role is PostRole.HEAD:
        return known.posts.get((unit_id, PostRole.GOVERNOR, comparable(line.post_title or "")))
    return found


def _complete(work: Work, line: HolderLine, held: AppointmentRecord) -> None:
    wanted = replace(
        held,
        letter=line.letter or held.letter,
        valid_to=line.valid_to if line.valid_from is not None else held.valid_to,
        is_end_known=line.is_end_known if line.valid_from is not None else held.is_end_known,
        basis=work.basis(Sheet.HOLDERS, line) if line.source is not None else held.basis,
    )
    if wanted == held:
        return
    work.history = work.history.with_appointment(wanted)
    work.rows[str(held.appointment_id)] = (Sheet.HOLDERS, line.row)
    title = title_of(work.history, held.post_id, held.valid_from)
    work.note(PlannedChange(Sheet.HOLDERS, line.row, PlannedAct.CORRECT, title, line.name, line.name))


def _make_room(work: Work, line: HolderLine, post_id: PostId, named: set[str], *, coming: int) -> None:
    """Let holders the file no longer names leave the post as far as its seats do not suffice."""
    if line.kind is not AppointmentKind.DEFINITIVE:
        return
    seats = next((r.seats for r in work.history.posts.get(post_id, ()) if r.holds_on(work.on)), 1)
    names = work.history.officials
    holding = [
        record
        for record in work.history.appointments.values()
        if record.post_id == post_id
        and record.kind is AppointmentKind.DEFINITIVE
        and record.holds_on(work.on)
    ]
    unnamed = [
        record
        for record in holding
        if record.valid_from < work.on and comparable(names[record.official_id].name) not in named
    ]
    surplus = max(0, len(holding) + coming - seats)
    for record in sorted(unnamed, key=lambda record: record.valid_from)[:surplus]:
        work.history = keeping_posts.end_appointment(work.history, record.appointment_id, work.on)
        title, name = title_of(work.history, post_id, work.on), names[record.official_id].name
        work.note(PlannedChange(Sheet.HOLDERS, line.row, PlannedAct.LEAVE, title, name, ""))
