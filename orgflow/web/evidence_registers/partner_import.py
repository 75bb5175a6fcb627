"""Impor mitra media: a table brought, looked at before anything changes, and taken into the register."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.roster import RowFault
from orgflow.services.evidence_keeping import Register
from orgflow.services.evidence_words import KIND_NAMES, contract_words, partner_line
from orgflow.services.media_partners import KEEPERS
from orgflow.services.organisation.importing import ImportUnreadable
from orgflow.services.partner_import import (
    BringPartners,
    ImportPartners,
    PartnerChange,
    PartnerImportDone,
    PartnerImportStale,
    bring_partners,
    import_partners,
    preview_partners,
)
from orgflow.web.current import current_context
from orgflow.web.evidence_registers.forms import PartnerFileForm, SeenPlanForm
from orgflow.web.evidence_registers.page import register_crumbs
from orgflow.web.importing.faults import fault_place, fault_sentence, unreadable_fault
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.uploads import table_from

bp = Blueprint("partner_import", __name__, url_prefix="/data-dukung/mitra/impor")
Answer = Response | tuple[str, int]
_SHOWN = 50


@bp.get("")
@needs(*KEEPERS)
def ask() -> Answer:
    """Ask for a file with media."""
    return _upload(PartnerFileForm())


@bp.post("")
@needs(*KEEPERS)
def bring() -> Answer:
    """Keep a file and show what it would change."""
    form = PartnerFileForm()
    if form.validate_on_submit():
        try:
            upload = table_from(form.upload)
            import_id = bring_partners(current_context(), BringPartners(upload))
            return redirect(url_for(".show", import_id=import_id), code=303)
        except ImportUnreadable as refused:
            fault = unreadable_fault(refused)
            form.upload.errors = [_in_words(fault)]
        except RuleBroken as refused:
            form.show(refused)
    return _upload(form)


@bp.get("/<uuid:import_id>")
@needs(*KEEPERS)
def show(import_id: UUID) -> Answer:
    """Show what a file would change."""
    try:
        return _preview(import_id, "", 200)
    except PartnerImportDone as done:
        return _done(done)


@bp.post("/<uuid:import_id>")
@needs(*KEEPERS)
def confirm(import_id: UUID) -> Answer:
    """Take the file in, or show the preview that holds now."""
    form = SeenPlanForm()
    try:
        plan = preview_partners(current_context(), import_id)
        import_partners(current_context(), ImportPartners(import_id, form.seen_plan.data or ""))
    except PartnerImportDone as done:
        return _done(done)
    except PartnerImportStale as stale:
        return _preview(import_id, str(message_for(stale)), 409)
    except RuleBroken as refused:
        return _preview(import_id, str(message_for(refused)), 422)
    count = len(plan.changes)
    flash(
        ngettext(
            "%(file)s diimpor: %(num)s mitra media dicatat.",
            "%(file)s diimpor: %(num)s mitra media dicatat.",
            count,
            file=plan.file_name,
        ),
        "success",
    )
    return redirect(url_for("partners.index"), code=303)


def _upload(form: PartnerFileForm) -> tuple[str, int]:
    body = render_template(
        "evidence_registers/import.html", form=form, crumbs=register_crumbs(Register.PARTNERS)
    )
    return body, form.status


def _preview(import_id: UUID, happened: str, status: int) -> tuple[str, int]:
    plan, form = preview_partners(current_context(), import_id), SeenPlanForm()
    form.seen_plan.data = plan.digest
    is_whole = request.args.get("tampil") == "semua"
    shown = None if is_whole else _SHOWN
    body = render_template(
        "evidence_registers/import_preview.html",
        plan=plan,
        form=form,
        happened=happened,
        faults=[_in_words(fault) for fault in plan.faults[:shown]],
        changes=[_change(change) for change in plan.changes[:shown]],
        is_cut=not is_whole and max(len(plan.faults), len(plan.changes)) > _SHOWN,
        whole_url=url_for(".show", import_id=import_id, tampil="semua"),
        url=url_for(".confirm", import_id=import_id),
        crumbs=register_crumbs(Register.PARTNERS),
    )
    return body, status


def _in_words(fault: RowFault) -> str:
    return f"{fault_place(fault, gettext)}: {fault_sentence(fault, gettext)}"


def _change(change: PartnerChange) -> tuple[str, str, str, str, str]:
    after = change.after
    act = gettext("baru") if change.before is None else gettext("berubah")
    before = partner_line(change.before) if change.before is not None else ""
    told = partner_line(after) if change.before is not None else contract_words(after)
    return after.name, f"{KIND_NAMES[after.kind]}, {act}", before, told, str(change.row)


def _done(done: PartnerImportDone) -> Response:
    flash(str(message_for(done)), "info")
    return redirect(url_for("partners.index"), code=303)
