"""What has a step of a post on its route is read, and its step taken, by whoever holds the post today."""

import pytest

from orgflow.domain.access.roles import DelegationKind, Permission, Role
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.board import show_board
from orgflow.services.context import Context
from orgflow.services.files import open_file
from orgflow.services.letter_pages import letter_desk
from orgflow.services.letter_writing import show_writing
from orgflow.services.note_pages import show_notes
from orgflow.services.notes import WriteNote, write_note
from orgflow.services.overview import desk_proposals, list_proposals
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.road import TakeStep, take_step
from orgflow.services.scope import scope_of
from orgflow.store.files import UnknownFile
from orgflow.store.letters import UnknownLetter
from orgflow.store.proposals import UnknownProposal
from tests.factories.authority import LAST, acting, substitute
from tests.factories.office import Office
from tests.factories.post_reach import BESIDE, ENDS, HEAD_OF_LEGAL, route_by, seat_head_of_legal
from tests.factories.roads import ORGANISATION, a_draft, a_proposal_in, go, letter_of, page, revision, take

A, P, R, S = Action, Permission, Role, ProposalState
LEGAL_PARAF = (A.PARAF, "beside")


def listed(ctx: Context) -> set[ProposalId]:
    """Return what the actor finds in the list."""
    return {card.id for card in list_proposals(ctx).cards}


@pytest.mark.both_databases
def test_the_head_of_legal_takes_the_step_of_the_post_for_another_bureau(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    ctx = acting(office, HEAD_OF_LEGAL)

    (card,) = desk_proposals(ctx).cards
    take_step(ctx, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal"))

    assert (card.id, card.is_on_desk) == (proposal_id, True)
    assert page(office, proposal_id).state is S.INITIALLING
    assert not desk_proposals(ctx).cards[0].is_on_desk


def test_it_is_read_from_its_submission_on_and_not_as_a_draft(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id = a_draft(office)
    ctx = acting(office, HEAD_OF_LEGAL)
    as_draft = listed(ctx)

    go(office, proposal_id, A.FORWARD)
    early = listed(ctx)
    take(office, proposal_id, A.RETURN, R.ORGANISATION_REVIEWER, reason="Perbaiki.")

    assert (as_draft, early, listed(ctx)) == (set(), {proposal_id}, set())
    with pytest.raises(UnknownProposal):
        show_proposal(ctx, proposal_id)


def test_a_draft_that_came_back_and_is_withdrawn_stays_with_its_bureau(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    withdrawn, returned = (
        a_proposal_in(office, S.ORG_REVIEW),
        a_proposal_in(office, S.ORG_REVIEW, "Biro Kedua"),
    )
    ctx = acting(office, HEAD_OF_LEGAL)
    take(office, returned, A.RETURN, R.ORGANISATION_REVIEWER, reason="Perbaiki.")

    for proposal_id in (withdrawn, returned):
        take(office, proposal_id, A.WITHDRAW, R.BUREAU_HEAD, reason="Tidak jadi.")

    assert listed(ctx) == {withdrawn}
    with pytest.raises(UnknownProposal):
        show_proposal(ctx, returned)


def test_its_files_letter_and_notes_are_read_and_nothing_else_is_offered(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    ctx, letter_id = acting(office, HEAD_OF_LEGAL), letter_of(office, proposal_id).id
    place = WriteNote(proposal_id, NoteKind.QUESTION, PlaceKind.SECTION, "considerations", "Mengapa?")
    write_note(ctx, place)

    shown, desk = show_proposal(ctx, proposal_id), letter_desk(ctx, letter_id)
    file_id = next(view.file_id for view in shown.documents if view.file_id is not None)

    assert open_file(ctx, file_id).media_type == "application/pdf"
    assert [note.text for note in show_notes(ctx, proposal_id).notes] == ["Mengapa?"]
    assert [offer.action for offer in shown.offers] == [A.APPROVE, A.RETURN, A.REJECT]
    assert (shown.may_attach, shown.is_editable, desk.may_edit) == (False, False, False)
    assert not show_writing(ctx, letter_id).may_write
    assert [len(column.cards) for column in show_board(ctx) if column.cards] == [1]
    with pytest.raises(UnknownProposal):
        take_step(ctx, TakeStep(proposal_id, A.WITHDRAW, shown.revision, reason="Coba"))


def test_a_post_reaches_only_where_reading_is_asked(office: Office) -> None:
    post_id = seat_head_of_legal(office)
    ctx = acting(office, HEAD_OF_LEGAL)

    with office.resources.reading() as session:
        asked = {
            one: scope_of(ctx.inside(session, one)).post_ids
            for one in ((P.VIEW_PROPOSALS,), (P.EDIT_LETTER,), ())
        }

    assert asked == {(P.VIEW_PROPOSALS,): {post_id}, (P.EDIT_LETTER,): set(), (): set()}


def test_a_proposal_on_a_route_without_the_post_stays_another_bureaus(office: Office) -> None:
    before = a_proposal_in(office, S.LEGAL_REVIEW)
    file_id = next(view.file_id for view in page(office, before).documents if view.file_id is not None)
    route_by(office, seat_head_of_legal(office))
    ctx = acting(office, HEAD_OF_LEGAL)

    found = listed(ctx)

    assert found == set()
    with pytest.raises(UnknownFile):
        open_file(ctx, file_id)
    with pytest.raises(UnknownLetter):
        letter_desk(ctx, letter_of(office, before).id)


def test_of_steps_side_by_side_the_posts_is_taken_whichever_came_first(office: Office) -> None:
    route_by(office, seat_head_of_legal(office), BESIDE)
    first, second = a_draft(office), a_draft(office, "Biro Kedua")
    for proposal_id in (first, second):
        go(office, proposal_id, A.FORWARD)
        go(office, proposal_id, ORGANISATION)
    ctx = acting(office, HEAD_OF_LEGAL)

    take_step(ctx, TakeStep(first, A.APPROVE, revision(office, first), step="legal"))
    take(office, second, LEGAL_PARAF, R.LEGAL_REVIEWER)
    take_step(ctx, TakeStep(second, A.APPROVE, revision(office, second), step="legal"))

    assert page(office, first).state is S.LEGAL_REVIEW
    assert page(office, second).state is S.INITIALLING
    assert listed(ctx) == {first, second}


def test_with_the_post_the_reach_ends(office: Office) -> None:
    route_by(office, seat_head_of_legal(office))
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    opened_before = acting(office, HEAD_OF_LEGAL)
    assert listed(opened_before) == {proposal_id}

    office.clock.set_to(ENDS)

    with pytest.raises(UnknownProposal):
        take_step(
            opened_before, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal")
        )
    assert listed(acting(office, HEAD_OF_LEGAL)) == set()


@pytest.mark.parametrize("kind", [DelegationKind.DAILY_ACTING, DelegationKind.ACTING])
def test_a_substitute_in_the_post_reads_and_takes_its_step_while_the_period_runs(
    office: Office, kind: DelegationKind
) -> None:
    post_id = seat_head_of_legal(office)
    route_by(office, post_id)
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    office.clock.set_to(ENDS)
    substitute(office, post_id, HEAD_OF_LEGAL, kind)
    ctx = acting(office, HEAD_OF_LEGAL)

    take_step(ctx, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal"))
    seen = listed(ctx)
    office.clock.set_to(LAST.replace(day=LAST.day + 1))

    assert page(office, proposal_id).state is S.INITIALLING
    assert seen == {proposal_id}
    assert listed(acting(office, HEAD_OF_LEGAL)) == set()
