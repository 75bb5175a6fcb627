"""The gate around use cases: permission, one transaction, one audit event, the same answer twice."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier
from uuid import UUID

import pytest

from orgflow.domain.access.roles import ANONYMOUS, Permission, PermissionMissing, Role, SignInRequired
from orgflow.domain.audit.events import SettingsChanged
from orgflow.domain.errors import RuleBroken
from orgflow.services.context import Context
from orgflow.services.history import show_history, verify_audit
from orgflow.services.use_case import FactUnsealed, NothingRecorded, housekeeping, read, use_case
from orgflow.store import governments
from tests.factories.office import Office, a_neighbour

pytestmark = pytest.mark.both_databases

KEY = "e7b0c9d2-form"


@dataclass(frozen=True, slots=True)
class Note:
    """Write a setting of this test's own."""

    value: str


class Refused(RuleBroken):
    """A rule of this test's own."""

    code = "rule_broken"


@use_case(requires=Permission.MANAGE_SETTINGS)
def note(ctx: Context, command: Note) -> UUID:
    """Write the setting and record it; the answer is new each time the function really runs."""
    _write(ctx, command.value)
    ctx.record(SettingsChanged(str(ctx.government_id), "note", None, command.value))
    return ctx.new_id()


@use_case(requires=Permission.MANAGE_SETTINGS)
def note_in_silence(ctx: Context, command: Note) -> UUID:
    """Write the setting and record nothing."""
    _write(ctx, command.value)
    return ctx.new_id()


@use_case(requires=Permission.MANAGE_SETTINGS)
def note_and_fail(ctx: Context, command: Note) -> UUID:
    """Write, record, and break a rule."""
    _write(ctx, command.value)
    ctx.record(SettingsChanged(str(ctx.government_id), "note", None, command.value))
    raise Refused()


@housekeeping
def tidy(ctx: Context, value: str) -> str:
    """Write what is no fact."""
    _write(ctx, value)
    return value


@housekeeping
def tidy_with_a_fact(ctx: Context, value: str) -> None:
    """Write what is no fact and call it one."""
    _write(ctx, value)
    ctx.record(SettingsChanged(str(ctx.government_id), "note", None, value))


@read(requires=Permission.SIGN_IN)
def noted(ctx: Context) -> str | None:
    """Return the setting."""
    return governments.settings(ctx.session, ctx.government_id).get("note")


def _write(ctx: Context, value: str) -> None:
    governments.put_setting(ctx.session, ctx.government_id, "note", value, new_id=ctx.new_id(), at=ctx.now)


def an_administrator(office: Office, key: str | None = None) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR, key=key)


def events(office: Office, name: str) -> list[dict[str, object]]:
    shown = show_history(office.as_system()).events
    return [json.loads(event.payload) | {"who": event.actor_name} for event in shown if event.event == name]


def notes(office: Office) -> list[object]:
    """Return what was noted, as the audit tells."""
    told = events(office, "government:settings_changed")
    return [event["after"] for event in told if event["setting"] == "note"]


def test_a_change_and_its_audit_event_are_committed_together(office: Office) -> None:
    note(an_administrator(office), Note("satu"))

    assert noted(an_administrator(office)) == "satu"
    assert notes(office) == ["satu"]
    assert verify_audit(office.as_system()).broken_at is None


def test_a_change_that_records_nothing_is_not_committed(office: Office) -> None:
    with pytest.raises(NothingRecorded):
        note_in_silence(an_administrator(office), Note("diam-diam"))

    assert noted(an_administrator(office)) is None


def test_an_error_takes_back_the_change_and_its_event(office: Office) -> None:
    with pytest.raises(Refused):
        note_and_fail(an_administrator(office, KEY), Note("gagal"))

    assert noted(an_administrator(office)) is None
    assert notes(office) == []
    assert note(an_administrator(office, KEY), Note("sesudahnya"))


def test_who_may_not_is_refused_and_the_refusal_stays_recorded(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        note(office.context(Role.AUDITOR), Note("bukan hak"))

    (denial,) = events(office, "access:denied")
    assert denial["reason"] == "permission_missing"
    assert denial["who"] == office.actors[Role.AUDITOR].name
    assert noted(an_administrator(office)) is None


def test_nobody_may_do_anything(office: Office) -> None:
    with pytest.raises(SignInRequired):
        note(replace(an_administrator(office), actor=ANONYMOUS), Note("tanpa nama"))


def test_a_reading_asks_for_its_permission_too(office: Office) -> None:
    with pytest.raises(SignInRequired):
        noted(replace(an_administrator(office), actor=ANONYMOUS))


def test_a_form_sent_twice_gets_the_same_answer_and_has_one_effect(office: Office) -> None:
    first = note(an_administrator(office, KEY), Note("pertama"))
    second = note(an_administrator(office, KEY), Note("pertama"))

    assert first == second
    assert noted(an_administrator(office)) == "pertama"
    assert len(notes(office)) == 1


def test_a_form_sent_again_with_other_content_is_another_form(office: Office) -> None:
    first = note(an_administrator(office, KEY), Note("pertama"))
    second = note(an_administrator(office, KEY), Note("kedua"))
    again = note(an_administrator(office, KEY), Note("pertama"))

    assert again == first != second
    assert noted(an_administrator(office)) == "kedua"
    assert notes(office) == ["kedua", "pertama"]


def test_another_key_is_another_form(office: Office) -> None:
    first = note(an_administrator(office, KEY), Note("pertama"))
    second = note(an_administrator(office, KEY + "-2"), Note("kedua"))

    assert first != second
    assert noted(an_administrator(office)) == "kedua"


def test_a_key_is_its_sender_s_own(office: Office) -> None:
    mine = note(an_administrator(office, KEY), Note("administrator"))
    theirs = note(office.context(Role.LETTER_ADMINISTRATOR, key=KEY), Note("tata usaha"))
    foreign = note(an_administrator(a_neighbour(office), KEY), Note("tetangga"))

    assert len({mine, theirs, foreign}) == 3


def test_twenty_sendings_at_once_have_one_effect(office: Office) -> None:
    barrier = Barrier(20)

    def send(_number: int) -> UUID:
        barrier.wait()
        return note(an_administrator(office, KEY), Note("kiriman"))

    with ThreadPoolExecutor(20) as threads:
        answers = set(threads.map(send, range(20)))

    assert len(answers) == 1
    assert len(notes(office)) == 1
    assert verify_audit(office.as_system()).broken_at is None


def test_housekeeping_leaves_no_event(office: Office) -> None:
    before = verify_audit(office.as_system()).length

    assert tidy(an_administrator(office), "rapi") == "rapi"

    assert noted(an_administrator(office)) == "rapi"
    assert verify_audit(office.as_system()).length == before


def test_housekeeping_that_records_a_fact_is_not_committed(office: Office) -> None:
    with pytest.raises(FactUnsealed):
        tidy_with_a_fact(an_administrator(office), "fakta")

    assert noted(an_administrator(office)) is None
