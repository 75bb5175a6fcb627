"""Whoever is named in a note is told of it, and nobody can be named who may not see the proposal."""

from uuid import UUID

import pytest
from sqlalchemy import update

from orgflow.domain.access.roles import Role
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.mentions import MentionRefused
from orgflow.domain.notes.note import NoteAct, NoteKind
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.mentions import show_people
from orgflow.services.note_pages import show_notes
from orgflow.services.notes import ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.store.access import UserRow
from orgflow.store.notices import notices_page
from tests.factories.authority import user_of
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_proposal_in

R = Role


def name_of(office: Office, role: Role) -> str:
    with office.resources.reading() as session:
        row = session.get(UserRow, user_of(office, role))
    assert row is not None
    return row.username


def told(office: Office, role: Role) -> list[str]:
    with office.resources.reading() as session:
        return [row.kind for row in notices_page(session, user_of(office, role), first=0, limit=100)]


def write(office: Office, proposal_id: ProposalId, text: str) -> UUID:
    note = WriteNote(proposal_id, NoteKind.COMMENT, PlaceKind.PROPOSAL, "", text)
    return write_note(office.context(R.ORGANISATION_REVIEWER), note)


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

    offered = show_people(office.context(R.ORGANISATION_REVIEWER), proposal_id)

    wanted = set(Role) - {R.DRAFTER, R.ORGANISATION_REVIEWER}
    assert {person.username for person in offered} == {name_of(office, role) for role in wanted}
