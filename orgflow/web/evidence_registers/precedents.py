"""Pembanding: what other provinces call the unit, filtered, printed and kept."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.precedents import HeldPrecedent, Stance
from orgflow.services.evidence_files import evidence_file, precedents_paper
from orgflow.services.evidence_keeping import Register
from orgflow.services.evidence_words import STANCES
from orgflow.services.media_partners import KEEPERS
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.precedents import (
    AddPrecedent,
    ChangePrecedent,
    PrecedentWish,
    add_precedent,
    change_precedent,
    list_precedents,
    show_precedent,
)
from orgflow.web.current import current_actor, current_context
from orgflow.web.evidence_registers.entry import Answer, EntryPage, added, changed, render_entry
from orgflow.web.evidence_registers.forms import PRECEDENT_FIELDS, PrecedentForm
from orgflow.web.evidence_registers.page import precedent_line, precedent_trust, printed
from orgflow.web.handing_out import handed_out
from orgflow.web.listing import Choice
from orgflow.web.ministry.registers import register_query, with_query
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link

bp = Blueprint("precedents", __name__, url_prefix="/data-dukung/pembanding")
_HUMAS = {"ada": True, "tidak": False}


@bp.get("")
@needs(Permission.VIEW_PROPOSALS)
def index() -> str:
    """Show the precedents as they are filtered."""
    query, actor = register_query("sikap", "humas", "kata"), current_actor()
    may_keep = any(actor.may(permission) for permission in KEEPERS)
    held = list_precedents(current_context(), _wish())
    may_verify = actor.may(Permission.KEEP_REGISTRY)
    table = Link("XLSX", _file_url(str(PaperFormat.XLSX)))
    return render_template(
        "evidence_registers/precedents.html",
        lines=[precedent_line(one, may_keep=may_keep, may_verify=may_verify) for one in held],
        stances=[Choice(str(one), words, query.get("sikap") == one) for one, words in STANCES.items()],
        named=[
            Choice("ada", gettext("Ada humas dalam nama"), query.get("humas") == "ada"),
            Choice("tidak", gettext("Tanpa humas dalam nama"), query.get("humas") == "tidak"),
        ],
        words=query.get("kata", ""),
        is_all=not query,
        may_keep=may_keep,
        files=(*printed(_file_url), table),
    )


@bp.get("/unduh/pembanding.<form>")
@needs(Permission.VIEW_PROPOSALS)
def download(form: str) -> Response:
    """Hand out the precedents as they are filtered."""
    if form not in set(PaperFormat):
        raise NotFound
    ctx = current_context()
    file = evidence_file(ctx, precedents_paper(ctx, _wish()), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


@bp.get("/baru")
@needs(*KEEPERS)
def ask() -> Answer:
    """Ask for another precedent."""
    return render_entry(PrecedentForm(values={"stance": str(Stance.NEUTRAL)}), _new())


@bp.post("/baru")
@needs(*KEEPERS)
def add() -> Answer:
    """Enter another precedent."""
    form = PrecedentForm()
    told = gettext("Pembanding dicatat.")
    return added(form, _new(), lambda: add_precedent(current_context(), AddPrecedent(form.precedent)), told)


@bp.get("/<uuid:entry_id>")
@needs(*KEEPERS)
def edit(entry_id: UUID) -> Answer:
    """Ask what is to be changed of a precedent."""
    held = show_precedent(current_context(), entry_id)
    one = held.precedent
    values: dict[str, object] = {
        "province": one.province,
        "unit_name": one.unit_name,
        "former_name": one.former_name,
        "since": one.since.words if one.since is not None else "",
        "regulation": one.regulation,
        "source": one.source,
        "seen_when": one.seen.words if one.seen is not None else "",
        "stance": str(one.stance),
        "note": one.note,
    }
    return render_entry(PrecedentForm(revision=held.revision, values=values), _held(held))


@bp.post("/<uuid:entry_id>")
@needs(*KEEPERS)
def save(entry_id: UUID) -> Answer:
    """Change a precedent."""
    form, held = PrecedentForm(), show_precedent(current_context(), entry_id)
    return changed(
        form,
        _held(held),
        lambda: change_precedent(current_context(), ChangePrecedent(entry_id, form.seen, form.precedent)),
        lambda: show_precedent(current_context(), entry_id).revision,
        gettext("Pembanding diubah."),
    )


def _wish() -> PrecedentWish:
    """Return what the address asks for; what it names wrongly is left out."""
    query = register_query("sikap", "humas", "kata")
    stance = query.get("sikap", "")
    return PrecedentWish(
        Stance(stance) if stance in set(Stance) else None,
        query.get("kata", ""),
        _HUMAS.get(query.get("humas", "")),
    )


def _file_url(form: str) -> str:
    return with_query(url_for(".download", form=form), register_query("sikap", "humas", "kata"))


def _new() -> EntryPage:
    return EntryPage(Register.PRECEDENTS, gettext("Catat pembanding"), PRECEDENT_FIELDS, url_for(".add"))


def _held(held: HeldPrecedent) -> EntryPage:
    may_verify = current_actor().may(Permission.KEEP_REGISTRY)
    one = held.precedent
    return EntryPage(
        Register.PRECEDENTS,
        f"{one.province}: {one.unit_name}",
        PRECEDENT_FIELDS,
        url_for(".save", entry_id=held.id),
        url_for("evidence_keeping.ask_removal", register=str(Register.PRECEDENTS), entry_id=held.id),
        precedent_trust(held, may_verify=may_verify),
    )
