"""The head of one bureau, a step of whose post stands on the route of every bureau's renames."""

from dataclasses import replace
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.proposals.routes import HOUSE_STEPS, KindOfChange, RouteStep, StepKind
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import PostId
from orgflow.services.accounts import ChangeUser, change_user
from orgflow.services.routes import SaveRoute, save_route
from tests.factories.authority import a_post_with_holder, make_person, user_of
from tests.factories.governments import HUKUM
from tests.factories.office import Office

HEAD_OF_LEGAL: Final = Role.DRAFTER
"""Whose account became that of the head of Biro Hukum."""
NAME: Final = "Contoh Hukum, S.H."
ENDS: Final = date(2026, 3, 4)
BESIDE: Final = RouteStep(
    "beside", ProposalState.LEGAL_REVIEW, 3, StepKind.PARAF, "Penelaah", Permission.REVIEW_AS_LEGAL
)
"""A step whose turn it is together with that of the post."""


def seat_head_of_legal(office: Office) -> PostId:
    """Let an account be the head of Biro Hukum until a day, bound to that bureau; return the post."""
    move_to(office, HUKUM, Role.BUREAU_HEAD)
    post_id = a_post_with_holder(office, Role.BUREAU_HEAD, HUKUM, NAME, until=ENDS)
    make_person(office, HEAD_OF_LEGAL, NAME)
    return post_id


def move_to(office: Office, unit: str, role: Role) -> None:
    """Bind the account to a role in a unit."""
    admin, user_id = office.context(Role.SYSTEM_ADMINISTRATOR), user_of(office, HEAD_OF_LEGAL)
    change_user(admin, ChangeUser(user_id, 1, NAME, frozenset({role}), office.units[unit]))


def route_by(office: Office, post_id: PostId, *more: RouteStep) -> None:
    """Let the legal step of renames be the post's, with more steps where they are told."""
    steps = (replace(step, by=post_id) if step.key == "legal" else step for step in HOUSE_STEPS)
    save_route(office.context(Role.LETTER_ADMINISTRATOR), SaveRoute(KindOfChange.RENAME, 1, (*steps, *more)))
