"""What a proposal's page announces: the steps of its own route, and the reviews the office still takes."""

from dataclasses import replace

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.routes import HOUSE_STEPS, KindOfChange
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.routes import SaveRoute, SetReviewOrder, save_route, set_review_order
from tests.factories.roads import a_draft, a_proposal_in, go
from tests.web.desk_office import DeskOffice

R, S = Role, ProposalState


def announced(desks: DeskOffice, proposal_id: object) -> str:
    """Return what the page says is to come."""
    return desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}").partition("Sesudah ini")[2]


def test_initials_are_announced_as_the_route_has_them(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    assert "Asisten membubuhkan paraf; TU dapat mencatatnya." in announced(desks, proposal_id)
    steps = tuple(step for step in HOUSE_STEPS if step.stage is not S.INITIALLING)

    save_route(desks.office.as_system(), SaveRoute(KindOfChange.RENAME, 1, steps))

    assert "paraf" not in announced(desks, proposal_id)


def test_whoever_initials_by_the_route_is_named(desks: DeskOffice) -> None:
    others = [step for step in HOUSE_STEPS if step.key != "secretary"]
    steps = tuple(
        replace(step, title="Kepala Diskominfo") if step.key == "assistant" else step for step in others
    )
    save_route(desks.office.as_system(), SaveRoute(KindOfChange.RENAME, 1, steps))
    proposal_id = a_draft(desks.office)

    shown = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}")

    assert "Kepala Diskominfo membubuhkan paraf" in shown
    assert "Kepala Diskominfo, Gubernur" in shown
    assert "Asisten" not in shown
    assert "Sekretaris Daerah" not in shown


def test_with_facilitation_first_harmonisation_is_what_comes_next(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.MINISTRY_REVIEW)
    set_review_order(desks.office.as_system(), SetReviewOrder("facilitation", "Surat edaran contoh", True, 1))

    go(desks.office, proposal_id, Action.ANSWER_APPROVED)
    at_facilitation = announced(desks, proposal_id)
    go(desks.office, proposal_id, Action.RECORD_FACILITATION)
    at_harmonisation = announced(desks, proposal_id)

    assert "diharmonisasi" in at_facilitation
    assert "difasilitasi" not in at_facilitation
    assert "difasilitasi" not in at_harmonisation
    assert "Gubernur menetapkan Pergub." in at_harmonisation
