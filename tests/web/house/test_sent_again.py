"""A form sent again: alike when it is the same, never lost when it is not."""

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.history import show_history
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.proposal_pages import show_proposal
from tests.factories.roads import a_draft, a_proposal_in
from tests.web.house.visits import House

FACTS = {"effective_on": "1 April 2026", "facts_on": "", "background": "Latar"}


def test_another_text_under_the_same_key_is_never_lost(house: House) -> None:
    proposal_id = a_draft(house.office)
    head, path = house.visit(Role.BUREAU_HEAD), f"/usulan/{proposal_id}/ubah"
    ctx = house.office.context(Role.BUREAU_HEAD)
    seen = str(show_proposal(ctx, proposal_id).revision)

    first = head.send(path, seen_revision=seen, considerations="Alasan satu", **FACTS)
    again = head.send(path, seen_revision=seen, considerations="Alasan satu", **FACTS)
    other = head.send(path, seen_revision=seen, considerations="Alasan KEDUA", **FACTS)

    assert (first.status_code, again.status_code) == (303, 303)
    assert other.status_code == 409
    assert "Alasan satu" in other.get_data(as_text=True)
    assert "Alasan KEDUA" in other.get_data(as_text=True)
    assert show_proposal(ctx, proposal_id).considerations_text == "Alasan satu"


def test_issuing_a_letter_twice_is_answered_alike(house: House) -> None:
    proposal_id = a_proposal_in(house.office, ProposalState.SIGNING)
    office = house.office.context(Role.LETTER_ADMINISTRATOR, key="issue-this-letter")
    (letter,) = show_proposal(office, proposal_id).letters
    command = IssueLetter(letter.id, letter.revision)

    first, second = issue_letter(office, command), issue_letter(office, command)

    assert first == second
    told = show_history(house.office.as_system()).events
    assert [event.event for event in told].count("letter:issued") <= 1
