"""The rules of what happens to one unit: renamed, created, moved, reordered, of another kind, recoded."""

from dataclasses import replace
from typing import assert_never

from orgflow.domain.changes.operations import (
    ChangeKind,
    CreateUnit,
    MoveUnit,
    NewUnit,
    RecodeUnit,
    RenameUnit,
    ReorderUnits,
    ReviseDutyField,
    SwapNames,
    UnitOperation,
)
from orgflow.domain.changes.refusals import NotOfUnit, PlaceNegative, TakenTwice
from orgflow.domain.changes.working import Working
from orgflow.domain.organisation.keeping import RootStays, UnknownKind
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.soundness import UnitCycle
from orgflow.domain.organisation.structure import NameUnchanged, Unit
from orgflow.domain.organisation.timeline import NothingChanges


def apply_to_unit(work: Working, change: UnitOperation) -> None:
    """Change a working copy by an operation on units.

    Raises:
        RuleBroken, NotFound: as the operation's rule.
    """
    match change:
        case RenameUnit():
            apply_rename(work, change)
        case SwapNames():
            apply_swap(work, change)
        case CreateUnit():
            apply_create(work, change)
        case MoveUnit():
            apply_move(work, change)
        case ReorderUnits():
            apply_reorder(work, change)
        case ChangeKind():
            apply_kind(work, change)
        case RecodeUnit():
            apply_recode(work, change)
        case ReviseDutyField():
            apply_duty_field(work, change)
        case _:
            assert_never(change)


def apply_rename(work: Working, change: RenameUnit) -> None:
    """Let one unit bear another name; it keeps its identity.

    Names are compared without case and repeated spaces. A name that an earlier operation freed is free.

    Raises:
        UnknownUnit: the unit does not hold.
        NameTaken: a sibling bears the name at this moment.
        NameUnchanged: it is the name the unit already bears, letter for letter.
    """
    unit = work.unit(change.unit_id)
    if unit.name == change.new_name:
        raise NameUnchanged(name=change.new_name)
    work.require_free(unit.parent_id, change.new_name, unit.id)
    work.put_unit(replace(unit, name=change.new_name))


def apply_swap(work: Working, change: SwapNames) -> None:
    """Let two units take each other's name at once.

    Raises:
        UnknownUnit.
        TakenTwice: it is one unit.
        NameUnchanged: both bear one name.
        NameTaken: beside either of them a third unit bears the name.
    """
    one, other = work.unit(change.unit_id), work.unit(change.other_id)
    if one.id == other.id:
        raise TakenTwice(name=one.name)
    if one.name == other.name:
        raise NameUnchanged(name=one.name)
    if one.parent_id != other.parent_id:
        work.require_free(one.parent_id, other.name, one.id)
        work.require_free(other.parent_id, one.name, other.id)
    work.put_unit(replace(one, name=other.name))
    work.put_unit(replace(other, name=one.name))


def apply_create(work: Working, change: CreateUnit) -> None:
    """Let a unit begin.

    Raises:
        UnknownUnit: the parent does not hold.
        IdTaken, NameTaken, UnknownKind, PlaceNegative.
        KindMayNotStand: once all operations are applied.
    """
    put_new(work, change.unit)


def put_new(work: Working, new: NewUnit) -> None:
    """Put a new unit where it is to stand.

    Raises:
        UnknownUnit, IdTaken, NameTaken, UnknownKind, PlaceNegative.
    """
    work.unit(new.parent_id)
    work.require_new(new.unit_id)
    kind = _kind(work, new.kind_code)
    _require_place(new.position)
    work.require_free(new.parent_id, new.name)
    work.put_unit(
        Unit(
            new.unit_id,
            kind,
            new.name,
            new.parent_id,
            new.position,
            new.short_name,
            new.letter_code,
            new.duty_field,
            new.placement,
        )
    )


def apply_move(work: Working, change: MoveUnit) -> None:
    """Let a unit with all below it and in it stand under another parent.

    Raises:
        UnknownUnit: the unit or the parent does not hold.
        RootStays: it is the government itself.
        UnitCycle: the parent is the unit or stands below it at this moment.
        NameTaken: under the parent another unit bears the name at this moment.
        NothingChanges: it stands there already.
        PlaceNegative.
        KindMayNotStand: once all operations are applied.
    """
    unit, parent = work.unit(change.unit_id), work.unit(change.parent_id)
    if unit.parent_id is None:
        raise RootStays(unit=unit.name)
    _require_place(change.position)
    if (unit.parent_id, unit.placement) == (parent.id, change.placement):
        raise NothingChanges(on=work.on.isoformat())
    if work.is_within(parent.id, unit.id):
        raise UnitCycle(unit_id=str(unit.id), unit=unit.name, on=work.on.isoformat())
    work.require_free(parent.id, unit.name, unit.id)
    work.put_unit(replace(unit, parent_id=parent.id, position=change.position, placement=change.placement))


def apply_reorder(work: Working, change: ReorderUnits) -> None:
    """Give units under one parent other places among their siblings.

    Raises:
        UnknownUnit: the parent or a unit does not hold.
        NotOfUnit: a unit does not stand under the parent at this moment.
        TakenTwice: a unit is named twice.
        NothingChanges: every unit named has its place already.
        PlaceNegative.
    """
    work.unit(change.parent_id)
    named = [place.unit_id for place in change.places]
    if len(set(named)) != len(named):
        raise TakenTwice(name=work.unit(next(one for one in named if named.count(one) > 1)).name)
    is_changed = False
    for place in change.places:
        unit = work.unit(place.unit_id)
        _require_place(place.position)
        if unit.parent_id != change.parent_id:
            raise NotOfUnit(name=unit.name, unit=work.unit(change.parent_id).name)
        is_changed = is_changed or unit.position != place.position
        work.put_unit(replace(unit, position=place.position))
    if not is_changed:
        raise NothingChanges(on=work.on.isoformat())


def apply_kind(work: Working, change: ChangeKind) -> None:
    """Let a unit be of another kind; whether it may stand there is judged once all operations are applied.

    Raises:
        UnknownUnit, UnknownKind.
        NothingChanges: it is of that kind already.
        KindMayNotStand: once all operations are applied, to the parent or to a unit below it.
    """
    unit, kind = work.unit(change.unit_id), _kind(work, change.kind_code)
    if unit.kind.code == kind.code:
        raise NothingChanges(on=work.on.isoformat())
    work.put_unit(replace(unit, kind=kind))


def apply_recode(work: Working, change: RecodeUnit) -> None:
    """Give a unit another short name and letter code.

    Raises:
        UnknownUnit, NothingChanges.
    """
    unit = work.unit(change.unit_id)
    recoded = replace(unit, short_name=change.short_name, letter_code=change.letter_code)
    if recoded == unit:
        raise NothingChanges(on=work.on.isoformat())
    work.put_unit(recoded)


def apply_duty_field(work: Working, change: ReviseDutyField) -> None:
    """Let a unit's field of duties read otherwise.

    Raises:
        UnknownUnit, NothingChanges.
    """
    unit = work.unit(change.unit_id)
    if unit.duty_field == change.duty_field:
        raise NothingChanges(on=work.on.isoformat())
    work.put_unit(replace(unit, duty_field=change.duty_field))


def _kind(work: Working, code: str) -> UnitKind:
    kind = work.kind(code)
    if kind is None:
        raise UnknownKind(kind=code)
    return kind


def _require_place(position: int) -> None:
    if position < 0:
        raise PlaceNegative(place=position)
