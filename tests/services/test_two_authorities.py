"""Whoever sees every proposal and writes those of one bureau is offered to write only these."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.services.context import Context
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.rebasing_pages import show_rebasing
from orgflow.services.study import show_study
from tests.factories.authority import a_post_with_holder, acting, make_person
from tests.factories.governments import HUKUM, HUMAS
from tests.factories.office import Office
from tests.factories.roads import a_draft

NAME = "Contoh Rangkap, S.H."


def head_and_reviewer(office: Office, unit: str) -> Context:
    """Return whoever reviews for the whole office and holds the post of a bureau's head."""
    a_post_with_holder(office, Role.BUREAU_HEAD, unit, NAME)
    make_person(office, Role.ORGANISATION_REVIEWER, NAME)
    return acting(office, Role.ORGANISATION_REVIEWER)


@pytest.mark.parametrize(("unit", "writes"), [(HUKUM, False), (HUMAS, True)])
def test_a_draft_is_written_from_every_page_of_it_or_from_none(
    office: Office, unit: str, writes: bool
) -> None:
    proposal_id = a_draft(office)
    ctx = head_and_reviewer(office, unit)

    pages = (
        show_proposal(ctx, proposal_id).is_editable,
        show_study(ctx, proposal_id).may_write,
        show_rebasing(ctx, proposal_id).is_editable,
    )

    assert pages == (writes, writes, writes)
