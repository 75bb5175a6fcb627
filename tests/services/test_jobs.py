"""Work promised in the outbox is done once, however often and by whomever it is tried."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.jobs import CLAIM_LASTS, claim_work, do_one, due_work, work_off
from orgflow.services.lettering import letter_source
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, freeze

pytestmark = pytest.mark.both_databases


def test_an_issued_letter_is_rendered_by_the_jobs(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, ProposalState.SIGNING))

    done = work_off(office.as_system())

    assert (done.finished, done.failed) == (1, 0)
    assert set(letter_source(office.context(Role.LETTER_ADMINISTRATOR), letter_id).files) == {"pdf", "docx"}
    assert due_work(office.as_system(), 10) == ()


def test_work_claimed_by_one_worker_is_left_by_another(office: Office) -> None:
    freeze(office, a_proposal_in(office, ProposalState.SIGNING))
    (work_id,) = due_work(office.as_system(), 10)

    assert claim_work(office.as_system(), work_id) is not None

    assert do_one(office.as_system(), work_id) is None


def test_work_of_a_worker_that_is_gone_is_taken_over(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, ProposalState.SIGNING))
    (work_id,) = due_work(office.as_system(), 10)
    claim_work(office.as_system(), work_id)

    office.clock.set_to(TODAY.replace(day=TODAY.day + 1 + CLAIM_LASTS.days))

    assert due_work(office.as_system(), 10) == (work_id,)
    assert do_one(office.as_system(), work_id) is True
    assert letter_source(office.as_system(), letter_id).files
