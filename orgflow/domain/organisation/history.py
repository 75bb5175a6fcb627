"""The registry whole: every unit, post, holder and function with its records over all time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Dated,
    FunctionRecord,
    Official,
    PostRecord,
    Succession,
    UnitRecord,
)
from orgflow.domain.organisation.structure import Structure, Unit, UnknownUnit
from orgflow.domain.values import AppointmentId, FunctionId, OfficialId, PostId, UnitId

R = TypeVar("R", bound=Dated)

UnitTimeline = tuple[UnitRecord, ...]
PostTimeline = tuple[PostRecord, ...]
FunctionTimeline = tuple[FunctionRecord, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What is believed of one government's organisation, for all days.

    Attributes:
        unit_codes: the code under which a spreadsheet names a unit; likewise for posts and functions.
        successions: who came out of whom.
    """

    kinds: Mapping[str, UnitKind]
    units: Mapping[UnitId, UnitTimeline]
    unit_codes: Mapping[UnitId, str]
    posts: Mapping[PostId, PostTimeline]
    post_codes: Mapping[PostId, str]
    officials: Mapping[OfficialId, Official]
    appointments: Mapping[AppointmentId, AppointmentRecord]
    functions: Mapping[FunctionId, FunctionTimeline]
    function_codes: Mapping[FunctionId, str]
    successions: tuple[Succession, ...]

    @staticmethod
    def empty(kinds: Mapping[str, UnitKind]) -> "History":
        """Return the registry of a government of which nothing is recorded yet."""
        return History(MappingProxyType(dict(kinds)), {}, {}, {}, {}, {}, {}, {}, {}, ())

    def unit(self, unit_id: UnitId) -> UnitTimeline:
        """Return a unit's records.

        Raises:
            UnknownUnit.
        """
        if unit_id not in self.units:
            raise UnknownUnit(unit_id=str(unit_id))
        return self.units[unit_id]

    def with_unit(self, unit_id: UnitId, timeline: UnitTimeline, code: str | None = None) -> "History":
        """Return the registry with these records of a unit."""
        codes = self.unit_codes if code is None else {**self.unit_codes, unit_id: code}
        return replace(self, units={**self.units, unit_id: timeline}, unit_codes=codes)

    def with_post(self, post_id: PostId, timeline: PostTimeline, code: str | None = None) -> "History":
        """Return the registry with these records of a post."""
        codes = self.post_codes if code is None else {**self.post_codes, post_id: code}
        return replace(self, posts={**self.posts, post_id: timeline}, post_codes=codes)

    def with_function(
        self, function_id: FunctionId, timeline: FunctionTimeline, code: str | None = None
    ) -> "History":
        """Return the registry with these records of a duty or function."""
        codes = self.function_codes if code is None else {**self.function_codes, function_id: code}
        return replace(self, functions={**self.functions, function_id: timeline}, function_codes=codes)

    def with_official(self, official: Official) -> "History":
        """Return the registry with this person."""
        return replace(self, officials={**self.officials, official.official_id: official})

    def with_appointment(self, record: AppointmentRecord) -> "History":
        """Return the registry with this appointment in the place of the one with its id."""
        return replace(self, appointments={**self.appointments, record.appointment_id: record})

    def units_on(self, day: date) -> Iterator[UnitRecord]:
        """Yield the record of each unit that holds on a day."""
        for timeline in self.units.values():
            for record in timeline:
                if record.valid_from <= day and (record.valid_to is None or day < record.valid_to):
                    yield record
                    break

    def structure_on(self, day: date) -> Structure:
        """Return the structure of a day."""
        return Structure.of(day, (self.as_unit(record) for record in self.units_on(day)))

    def organisation_on(self, day: date) -> Organisation:
        """Return the units, posts, duties and functions of a day."""
        posts = (as_post(record) for records in self.posts.values() for record in _holding(records, day))
        functions = (
            as_function(record) for records in self.functions.values() for record in _holding(records, day)
        )
        return Organisation.of(self.structure_on(day), self.kinds, posts, functions)

    def as_unit(self, record: UnitRecord) -> Unit:
        """Return a record as the structure of a day holds it."""
        return Unit(
            record.unit_id,
            self.kinds[record.kind_code],
            record.name,
            record.parent_id,
            record.position,
            record.short_name,
            record.letter_code,
            record.duty_field,
            record.placement,
        )

    def days_of_change(self) -> tuple[date, ...]:
        """Return the days on which any unit begins, changes or ends, in order."""
        days = {record.valid_from for timeline in self.units.values() for record in timeline}
        days |= {
            record.valid_to
            for timeline in self.units.values()
            for record in timeline
            if record.valid_to is not None
        }
        return tuple(sorted(days))

    def name_on(self, unit_id: UnitId, day: date) -> str:
        """Return the name a unit bore on a day; the nearest one it is known by when it did not hold."""
        timeline = self.unit(unit_id)
        begun = [record for record in timeline if record.valid_from <= day]
        return (begun[-1] if begun else timeline[0]).name


def as_post(record: PostRecord) -> Post:
    """Return a record as the organisation of a day holds it."""
    return Post(
        record.post_id,
        record.unit_id,
        record.role,
        record.title,
        record.echelon,
        record.functional_rank,
        record.seats,
    )


def as_function(record: FunctionRecord) -> Function:
    """Return a record as the organisation of a day holds it."""
    return Function(record.function_id, record.unit_id, record.kind, record.position, record.text)


def _holding(records: tuple[R, ...], day: date) -> Iterator[R]:
    return (record for record in records if record.holds_on(day))
