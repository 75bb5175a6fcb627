"""Pendelegasian: one's own tasks lent and taken back, and what administrators record for others."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.delegation import DelegationState
from orgflow.domain.access.roles import Permission
from orgflow.services.delegation_pages import all_delegations, own_delegations, show_delegation
from orgflow.services.delegations import (
    DelegateOwn,
    RecallDelegation,
    delegate_own,
    recall_delegation,
    record_delegation,
)
from orgflow.web.access.delegation_forms import DelegationForm, RecallForm, RecordForm
from orgflow.web.access.delegation_words import STATES, line_of, sentence_of
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("delegations", __name__)
Answer = Response | tuple[str, int]
FIELDS = ("first_day", "last_day", "letter_number", "letter_date", "scan", "reason")


@bp.get("/akun/pendelegasian")
@needs(Permission.SIGN_IN, scope="own")
def own() -> str:
    """Show what one lent and was lent."""
    page = own_delegations(current_context())
    return render_template(
        "access/delegations_own.html",
        given=[line_of(view, ".recall_own_form") for view in page.given],
        received=[line_of(view, "") for view in page.received],
        may_lend=bool(page.tasks or page.posts),
    )


@bp.get("/akun/pendelegasian/baru")
@needs(Permission.SIGN_IN, scope="own")
def lend_form() -> tuple[str, int]:
    """Ask which tasks are lent, to whom and how long."""
    form = DelegationForm()
    form.offer(own_delegations(current_context()))
    return _own_page(form)


@bp.post("/akun/pendelegasian/baru")
@needs(Permission.SIGN_IN, scope="own")
def lend() -> Answer:
    """Lend own tasks."""
    form = DelegationForm()
    form.offer(own_delegations(current_context()))
    scan = form.upload()
    answer = None
    if not form.scan.errors:
        answer = saved(
            form,
            lambda: delegate_own(current_context(), DelegateOwn(form.terms(scan))),
            told=gettext("Tugas didelegasikan. Penerimanya dapat bertindak sejak hari pertama."),
            url=url_for(".own"),
            field="delegate_id",
        )
    return answer or _own_page(form)


@bp.get("/akun/pendelegasian/<uuid:delegation_id>/cabut")
@needs(Permission.SIGN_IN, scope="own")
def recall_own_form(delegation_id: UUID) -> tuple[str, int]:
    """Ask why own tasks are taken back."""
    held = show_delegation(current_context(), delegation_id)
    return _recall_page(delegation_id, RecallForm(revision=held.revision), ".own", ".recall_own")


@bp.post("/akun/pendelegasian/<uuid:delegation_id>/cabut")
@needs(Permission.SIGN_IN, scope="own")
def recall_own(delegation_id: UUID) -> Answer:
    """Take own tasks back."""
    return _recall(delegation_id, ".own", ".recall_own")


@bp.get("/pengaturan/pendelegasian")
@needs(Permission.MANAGE_USERS)
def index() -> str:
    """List the government's delegations by where they stand."""
    page = all_delegations(current_context())
    return render_template(
        "access/delegations.html",
        groups=[
            (str(state), str(STATES[state]), [line_of(view, ".recall_form") for view in page.in_state(state)])
            for state in DelegationState
        ],
    )


@bp.get("/pengaturan/pendelegasian/baru")
@needs(Permission.MANAGE_USERS)
def record_form() -> tuple[str, int]:
    """Ask what was lent on paper."""
    form = RecordForm()
    form.offer_all(all_delegations(current_context()))
    return _record_page(form)


@bp.post("/pengaturan/pendelegasian/baru")
@needs(Permission.MANAGE_USERS)
def record() -> Answer:
    """Record what was lent on paper."""
    form = RecordForm()
    form.offer_all(all_delegations(current_context()))
    scan = form.upload()
    answer = None
    if not form.scan.errors:
        answer = saved(
            form,
            lambda: record_delegation(current_context(), form.command(scan)),
            told=gettext("Pendelegasian dicatat dengan suratnya."),
            url=url_for(".index"),
            field="principal_id",
        )
    return answer or _record_page(form)


@bp.get("/pengaturan/pendelegasian/<uuid:delegation_id>/cabut")
@needs(Permission.MANAGE_USERS)
def recall_form(delegation_id: UUID) -> tuple[str, int]:
    """Ask why it is recalled."""
    held = show_delegation(current_context(), delegation_id)
    return _recall_page(delegation_id, RecallForm(revision=held.revision), ".index", ".recall")


@bp.post("/pengaturan/pendelegasian/<uuid:delegation_id>/cabut")
@needs(Permission.MANAGE_USERS)
def recall(delegation_id: UUID) -> Answer:
    """Recall it for people who do not sign in."""
    return _recall(delegation_id, ".index", ".recall")


def _recall(delegation_id: UUID, back: str, act: str) -> Answer:
    form = RecallForm()
    answer = saved_upon(
        form,
        lambda: recall_delegation(
            current_context(), RecallDelegation(delegation_id, form.seen, form.reason.data or "")
        ),
        lambda: show_delegation(current_context(), delegation_id).revision,
        told=gettext("Pendelegasian dicabut. Tugasnya sudah kembali."),
        url=url_for(back),
        field="reason",
    )
    return answer or _recall_page(delegation_id, form, back, act)


def _own_page(form: DelegationForm) -> tuple[str, int]:
    body = render_template(
        "access/delegate.html",
        title=gettext("Delegasikan tugas"),
        lead=gettext(
            "Penerima bertindak atas nama Anda dari hari pertama sampai hari terakhir; riwayat menyebut "
            "keduanya. Pendelegasian dapat dicabut kapan saja."
        ),
        form=form,
        fields=("tasks", "post_id", "delegate_id", *FIELDS),
        save_url=url_for(".lend"),
        back_url=url_for(".own"),
        crumbs_before=[
            {"label": gettext("Akun saya"), "url": url_for("account.show")},
            {"label": gettext("Pendelegasian tugas"), "url": url_for(".own")},
        ],
    )
    return body, form.status


def _record_page(form: RecordForm) -> tuple[str, int]:
    body = render_template(
        "access/delegate.html",
        title=gettext("Catat pendelegasian"),
        lead=gettext(
            "Bagi pejabat yang tidak masuk sendiri. Penerima bertindak dari hari pertama sampai hari "
            "terakhir menurut suratnya; riwayat menyebut keduanya."
        ),
        form=form,
        fields=("kind", "principal_id", "official_id", "post_id", "tasks", "delegate_id", *FIELDS),
        save_url=url_for(".record"),
        back_url=url_for(".index"),
        crumbs_before=[
            {"label": gettext("Pengguna"), "url": url_for("users.index")},
            {"label": gettext("Pendelegasian"), "url": url_for(".index")},
        ],
    )
    return body, form.status


def _recall_page(delegation_id: UUID, form: RecallForm, back: str, act: str) -> tuple[str, int]:
    body = render_template(
        "access/recall.html",
        present=sentence_of(show_delegation(current_context(), delegation_id)),
        form=form,
        recall_url=url_for(act, delegation_id=delegation_id),
        back_url=url_for(back),
    )
    return body, form.status
