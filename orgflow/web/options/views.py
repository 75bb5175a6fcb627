"""Pilihan penataan: the options of a proposal side by side, written, taken in hand and chosen."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError, NotFound, RuleBroken
from orgflow.domain.options.option import OptionLetter, OptionStart, UnknownOption
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.services.option_pages import MeasuredOption, OptionsPage, show_options
from orgflow.services.options import (
    AddOption,
    ChooseOption,
    DescribeOption,
    RemoveOption,
    TakeOption,
    add_option,
    choose_option,
    describe_option,
    remove_option,
    take_option,
)
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.office_form import OfficeForm
from orgflow.web.options.forms import AdditionForm, ChoiceForm, DescriptionForm
from orgflow.web.options.page import options_view
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.proposals.stale import is_stale, overtaken_page

bp = Blueprint("options", __name__, url_prefix="/usulan/<uuid:proposal_id>/materi/pilihan")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show the options on the same measures."""
    return _index(proposal_id)


@bp.get("/tambah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add_form(proposal_id: UUID) -> Answer:
    """Ask what another option is about, and from what it is begun."""
    held = show_options(current_context(), proposal_id)
    if not held.may_add:
        return redirect(url_for(".index", proposal_id=proposal_id), code=303)
    form = AdditionForm(revision=held.revision)
    form.offer(held)
    return _asked(held, form, gettext("Tambah pilihan"), gettext("Simpan pilihan"))


@bp.post("/tambah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add(proposal_id: UUID) -> Answer:
    """Put another option beside the others."""
    held, form = show_options(current_context(), proposal_id), AdditionForm()
    form.offer(held)
    heading = gettext("Tambah pilihan")
    if form.validate_on_submit():
        command = AddOption(
            ProposalId(proposal_id),
            form.seen,
            form.title.data or "",
            form.sentence.data or "",
            OptionStart(form.start.data),
        )
        try:
            add_option(current_context(), command)
        except DomainError as refused:
            if _is_overtaken(refused):
                return _overtaken(proposal_id, heading, form)
            _show(form, refused, "start")
        else:
            return _done(
                proposal_id, gettext("Pilihan ditambahkan. Kerjakan pilihan itu untuk mengubah isinya.")
            )
    return _asked(held, form, heading, gettext("Simpan pilihan")), 422


@bp.get("/<letter>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def describe_form(proposal_id: UUID, letter: str) -> Answer:
    """Ask what an option is called."""
    held = show_options(current_context(), proposal_id)
    name = _option(held, letter).name
    form = DescriptionForm(revision=held.revision, values={"title": name.title, "sentence": name.sentence})
    return _asked(held, form, _describing(name.letter), gettext("Simpan keterangan"))


@bp.post("/<letter>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def describe(proposal_id: UUID, letter: str) -> Answer:
    """Call an option otherwise."""
    held, form, asked = show_options(current_context(), proposal_id), DescriptionForm(), _letter(letter)
    if form.validate_on_submit():
        title, words = form.title.data or "", form.sentence.data or ""
        command = DescribeOption(ProposalId(proposal_id), form.seen, asked, title, words)
        try:
            describe_option(current_context(), command)
        except DomainError as refused:
            if _is_overtaken(refused):
                return _overtaken(proposal_id, _describing(asked), form)
            _show(form, refused, "title")
        else:
            return _done(proposal_id, gettext("Keterangan pilihan %(letter)s disimpan.", letter=asked))
    return _asked(held, form, _describing(asked), gettext("Simpan keterangan")), 422


@bp.post("/<letter>/kerjakan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def take(proposal_id: UUID, letter: str) -> Answer:
    """Let Materi usulan work on an option."""
    asked = _letter(letter)
    try:
        take_option(current_context(), TakeOption(ProposalId(proposal_id), revision_from_form(), asked))
    except DomainError as refused:
        return _refused(proposal_id, refused, gettext("Kerjakan pilihan %(letter)s", letter=asked))
    flash(gettext("Materi usulan sekarang berisi pilihan %(letter)s.", letter=asked), "success")
    return redirect(url_for("changes.show", proposal_id=proposal_id), code=303)


@bp.post("/<letter>/hapus")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def remove(proposal_id: UUID, letter: str) -> Answer:
    """Take away an option that is set aside."""
    asked = _letter(letter)
    try:
        remove_option(current_context(), RemoveOption(ProposalId(proposal_id), revision_from_form(), asked))
    except DomainError as refused:
        return _refused(proposal_id, refused, gettext("Hapus pilihan %(letter)s", letter=asked))
    return _done(
        proposal_id, gettext("Pilihan %(letter)s dihapus; isinya tercatat dalam Riwayat.", letter=asked)
    )


@bp.get("/tetapkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def choose_form(proposal_id: UUID) -> Answer:
    """Ask which option is proposed, and why."""
    held = show_options(current_context(), proposal_id)
    form = ChoiceForm(revision=held.revision, values=_present_choice(held))
    form.offer(held)
    return _choosing(held, form)


@bp.post("/tetapkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def choose(proposal_id: UUID) -> Answer:
    """Choose an option with its reason."""
    held, form = show_options(current_context(), proposal_id), ChoiceForm()
    form.offer(held)
    if form.validate_on_submit():
        letter, reason = OptionLetter(form.letter.data), form.reason.data or ""
        try:
            choose_option(current_context(), ChooseOption(ProposalId(proposal_id), form.seen, letter, reason))
        except DomainError as refused:
            if _is_overtaken(refused):
                return _overtaken(proposal_id, gettext("Tetapkan pilihan"), form)
            _show(form, refused, "letter")
        else:
            return _done(
                proposal_id,
                gettext("Pilihan %(letter)s ditetapkan dan menjadi materi usulan.", letter=letter),
            )
    return _choosing(held, form), 422


def _index(proposal_id: UUID, refusal: str = "") -> str:
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    held = show_options(ctx, proposal_id)
    return render_template(
        "options/index.html",
        head=header(page, "changes.show"),
        view=options_view(held, page.government.zone),
        revision=held.revision,
        refusal=refusal,
        matter_url=url_for("changes.show", proposal_id=proposal_id),
    )


def _asked(held: OptionsPage, form: DescriptionForm, heading: str, button: str) -> str:
    return render_template(
        "options/edit.html",
        form=form,
        heading=heading,
        button=button,
        crumbs=_crumbs(held.proposal_id),
        url=request.path,
        back_url=url_for("options.index", proposal_id=held.proposal_id),
    )


def _choosing(held: OptionsPage, form: ChoiceForm) -> str:
    return render_template(
        "options/choose.html",
        form=form,
        crumbs=_crumbs(held.proposal_id),
        url=request.path,
        back_url=url_for("options.index", proposal_id=held.proposal_id),
    )


def _crumbs(proposal_id: ProposalId) -> tuple[Link, ...]:
    page = show_proposal(current_context(), proposal_id)
    options_url = url_for("options.index", proposal_id=proposal_id)
    return (*page_crumbs(page), Link(gettext("Pilihan penataan"), options_url))


def _describing(letter: OptionLetter) -> str:
    return gettext("Ubah keterangan pilihan %(letter)s", letter=letter)


def _present_choice(held: OptionsPage) -> dict[str, object]:
    for one in held.options:
        if one.name.choice is not None:
            return {"letter": str(one.name.letter), "reason": one.name.choice.reason}
    return {}


def _letter(text: str) -> OptionLetter:
    if text not in set(OptionLetter):
        raise UnknownOption(letter=text[:20])
    return OptionLetter(text)


def _option(held: OptionsPage, letter: str) -> MeasuredOption:
    wanted = _letter(letter)
    for one in held.options:
        if one.name.letter is wanted and held.is_begun:
            return one
    raise UnknownOption(letter=letter)


def _done(proposal_id: UUID, words: str) -> Response:
    flash(words, "success")
    return redirect(url_for("options.index", proposal_id=proposal_id), code=303)


def _is_overtaken(refused: DomainError) -> bool:
    return is_stale(refused) or isinstance(refused, NotEditable)


def _overtaken(proposal_id: UUID, heading: str, form: OfficeForm | None) -> Page:
    typed = {} if form is None else _typed(form)
    ctx = current_context()
    return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading, typed)


def _typed(form: OfficeForm) -> dict[str, str]:
    names = ("title", "sentence", "reason")
    return {str(form[name].label.text): form[name].data for name in names if name in form and form[name].data}


def _show(form: OfficeForm, refused: DomainError, field: str) -> None:
    """Put a refusal beside the field it is about.

    Raises:
        DomainError: the refusal itself, when it is not about what was typed.
    """
    if not isinstance(refused, RuleBroken | NotFound) or isinstance(refused, UnknownOption):
        raise refused
    named = refused.facts.get("field")
    form.show(refused, named if isinstance(named, str) and named in form else field)


def _refused(proposal_id: UUID, refused: DomainError, heading: str) -> Page:
    """Return the page for an act that was refused.

    Raises:
        DomainError: the refusal itself, when there is no such option.
    """
    if _is_overtaken(refused):
        return _overtaken(proposal_id, heading, None)
    if not isinstance(refused, RuleBroken):
        raise refused
    why = message_for(refused)
    said = gettext("%(heading)s tidak dapat dilakukan. %(why)s", heading=heading, why=why)
    return _index(proposal_id, said), 422
