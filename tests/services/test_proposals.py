"""Drafting a proposal: begun by a few questions, edited, withdrawn, made anew from an old one."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import TextEmpty, TextTooLong, TextUnprintable
from orgflow.services.overview import list_proposals
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import (
    CopyProposal,
    CreateProposal,
    EditProposal,
    EffectiveBeforeUnit,
    NotRunningAgain,
    UnitMayNotPropose,
    copy_proposal,
    create_proposal,
    edit_proposal,
)
from orgflow.store.proposals import StaleRevision, UnknownProposal
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY, Office, a_context, a_neighbour
from tests.factories.roads import NEW_NAME, a_draft, a_proposal_in, page, revision, take

R, S = Role, ProposalState


def a_question(
    office: Office, new_name: str = NEW_NAME, *, effective_on: date | None = None
) -> CreateProposal:
    return CreateProposal(office.units[HUMAS], new_name, "alasan", effective_on=effective_on)


def an_edit(office: Office, proposal_id: object, seen: int) -> EditProposal:
    shown = next(card for card in list_proposals(office.as_system()).cards if card.id == proposal_id)
    return EditProposal(shown.id, seen, "alasan baru", "latar belakang", None, None)


def test_a_proposal_begins_as_a_draft_with_its_rename_and_its_letter(office: Office) -> None:
    proposal_id = create_proposal(a_context(office), a_question(office))

    shown = show_proposal(a_context(office), proposal_id)
    assert shown.state is S.DRAFT
    assert [(c.before.name, c.after.name) for c in shown.changes] == [(HUMAS, NEW_NAME)]
    assert [letter.state for letter in shown.letters] == ["draft"]
    assert shown.is_editable


def test_odd_characters_of_a_name_stand_as_they_were_typed(office: Office) -> None:
    odd = 'Biro "Humas" & <Protokol> d\'Art'.ljust(200, "x")

    proposal_id = create_proposal(a_context(office), a_question(office, odd))

    assert show_proposal(a_context(office), proposal_id).changes[0].after.name == odd


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("  ", TextEmpty),
        ("B" * 201, TextTooLong),
        ("Biro\x00Humas", TextUnprintable),
        ("biro  umum", NameTaken),
        (HUMAS, NameUnchanged),
    ],
)
def test_a_name_that_cannot_stand_is_refused_and_nothing_begun(
    office: Office, name: str, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        create_proposal(a_context(office), a_question(office, name))

    assert list_proposals(office.as_system()).cards == ()


def test_a_day_before_the_unit_existed_is_refused(office: Office) -> None:
    with pytest.raises(EffectiveBeforeUnit) as refused:
        create_proposal(a_context(office), a_question(office, effective_on=date(2019, 12, 31)))

    assert refused.value.facts["field"] == "effective_on"


def test_only_units_of_a_kind_that_may_begin_proposals(office: Office) -> None:
    division = replace(a_question(office), unit_id=office.units["Bagian Media"])

    with pytest.raises(UnitMayNotPropose):
        create_proposal(a_context(office), division)


def test_a_head_begins_no_proposal_of_another_bureau(office: Office) -> None:
    with pytest.raises(UnknownUnit):
        create_proposal(a_context(office), replace(a_question(office), unit_id=office.units[UMUM]))


@pytest.mark.parametrize("role", [R.ORGANISATION_REVIEWER, R.LETTER_ADMINISTRATOR, R.AUDITOR])
def test_who_does_not_draft_begins_no_proposal(office: Office, role: Role) -> None:
    with pytest.raises(PermissionMissing):
        create_proposal(office.context(role), a_question(office))


def test_another_governments_proposal_does_not_exist_for_this_one(office: Office) -> None:
    other = a_neighbour(office)
    foreign = create_proposal(a_context(other), a_question(other))

    for role in (R.BUREAU_HEAD, R.ORGANISATION_REVIEWER, R.AUDITOR):
        with pytest.raises(UnknownProposal):
            show_proposal(office.context(role), foreign)
    assert list_proposals(office.as_system()).cards == ()


def test_an_edited_draft_has_a_new_revision(office: Office) -> None:
    proposal_id = a_draft(office)
    seen = revision(office, proposal_id)

    edit_proposal(a_context(office), an_edit(office, proposal_id, seen))

    shown = page(office, proposal_id)
    assert shown.considerations == ("alasan baru",)
    assert shown.revision == seen + 1


def test_a_stale_page_changes_nothing(office: Office) -> None:
    proposal_id = a_draft(office)
    seen = revision(office, proposal_id)
    edit_proposal(a_context(office), an_edit(office, proposal_id, seen))

    stale = replace(an_edit(office, proposal_id, seen), considerations="terlambat")
    with pytest.raises(StaleRevision) as refused:
        edit_proposal(office.context(R.DRAFTER), stale)

    assert dict(refused.value.facts) == {"seen": seen, "present": seen + 1}
    assert page(office, proposal_id).considerations == ("alasan baru",)


def test_a_submitted_proposal_is_not_edited(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    with pytest.raises(NotEditable):
        edit_proposal(a_context(office), an_edit(office, proposal_id, revision(office, proposal_id)))


@pytest.mark.parametrize(
    ("action", "role"), [(Action.REJECT, R.ORGANISATION_REVIEWER), (Action.WITHDRAW, R.BUREAU_HEAD)]
)
def test_a_new_proposal_is_made_from_one_that_ended(office: Office, action: Action, role: Role) -> None:
    old = a_proposal_in(office, S.ORG_REVIEW)
    take(office, old, action, role, reason="Belum waktunya.")

    new = copy_proposal(a_context(office), CopyProposal(old, revision(office, old)))

    shown = show_proposal(a_context(office), new)
    assert (shown.state, shown.predecessor_id) == (S.DRAFT, old)
    assert [change.after.name for change in shown.changes] == [NEW_NAME]
    assert page(office, old).state is S.SUPERSEDED
    assert page(office, old).successor_id == new


def test_a_running_proposal_is_not_made_anew(office: Office) -> None:
    old = a_proposal_in(office, S.ORG_REVIEW)

    with pytest.raises(NotRunningAgain):
        copy_proposal(a_context(office), CopyProposal(old, revision(office, old)))


def test_a_proposal_shows_what_its_reader_may_do(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    offered = {
        role: [offer.action for offer in show_proposal(office.context(role), proposal_id).offers]
        for role in (R.BUREAU_HEAD, R.ORGANISATION_REVIEWER, R.AUDITOR)
    }

    assert offered == {
        R.BUREAU_HEAD: [Action.RECALL, Action.WITHDRAW],
        R.ORGANISATION_REVIEWER: [Action.APPROVE, Action.RETURN, Action.REJECT],
        R.AUDITOR: [],
    }


def test_the_reader_sees_whose_turn_it_is(office: Office) -> None:
    a_proposal_in(office, S.ORG_REVIEW)

    assert [card.is_on_desk for card in list_proposals(office.context(R.ORGANISATION_REVIEWER)).cards] == [
        True
    ]
    assert [card.is_on_desk for card in list_proposals(a_context(office)).cards] == [False]
    assert list_proposals(a_context(office)).cards[0].changed_at.date() == TODAY
