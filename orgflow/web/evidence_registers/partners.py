"""Mitra media: the register of media with its counts on a day, and the counts that were published."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.partners import HeldPartner, PartnerKind
from orgflow.services.evidence_documents import counted_partners
from orgflow.services.evidence_files import evidence_file, partners_paper, partners_workbook
from orgflow.services.evidence_keeping import Register
from orgflow.services.evidence_words import KIND_NAMES
from orgflow.services.media_partners import (
    KEEPERS,
    AddPartner,
    ChangePartner,
    PartnersPage,
    PartnerWish,
    add_partner,
    change_partner,
    list_partners,
    show_partner,
)
from orgflow.services.media_tallies import list_tallies
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.current import current_actor, current_context
from orgflow.web.evidence_registers.entry import Answer, EntryPage, added, changed, render_entry
from orgflow.web.evidence_registers.forms import PARTNER_FIELDS, PartnerForm
from orgflow.web.evidence_registers.page import (
    CountView,
    count_view,
    partner_line,
    printed,
    tally_line,
    trust,
)
from orgflow.web.handing_out import handed_out
from orgflow.web.listing import Choice, page_asked
from orgflow.web.ministry.registers import day_asked, register_query, register_turning, with_query
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs

bp = Blueprint("partners", __name__, url_prefix="/data-dukung/mitra")


@bp.get("")
@needs(Permission.VIEW_PROPOSALS)
def index() -> str:
    """Show the register as it is filtered, how many media there are on the day, and published counts."""
    query, actor = register_query("jenis", "pada", "kata"), current_actor()
    may_keep, may_verify = _may_keep(), actor.may(Permission.KEEP_REGISTRY)
    page = list_partners(current_context(), _wish())
    tallies = list_tallies(current_context())
    return render_template(
        "evidence_registers/partners.html",
        lines=[partner_line(held, may_keep=may_keep, may_verify=may_verify) for held in page.partners],
        tallies=[tally_line(held, may_keep=may_keep, may_verify=may_verify) for held in tallies],
        tally_urls=[url_for("tallies.show", entry_id=held.id) for held in tallies],
        kinds=[Choice(str(kind), words, query.get("jenis") == kind) for kind, words in KIND_NAMES.items()],
        day=day_asked("pada", gettext("Kontrak berlaku pada")),
        words=query.get("kata", ""),
        is_all=not query,
        count=_count(page),
        page=page,
        turning=register_turning(".index", page.place, query),
        may_keep=may_keep,
        workbook_url=with_query(url_for(".workbook"), query),
    )


@bp.get("/unduh/mitra-media.xlsx")
@needs(*KEEPERS)
def workbook() -> Response:
    """Hand out the media as they are filtered, in the form in which they are imported."""
    file = partners_workbook(current_context(), _wish())
    return handed_out(file.name, file.media_type, file.content)


@bp.get("/unduh/jumlah.<form>")
@needs(Permission.VIEW_PROPOSALS)
def download(form: str) -> Response:
    """Hand out how many media there are on a day, with bars."""
    if form not in set(PaperFormat):
        raise NotFound
    ctx = current_context()
    file = evidence_file(ctx, partners_paper(ctx, _wish().on), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


@bp.get("/baru")
@needs(*KEEPERS)
def ask() -> Answer:
    """Ask for another medium."""
    return render_entry(PartnerForm(), _new())


@bp.post("/baru")
@needs(*KEEPERS)
def add() -> Answer:
    """Enter another medium."""
    form = PartnerForm()
    told = gettext("Mitra media dicatat.")
    return added(form, _new(), lambda: add_partner(current_context(), AddPartner(form.partner)), told)


@bp.get("/<uuid:entry_id>")
@needs(*KEEPERS)
def edit(entry_id: UUID) -> Answer:
    """Ask what is to be changed of a medium."""
    held = show_partner(current_context(), entry_id)
    one = held.partner
    values: dict[str, object] = {
        "kind": str(one.kind),
        "name": one.name,
        "starts_on": day_text(one.starts_on),
        "last_day": day_text(one.last_day),
        "contact": one.contact,
        "source": one.source,
        "note": one.note,
    }
    return render_entry(PartnerForm(revision=held.revision, values=values), _held(held))


@bp.post("/<uuid:entry_id>")
@needs(*KEEPERS)
def save(entry_id: UUID) -> Answer:
    """Change a medium."""
    form, held = PartnerForm(), show_partner(current_context(), entry_id)
    return changed(
        form,
        _held(held),
        lambda: change_partner(current_context(), ChangePartner(entry_id, form.seen, form.partner)),
        lambda: show_partner(current_context(), entry_id).revision,
        gettext("Mitra media diubah."),
    )


def _wish() -> PartnerWish:
    """Return what the address asks for; what it names wrongly is left out."""
    query = register_query("jenis", "kata")
    kind = query.get("jenis", "")
    return PartnerWish(
        PartnerKind(kind) if kind in set(PartnerKind) else None,
        day_asked("pada", "").day,
        query.get("kata", ""),
        page_asked(),
    )


def _count(page: PartnersPage) -> CountView | None:
    if not page.held:
        return None
    query = register_query("pada")
    files = printed(lambda form: with_query(url_for(".download", form=form), query))
    return count_view(counted_partners(page.count), files)


def _may_keep() -> bool:
    return any(current_actor().may(permission) for permission in KEEPERS)


def _new() -> EntryPage:
    return EntryPage(Register.PARTNERS, gettext("Catat mitra media"), PARTNER_FIELDS, url_for(".add"))


def _held(held: HeldPartner) -> EntryPage:
    may_verify = current_actor().may(Permission.KEEP_REGISTRY)
    verified = held.partner.is_verified
    return EntryPage(
        Register.PARTNERS,
        held.partner.name,
        PARTNER_FIELDS,
        url_for(".save", entry_id=held.id),
        url_for("evidence_keeping.ask_removal", register=str(Register.PARTNERS), entry_id=held.id),
        trust(Register.PARTNERS, held.id, held.revision, is_verified=verified, may_verify=may_verify),
    )
