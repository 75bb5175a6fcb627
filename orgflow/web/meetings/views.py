"""Rapat: the meetings of a proposal, called, changed, held, cancelled, and the letters about them."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.kinds import kind_of
from orgflow.domain.meetings.responsible import KEEPERS
from orgflow.domain.values import ProposalId
from orgflow.services.meeting_letters import BeginMeetingLetter, begin_meeting_letter
from orgflow.services.meeting_pages import show_meeting, show_meetings
from orgflow.services.meetings import (
    CallMeeting,
    CancelMeeting,
    ChangeMeeting,
    RecordMeeting,
    call_meeting,
    cancel_meeting,
    change_meeting,
    record_meeting,
)
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context
from orgflow.web.letters.words import kind_name
from orgflow.web.meetings.asking import Answer, Asked, Where, ask, taken
from orgflow.web.meetings.forms import CancelForm, MeetingForm, ResultForm, as_typed
from orgflow.web.meetings.page import meeting_rows, meeting_sheet
from orgflow.web.meetings.points import register_points
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs

bp = Blueprint("meetings", __name__, url_prefix="/usulan/<uuid:proposal_id>/rapat")
_ONE: Final = "/<uuid:meeting_id>"


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show the meetings of a proposal, the latest first."""
    ctx = current_context()
    page = show_meetings(ctx, proposal_id)
    may_call = page.may_keep and page.is_running
    return render_template(
        "meetings/index.html",
        head=header(show_proposal(ctx, proposal_id), "meetings.index"),
        meetings=meeting_rows(page),
        call_url=url_for(".call_form", proposal_id=proposal_id) if may_call else None,
    )


@bp.get(_ONE)
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID, meeting_id: UUID) -> str:
    """Show one meeting: who, where, what was said, what was agreed, and its letters."""
    ctx = current_context()
    sheet = meeting_sheet(show_meeting(ctx, proposal_id, meeting_id))
    crumbs = (
        *page_crumbs(show_proposal(ctx, proposal_id)),
        Link(gettext("Rapat"), url_for(".index", proposal_id=proposal_id)),
    )
    return render_template("meetings/show.html", sheet=sheet, crumbs=crumbs)


@bp.get("/baru")
@needs(*KEEPERS, scope="unit")
def call_form(proposal_id: UUID) -> str:
    """Ask what is known of a new meeting."""
    show_meetings(current_context(), proposal_id)
    return ask(_calling(proposal_id, MeetingForm()))


@bp.post("/baru")
@needs(*KEEPERS, scope="unit")
def call(proposal_id: UUID) -> Answer:
    """Call a meeting."""
    form = MeetingForm()

    def act() -> str:
        meeting_id = call_meeting(current_context(), CallMeeting(ProposalId(proposal_id), form.plan))
        return Where(proposal_id, meeting_id).url("show")

    return taken(_calling(proposal_id, form), act, gettext("Rapat dijadwalkan."))


@bp.get(f"{_ONE}/ubah")
@needs(*KEEPERS, scope="unit")
def change_form(proposal_id: UUID, meeting_id: UUID) -> str:
    """Ask what is otherwise."""
    (view,) = show_meeting(current_context(), proposal_id, meeting_id).meetings
    form = MeetingForm(revision=view.revision, values=as_typed(view.meeting))
    return ask(_changing(proposal_id, meeting_id, form))


@bp.post(f"{_ONE}/ubah")
@needs(*KEEPERS, scope="unit")
def change(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Keep what is otherwise."""
    form = MeetingForm()
    asked = _changing(proposal_id, meeting_id, form)

    def act() -> str:
        command = ChangeMeeting(ProposalId(proposal_id), meeting_id, form.seen, form.plan)
        change_meeting(current_context(), command)
        return asked.back_url

    return taken(asked, act, gettext("Perubahan rapat disimpan."))


@bp.get(f"{_ONE}/hasil")
@needs(*KEEPERS, scope="unit")
def result_form(proposal_id: UUID, meeting_id: UUID) -> str:
    """Ask who came and what was said; who was invited stands there already."""
    (view,) = show_meeting(current_context(), proposal_id, meeting_id).meetings
    held = view.meeting
    values: dict[str, object] = {"present": held.present or held.invited, "said": held.said}
    return ask(_recording(proposal_id, meeting_id, ResultForm(revision=view.revision, values=values)))


@bp.post(f"{_ONE}/hasil")
@needs(*KEEPERS, scope="unit")
def result(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Keep who came and what was said."""
    form = ResultForm()
    asked = _recording(proposal_id, meeting_id, form)

    def act() -> str:
        present, said = form.present.data or "", form.said.data or ""
        command = RecordMeeting(ProposalId(proposal_id), meeting_id, form.seen, present, said)
        record_meeting(current_context(), command)
        return asked.back_url

    return taken(asked, act, gettext("Hasil rapat disimpan. Tambahkan yang disepakati."))


@bp.get(f"{_ONE}/batal")
@needs(*KEEPERS, scope="unit")
def cancel_form(proposal_id: UUID, meeting_id: UUID) -> str:
    """Ask why a meeting will not be."""
    (view,) = show_meeting(current_context(), proposal_id, meeting_id).meetings
    return ask(_cancelling(proposal_id, meeting_id, CancelForm(revision=view.revision)))


@bp.post(f"{_ONE}/batal")
@needs(*KEEPERS, scope="unit")
def cancel(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Call a meeting off."""
    form = CancelForm()
    asked = _cancelling(proposal_id, meeting_id, form)

    def act() -> str:
        command = CancelMeeting(ProposalId(proposal_id), meeting_id, form.seen, form.reason.data or "")
        cancel_meeting(current_context(), command)
        return asked.back_url

    return taken(asked, act, gettext("Rapat dibatalkan."))


@bp.post(f"{_ONE}/surat")
@needs(Permission.EDIT_LETTER, scope="unit")
def letter(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Begin a letter about the meeting."""
    kind = kind_of(request.form.get("kind", ""))
    command = BeginMeetingLetter(ProposalId(proposal_id), meeting_id, kind)
    letter_id = begin_meeting_letter(current_context(), command)
    flash(gettext("%(kind)s disiapkan dari rapat ini.", kind=kind_name(str(kind))), "success")
    return redirect(url_for("letters.show", letter_id=letter_id), code=303)


def _calling(proposal_id: UUID, form: MeetingForm) -> Asked:
    return Asked(
        gettext("Rapat baru"),
        gettext("Yang belum diketahui boleh dikosongkan; surat undangannya menandai yang masih kosong."),
        form,
        url_for(".call", proposal_id=proposal_id),
        url_for(".index", proposal_id=proposal_id),
        gettext("Simpan rapat"),
        proposal_id,
    )


def _changing(proposal_id: UUID, meeting_id: UUID, form: MeetingForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Ubah rapat"),
        gettext("Surat yang sudah dibuat dari rapat ini tidak ikut berubah."),
        form,
        where.url("change"),
        where.url("show"),
        gettext("Simpan perubahan"),
        proposal_id,
    )


def _recording(proposal_id: UUID, meeting_id: UUID, form: ResultForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Catat hasil rapat"),
        gettext("Hapus dari daftar siapa yang tidak datang. Kesepakatan dicatat sesudah ini."),
        form,
        where.url("result"),
        where.url("show"),
        gettext("Simpan hasil"),
        proposal_id,
    )


def _cancelling(proposal_id: UUID, meeting_id: UUID, form: CancelForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Batalkan rapat"),
        gettext("Rapat tetap terlihat sebagai dibatalkan, dengan alasannya."),
        form,
        where.url("cancel"),
        where.url("show"),
        gettext("Batalkan rapat"),
        proposal_id,
    )


register_points(bp)
