"""Persandingan: a proposal's duties beside another unit's, compared, judged and handed out."""

from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.overlap import JudgementStale, OwnBranch, Pair, Verdict
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.values import FunctionId, ProposalId, UnitId
from orgflow.services.bringing import BRINGERS
from orgflow.services.overlap import (
    BeginComparison,
    JudgePair,
    RemoveComparison,
    begin_comparison,
    judge_pair,
    remove_comparison,
)
from orgflow.services.overlap_files import OverlapFileKind, overlap_file
from orgflow.services.overlap_pages import ComparisonPage, pair_of, show_comparison, show_overlap
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_actor, current_context
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.overlap.forms import ComparisonForm, JudgementForm
from orgflow.web.overlap.page import anchor_of, comparison_view, duty_of, listed
from orgflow.web.overlap.words import VERDICT_WORDS
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.security import FILE_POLICY

bp = Blueprint("overlap", __name__, url_prefix="/usulan/<uuid:proposal_id>/persandingan")
Answer = Response | Page | str
_PAIR = "/<uuid:unit_id>/<uuid:function_id>/<uuid:other_id>"


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show with which units the duties were compared, and ask for another."""
    return _index(proposal_id, ComparisonForm())


@bp.post("")
@needs(*BRINGERS, scope="unit")
def begin(proposal_id: UUID) -> Answer:
    """Take a unit into the comparison."""
    form = ComparisonForm()
    try:
        unit_id = _unit_id(form.unit_id.data)
        begin_comparison(current_context(), BeginComparison(ProposalId(proposal_id), unit_id))
    except (UnknownUnit, OwnBranch) as refused:
        form.show(refused, field="unit_id")
        return _index(proposal_id, form), 422
    return redirect(url_for(".show", proposal_id=proposal_id, unit_id=unit_id), code=303)


@bp.get("/<uuid:unit_id>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID, unit_id: UUID) -> str:
    """Show both units' duties beside each other."""
    ctx = current_context()
    page = show_comparison(ctx, proposal_id, unit_id)
    return render_template(
        "overlap/show.html",
        head=header(show_proposal(ctx, proposal_id), "overlap.index"),
        view=comparison_view(page, current_actor()),
        pair_url=url_for(".choose", proposal_id=proposal_id, unit_id=unit_id),
        all_url=url_for(".index", proposal_id=proposal_id),
    )


@bp.post("/<uuid:unit_id>/lepas")
@needs(*BRINGERS, scope="unit")
def remove(proposal_id: UUID, unit_id: UUID) -> Answer:
    """Take a unit out of the comparison."""
    remove_comparison(current_context(), RemoveComparison(ProposalId(proposal_id), UnitId(unit_id)))
    flash(gettext("Persandingan dilepas. Putusannya tetap tersimpan bila unit itu dipilih lagi."), "success")
    return redirect(url_for(".index", proposal_id=proposal_id), code=303)


@bp.get("/<uuid:unit_id>/pasangan")
@needs(*BRINGERS, scope="unit")
def choose(proposal_id: UUID, unit_id: UUID) -> Answer:
    """Lead to the pair of two duties that were chosen by hand."""
    own, other = request.args.get("tugas", type=UUID), request.args.get("dengan", type=UUID)
    if own is None or other is None:
        raise NotFound
    url = url_for(".judge_form", proposal_id=proposal_id, unit_id=unit_id, function_id=own, other_id=other)
    return redirect(url, code=303)


@bp.get(_PAIR)
@needs(*BRINGERS, scope="unit")
def judge_form(proposal_id: UUID, unit_id: UUID, function_id: UUID, other_id: UUID) -> Answer:
    """Ask what two duties are to each other."""
    page = show_comparison(current_context(), proposal_id, unit_id)
    pair = pair_of(page, function_id, other_id)
    said = pair.judgement
    values: dict[str, object] = {}
    if said is not None:
        values = {"verdict": str(said.verdict), "distinction": said.distinction}
    return _ask(page, pair, JudgementForm(revision=said.revision if said else 0, values=values))


@bp.post(_PAIR)
@needs(*BRINGERS, scope="unit")
def judge(proposal_id: UUID, unit_id: UUID, function_id: UUID, other_id: UUID) -> Answer:
    """Keep what was said of two duties."""
    ctx, form = current_context(), JudgementForm()
    if form.validate_on_submit():
        command = JudgePair(
            ProposalId(proposal_id),
            UnitId(unit_id),
            FunctionId(function_id),
            FunctionId(other_id),
            Verdict(form.verdict.data),
            form.distinction.data or "",
            form.seen,
        )
        try:
            judge_pair(ctx, command)
        except JudgementStale:
            return _both(show_comparison(ctx, proposal_id, unit_id), form, function_id, other_id)
        except DomainError as refused:
            form.show(refused)
        else:
            page = show_comparison(ctx, proposal_id, unit_id)
            flash(gettext("Putusan disimpan."), "success")
            anchor = anchor_of(pair_of(page, function_id, other_id))
            url = url_for(".show", proposal_id=proposal_id, unit_id=unit_id, _anchor=anchor)
            return redirect(url, code=303)
    page = show_comparison(ctx, proposal_id, unit_id)
    return _ask(page, pair_of(page, function_id, other_id), form), 422


@bp.get("/<uuid:unit_id>/unduh/<kind>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def download(proposal_id: UUID, unit_id: UUID, kind: str) -> Response:
    """Hand out the matrix as a file."""
    if kind not in set(OverlapFileKind):
        raise NotFound
    file = overlap_file(current_context(), proposal_id, unit_id, OverlapFileKind(kind))
    return Response(
        file.content,
        mimetype=file.media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
            "Content-Security-Policy": FILE_POLICY,
            "Cache-Control": "private, no-store",
        },
    )


def _index(proposal_id: UUID, form: ComparisonForm) -> str:
    ctx = current_context()
    page = show_overlap(ctx, proposal_id)
    form.unit_id.choices = [(str(unit.id), unit.name) for unit in page.choices]
    return render_template(
        "overlap/index.html",
        head=header(show_proposal(ctx, proposal_id), "overlap.index"),
        comparisons=listed(page, ProposalId(proposal_id)),
        form=form if page.may_judge and page.choices else None,
        may_judge=page.may_judge,
        url=url_for(".begin", proposal_id=proposal_id),
    )


def _ask(page: ComparisonPage, pair: Pair, form: JudgementForm) -> str:
    ctx = current_context()
    said = pair.judgement if pair.is_outdated else None
    return render_template(
        "overlap/judge.html",
        form=form,
        crumbs=(
            *page_crumbs(show_proposal(ctx, page.proposal_id)),
            Link(gettext("Persandingan dengan %(unit)s", unit=page.unit_name), _back(page)),
        ),
        own_name=page.own_name,
        other_name=page.unit_name,
        own=duty_of(page, pair.own),
        other=duty_of(page, pair.other),
        then=(said.text, said.other_text) if said is not None else None,
        url=request.path,
        back_url=_back(page),
    )


def _both(page: ComparisonPage, form: JudgementForm, function_id: UUID, other_id: UUID) -> Page:
    """Return the page that shows the saved judgement beside the typed one."""
    said = pair_of(page, function_id, other_id).judgement
    typed = Verdict(form.verdict.data)
    fields = (
        TwoTexts(
            "verdict",
            gettext("Putusan"),
            str(VERDICT_WORDS[said.verdict]) if said is not None else "",
            str(VERDICT_WORDS[typed]),
            "fixed",
            str(typed),
        ),
        TwoTexts(
            "distinction",
            gettext("Pembeda"),
            said.distinction if said is not None else "",
            form.distinction.data or "",
        ),
    )
    return conflict_page(
        ConflictView(
            gettext("Persandingan dengan %(unit)s", unit=page.unit_name),
            request.path,
            said.revision if said is not None else 0,
            _back(page),
            gettext("Buka persandingan"),
            fields,
            saved_by=said.judged_by if said is not None else "",
        )
    )


def _back(page: ComparisonPage) -> str:
    return url_for("overlap.show", proposal_id=page.proposal_id, unit_id=page.unit_id)


def _unit_id(text: str | None) -> UnitId:
    try:
        return UnitId(UUID(text or ""))
    except ValueError:
        raise UnknownUnit(unit_id="", on="") from None
