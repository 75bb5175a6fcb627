"""What an office does to posts, their holders, and the duties and functions of units in the registry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.organisation import timeline
from orgflow.domain.organisation.ending import leaves_with_post
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import UnknownFunction, UnknownPost
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Basis,
    FunctionRecord,
    Official,
    PostRecord,
)
from orgflow.domain.organisation.timeline import AlreadyEnded, LaterChangePlanned, NothingChanges, PeriodEmpty
from orgflow.domain.values import AppointmentId, FunctionId, PostId

EditPost = Callable[[PostRecord], PostRecord]
EditFunction = Callable[[FunctionRecord], FunctionRecord]


class UnknownAppointment(NotFound):
    """No such appointment is recorded."""

    code = "unknown_appointment"


class SeatsTooFew(RuleBroken):
    """A post has at least one seat."""

    code = "seats_too_few"


def found_post(history: History, record: PostRecord, code: str) -> History:
    """Return the registry with a new post.

    Raises:
        SeatsTooFew, PeriodEmpty.
    """
    _require_seats(record)
    _require_period(record.valid_from, record.valid_to)
    return history.with_post(record.post_id, (record,), code)


def post_timeline(history: History, post_id: PostId) -> tuple[PostRecord, ...]:
    """Return a post's records.

    Raises:
        UnknownPost.
    """
    if post_id not in history.posts:
        raise UnknownPost(post_id=str(post_id))
    return history.posts[post_id]


def change_post(history: History, post_id: PostId, on: date, edit: EditPost, basis: Basis) -> History:
    """Return the registry after an official change of a post on a day.

    Raises:
        UnknownPost, NotYetBegun, AlreadyEnded, NothingChanges, SeatsTooFew.
    """
    after = timeline.changed(post_timeline(history, post_id), on, edit, basis)
    for record in after:
        _require_seats(record)
    return history.with_post(post_id, after)


def correct_post(
    history: History, post_id: PostId, on: date, edit: EditPost, basis: Basis | None = None
) -> History:
    """Return the registry after correcting what was wrongly recorded of a post.

    Raises:
        UnknownPost, NotYetBegun, AlreadyEnded, NothingChanges, SeatsTooFew.
    """
    after = timeline.corrected(post_timeline(history, post_id), on, edit, basis)
    for record in after:
        _require_seats(record)
    return history.with_post(post_id, after)


def appoint(history: History, official: Official, record: AppointmentRecord) -> History:
    """Return the registry in which a person takes up a post.

    Raises:
        UnknownPost, PeriodEmpty.
    """
    post_timeline(history, record.post_id)
    _require_period(record.valid_from, record.valid_to)
    return history.with_official(official).with_appointment(record)


def held_appointment(history: History, appointment_id: AppointmentId) -> AppointmentRecord:
    """Return an appointment.

    Raises:
        UnknownAppointment.
    """
    if appointment_id not in history.appointments:
        raise UnknownAppointment(appointment_id=str(appointment_id))
    return history.appointments[appointment_id]


def correct_appointment(history: History, record: AppointmentRecord) -> History:
    """Return the registry in which an appointment reads as given.

    Raises:
        UnknownAppointment, NothingChanges, PeriodEmpty.
    """
    if held_appointment(history, record.appointment_id) == record:
        raise NothingChanges()
    _require_period(record.valid_from, record.valid_to)
    return history.with_appointment(record)


def add_function(history: History, record: FunctionRecord, code: str) -> History:
    """Return the registry with one more duty or function of a unit.

    Raises:
        PeriodEmpty.
    """
    _require_period(record.valid_from, record.valid_to)
    return history.with_function(record.function_id, (record,), code)


def function_timeline(history: History, function_id: FunctionId) -> tuple[FunctionRecord, ...]:
    """Return the records of a duty or function.

    Raises:
        UnknownFunction.
    """
    if function_id not in history.functions:
        raise UnknownFunction(function_id=str(function_id))
    return history.functions[function_id]


def change_function(
    history: History, function_id: FunctionId, on: date, edit: EditFunction, basis: Basis
) -> History:
    """Return the registry after a duty or function changed officially: its wording, place or unit.

    Raises:
        UnknownFunction, NotYetBegun, AlreadyEnded, NothingChanges.
    """
    kept = function_timeline(history, function_id)
    return history.with_function(function_id, timeline.changed(kept, on, edit, basis))


def correct_function(
    history: History, function_id: FunctionId, on: date, edit: EditFunction, basis: Basis | None = None
) -> History:
    """Return the registry after correcting what was wrongly recorded of a duty or function.

    Raises:
        UnknownFunction, NotYetBegun, AlreadyEnded, NothingChanges.
    """
    kept = function_timeline(history, function_id)
    return history.with_function(function_id, timeline.corrected(kept, on, edit, basis))


def end_post(history: History, post_id: PostId, on: date) -> History:
    """Return the registry in which a post no longer exists from a day on; its holders leave that day.

    Raises:
        LaterChangePlanned: the post changes, or somebody takes it up, on or after the day.
        PeriodEmpty, AlreadyEnded.
    """
    ended = history.with_post(post_id, timeline.ended(post_timeline(history, post_id), on))
    for record in history.appointments.values():
        if record.post_id != post_id or not record.is_end_known:
            continue
        if record.valid_from >= on:
            raise LaterChangePlanned(on=on.isoformat(), planned=record.valid_from.isoformat())
        if leaves_with_post(record, on):
            ended = ended.with_appointment(replace(record, valid_to=on))
    return ended


def end_function(history: History, function_id: FunctionId, on: date) -> History:
    """Return the registry in which a duty or function no longer holds from a day on."""
    return history.with_function(function_id, timeline.ended(function_timeline(history, function_id), on))


def end_appointment(history: History, appointment_id: AppointmentId, on: date) -> History:
    """Return the registry in which a holder leaves the post; ``on`` is the first day without him or her.

    Raises:
        PeriodEmpty: the day is not after the first day.
        AlreadyEnded: the appointment ended before.
    """
    record = held_appointment(history, appointment_id)
    if on <= record.valid_from:
        raise PeriodEmpty(start=record.valid_from.isoformat(), end=on.isoformat())
    if record.is_end_known and record.valid_to is not None and record.valid_to <= on:
        raise AlreadyEnded(on=on.isoformat(), ended=record.valid_to.isoformat())
    return history.with_appointment(replace(record, valid_to=on, is_end_known=True))


def withdraw_post(history: History, post_id: PostId, today: date) -> History:
    """Return the registry without a post that was to begin after ``today``.

    Raises:
        UnknownPost, AlreadyBegun.
    """
    timeline.require_ahead(post_timeline(history, post_id), today)
    return replace(history, posts={key: held for key, held in history.posts.items() if key != post_id})


def withdraw_function(history: History, function_id: FunctionId, today: date) -> History:
    """Return the registry without a duty or function that was to begin after ``today``.

    Raises:
        UnknownFunction, AlreadyBegun.
    """
    timeline.require_ahead(function_timeline(history, function_id), today)
    left = {key: held for key, held in history.functions.items() if key != function_id}
    return replace(history, functions=left)


def withdraw_post_change(history: History, post_id: PostId, on: date) -> History:
    """Return the registry without the change of a post that was recorded for a day.

    Raises:
        UnknownPost, NoChangeThatDay.
    """
    return history.with_post(post_id, timeline.withdrawn(post_timeline(history, post_id), on))


def withdraw_function_change(history: History, function_id: FunctionId, on: date) -> History:
    """Return the registry without the change of a duty or function that was recorded for a day.

    Raises:
        UnknownFunction, NoChangeThatDay.
    """
    kept = function_timeline(history, function_id)
    return history.with_function(function_id, timeline.withdrawn(kept, on))


def withdraw_appointment(history: History, appointment_id: AppointmentId) -> History:
    """Return the registry without an appointment that is not to be, or never was.

    Raises:
        UnknownAppointment.
    """
    held_appointment(history, appointment_id)
    left = {key: record for key, record in history.appointments.items() if key != appointment_id}
    return replace(history, appointments=left)


def _require_seats(record: PostRecord) -> None:
    if record.seats < 1:
        raise SeatsTooFew(seats=record.seats)


def _require_period(start: date, end: date | None) -> None:
    if end is not None and end <= start:
        raise PeriodEmpty(start=start.isoformat(), end=end.isoformat())
