"""The steps of the road as use cases: recorded, refused, sent back, and the letter that follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.letters.lifecycle import LetterState, NumberMissing
from orgflow.domain.proposals.refusals import OwnWork, StepDateInFuture, StepNeeds, TransitionNotAllowed
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.road import LetterNotIssued, TakeStep, take_step
from orgflow.store.proposals import StaleRevision, UnknownProposal
from tests.factories.governments import UMUM
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import (
    GOVERNOR,
    NEW_NAME,
    ORGANISATION,
    UNIT,
    a_draft,
    a_proposal_in,
    a_scan,
    freeze,
    go,
    letter_of,
    number_it,
    page,
    revision,
    take,
)

A, R, S = Action, Role, ProposalState


def test_the_whole_road_leads_to_the_registry(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)

    shown = page(office, proposal_id)
    assert shown.state is S.IMPLEMENTED
    assert [step.action for step in shown.steps][:4] == [
        A.FORWARD,
        A.APPROVE,
        A.APPROVE,
        A.PARAF,
    ]
    assert shown.letters[0].state is LetterState.SENT


def test_a_drafters_proposal_goes_by_the_head(office: Office) -> None:
    proposal_id = a_draft(office, by=R.DRAFTER)

    take(office, proposal_id, A.SUBMIT, R.DRAFTER)
    assert page(office, proposal_id).state is S.UNIT_REVIEW
    take(office, proposal_id, UNIT, R.BUREAU_HEAD)

    assert page(office, proposal_id).state is S.ORG_REVIEW


def test_a_head_who_wrote_in_the_draft_does_not_approve_it(office: Office) -> None:
    proposal_id = a_draft(office, by=R.BUREAU_HEAD)
    take(office, proposal_id, A.SUBMIT, R.DRAFTER)

    with pytest.raises(OwnWork):
        take(office, proposal_id, UNIT, R.BUREAU_HEAD)


def test_a_step_recorded_by_tu_keeps_the_leaders_name_day_and_scan(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)
    seen, day = revision(office, proposal_id), TODAY - timedelta(days=1)

    take_step(
        office.context(R.LETTER_ADMINISTRATOR),
        TakeStep(
            proposal_id,
            A.PARAF,
            seen,
            day,
            person="Contoh Tiga, S.E.",
            scan=a_scan("paraf"),
            step="assistant",
            late_reason="Lembar paraf baru diterima hari ini.",
        ),
    )

    step = page(office, proposal_id).steps[-1]
    assert (step.is_recorded, step.person, step.acted_on) == (True, "Contoh Tiga, S.E.", day)
    assert step.actor_name == office.actors[R.LETTER_ADMINISTRATOR].name
    assert step.file_id is not None


def test_a_recorded_step_without_its_scan_is_refused(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)
    command = TakeStep(
        proposal_id,
        A.PARAF,
        revision(office, proposal_id),
        person="Contoh Tiga, S.E.",
        step="assistant",
    )

    with pytest.raises(StepNeeds) as refused:
        take_step(office.context(R.LETTER_ADMINISTRATOR), command)

    assert refused.value.facts["missing"] == ("scan",)


def test_a_step_of_tomorrow_is_refused(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SUBMITTED)
    seen = revision(office, proposal_id)

    with pytest.raises(StepDateInFuture):
        take_step(
            office.context(R.LETTER_ADMINISTRATOR),
            TakeStep(proposal_id, A.RECEIVE, seen, TODAY + timedelta(days=1)),
        )


def test_a_stale_page_takes_no_step(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    seen = revision(office, proposal_id)
    command = TakeStep(proposal_id, A.APPROVE, seen, step="organisation")
    take_step(office.context(R.ORGANISATION_REVIEWER), command)

    with pytest.raises(StaleRevision):
        take_step(office.context(R.ORGANISATION_REVIEWER), command)

    assert page(office, proposal_id).state is S.LEGAL_REVIEW


def test_a_foreign_proposal_takes_no_step(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    seen = revision(office, proposal_id)
    command = TakeStep(proposal_id, A.APPROVE, seen, step="organisation")

    with pytest.raises(UnknownProposal):
        take_step(a_neighbour(office).context(R.ORGANISATION_REVIEWER), command)


def test_a_head_of_another_bureau_takes_no_step(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    other = replace(office.actors[R.BUREAU_HEAD], unit_id=office.units[UMUM])
    command = TakeStep(proposal_id, A.WITHDRAW, revision(office, proposal_id), reason="tidak jadi")

    with pytest.raises(UnknownProposal):
        take_step(replace(office.context(R.BUREAU_HEAD), actor=other), command)


@pytest.mark.parametrize("role", [R.DRAFTER, R.BUREAU_HEAD, R.LETTER_ADMINISTRATOR, R.SYSTEM_ADMINISTRATOR])
def test_nobody_reviews_for_biro_organisasi(office: Office, role: Role) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    with pytest.raises(PermissionMissing):
        take(office, proposal_id, ORGANISATION, role)


@pytest.mark.parametrize("action", [A.ENACT, A.PROMULGATE, A.COMMENCE, A.SUPERSEDE])
def test_what_brings_more_than_a_step_has_a_way_of_its_own(office: Office, action: Action) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    command = TakeStep(proposal_id, action, revision(office, proposal_id))

    with pytest.raises(TransitionNotAllowed):
        take_step(office.as_system(), command)


def test_a_returned_proposal_comes_back_with_its_reason_and_is_submitted_again(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)

    take(office, proposal_id, A.RETURN, R.LEGAL_REVIEWER, reason="Pasal belum tepat.")

    shown = page(office, proposal_id)
    assert (shown.state, shown.steps[-1].reason) == (S.DRAFT, "Pasal belum tepat.")
    go(office, proposal_id, A.FORWARD)
    assert page(office, proposal_id).state is S.ORG_REVIEW


def test_the_letter_is_signed_once_it_is_issued(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)

    with pytest.raises(LetterNotIssued):
        take(office, proposal_id, GOVERNOR, R.GOVERNOR_OFFICE)
    freeze(office, proposal_id)
    take(office, proposal_id, GOVERNOR, R.GOVERNOR_OFFICE)

    assert letter_of(office, proposal_id).state is LetterState.SIGNED


def test_the_letter_is_sent_once_it_bears_number_and_date(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    go(office, proposal_id, GOVERNOR)

    with pytest.raises(NumberMissing):
        take(office, proposal_id, A.SEND, R.LETTER_ADMINISTRATOR)
    number_it(office, proposal_id)
    take(office, proposal_id, A.SEND, R.LETTER_ADMINISTRATOR)

    letter = letter_of(office, proposal_id)
    assert (letter.state, letter.dated_on) == (LetterState.SENT, TODAY)


def test_going_back_voids_the_issued_letter_and_begins_another(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    freeze(office, proposal_id)

    take(office, proposal_id, (A.RETURN, "assistant"), R.GOVERNOR_OFFICE, reason="Alamat diperbaiki.")

    states = [letter.state for letter in page(office, proposal_id).letters]
    assert states == [LetterState.DRAFT, LetterState.VOID]


def test_withdrawing_ends_the_road_and_its_draft_letter(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    take(office, proposal_id, A.WITHDRAW, R.BUREAU_HEAD, reason="Arahan berubah.")

    shown = page(office, proposal_id)
    assert (shown.state, shown.phases, shown.may_copy) == (S.WITHDRAWN, (), True)
    assert [letter.state for letter in shown.letters] == [LetterState.VOID]


def test_the_ministrys_rejection_ends_the_road_and_leaves_the_registry(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)

    take(office, proposal_id, A.ANSWER_REJECTED, R.LETTER_ADMINISTRATOR, reason="Tidak sesuai pedoman.")

    shown = page(office, proposal_id)
    assert shown.state is S.REJECTED
    assert shown.letters[0].state is LetterState.SENT
    assert NEW_NAME not in {unit.name for unit in shown.before.units.values()}


def test_the_ministry_may_ask_for_completion_more_than_once(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)

    for _ in range(2):
        take(office, proposal_id, A.ANSWER_ASKS_COMPLETION, R.LETTER_ADMINISTRATOR, reason="Lampirkan ABK.")
        take(office, proposal_id, A.COMPLETE, R.LETTER_ADMINISTRATOR)
    take(office, proposal_id, A.ANSWER_APPROVED_WITH_NOTES, R.LETTER_ADMINISTRATOR, reason="Sesuaikan.")

    assert page(office, proposal_id).state is S.HARMONIZATION
    assert page(office, proposal_id).steps[-1].document_number == "UJI-SURAT-001"
    assert page(office, proposal_id).steps[-1].acted_on == date(2026, 3, 2)
