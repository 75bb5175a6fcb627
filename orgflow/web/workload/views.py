"""Beban kerja: activities of a proposal's unit kept, brought, reckoned, cited and handed out."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.entries import EvidenceKind, EvidenceRef
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.domain.workload.reckoning import Rounding
from orgflow.services.bringing import BRINGERS
from orgflow.services.evidence_register import ChooseEvidence, choose_evidence
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.workload import (
    AddActivity,
    ChangeActivity,
    ChooseCalculation,
    RemoveActivity,
    add_activity,
    change_activity,
    choose_calculation,
    remove_activity,
)
from orgflow.services.workload_import import ImportActivities, RowsFaulty, import_activities
from orgflow.services.workload_pages import HeldActivity, show_activity, show_workload
from orgflow.services.workload_sheet import WorkloadFormat, workload_file
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.handing_out import handed_out
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.proposals.stale import overtaken_page
from orgflow.web.settings.saving import saved, saved_upon
from orgflow.web.uploads import table_from
from orgflow.web.workload.faults import FaultView, faults_of
from orgflow.web.workload.forms import (
    SUGGESTIONS,
    ActivityForm,
    CalculationForm,
    TableForm,
    activity_values,
    choice_values,
)
from orgflow.web.workload.page import workload_view

bp = Blueprint("workload", __name__, url_prefix="/usulan/<uuid:proposal_id>/beban-kerja")
Answer = Response | Page | str
TAB: Final = "proposal_evidence.index"
"""The part of a proposal that this page belongs to."""
_ACTIVITY: Final = "/kegiatan/<uuid:activity_id>"


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show the unit's activities by function and year, their trend and the calculation."""
    ctx = current_context()
    page = show_workload(ctx, proposal_id)
    return render_template(
        "workload/show.html", head=header(show_proposal(ctx, proposal_id), TAB), view=workload_view(page)
    )


@bp.get("/tambah")
@needs(*BRINGERS, scope="unit")
def add_form(proposal_id: UUID) -> Answer:
    """Ask for an activity."""
    page = show_workload(current_context(), proposal_id)
    if not page.may_keep:
        return _overtaken(proposal_id, gettext("Tambah kegiatan"))
    values: dict[str, object] = {"year": str(page.this_year - 1)}
    return _ask_activity(proposal_id, ActivityForm(revision=0, values=values), None)


@bp.post("/tambah")
@needs(*BRINGERS, scope="unit")
def add(proposal_id: UUID) -> Answer:
    """Keep an activity."""
    form = ActivityForm()
    try:
        answer = saved(
            form,
            lambda: add_activity(current_context(), AddActivity(ProposalId(proposal_id), form.activity())),
            told=gettext("Kegiatan disimpan."),
            url=_page(proposal_id),
            field="",
        )
    except NotEditable:
        return _overtaken(proposal_id, gettext("Tambah kegiatan"))
    return answer or _ask_activity(proposal_id, form, None)


@bp.get(_ACTIVITY)
@needs(*BRINGERS, scope="unit")
def edit(proposal_id: UUID, activity_id: UUID) -> Answer:
    """Ask what an activity says."""
    held = show_activity(current_context(), proposal_id, activity_id)
    return _ask_activity(
        proposal_id, ActivityForm(revision=held.revision, values=activity_values(held)), held
    )


@bp.post(_ACTIVITY)
@needs(*BRINGERS, scope="unit")
def save(proposal_id: UUID, activity_id: UUID) -> Answer:
    """Let an activity say something else."""
    form, ctx = ActivityForm(), current_context()
    held = show_activity(ctx, proposal_id, activity_id)
    try:
        answer = saved_upon(
            form,
            lambda: change_activity(
                ctx, ChangeActivity(ProposalId(proposal_id), activity_id, form.seen, form.activity())
            ),
            lambda: show_activity(ctx, proposal_id, activity_id).revision,
            told=gettext("Kegiatan disimpan. Pernyataan yang bersandar padanya perlu diperiksa."),
            url=_page(proposal_id),
            field="volume",
        )
    except NotEditable:
        return _overtaken(proposal_id, gettext("Ubah kegiatan"))
    return answer or _ask_activity(proposal_id, form, held)


@bp.post(f"{_ACTIVITY}/hapus")
@needs(*BRINGERS, scope="unit")
def remove(proposal_id: UUID, activity_id: UUID) -> Response:
    """Take an activity out."""
    command = RemoveActivity(ProposalId(proposal_id), activity_id, revision_from_form())
    remove_activity(current_context(), command)
    flash(gettext("Kegiatan dihapus. Riwayatnya tetap tersimpan."), "success")
    return redirect(_page(proposal_id), code=303)


@bp.post(f"{_ACTIVITY}/bukti")
@needs(*BRINGERS, scope="unit")
def cite(proposal_id: UUID, activity_id: UUID) -> Response:
    """Let the proposal's texts name an activity."""
    ref = EvidenceRef(EvidenceKind.WORKLOAD, activity_id)
    choose_evidence(current_context(), ChooseEvidence(ProposalId(proposal_id), (ref,)))
    flash(gettext("Kegiatan ini dapat disebut sebagai bukti dengan kunci di sampingnya."), "success")
    return redirect(_page(proposal_id), code=303)


@bp.get("/hitung")
@needs(*BRINGERS, scope="unit")
def calculate_form(proposal_id: UUID) -> Answer:
    """Ask how the posts are reckoned."""
    page = show_workload(current_context(), proposal_id)
    if not page.may_keep:
        return _overtaken(proposal_id, gettext("Cara menghitung"))
    revision = page.choice.revision if page.choice is not None else 0
    return _ask_calculation(proposal_id, CalculationForm(revision=revision, values=choice_values(page)))


@bp.post("/hitung")
@needs(*BRINGERS, scope="unit")
def calculate(proposal_id: UUID) -> Answer:
    """Choose how the posts are reckoned."""
    form, ctx = CalculationForm(), current_context()
    form.offer(show_workload(ctx, proposal_id))
    try:
        answer = saved_upon(
            form,
            lambda: choose_calculation(ctx, _chosen(proposal_id, form)),
            lambda: _choice_revision(proposal_id),
            told=gettext("Kebutuhan jabatan dihitung."),
            url=_page(proposal_id),
            field="time_code",
        )
    except NotEditable:
        return _overtaken(proposal_id, gettext("Cara menghitung"))
    return answer or _ask_calculation(proposal_id, form)


@bp.get("/impor")
@needs(*BRINGERS, scope="unit")
def bring_form(proposal_id: UUID) -> Answer:
    """Ask for a file of activities."""
    return _ask_table(proposal_id, TableForm(), ())


@bp.post("/impor")
@needs(*BRINGERS, scope="unit")
def bring(proposal_id: UUID) -> Answer:
    """Take every row of a file, or name those that are faulty."""
    form = TableForm()
    try:
        command = ImportActivities(ProposalId(proposal_id), table_from(form.upload))
        import_activities(current_context(), command)
    except NotEditable:
        return _overtaken(proposal_id, gettext("Impor kegiatan"))
    except RowsFaulty as faulty:
        form.show(faulty)
        return _ask_table(proposal_id, form, faults_of(faulty))
    except DomainError as refused:
        form.show(refused, None if "field" in refused.facts else "upload")
        return _ask_table(proposal_id, form, ())
    flash(gettext("Kegiatan dari berkas disimpan."), "success")
    return redirect(_page(proposal_id), code=303)


@bp.get("/unduh/<kind>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def download(proposal_id: UUID, kind: str) -> Response:
    """Hand out the data as a file."""
    if kind not in set(WorkloadFormat):
        raise NotFound
    file = workload_file(current_context(), proposal_id, WorkloadFormat(kind))
    return handed_out(file.name, file.media_type, file.content)


def _chosen(proposal_id: UUID, form: CalculationForm) -> ChooseCalculation:
    return ChooseCalculation(
        ProposalId(proposal_id),
        form.seen,
        form.chosen_year,
        form.time_code.data,
        Rounding(form.rounding.data),
        form.typed_share,
    )


def _choice_revision(proposal_id: UUID) -> int:
    choice = show_workload(current_context(), proposal_id).choice
    return choice.revision if choice is not None else 0


def _ask_activity(proposal_id: UUID, form: ActivityForm, held: HeldActivity | None) -> Page:
    ctx = current_context()
    page = show_workload(ctx, proposal_id)
    body = render_template(
        "workload/activity.html",
        heading=gettext("Ubah kegiatan") if held is not None else gettext("Tambah kegiatan"),
        form=form,
        crumbs=_crumbs(proposal_id),
        suggestions=page.suggestions,
        suggestions_id=SUGGESTIONS,
        url=request.path,
        remove_url=url_for(".remove", proposal_id=proposal_id, activity_id=held.id)
        if held is not None
        else "",
        revision=held.revision if held is not None else 0,
        back_url=_page(proposal_id),
    )
    return body, form.status


def _ask_calculation(proposal_id: UUID, form: CalculationForm) -> Page:
    form.offer(show_workload(current_context(), proposal_id))
    body = render_template(
        "workload/calculation.html",
        form=form,
        crumbs=_crumbs(proposal_id),
        url=request.path,
        back_url=_page(proposal_id),
    )
    return body, form.status


def _ask_table(proposal_id: UUID, form: TableForm, faults: tuple[FaultView, ...]) -> Page:
    body = render_template(
        "workload/bring.html",
        form=form,
        faults=faults,
        crumbs=_crumbs(proposal_id),
        url=request.path,
        form_url=url_for(".download", proposal_id=proposal_id, kind=str(WorkloadFormat.XLSX)),
        back_url=_page(proposal_id),
    )
    return body, form.status


def _crumbs(proposal_id: UUID) -> tuple[Link, ...]:
    page = show_proposal(current_context(), proposal_id)
    return (*page_crumbs(page), Link(gettext("Beban kerja"), _page(proposal_id)))


def _page(proposal_id: UUID) -> str:
    return url_for("workload.show", proposal_id=proposal_id)


def _overtaken(proposal_id: UUID, heading: str) -> Page:
    ctx = current_context()
    return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading, {})
