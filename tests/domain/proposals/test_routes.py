"""Routes as data: when one may be kept, in which order it is gone, what a change of route carries over."""

from dataclasses import replace
from typing import Final
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, PermissionMissing, Role
from orgflow.domain.changes.operations import AbolishPost, RenameUnit
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import (
    OutOfTurn,
    RouteUnchanged,
    StepTakenAlready,
    TransitionNotAllowed,
)
from orgflow.domain.proposals.routes import (
    HOUSE_STEPS,
    KindOfChange,
    Route,
    RouteKeyTwice,
    RouteOutOfOrder,
    RoutePostUnknown,
    RouteStep,
    RouteTakerUnfit,
    RouteUnapproved,
    RouteUnsigned,
    SignatureMisplaced,
    StepKind,
    UnknownRouteStep,
    checked_steps,
    fresh_key,
    kind_of_change,
)
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import PostId, TextEmpty
from tests.factories.access import an_actor
from tests.factories.organisation import unit_id
from tests.factories.proposals import ROAD, TODAY, a_route, all_given, nothing_given, walked

A, R, S, P = Action, Role, ProposalState, Permission
POST: Final = PostId(UUID(int=41))
KOMINFO: Final = RouteStep(
    "kominfo", S.INITIALLING, 4, StepKind.PARAF, "Kadis Kominfo", POST, is_recordable=True
)


def changed(**steps: RouteStep | None) -> list[RouteStep]:
    """Return the house's steps with these in the place of those of the same key; None leaves one out."""
    kept = [steps.get(step.key, step) for step in HOUSE_STEPS]
    return [step for step in kept if step is not None]


def house(key: str) -> RouteStep:
    return a_route().step(key)


def with_kominfo(position: int = 4) -> Route:
    """Return a route on which the agency's head initials beside the assistant, or after somebody."""
    steps = (*HOUSE_STEPS, replace(KOMINFO, position=position))
    return a_route(*checked_steps(steps, frozenset({POST})), number=701)


def gone(route: Route, until: ProposalState) -> Proposal:
    """Return a proposal that went a route until it first stood in a state."""
    proposal = replace(walked(S.DRAFT), route=route)
    for action, step, role in ROAD:
        if proposal.state is until:
            return proposal
        proposal = proposal.advance(action, an_actor(role), all_given(step=step), TODAY)
    return proposal


def test_the_houses_route_may_be_kept_and_stands_as_it_is() -> None:
    assert checked_steps(HOUSE_STEPS, frozenset()) == HOUSE_STEPS


def test_positions_are_counted_anew_without_a_gap() -> None:
    spread = [replace(step, position=step.position * 10) for step in HOUSE_STEPS]

    assert checked_steps(reversed(spread), frozenset()) == HOUSE_STEPS


@pytest.mark.parametrize(
    ("steps", "refusal"),
    [
        (changed(governor=None), RouteUnsigned),
        (changed(organisation=None), RouteUnapproved),
        (changed(organisation=replace(house("organisation"), kind=StepKind.PARAF)), RouteUnapproved),
        (changed(legal=replace(house("legal"), key="unit")), RouteKeyTwice),
        (changed(legal=replace(house("legal"), position=9)), RouteOutOfOrder),
        (changed(legal=replace(house("legal"), position=2)), RouteOutOfOrder),
        (changed(secretary=replace(house("secretary"), kind=StepKind.SIGNATURE)), SignatureMisplaced),
        (changed(governor=replace(house("governor"), kind=StepKind.PARAF)), SignatureMisplaced),
        (changed(assistant=replace(house("assistant"), by=POST)), RoutePostUnknown),
        (changed(assistant=replace(house("assistant"), by=P.MANAGE_USERS)), RouteTakerUnfit),
        (changed(assistant=replace(house("assistant"), title="  ")), TextEmpty),
        (changed(legal=replace(house("legal"), stage=S.ENACTED)), RouteOutOfOrder),
    ],
)
def test_a_route_that_could_not_be_gone_is_not_kept(
    steps: list[RouteStep], refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        checked_steps(steps, frozenset())


def test_a_new_step_gets_a_key_of_its_own() -> None:
    assert fresh_key("Kadis Kominfo", frozenset()) == "kadis-kominfo"
    assert fresh_key("Kadis Kominfo", frozenset({"kadis-kominfo"})) == "kadis-kominfo-2"
    assert fresh_key("…", frozenset()) == "langkah"


def test_only_names_changed_is_another_kind_than_the_structure_changed() -> None:
    rename, post = RenameUnit(unit_id(2), "Biro Baru"), AbolishPost(POST)

    assert kind_of_change([rename]) is KindOfChange.RENAME
    assert kind_of_change([rename, post]) is KindOfChange.STRUCTURE


@pytest.mark.parametrize("first", ["assistant", "kominfo"])
def test_parallel_steps_are_taken_in_any_order(first: str) -> None:
    waiting = gone(with_kominfo(), S.INITIALLING)
    office = an_actor(R.LETTER_ADMINISTRATOR)
    second = {"assistant": "kominfo", "kominfo": "assistant"}[first]

    half = waiting.advance(A.PARAF, office, all_given(step=first), TODAY)

    assert {step.key for step in half.progress.waiting} == {second}
    with pytest.raises(OutOfTurn):
        half.advance(A.PARAF, office, all_given(step="secretary"), TODAY)
    with pytest.raises(StepTakenAlready):
        half.advance(A.PARAF, office, all_given(step=first), TODAY)
    both = half.advance(A.PARAF, office, all_given(step=second), TODAY)
    assert {step.key for step in both.progress.waiting} == {"secretary"}


def test_a_posts_step_is_taken_by_who_has_the_post_and_by_nobody_after_losing_it() -> None:
    waiting = gone(with_kominfo(), S.INITIALLING)
    holder = replace(an_actor(R.ASSISTANT), posts=frozenset({POST}))
    without = replace(holder, posts=frozenset())

    taken = waiting.advance(A.PARAF, holder, nothing_given(step="kominfo"), TODAY)

    assert not taken.steps[-1].is_recorded
    with pytest.raises(PermissionMissing):
        waiting.advance(A.PARAF, without, nothing_given(step="kominfo"), TODAY)


def test_a_step_that_is_not_there_is_not_taken() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    with pytest.raises(UnknownRouteStep):
        gone(a_route(), S.INITIALLING).advance(A.PARAF, office, all_given(step="kominfo"), TODAY)
    with pytest.raises(UnknownRouteStep):
        gone(a_route(), S.INITIALLING).advance(A.PARAF, office, all_given(step="governor"), TODAY)


def test_a_return_leads_to_a_step_taken_earlier_and_undoes_all_from_there_on() -> None:
    signing = gone(a_route(), S.SIGNING)
    governor = an_actor(R.GOVERNOR_OFFICE)

    back = signing.advance(A.RETURN, governor, all_given(step="legal"), TODAY)

    assert back.state is S.LEGAL_REVIEW
    assert set(back.progress.done) == {"unit", "organisation"}
    with pytest.raises(OutOfTurn):
        signing.advance(A.RETURN, governor, all_given(step="governor"), TODAY)


def test_nobody_returns_out_of_turn() -> None:
    with pytest.raises(PermissionMissing):
        gone(a_route(), S.INITIALLING).advance(
            A.RETURN, an_actor(R.SECRETARY), all_given(step="legal"), TODAY
        )


def test_what_was_passed_by_submitting_oneself_is_no_step_to_return_to() -> None:
    head, reviewer = an_actor(R.BUREAU_HEAD), an_actor(R.ORGANISATION_REVIEWER)
    forwarded = walked(S.DRAFT).advance(A.FORWARD, head, nothing_given(), TODAY)

    assert set(forwarded.progress.done) == {"unit"}
    assert forwarded.progress.return_targets == ()
    with pytest.raises(OutOfTurn):
        forwarded.advance(A.RETURN, reviewer, all_given(step="unit"), TODAY)


def test_a_head_does_not_pass_a_review_that_is_somebody_elses() -> None:
    division = RouteStep("division", S.UNIT_REVIEW, 0, StepKind.PARAF, "Kepala Bagian", POST)
    route = a_route(*checked_steps((division, *HOUSE_STEPS), frozenset({POST})))
    head = an_actor(R.BUREAU_HEAD)
    draft = replace(walked(S.DRAFT), route=route)

    with pytest.raises(OutOfTurn):
        draft.advance(A.FORWARD, head, nothing_given(), TODAY)
    assert A.SUBMIT in draft.allowed_actions(head)


def test_steps_of_one_key_stay_done_on_another_route() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)
    secretary_next = gone(a_route(), S.INITIALLING).advance(
        A.PARAF, an_actor(R.ASSISTANT), nothing_given(step="assistant"), TODAY
    )

    moved = secretary_next.on_route(with_kominfo(), office, TODAY)

    assert moved.state is S.INITIALLING
    assert {step.key for step in moved.progress.waiting} == {"kominfo"}
    assert set(moved.progress.done) == {"unit", "organisation", "legal", "assistant"}


def test_a_proposal_stands_at_the_earlier_step_that_another_route_has_and_it_has_not_done() -> None:
    office, signer = an_actor(R.LETTER_ADMINISTRATOR), an_actor(R.GOVERNOR_OFFICE)
    law = replace(KOMINFO, stage=S.LEGAL_REVIEW, position=3)
    route = a_route(*checked_steps((*HOUSE_STEPS, law), frozenset({POST})), number=702)
    signed = gone(a_route(), S.SIGNING).advance(A.SIGN, signer, all_given(step="governor"), TODAY)

    moved = signed.on_route(route, office, TODAY)

    assert moved.state is S.LEGAL_REVIEW
    assert "governor" not in moved.progress.done
    again = moved.advance(
        A.PARAF, replace(signer, posts=frozenset({POST})), nothing_given(step="kominfo"), TODAY
    )
    assert again.state is S.SIGNING
    assert {step.key for step in again.progress.waiting} == {"governor"}


def test_a_route_is_not_changed_before_it_is_begun_nor_after_the_letter_went_out() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    with pytest.raises(TransitionNotAllowed):
        walked(S.DRAFT).on_route(with_kominfo(), office, TODAY)
    with pytest.raises(TransitionNotAllowed):
        walked(S.SUBMITTED).on_route(with_kominfo(), office, TODAY)
    with pytest.raises(RouteUnchanged):
        walked(S.ORG_REVIEW).on_route(a_route(), office, TODAY)
    with pytest.raises(PermissionMissing):
        walked(S.ORG_REVIEW).on_route(with_kominfo(), an_actor(R.BUREAU_HEAD), TODAY)


def test_of_the_route_only_what_comes_after_the_open_steps_is_ahead() -> None:
    begun = [walked(state) for state in (S.DRAFT, S.LEGAL_REVIEW, S.INITIALLING, S.SIGNING, S.SUBMITTED)]

    ahead = [[step.key for step in proposal.progress.ahead.steps] for proposal in begun]

    assert ahead == [
        ["unit", "organisation", "legal", "assistant", "secretary", "governor"],
        ["assistant", "secretary", "governor"],
        ["secretary", "governor"],
        [],
        [],
    ]
