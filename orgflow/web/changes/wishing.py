"""Operations derived from a wished-for state: a file or a day brought, doubtful pairs answered, all added."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.changes.apply import steps
from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.organisation.importing import ImportUnreadable
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.statements import sentence
from orgflow.services.structure_files import FileFaulty
from orgflow.services.use_case import answered_before
from orgflow.services.wished import BringWished, Comparison, Wished, bring_wished, compare_wished
from orgflow.web.changes.undoing import keep_former
from orgflow.web.changes.wished_forms import AnswersForm, WishedForm, answers_form, said_in, twice_said
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.importing.faults import fault_place, fault_sentence, unreadable_fault
from orgflow.web.messages import message_for
from orgflow.web.office_form import KEY_FIELDS
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, page_crumbs
from orgflow.web.proposals.stale import is_stale, overtaken_page
from orgflow.web.uploads import table_from

bp = Blueprint("wishing", __name__, url_prefix="/usulan/<uuid:proposal_id>/materi/susun")
Answer = Response | Page | str
SHOWN = 60
"""How many faults of a file stand on the page."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a comparison comes to, in words; ``problem`` says which rule refuses it."""

    wished: str
    sentences: tuple[str, ...]
    left_out: str
    problem: str


@bp.get("")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def ask(proposal_id: UUID) -> Answer:
    """Ask for the wished-for state."""
    page = show_proposal(current_context(), proposal_id)
    if not page.is_editable:
        return overtaken_page(current_context(), page, _heading(), {})
    return _asked(page, WishedForm(revision=page.revision))


@bp.post("")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def bring(proposal_id: UUID) -> Answer:
    """Keep a file, or take a day, and show what leads there."""
    ctx, form = current_context(), WishedForm()
    page = show_proposal(ctx, proposal_id)
    if form.validate_on_submit():
        try:
            if form.on.day is not None and not form.upload.data:
                return redirect(
                    url_for(".show", proposal_id=proposal_id, pada=form.on.day.isoformat()), code=303
                )
            command = BringWished(ProposalId(proposal_id), form.seen, table_from(form.upload))
            file_id = bring_wished(ctx, command)
            return redirect(url_for(".show", proposal_id=proposal_id, berkas=file_id), code=303)
        except ImportUnreadable as refused:
            form.upload.errors = [fault_sentence(unreadable_fault(refused), gettext)]
        except (RuleBroken, DomainError) as refused:
            if is_stale(refused) or isinstance(refused, NotEditable):
                return overtaken_page(ctx, page, _heading(), {})
            form.show(refused)
    return _asked(page, form), form.status


@bp.get("/hasil")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def show(proposal_id: UUID) -> Answer:
    """Show the operations that lead to the wished-for state, and the pairs in doubt."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return overtaken_page(ctx, page, _heading(), {})
    try:
        found = compare_wished(ctx, proposal_id, _wished(), {})
    except FileFaulty as faulty:
        return _faulty(page, faulty)
    return _shown(page, found, answers_form(found.asked)(revision=page.revision))


@bp.post("/hasil")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add(proposal_id: UUID) -> Answer:
    """Add the operations to the draft, or show what other answers come to."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    typed = tuple(sorted(pair for pair in request.form.items() if pair[0] not in KEY_FIELDS))
    command = ChangeOperations(
        ProposalId(proposal_id), revision_from_form(), typed=(("from", request.full_path), *typed)
    )
    materi = redirect(url_for("changes.show", proposal_id=proposal_id), code=303)
    if answered_before(ctx, change_operations, command) is not None:
        return materi
    if not page.is_editable or page.revision != command.seen_revision:
        return overtaken_page(ctx, page, _heading(), {})
    try:
        first = compare_wished(ctx, proposal_id, _wished(), {})
        said = said_in(typed, first.asked)
        found = compare_wished(ctx, proposal_id, _wished(), said)
    except FileFaulty as faulty:
        return _faulty(page, faulty)
    form = answers_form(found.asked)()
    twice = twice_said(said, found.asked)
    if form.validate_on_submit() and twice:
        form[twice].errors = [gettext("Salah satunya sudah dinyatakan sama dengan yang lain di atas.")]
    if form.errors:
        return _shown(page, found, form), 422
    if request.form.get("aksi") != "tambahkan" or not found.operations:
        return _shown(page, found, form)
    return _added(page, command, found, form) or materi


def _added(
    page: ProposalPage, command: ChangeOperations, found: Comparison, form: AnswersForm
) -> Page | None:
    """Add the operations; return a page instead when they are refused or somebody was faster."""
    ctx = current_context()
    try:
        change_operations(
            ctx,
            ChangeOperations(
                command.proposal_id, command.seen_revision, ahead=found.operations, typed=command.typed
            ),
        )
    except DomainError as refused:
        if is_stale(refused) or isinstance(refused, NotEditable):
            return overtaken_page(ctx, show_proposal(ctx, page.id), _heading(), {})
        return _shown(page, found, form, str(message_for(refused))), 422
    count = len(found.operations)
    keep_former(page, ngettext("%(num)s perubahan ditambahkan.", "%(num)s perubahan ditambahkan.", count))
    return None


def _asked(page: ProposalPage, form: WishedForm) -> str:
    return render_template(
        "changes/wished.html",
        form=form,
        heading=_heading(),
        crumbs=_crumbs(page),
        url=url_for(".bring", proposal_id=page.id),
        back_url=url_for("changes.show", proposal_id=page.id),
        faults=(),
    )


def _faulty(page: ProposalPage, faulty: FileFaulty) -> Page:
    faults = tuple(
        (fault_place(fault, gettext), fault_sentence(fault, gettext)) for fault in faulty.faults[:SHOWN]
    )
    body = render_template(
        "changes/wished.html",
        form=WishedForm(revision=page.revision),
        heading=_heading(),
        crumbs=_crumbs(page),
        url=url_for(".bring", proposal_id=page.id),
        back_url=url_for("changes.show", proposal_id=page.id),
        faults=faults,
    )
    return body, 422


def _shown(page: ProposalPage, found: Comparison, form: AnswersForm, problem: str = "") -> str:
    met = tuple(steps(found.standing, found.operations))
    refused = next((error for _, _, error in met if error is not None), None)
    day = _wished().on
    view = Derived(
        found.name or (gettext("susunan per %(day)s", day=format_date(day)) if day is not None else ""),
        tuple(f"{sentence(operation, standing)}." for operation, standing, _ in met),
        ngettext(
            "%(num)s perbedaan lain berada di luar unit usulan ini dan tidak diambil.",
            "%(num)s perbedaan lain berada di luar unit usulan ini dan tidak diambil.",
            found.left_out,
        )
        if found.left_out
        else "",
        problem or (str(message_for(refused)) if refused is not None else ""),
    )
    return render_template(
        "changes/derived.html",
        view=view,
        form=form,
        heading=gettext("Daftar perubahan yang tersusun"),
        crumbs=_crumbs(page),
        back_url=url_for(".ask", proposal_id=page.id),
    )


def _wished() -> Wished:
    """Return which state the address wishes for.

    Raises:
        BadRequest: it names none.
    """
    try:
        if request.args.get("berkas"):
            return Wished(file_id=UUID(request.args["berkas"]))
        return Wished(on=date.fromisoformat(request.args.get("pada", "")))
    except ValueError as error:
        raise BadRequest from error


def _heading() -> str:
    return gettext("Susun daftar perubahan")


def _crumbs(page: ProposalPage) -> tuple[Link, ...]:
    return (*page_crumbs(page), Link(gettext("Materi usulan"), url_for("changes.show", proposal_id=page.id)))
