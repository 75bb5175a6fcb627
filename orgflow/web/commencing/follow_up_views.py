"""Tindak lanjut: a proposal's list of tasks after its commencement, and how far each is."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.values import ProposalId
from orgflow.services.commencement_pages import show_commencement
from orgflow.services.follow_ups import TELLERS, TaskView, TellFollowUp, show_follow_ups, tell_follow_up
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.commencing.follow_up_page import task_rows
from orgflow.web.commencing.forms import FollowUpForm, values_of
from orgflow.web.commencing.page import commencement_view
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.settings.saving import saved_upon
from orgflow.web.uploads import pdf_if_chosen

Answer = Response | Page | str


def register_follow_ups(blueprint: Blueprint) -> None:
    """Give the list and each of its tasks their addresses."""
    view = needs(Permission.VIEW_PROPOSALS, scope="unit")(follow_ups)
    blueprint.add_url_rule("/tindak-lanjut", "follow_ups", view, methods=["GET"])
    place = "/tindak-lanjut/<uuid:task_id>"
    blueprint.add_url_rule(place, "follow_up_form", needs(*TELLERS, scope="unit")(ask), methods=["GET"])
    blueprint.add_url_rule(place, "follow_up", needs(*TELLERS, scope="unit")(tell), methods=["POST"])


def follow_ups(proposal_id: UUID) -> str:
    """Show what follows a commencement, and how far each task is."""
    ctx = current_context()
    page, listed = show_proposal(ctx, proposal_id), show_follow_ups(ctx, ProposalId(proposal_id))
    held = show_commencement(ctx, ProposalId(proposal_id))
    return render_template(
        "commencing/follow_ups.html",
        head=header(page, "proposals.show"),
        rows=task_rows(listed, proposal_id),
        open_count=listed.open_count,
        findings=commencement_view(held, proposal_id, {}).findings,
    )


def ask(proposal_id: UUID, task_id: UUID) -> Answer:
    """Ask how far a task is."""
    held = _task(proposal_id, task_id)
    return _page(proposal_id, held, FollowUpForm(revision=held.revision, values=values_of(held)))


def tell(proposal_id: UUID, task_id: UUID) -> Answer:
    """Keep how far a task is."""
    form, held = FollowUpForm(), _task(proposal_id, task_id)

    def save() -> None:
        command = TellFollowUp(
            ProposalId(proposal_id), task_id, form.seen, form.news(), pdf_if_chosen(form.document)
        )
        tell_follow_up(current_context(), command)

    answer = saved_upon(
        form,
        save,
        lambda: held.revision,
        told=gettext("%(title)s: dicatat.", title=held.task.title),
        url=url_for("commencing.follow_ups", proposal_id=proposal_id),
        field="",
    )
    return answer or (_page(proposal_id, held, form), form.status)


def _task(proposal_id: UUID, task_id: UUID) -> TaskView:
    listed = show_follow_ups(current_context(), ProposalId(proposal_id))
    found = next((view for view in listed.tasks if view.id == task_id), None)
    if found is None:
        raise NotFound
    return found


def _page(proposal_id: UUID, held: TaskView, form: FollowUpForm) -> str:
    page = show_proposal(current_context(), proposal_id)
    back = url_for("commencing.follow_ups", proposal_id=proposal_id)
    return render_template(
        "commencing/follow_up.html",
        heading=held.task.title,
        usual=held.task.usual,
        form=form,
        file_name=held.file_name,
        file_url=url_for("evidence.file", file_id=held.file_id) if held.file_id is not None else "",
        crumbs=(*page_crumbs(page), Link(gettext("Tindak lanjut"), back)),
        url=url_for("commencing.follow_up", proposal_id=proposal_id, task_id=held.id),
        back_url=back,
    )
