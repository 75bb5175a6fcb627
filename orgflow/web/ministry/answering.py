"""The ministry's answer item by item: composed from its letter, looked at, and recorded."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import left_by, steps
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.grants import Granted, GrantFinding, GrantVerdict
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import ProposalId
from orgflow.services.ministry_answers import ComposeAnswer, RecordAnswer, compose_answer, record_answer
from orgflow.services.ministry_pages import AnswerPage, show_answer
from orgflow.services.papers.approval import counted
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.statements import sentence
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.ministry.answer_form import AnswerForm, answer_form
from orgflow.web.ministry.asking import letter_words
from orgflow.web.ministry.changing import register_changing
from orgflow.web.ministry.forms import RecordForm
from orgflow.web.ministry.proving import ministry_crumbs
from orgflow.web.permissions import needs
from orgflow.web.proposals.acts import ACTS
from orgflow.web.proposals.stale import is_stale, overtaken_page
from orgflow.web.proposals.words import where_it_is

bp = Blueprint(
    "ministry_answers",
    __name__,
    url_prefix="/usulan/<uuid:proposal_id>/tanggapan/<uuid:letter_id>/jawaban",
)
Answer = Response | Page | str


@dataclass(frozen=True, slots=True)
class OperationLine:
    """An operation as it was submitted, what it became where that was composed, and the way to its form."""

    number: int
    sentence: str
    became: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the composed answer comes to: the sentence of its step, and the registry-to-be in sentences."""

    heading: str
    tells: str
    counted: str
    granted: tuple[str, ...]
    is_grave: bool


@bp.get("")
@needs(Permission.RECORD_MINISTRY)
def show(proposal_id: UUID, letter_id: UUID) -> Answer:
    """Ask what a letter says to each operation, and show what it comes to."""
    return _page(proposal_id, letter_id)


@bp.post("")
@needs(Permission.RECORD_MINISTRY)
def compose(proposal_id: UUID, letter_id: UUID) -> Answer:
    """Keep what a letter says to the operations, to be looked at."""
    ctx = current_context()
    page, held = show_proposal(ctx, proposal_id), show_answer(ctx, proposal_id, letter_id)
    form = answer_form(page, held)
    if form.validate_on_submit():
        try:
            replies = form.replies(page, held)
            compose_answer(ctx, ComposeAnswer(ProposalId(proposal_id), letter_id, form.seen, replies))
        except DomainError as refused:
            if is_stale(refused):
                form.seen_revision.data = str(held.revision)
                form.form_errors = [*form.form_errors, str(message_for(refused))]
                return _page(proposal_id, letter_id, form), 409
            form.point_out(refused)
        else:
            url = url_for(".show", proposal_id=proposal_id, letter_id=letter_id, _anchor="periksa")
            return redirect(url, code=303)
    return _page(proposal_id, letter_id, form), 422


@bp.post("/catat")
@needs(Permission.RECORD_MINISTRY)
def record(proposal_id: UUID, letter_id: UUID) -> Answer:
    """Record the composed answer with the step of the road that it comes to."""
    ctx, form = current_context(), RecordForm()
    seen = form.answer_revision.data or ""
    command = RecordAnswer(
        ProposalId(proposal_id),
        letter_id,
        form.seen,
        int(seen) if seen.isdecimal() else -1,
        form.late_reason.data or "",
    )
    try:
        record_answer(ctx, command)
    except DomainError as refused:
        if is_stale(refused):
            return overtaken_page(ctx, show_proposal(ctx, proposal_id), _heading(), {})
        form.point_out(refused)
        return _page(proposal_id, letter_id, recording=form), 422
    flash(gettext("Jawaban Kemendagri dicatat butir demi butir."), "success")
    return redirect(url_for("proposals.ministry", proposal_id=proposal_id), code=303)


register_changing(bp)


def _heading() -> str:
    return gettext("Jawaban butir demi butir")


def _page(
    proposal_id: UUID,
    letter_id: UUID,
    form: AnswerForm | None = None,
    recording: RecordForm | None = None,
) -> str:
    ctx = current_context()
    page, held = show_proposal(ctx, proposal_id), show_answer(ctx, proposal_id, letter_id)
    asked = form or answer_form(page, held)
    may_record = held.grant is not None and not held.findings and held.letter.step_id is None
    final = (recording or _record_form(page, held)) if may_record or recording else None
    if final is not None and not held.is_late and "late_reason" in final:
        del final.late_reason
    return render_template(
        "ministry/answer.html",
        heading=_heading(),
        words=letter_words(held.letter),
        form=asked,
        lines=tuple((line, asked.row(line.number)) for line in _lines(page, held)),
        is_composed=held.revision > 0,
        lacks=message_for(held.lacks) if held.lacks is not None and held.revision > 0 else "",
        findings=tuple(_finding(finding) for finding in held.findings),
        outcome=_outcome(page, held),
        recording=final,
        crumbs=ministry_crumbs(proposal_id),
        url=url_for(".compose", proposal_id=proposal_id, letter_id=letter_id),
        record_url=url_for(".record", proposal_id=proposal_id, letter_id=letter_id),
        back_url=url_for("proposals.ministry", proposal_id=proposal_id),
    )


def _record_form(page: ProposalPage, held: AnswerPage) -> RecordForm:
    return RecordForm(revision=page.revision, values={"answer_revision": str(held.revision)})


def _lines(page: ProposalPage, held: AnswerPage) -> tuple[OperationLine, ...]:
    composed = {entry.id: entry for entry in held.entries}
    asked = [placed.operation for placed in page.asked]
    said = [sentence(operation, met) for operation, met, _ in steps(page.organisation_before, asked)]
    return tuple(
        OperationLine(
            number,
            f"{said[number - 1]}.",
            _became(page.organisation_before, asked[: number - 1], composed.get(placed.id)),
            url_for(".change_form", proposal_id=page.id, letter_id=held.letter.id, operation_id=placed.id),
        )
        for number, placed in enumerate(page.asked, start=1)
    )


def _became(before: Organisation, ahead: list[Operation], entry: Granted | None) -> tuple[str, ...]:
    if entry is None or entry.verdict is not GrantVerdict.CHANGED:
        return ()
    return sentences(left_by(before, ahead), entry.become)


def sentences(standing: Organisation, operations: tuple[Operation, ...]) -> tuple[str, ...]:
    """Return operations as sentences, each as it meets what the earlier ones left."""
    return tuple(f"{sentence(operation, met)}." for operation, met, _ in steps(standing, operations))


def _finding(finding: GrantFinding) -> str:
    because = ", ".join(map(str, finding.because))
    rule = message_for(finding.rule)
    if not finding.place:
        return gettext("Yang disetujui tidak dapat berlaku bersama-sama. %(rule)s", rule=rule)
    if not because:
        return gettext("Perubahan %(place)s tidak dapat berlaku. %(rule)s", place=finding.place, rule=rule)
    return gettext(
        "Perubahan %(place)s disetujui, tetapi bergantung pada perubahan %(because)s yang tidak disetujui"
        " atau diubah. %(rule)s",
        place=finding.place,
        because=because,
        rule=rule,
    )


def _outcome(page: ProposalPage, held: AnswerPage) -> Outcome | None:
    if held.grant is None:
        return None
    act = ACTS[held.grant.outcome]
    after = next((offer.after for offer in page.offers if offer.action is held.grant.outcome), None)
    return Outcome(
        str(act.button),
        str(act.tells % {"next": where_it_is(after, None, page.unit)}) if after is not None else "",
        counted(held.grant),
        sentences(page.organisation_before, held.grant.operations),
        act.is_grave,
    )
