"""Whoever is named in a note is told of it, and nobody can be named who may not see the proposal."""

from uuid import UUID

import pytest
from sqlalchemy import update

from orgflow.domain.access.roles import Role
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.mentions import MentionRefused
from orgflow.domain.notes.note import NoteAct, NoteKind
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.mentions import show_people
from orgflow.services.note_pages import show_notes
from orgflow.services.notes import ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.store.access import UserRow
from orgflow.store.notices import notices_page
from tests.factories.authority import user_of
from tests.factories.office import Office, a_neighbour
from tests.factories.post_reach import HEAD_OF_LEGAL, route_by, seat_head_of_legal
from tests.factories.roads import a_draft, a_proposal_in, go, take

R = Role


def name_of(office: Office, role: Role) -> str:
    with office.resources.reading() as session:
        row = session.get(UserRow, user_of(office, role))
    assert row is not None
    return row.username


def told(office: Office, role: Role) -> list[str]:
    with office.resources.reading() as session:
        return [row.kind for row in notices_page(session, user_of(office, role), first=0, limit=100)]


def write(office: Office, proposal_id: ProposalId, text: str, role: Role = R.ORGANISATION_REVIEWER) -> UUID:
    note = WriteNote(proposal_id, NoteKind.COMMENT, PlaceKind.PROPOSAL, "", text)
    return write_note(office.context(role), note)


def offered(office: Office, proposal_id: ProposalId) -> set[str]:
    people = show_people(office.context(R.ORGANISATION_REVIEWER), proposal_id)
    return {person.username for person in people}


def settle_elsewhere(office: Office, role: Role) -> None:
    with office.resources.writing() as session:
        elsewhere = office.units["Biro Hukum"]
        session.execute(update(UserRow).where(UserRow.id == user_of(office, role)).values(unit_id=elsewhere))
        session.commit()


def test_whoever_is_named_in_a_note_or_a_reply_is_told_once(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    before = {role: told(office, role) for role in Role}

    note_id = write(
        office, proposal_id, f"@{name_of(office, R.LEGAL_REVIEWER)} dan @{name_of(office, R.LEGAL_REVIEWER)}."
    )
    revision = show_notes(office.as_system(), proposal_id).notes[0].revision
    answer = f"Menurut @{name_of(office, R.ASSISTANT)} sudah."
    reply_to_note(
        office.context(R.BUREAU_HEAD), ReplyToNote(proposal_id, note_id, revision, NoteAct.ANSWER, answer)
    )

    assert told(office, R.LEGAL_REVIEWER) == [NoticeKind.MENTIONED, *before[R.LEGAL_REVIEWER]]
    assert told(office, R.ASSISTANT) == [NoticeKind.MENTIONED, *before[R.ASSISTANT]]
    others = set(Role) - {R.LEGAL_REVIEWER, R.ASSISTANT}
    assert all(told(office, role) == before[role] for role in others)


def test_whoever_may_not_see_the_proposal_cannot_be_named_and_nothing_is_kept(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    neighbour = a_neighbour(office)
    settle_elsewhere(office, R.DRAFTER)
    before = {role: told(office, role) for role in Role}

    for name in ("tidak.ada", name_of(office, R.DRAFTER), name_of(neighbour, R.AUDITOR)):
        with pytest.raises(MentionRefused) as refused:
            write(office, proposal_id, f"@{name_of(office, R.LEGAL_REVIEWER)} dan @{name}")
        assert refused.value.facts["name"] == name

    assert show_notes(office.as_system(), proposal_id).notes == ()
    assert all(told(office, role) == before[role] for role in Role)


def test_only_people_who_may_see_the_proposal_are_offered(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    a_neighbour(office)
    settle_elsewhere(office, R.DRAFTER)

    found = offered(office, proposal_id)

    wanted = set(Role) - {R.DRAFTER, R.ORGANISATION_REVIEWER}
    assert found == {name_of(office, role) for role in wanted}


def test_whoever_has_a_post_on_the_route_is_offered_and_told_once_it_left_the_draft(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id, name = a_draft(office), name_of(office, HEAD_OF_LEGAL)

    as_draft = offered(office, proposal_id)
    with pytest.raises(MentionRefused):
        write(office, proposal_id, f"@{name}", R.BUREAU_HEAD)
    go(office, proposal_id, Action.FORWARD)
    write(office, proposal_id, f"@{name}")

    assert (name in as_draft, name in offered(office, proposal_id)) == (False, True)
    assert told(office, HEAD_OF_LEGAL).count(NoticeKind.MENTIONED) == 1


def test_whoever_has_a_post_on_the_route_is_not_told_of_a_draft_that_was_withdrawn(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id, name = a_proposal_in(office, ProposalState.ORG_REVIEW), name_of(office, HEAD_OF_LEGAL)
    take(office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Perbaiki.")
    take(office, proposal_id, Action.WITHDRAW, R.BUREAU_HEAD, reason="Tidak jadi.")

    found = offered(office, proposal_id)

    assert name_of(office, R.BUREAU_HEAD) in found
    assert name not in found
