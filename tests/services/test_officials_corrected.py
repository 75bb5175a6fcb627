"""A person's name or number corrected: what was believed stays readable, and is told as once known."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.values import AppointmentId
from orgflow.services.history import show_history
from orgflow.services.organisation import appointments, posts
from orgflow.services.organisation.freshness import RecordStale
from orgflow.services.organisation.recordings import show_recordings
from orgflow.services.organisation.searching import search_registry
from orgflow.services.organisation.staffing import show_term
from orgflow.store.registry import load_history
from tests.factories.governments import SINCE
from tests.factories.office import Office
from tests.factories.registry import REASON, Keeper

MEDIA, ANALYST = "Bagian Media", "Analis Media"
WRONG, RIGHT = "Contoh Dau", "Contoh Dua, S.E."
OLD_NIP, NIP = "197001011995031009", "197001011995031001"


@pytest.fixture
def keeper(office: Office) -> Keeper:
    """A keeper with a post whose holder's name is misspelt."""
    keeper = Keeper.of(office)
    keeper.post(ANALYST, MEDIA, SINCE)
    keeper.appoint(WRONG, ANALYST, SINCE)
    correct(keeper, WRONG, nip=OLD_NIP)
    return keeper


def correct(keeper: Keeper, name: str, nip: str = NIP, rank: str = "") -> None:
    held = show_term(keeper.ctx, term(keeper)).term.record
    command = appointments.CorrectAppointment(
        term(keeper), held.valid_from, held.valid_to, held.kind, "", REASON, name, nip, rank
    )
    appointments.correct_appointment(keeper.ctx, command)


def term(keeper: Keeper) -> AppointmentId:
    return keeper.terms[WRONG]


def test_as_known_before_the_correction_the_person_is_as_was_believed(keeper: Keeper) -> None:
    before = keeper.office.resources.clock()
    correct(keeper, RIGHT)
    between = keeper.office.resources.clock()
    correct(keeper, RIGHT, rank="Pembina (IV/a)")

    with keeper.office.resources.reading() as session:
        government = keeper.office.government_id
        told = [
            next(
                (one.name, one.nip, one.rank)
                for one in load_history(session, government, at).officials.values()
                if one.nip is not None
            )
            for at in (before, between, None)
        ]

    assert told == [
        (WRONG, OLD_NIP, None),
        (RIGHT, NIP, None),
        (RIGHT, NIP, "Pembina (IV/a)"),
    ]


def test_what_was_believed_of_a_person_stands_in_the_recordings(keeper: Keeper) -> None:
    correct(keeper, RIGHT)

    page = show_recordings(keeper.ctx, keeper.units[MEDIA])

    newest, first = page.persons
    assert (newest.name, newest.nip, newest.now, newest.reason) == (WRONG, OLD_NIP, RIGHT, REASON)
    assert (first.name, first.nip) == (WRONG, None)
    assert [holder.title for holder in page.holders] == [RIGHT]


def test_a_period_corrected_with_its_person_is_told_under_the_name_of_then(keeper: Keeper) -> None:
    held = show_term(keeper.ctx, term(keeper)).term.record
    later = held.valid_from + timedelta(days=30)
    command = appointments.CorrectAppointment(
        term(keeper), later, held.valid_to, held.kind, "", REASON, RIGHT, NIP
    )
    appointments.correct_appointment(keeper.ctx, command)

    holders = show_recordings(keeper.ctx, keeper.units[MEDIA]).holders

    assert [(one.title, one.valid_from) for one in holders] == [(RIGHT, later), (WRONG, held.valid_from)]


def test_a_personal_number_is_told_to_whoever_keeps_the_registry_alone(keeper: Keeper) -> None:
    correct(keeper, RIGHT)

    told = show_recordings(keeper.office.context(Role.AUDITOR), keeper.units[MEDIA]).persons

    assert {one.nip for one in told} == {None}


def test_whoever_was_overtaken_on_a_person_is_told(keeper: Keeper) -> None:
    seen = show_term(keeper.ctx, term(keeper)).seen_at
    correct(keeper, RIGHT)

    with pytest.raises(RecordStale):
        appointments.withdraw_appointment(
            keeper.ctx, appointments.WithdrawAppointment(term(keeper), REASON, seen)
        )


def test_the_event_says_which_name_it_was(keeper: Keeper) -> None:
    correct(keeper, RIGHT)

    newest = show_history(keeper.ctx).events[0]

    assert newest.event == "post:holder_corrected"
    assert f'"name_before": "{WRONG}"' in newest.payload


def test_the_corrected_name_is_found_and_the_misspelt_one_no_longer(keeper: Keeper) -> None:
    correct(keeper, RIGHT)

    assert [one.name for one in search_registry(keeper.ctx, "contoh dua").officials] == [RIGHT]
    assert search_registry(keeper.ctx, "contoh dau").officials == ()


def test_a_post_founded_later_says_nothing_of_former_persons(keeper: Keeper) -> None:
    command = posts.PostFields("Arsiparis")
    posts.found_post(
        keeper.ctx,
        posts.FoundPost(keeper.units["Biro Umum"], posts.PostRole.MEMBER, command, SINCE, _basis()),
    )

    assert show_recordings(keeper.ctx, keeper.units["Biro Umum"]).persons == ()


def _basis() -> appointments.GivenBasis:
    return appointments.GivenBasis("Karangan untuk uji")
