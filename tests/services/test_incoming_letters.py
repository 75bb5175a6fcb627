"""A letter of the agenda and the proposal it is about, where that was told afterwards."""

import pytest

from orgflow.domain.audit.ministry_events import IncomingLinked
from orgflow.services.incoming_letters import LinkIncoming, link_incoming
from orgflow.services.settings import NothingChanged
from tests.factories.ministry import TU, a_proposal_of, ask, came
from tests.factories.office import Office
from tests.factories.signing_office import told


def test_a_letter_of_the_agenda_is_linked_once_and_then_answers_its_proposal(office: Office) -> None:
    proposal_id, letter_id = a_proposal_of(office), came(office)
    command = LinkIncoming(letter_id, proposal_id)
    link_incoming(office.context(TU), command)

    with pytest.raises(NothingChanged):
        link_incoming(office.context(TU), command)
    ask(office, proposal_id, letter_id, "Lampirkan ABK.")

    assert len(told(office, IncomingLinked.event)) == 1
