"""What a regulation's own people gave up before it commenced stands in no other regulation's way."""

from datetime import timedelta

import pytest

from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.checking import check_store
from tests.factories.deciding import decide
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.factories.roads import EFFECTIVE_ON, NEW_NAME, a_draft, a_proposal_in, go, promulgate_on
from tests.services.test_commencement_days import correct, name_on

pytestmark = pytest.mark.both_databases

LATER = EFFECTIVE_ON + timedelta(days=19)


@pytest.fixture
def first(office: Office) -> ProposalId:
    """A rename that holds from 1 April, and another one of 20 April that was given up for it."""
    first = a_proposal_in(office, ProposalState.IMPLEMENTED)
    second = a_draft(office, "Biro Kedua")
    promulgate_on(office, second, LATER, "UJI-003")
    decide(office, second, Choice.LATEST)
    go(office, second, Action.COMMENCE)
    return first


def test_a_day_is_corrected_over_a_regulation_whose_word_on_the_same_was_given_up(
    office: Office, first: ProposalId
) -> None:
    correct(office, first, LATER + timedelta(days=10))

    assert name_on(office, LATER) == HUMAS
    assert name_on(office, LATER + timedelta(days=10)) == NEW_NAME
    assert check_store(office.as_system()) == ()


@pytest.mark.usefixtures("first")
def test_a_regulation_commences_before_one_whose_word_on_the_same_was_given_up(office: Office) -> None:
    third = a_draft(office, "Biro Ketiga")
    promulgate_on(office, third, LATER - timedelta(days=9), "UJI-004")
    decide(office, third, Choice.OURS)

    go(office, third, Action.COMMENCE)

    assert name_on(office, LATER) == "Biro Ketiga"
    assert check_store(office.as_system()) == ()
