"""What is alike for every evidence register: an entry is verified, or taken out for a reason."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.services.evidence_keeping import (
    Register,
    RemoveEntry,
    VerifyEntry,
    remove_entry,
    verify_entry,
)
from orgflow.services.evidence_words import partner_line, precedent_line, tally_line
from orgflow.services.media_partners import KEEPERS, show_partner
from orgflow.services.media_tallies import show_tally
from orgflow.services.precedents import show_precedent
from orgflow.web.current import current_context
from orgflow.web.evidence_registers.forms import TakeOutForm, TrustForm
from orgflow.web.evidence_registers.page import register_crumbs
from orgflow.web.evidence_registers.words import INDEXES, REGISTERS
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("evidence_keeping", __name__, url_prefix="/data-dukung")
Answer = Response | tuple[str, int]


@bp.post("/<register>/<uuid:entry_id>/verifikasi")
@needs(Permission.KEEP_REGISTRY)
def verify(register: str, entry_id: UUID) -> Answer:
    """Say whether an entry is true to its source."""
    held, form = _register(register), TrustForm()
    is_verified = bool(form.is_verified.data)
    try:
        verify_entry(current_context(), VerifyEntry(held, entry_id, form.seen, is_verified))
    except RuleBroken as refused:
        flash(str(message_for(refused)), "danger")
    else:
        flash(gettext("Diverifikasi.") if is_verified else gettext("Verifikasi dicabut."), "success")
    return redirect(url_for(INDEXES[held]), code=303)


@bp.get("/<register>/<uuid:entry_id>/keluarkan")
@needs(*KEEPERS)
def ask_removal(register: str, entry_id: UUID) -> Answer:
    """Ask why an entry leaves its register."""
    held = _register(register)
    present, revision = _present(held, entry_id)
    return _page(held, entry_id, present, TakeOutForm(revision=revision))


@bp.post("/<register>/<uuid:entry_id>/keluarkan")
@needs(*KEEPERS)
def remove(register: str, entry_id: UUID) -> Answer:
    """Take an entry out of its register, for a reason."""
    held, form = _register(register), TakeOutForm()
    present, _ = _present(held, entry_id)
    answer = saved_upon(
        form,
        lambda: remove_entry(
            current_context(), RemoveEntry(held, entry_id, form.seen, form.reason.data or "")
        ),
        lambda: _present(held, entry_id)[1],
        told=gettext("Dikeluarkan dari register. Usulan yang memakainya diberi tanda."),
        url=url_for(INDEXES[held]),
        field="reason",
    )
    return answer or _page(held, entry_id, present, form)


def _register(told: str) -> Register:
    if told not in set(Register):
        raise NotFound
    return Register(told)


def _present(register: Register, entry_id: UUID) -> tuple[str, int]:
    """Return an entry in one line, and its revision.

    Raises:
        UnknownEvidence.
    """
    ctx = current_context()
    match register:
        case Register.PARTNERS:
            partner = show_partner(ctx, entry_id)
            return partner_line(partner.partner), partner.revision
        case Register.TALLIES:
            tally = show_tally(ctx, entry_id)
            return tally_line(tally.tally), tally.revision
        case Register.PRECEDENTS:
            precedent = show_precedent(ctx, entry_id)
            return precedent_line(precedent.precedent), precedent.revision


def _page(register: Register, entry_id: UUID, present: str, form: TakeOutForm) -> tuple[str, int]:
    body = render_template(
        "evidence_registers/removal.html",
        form=form,
        present=present,
        register=REGISTERS[register],
        crumbs=register_crumbs(register),
        url=url_for(".remove", register=str(register), entry_id=entry_id),
        back_url=url_for(INDEXES[register]),
    )
    return body, form.status
