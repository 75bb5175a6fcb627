"""Hitungan media: counts that somebody published, each with its bars and its source."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.tallies import HeldTally
from orgflow.services.evidence_documents import counted_tally
from orgflow.services.evidence_files import evidence_file, tally_paper
from orgflow.services.evidence_keeping import Register
from orgflow.services.evidence_words import tally_sentence
from orgflow.services.media_partners import KEEPERS
from orgflow.services.media_tallies import AddTally, ChangeTally, add_tally, change_tally, show_tally
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.current import current_actor, current_context
from orgflow.web.evidence_registers.entry import Answer, EntryPage, added, changed, render_entry
from orgflow.web.evidence_registers.forms import TALLY_FIELDS, TallyForm
from orgflow.web.evidence_registers.page import count_view, printed, register_crumbs, tally_line, trust
from orgflow.web.handing_out import handed_out
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs

bp = Blueprint("tallies", __name__, url_prefix="/data-dukung/hitungan")


@bp.get("/baru")
@needs(*KEEPERS)
def ask() -> Answer:
    """Ask for another count."""
    return render_entry(TallyForm(), _new())


@bp.post("/baru")
@needs(*KEEPERS)
def add() -> Answer:
    """Enter another count."""
    form = TallyForm()
    told = gettext("Hitungan dicatat.")
    return added(form, _new(), lambda: add_tally(current_context(), AddTally(form.tally)), told)


@bp.get("/<uuid:entry_id>")
@needs(Permission.VIEW_PROPOSALS)
def show(entry_id: UUID) -> str:
    """Show a count with its bars."""
    held, actor = show_tally(current_context(), entry_id), current_actor()
    may_keep = any(actor.may(permission) for permission in KEEPERS)
    counted = counted_tally(held.tally, tally_sentence(held.tally))
    return render_template(
        "evidence_registers/tally.html",
        count=count_view(counted, printed(lambda form: url_for(".download", entry_id=entry_id, form=form))),
        line=tally_line(held, may_keep=may_keep, may_verify=actor.may(Permission.KEEP_REGISTRY)),
        recorded_by=held.recorded_by,
        crumbs=register_crumbs(Register.TALLIES),
    )


@bp.get("/<uuid:entry_id>/unduh/hitungan.<form>")
@needs(Permission.VIEW_PROPOSALS)
def download(entry_id: UUID, form: str) -> Response:
    """Hand out a count with its bars."""
    if form not in set(PaperFormat):
        raise NotFound
    ctx = current_context()
    file = evidence_file(ctx, tally_paper(ctx, entry_id), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


@bp.get("/<uuid:entry_id>/ubah")
@needs(*KEEPERS)
def edit(entry_id: UUID) -> Answer:
    """Ask what is to be changed of a count."""
    held = show_tally(current_context(), entry_id)
    one = held.tally
    values: dict[str, object] = {str(part.kind): part.count for part in one.parts}
    values |= {
        "subject": one.subject,
        "on": day_text(one.on),
        "total": one.total,
        "source": one.source,
        "note": one.note,
    }
    return render_entry(TallyForm(revision=held.revision, values=values), _held(held))


@bp.post("/<uuid:entry_id>/ubah")
@needs(*KEEPERS)
def save(entry_id: UUID) -> Answer:
    """Change a count."""
    form, held = TallyForm(), show_tally(current_context(), entry_id)
    return changed(
        form,
        _held(held),
        lambda: change_tally(current_context(), ChangeTally(entry_id, form.seen, form.tally)),
        lambda: show_tally(current_context(), entry_id).revision,
        gettext("Hitungan diubah."),
    )


def _new() -> EntryPage:
    return EntryPage(Register.TALLIES, gettext("Catat hitungan media"), TALLY_FIELDS, url_for(".add"))


def _held(held: HeldTally) -> EntryPage:
    may_verify = current_actor().may(Permission.KEEP_REGISTRY)
    verified = held.tally.is_verified
    return EntryPage(
        Register.TALLIES,
        held.tally.subject,
        TALLY_FIELDS,
        url_for(".save", entry_id=held.id),
        url_for("evidence_keeping.ask_removal", register=str(Register.TALLIES), entry_id=held.id),
        trust(Register.TALLIES, held.id, held.revision, is_verified=verified, may_verify=may_verify),
    )
