"""Routes kept and changed, proposals moved to them, and what the audit keeps of refusals."""

import json
from dataclasses import replace

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.audit.events import AccessDenied
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.refusals import OutOfTurn, StepTakenAlready
from orgflow.domain.proposals.routes import (
    HOUSE_STEPS,
    KindOfChange,
    Route,
    RouteStep,
    RouteUnsigned,
    StepKind,
)
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import PostId
from orgflow.services.road import TakeStep, take_step
from orgflow.services.routes import (
    MoveToRoute,
    RouteAsItIs,
    SaveRoute,
    SetReviewOrder,
    move_to_route,
    save_route,
    set_review_order,
    show_move,
    show_routes,
)
from orgflow.store import audit
from orgflow.store.proposals import StaleRevision
from tests.factories.office import Office
from tests.factories.roads import (
    GOVERNOR,
    ORGANISATION,
    a_draft,
    a_proposal_in,
    go,
    letter_of,
    page,
    revision,
    take,
)

A, R, S = Action, Role, ProposalState


def a_post(office: Office) -> PostId:
    return next(iter(show_routes(office.as_system()).posts))


def extended(office: Office, stage: ProposalState = S.LEGAL_REVIEW) -> Route:
    """Let the office's route for renames have another step of its own in a stage; return it."""
    ctx = office.context(R.LETTER_ADMINISTRATOR)
    last = max(step.position for step in HOUSE_STEPS if step.stage is stage)
    step = RouteStep("kominfo", stage, last, StepKind.PARAF, "Kadis Kominfo", a_post(office), True)
    save_route(ctx, SaveRoute(KindOfChange.RENAME, 1, (*HOUSE_STEPS, step)))
    return show_routes(ctx).routes[0]


def refusals(office: Office) -> list[str]:
    """Return the codes of what the audit kept as refused, the oldest first."""
    with office.resources.reading() as session:
        links = [sealed.link for sealed in audit.chain(session)]
    return [json.loads(link.payload)["reason"] for link in links if link.event == AccessDenied.event]


def test_every_government_begins_with_the_houses_route_for_each_kind_of_change(office: Office) -> None:
    held = show_routes(office.as_system())

    assert [(route.kind, route.version) for route in held.routes] == [(kind, 1) for kind in KindOfChange]
    assert all(route.steps == HOUSE_STEPS for route in held.routes)
    assert held.order.reviews == (S.HARMONIZATION, S.FACILITATION)
    assert not held.order.is_verified


def test_a_changed_route_is_a_new_version_for_what_is_submitted_after_it(office: Office) -> None:
    running, draft = a_proposal_in(office, S.ORG_REVIEW), a_draft(office, "Biro Kedua")

    extended(office)
    go(office, draft, A.FORWARD)

    assert page(office, running).places[-1].step.title == "Gubernur"
    assert len(page(office, running).places) == len(HOUSE_STEPS)
    assert len(page(office, draft).places) == len(HOUSE_STEPS) + 1
    assert show_routes(office.as_system()).running == {KindOfChange.RENAME: 1}


def test_a_route_is_changed_from_what_is_held_and_not_into_the_same(office: Office) -> None:
    ctx = office.context(R.LETTER_ADMINISTRATOR)

    with pytest.raises(RouteAsItIs):
        save_route(ctx, SaveRoute(KindOfChange.RENAME, 1, HOUSE_STEPS))
    with pytest.raises(StaleRevision):
        save_route(ctx, SaveRoute(KindOfChange.RENAME, 7, HOUSE_STEPS))
    with pytest.raises(RouteUnsigned):
        save_route(ctx, SaveRoute(KindOfChange.RENAME, 1, HOUSE_STEPS[:-1]))
    with pytest.raises(PermissionMissing):
        save_route(office.context(R.BUREAU_HEAD), SaveRoute(KindOfChange.RENAME, 1, HOUSE_STEPS[:-1]))


def test_a_signed_proposal_moved_before_an_undone_step_gets_a_new_letter(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    go(office, proposal_id, GOVERNOR)
    route = extended(office)
    ctx = office.context(R.LETTER_ADMINISTRATOR)
    assert show_move(ctx, proposal_id).fitting == route.id

    seen = revision(office, proposal_id)
    move_to_route(ctx, MoveToRoute(proposal_id, seen, route.id, "Kominfo perlu ikut memaraf."))

    shown = page(office, proposal_id)
    assert (shown.state, shown.steps[-1].reason) == (S.LEGAL_REVIEW, "Kominfo perlu ikut memaraf.")
    assert [step.title for step in shown.standing.waiting] == ["Kadis Kominfo"]
    assert [letter.state for letter in shown.letters] == [LetterState.DRAFT, LetterState.VOID]
    take(office, proposal_id, (A.PARAF, "kominfo"), R.LETTER_ADMINISTRATOR, person="Contoh Satu, S.Sos.")
    assert page(office, proposal_id).state is S.SIGNING
    assert letter_of(office, proposal_id).state is LetterState.DRAFT


def test_a_posts_step_is_recorded_by_tu_and_taken_by_nobody_without_the_post(office: Office) -> None:
    extended(office)
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    seen = revision(office, proposal_id)
    holder = replace(office.actors[R.AUDITOR], posts=frozenset({a_post(office)}))
    command = TakeStep(proposal_id, A.PARAF, seen, step="kominfo")

    with pytest.raises(PermissionMissing):
        take_step(office.context(R.AUDITOR), command)
    take_step(replace(office.context(R.AUDITOR), actor=holder), command)

    assert page(office, proposal_id).steps[-1].step == "kominfo"


def test_the_audit_keeps_what_the_road_refused_and_nothing_is_changed(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    seen = revision(office, proposal_id)
    reviewer = office.context(R.ORGANISATION_REVIEWER)

    with pytest.raises(StepTakenAlready):
        take(office, proposal_id, ORGANISATION, R.ORGANISATION_REVIEWER)
    with pytest.raises(OutOfTurn):
        take(office, proposal_id, (A.PARAF, "secretary"), R.SECRETARY)
    with pytest.raises(StaleRevision):
        take_step(reviewer, TakeStep(proposal_id, A.APPROVE, seen - 1, step="organisation"))

    assert revision(office, proposal_id) == seen
    assert refusals(office)[-3:] == ["step_taken_already", "out_of_turn", "stale_revision"]


def test_the_offices_order_of_reviews_is_followed(office: Office) -> None:
    ctx = office.context(R.LETTER_ADMINISTRATOR)
    set_review_order(ctx, SetReviewOrder("facilitation", "Surat edaran contoh", True, 1))

    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)
    go(office, proposal_id, A.ANSWER_APPROVED)

    assert page(office, proposal_id).state is S.FACILITATION
    with pytest.raises(StaleRevision):
        set_review_order(ctx, SetReviewOrder("harmonization", "Surat edaran contoh", True, 1))
