"""Agenda surat masuk: the register with its filter and files, and entering a letter in it."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError
from orgflow.domain.values import ProposalId
from orgflow.services.incoming_letters import (
    LinkIncoming,
    RegisterIncoming,
    link_incoming,
    register_incoming,
)
from orgflow.services.incoming_pages import (
    HEADS,
    agenda_file,
    desks_to_choose,
    proposals_to_choose,
    require_in_reach,
    show_agenda,
    show_incoming,
)
from orgflow.services.register_files import RegisterFormat
from orgflow.web.current import current_actor, current_context, today
from orgflow.web.errors import Page
from orgflow.web.handing_out import handed_out
from orgflow.web.ministry.agenda_filter import agenda_query, agenda_wish, filter_view
from orgflow.web.ministry.asking import letter_words
from orgflow.web.ministry.forms import IncomingForm, LinkForm
from orgflow.web.ministry.proving import ministry_crumbs
from orgflow.web.ministry.registers import file_links, register_turning
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link
from orgflow.web.registry.choices import id_of
from orgflow.web.uploads import pdf_from

bp = Blueprint("agenda", __name__, url_prefix="/agenda/surat-masuk")
Answer = Response | Page | str
_FIELDS: Final = (
    "about",
    "received_on",
    "number",
    "dated_on",
    "sender",
    "subject",
    "desk",
    "scan",
    "late_reason",
)


@bp.get("")
@needs(Permission.RECORD_MINISTRY, Permission.VIEW_AUDIT)
def index() -> str:
    """Show a page of the agenda, the newest first."""
    wish, query = agenda_wish(), agenda_query()
    agenda = show_agenda(current_context(), wish)
    return render_template(
        "ministry/agenda.html",
        heads=HEADS,
        lines=agenda.lines,
        filter=filter_view(agenda),
        turning=register_turning(".index", agenda.place, query),
        is_all=not query,
        files=file_links(".download", query),
        may_enter=current_actor().may(Permission.RECORD_MINISTRY),
    )


@bp.get("/unduh/<file_format>")
@needs(Permission.RECORD_MINISTRY, Permission.VIEW_AUDIT)
def download(file_format: str) -> Response:
    """Hand out the agenda as it is filtered."""
    if file_format not in set(RegisterFormat):
        raise NotFound
    file = agenda_file(current_context(), agenda_wish(), RegisterFormat(file_format))
    return handed_out(file.name, file.media_type, file.content)


@bp.get("/baru")
@needs(Permission.RECORD_MINISTRY)
def register_form() -> Answer:
    """Ask for a letter that came in, for a proposal where the address names one."""
    form, about = IncomingForm(values={"received_on": day_text(today())}), _about()
    _offer(form, about)
    return _page(form, about)


@bp.post("/baru")
@needs(Permission.RECORD_MINISTRY)
def register() -> Answer:
    """Enter a letter that came in under the next number of the year."""
    form, asked_for = IncomingForm(), _about()
    _offer(form, asked_for)
    if form.validate_on_submit():
        about = asked_for or id_of(form.about)
        try:
            register_incoming(current_context(), _command(form, about))
        except DomainError as refused:
            form.point_out(refused)
        else:
            flash(gettext("Surat masuk dicatat dalam agenda."), "success")
            back = url_for("proposals.ministry", proposal_id=about) if about else url_for(".index")
            return redirect(back, code=303)
    return _page(form, asked_for), 422


@bp.get("/<uuid:letter_id>/kaitkan")
@needs(Permission.RECORD_MINISTRY)
def link_form(letter_id: UUID) -> Answer:
    """Ask which proposal a letter of the agenda is about."""
    return _link_page(letter_id, LinkForm())


@bp.post("/<uuid:letter_id>/kaitkan")
@needs(Permission.RECORD_MINISTRY)
def link(letter_id: UUID) -> Answer:
    """Say which proposal a letter of the agenda is about."""
    form = LinkForm()
    form.about.choices = _proposals(gettext("Pilih usulan"))
    if form.validate_on_submit():
        about = id_of(form.about)
        if about is None:
            form.about.errors = [gettext("Usulannya belum dipilih.")]
            return _link_page(letter_id, form), 422
        try:
            link_incoming(current_context(), LinkIncoming(letter_id, ProposalId(about)))
        except DomainError as refused:
            form.point_out(refused)
        else:
            flash(gettext("Surat masuk dikaitkan dengan usulan."), "success")
            return redirect(url_for("proposals.ministry", proposal_id=about), code=303)
    return _link_page(letter_id, form), 422


def _command(form: IncomingForm, about: UUID | None) -> RegisterIncoming:
    """Return what the form says.

    Raises:
        DateUnreadable: a day is missing; UploadEmpty and its like: the scan is refused.
    """
    received_on, dated_on = form.received_on.day, form.dated_on.day
    if received_on is None or dated_on is None:
        raise LookupError("a form that is valid bears both days")
    return RegisterIncoming(
        received_on,
        form.number.data or "",
        dated_on,
        form.sender.data or "",
        form.subject.data or "",
        pdf_from(form.scan),
        id_of(form.desk),
        (ProposalId(about),) if about is not None else (),
        form.late_reason.data or "",
    )


def _about() -> UUID | None:
    """Return the proposal that the address names.

    Raises:
        UnknownProposal.
    """
    about = request.args.get("usulan", type=UUID)
    if about is not None:
        require_in_reach(current_context(), about)
    return about


def _proposals(none: str) -> list[tuple[str, str]]:
    """Return the proposals that a letter may be about as the lines of a choice, ``none`` before them."""
    lines = [("", none)]
    for one in proposals_to_choose(current_context()):
        day = format_date(one.sent_on)
        words = gettext("%(unit)s, suratnya dikirim %(day)s", unit=one.unit_name, day=day)
        lines.append((str(one.id), words))
    return lines


def _offer(form: IncomingForm, about: UUID | None) -> None:
    if about is not None:
        del form.about
    else:
        form.about.choices = _proposals(gettext("Tidak tentang usulan"))
    desks = desks_to_choose(current_context())
    form.desk.choices = [("", gettext("Bukan dari Kemendagri, atau tidak disebut"))] + [
        (str(desk.id), desk.name) for desk in desks
    ]


def _page(form: IncomingForm, about: UUID | None) -> str:
    back_url = url_for("proposals.ministry", proposal_id=about) if about else url_for(".index")
    crumbs = ministry_crumbs(about) if about else (Link(gettext("Agenda surat masuk"), back_url),)
    return render_template(
        "ministry/form.html",
        heading=gettext("Catat surat masuk"),
        words=gettext("Surat mendapat nomor agenda berikutnya tahun ini; nomor tidak dapat dipilih."),
        form=form,
        fields=_FIELDS,
        narrow=("received_on", "dated_on"),
        has_files=True,
        button=gettext("Catat dalam agenda"),
        crumbs=crumbs,
        url=url_for(".register", usulan=about),
        back_url=back_url,
    )


def _link_page(letter_id: UUID, form: LinkForm) -> str:
    form.about.choices = _proposals(gettext("Pilih usulan"))
    return render_template(
        "ministry/form.html",
        heading=gettext("Kaitkan dengan usulan"),
        words=letter_words(show_incoming(current_context(), letter_id)),
        form=form,
        fields=("about",),
        narrow=(),
        has_files=False,
        button=gettext("Kaitkan dengan usulan"),
        crumbs=(Link(gettext("Agenda surat masuk"), url_for(".index")),),
        url=url_for(".link", letter_id=letter_id),
        back_url=url_for(".index"),
    )
