"""What the options of a proposal refuse, and to whom."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.errors import DomainError, Forbidden
from orgflow.domain.options.option import (
    NoGuidelineName,
    NothingToChoose,
    OptionInHand,
    OptionLetter,
    OptionReasonMissing,
    OptionsFull,
    OptionStart,
    UnknownOption,
)
from orgflow.domain.organisation.structure import NameTaken
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, TextEmpty, TextTooLong
from orgflow.services.option_pages import show_options
from orgflow.services.options import (
    RemoveOption,
    remove_option,
)
from orgflow.store.proposals import StaleRevision, UnknownProposal
from tests.factories.governments import UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.options import HYBRID, add, choose, rename_in_hand, shown, take
from tests.factories.rebasing import renamed_meanwhile
from tests.factories.roads import a_draft, go, page, revision

A, B, C, D = OptionLetter


@pytest.fixture
def proposal_id(office: Office) -> ProposalId:
    return a_draft(office)


def test_a_fifth_option_is_refused(office: Office, proposal_id: ProposalId) -> None:
    for title in ("Kedua", "Ketiga", "Keempat"):
        add(office, proposal_id, title)
    assert not shown(office, proposal_id).may_add

    with pytest.raises(OptionsFull):
        add(office, proposal_id, "Kelima")

    assert len(shown(office, proposal_id).options) == 4


def test_what_is_worked_on_is_not_taken_away(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)

    with pytest.raises(OptionInHand):
        remove_option(
            office.context(Role.BUREAU_HEAD),
            RemoveOption(proposal_id, revision(office, proposal_id), A),
        )

    assert len(shown(office, proposal_id).options) == 2


def test_whoever_chooses_on_an_old_page_is_told(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    seen = revision(office, proposal_id)
    take(office, proposal_id, B)

    with pytest.raises(StaleRevision):
        choose(office, proposal_id, A, seen=seen)

    assert all(option.name.choice is None for option in shown(office, proposal_id).options)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_choice_without_a_reason_is_refused(office: Office, proposal_id: ProposalId, reason: str) -> None:
    add(office, proposal_id)

    with pytest.raises(OptionReasonMissing):
        choose(office, proposal_id, B, reason)

    assert [option.name.is_in_hand for option in shown(office, proposal_id).options] == [True, False]


def test_nothing_is_chosen_among_one(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    command = RemoveOption(proposal_id, revision(office, proposal_id), B)
    remove_option(office.context(Role.BUREAU_HEAD), command)

    with pytest.raises(NothingToChoose):
        choose(office, proposal_id, A)


def test_a_letter_without_an_option_is_refused(office: Office, proposal_id: ProposalId) -> None:
    with pytest.raises(UnknownOption):
        choose(office, proposal_id, D)


@pytest.mark.parametrize(
    ("title", "refusal"), [("", TextEmpty), ("x" * 201, TextTooLong)], ids=["empty", "long"]
)
def test_an_option_needs_a_title_of_one_line(
    office: Office, proposal_id: ProposalId, title: str, refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        add(office, proposal_id, title)

    assert not shown(office, proposal_id).is_begun


def test_the_options_of_a_submitted_proposal_stay_as_they_are(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)
    go(office, proposal_id, Action.FORWARD)

    for refused in (
        lambda: add(office, proposal_id, "Lain"),
        lambda: take(office, proposal_id, B),
        lambda: choose(office, proposal_id, B),
    ):
        with pytest.raises(NotEditable):
            refused()

    found = shown(office, proposal_id)
    assert (len(found.options), found.is_editable) == (2, False)


def test_an_option_that_no_longer_applies_may_be_worked_on_but_not_chosen(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)
    take(office, proposal_id, B)
    rename_in_hand(office, proposal_id, HYBRID)
    take(office, proposal_id, A)
    renamed_meanwhile(office, UMUM, HYBRID)

    with pytest.raises(NameTaken):
        choose(office, proposal_id, B)

    found = shown(office, proposal_id).options[1]
    assert found.measures.broken_by is not None
    take(office, proposal_id, B)
    assert page(office, proposal_id).broken_by is not None


def test_who_does_not_draft_reads_the_options_and_changes_none(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)

    with pytest.raises(Forbidden):
        choose(office, proposal_id, B, role=Role.AUDITOR)

    assert not show_options(office.context(Role.AUDITOR), proposal_id).is_editable


def test_another_government_finds_no_options(office: Office, proposal_id: ProposalId) -> None:
    stranger = a_neighbour(office)

    with pytest.raises(UnknownProposal):
        show_options(stranger.context(Role.BUREAU_HEAD), proposal_id)


def test_no_guideline_name_is_offered_where_the_guideline_ties_none(
    office: Office, proposal_id: ProposalId
) -> None:
    assert shown(office, proposal_id).guideline_name is None

    with pytest.raises(NoGuidelineName):
        add(office, proposal_id, "Patuh", OptionStart.GUIDELINE)
