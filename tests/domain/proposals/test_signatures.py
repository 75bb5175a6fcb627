"""Which signatures count where a proposal goes back or takes another route: none under a void letter."""

from collections.abc import Iterable
from dataclasses import replace

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import HOUSE_STEPS, Route
from orgflow.domain.proposals.states import Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, a_route, all_given, walked

A, R, S = Action, Role, ProposalState


def signed_by(*keys: str) -> Proposal:
    """Return a proposal of a route of three signatures, two of them beside one another, that these gave."""
    return signing(("first", "beside", "last"), keys)


def signing(steps: tuple[str, ...], keys: Iterable[str]) -> Proposal:
    """Return a proposal at its signing that these signed."""
    signer, held = an_actor(R.GOVERNOR_OFFICE), replace(walked(S.SIGNING), route=signatures(*steps))
    for key in keys:
        held = held.advance(A.SIGN, signer, all_given(step=key), TODAY)
    return held


def signatures(*keys: str) -> Route:
    """Return the house's route with these signatures; the second stands beside the first."""
    places = {"first": 6, "beside": 6, "last": 7}
    steps = (replace(HOUSE_STEPS[-1], key=key, position=places[key]) for key in keys)
    return a_route(*HOUSE_STEPS[:-1], *steps, number=710 + len(keys))


def test_a_signature_beside_one_that_is_still_to_be_given_stays_on_another_route() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)
    route = signatures("first", "beside")

    moved = signed_by("first").on_route(route, office, TODAY)

    assert "first" in moved.progress.done
    assert [step.key for step in moved.progress.waiting] == ["beside"]


def test_what_all_signed_is_signed_by_all_anew_where_one_more_is_to_sign() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    moved = signing(("first",), ["first"]).on_route(signatures("first", "beside"), office, TODAY)

    assert {step.key for step in moved.progress.waiting} == {"first", "beside"}


def test_a_return_to_a_signature_undoes_those_before_it_too_since_the_letter_is_void() -> None:
    governor = an_actor(R.GOVERNOR_OFFICE)

    back = signed_by("first", "beside", "last").advance(A.RETURN, governor, all_given(step="beside"), TODAY)
    last = signed_by("first", "beside").advance(A.RETURN, governor, all_given(step="first"), TODAY)

    for returned in (back, last):
        assert returned.state is S.SIGNING
        assert {step.key for step in returned.progress.waiting} == {"first", "beside"}
        assert set(returned.progress.done) == {step.key for step in HOUSE_STEPS[:-1]}
