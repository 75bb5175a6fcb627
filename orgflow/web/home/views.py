"""Beranda, and the page of what stands beside the five entries."""

from flask import Blueprint, render_template

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_day
from orgflow.services.context import Context
from orgflow.services.delegation_pages import acts_for
from orgflow.services.overview import desk_proposals
from orgflow.services.paging import PAGE, place_of
from orgflow.services.starting.beginning import has_structure
from orgflow.web.access.delegation_words import acts_sentence
from orgflow.web.commencing.tasks import CommencingTasks, commencing_tasks
from orgflow.web.current import current_actor, current_context, today
from orgflow.web.home.beside import beside
from orgflow.web.home.desk import Desk, Task, desk
from orgflow.web.listing import page_asked, turning
from orgflow.web.meetings.tasks import point_tasks
from orgflow.web.permissions import needs
from orgflow.web.rebasing.tasks import question_tasks

bp = Blueprint("home", __name__)


@bp.get("/")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show() -> str:
    """Show what the reader is to do, then the running proposals."""
    ctx = current_context()
    commencing = commencing_tasks(ctx)
    found = _desk(ctx, commencing)
    return render_template(
        "home/show.html",
        desk=found,
        ahead=commencing.ahead,
        day=format_day(today()),
        may_begin=current_actor().may(Permission.EDIT_PROPOSAL),
        acts=[acts_sentence(held) for held in acts_for(current_context())],
        is_empty=not has_structure(current_context()),
        is_new=not (found.running or found.ended_count),
    )


@bp.get("/tugas")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def tasks() -> str:
    """Show a page of all that the reader is to do."""
    ctx = current_context()
    found = _desk(ctx, commencing_tasks(ctx))
    place = place_of(len(found.tasks), page_asked())
    return render_template(
        "home/tasks.html",
        heading=found.heading,
        tasks=found.tasks[place.first : place.first + PAGE],
        turning=turning(place, "home.tasks", ""),
    )


@bp.get("/lainnya")
@needs(Permission.SIGN_IN, scope="own")
def more() -> str:
    """Show what few need: history, settings, users, by role."""
    return render_template("home/more.html", entries=beside(current_actor()))


def _beside_the_road(ctx: Context) -> tuple[Task, ...]:
    """Return the tasks that no step of the road brings: questions, and what was agreed in meetings."""
    return (*question_tasks(ctx), *point_tasks(ctx))


def _desk(ctx: Context, commencing: CommencingTasks) -> Desk:
    asked = (*_beside_the_road(ctx), *commencing.tasks)
    return desk(desk_proposals(ctx), current_actor(), asked, commencing.beside)
