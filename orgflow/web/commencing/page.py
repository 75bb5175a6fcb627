"""A commencement as its page and a proposal's own page print it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.commencement_pages import CommencementPage, QuestionView
from orgflow.services.follow_ups import FollowUpList
from orgflow.web.commencing.words import CHOICES, HINTS, finding_words, lead_of
from orgflow.web.messages import message_for
from orgflow.web.proposals.header import Link
from orgflow.web.proposals.lacks import FindingView
from orgflow.web.rebasing.page import ChoiceView, Typed
from orgflow.web.rebasing.words import told_words


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One question; ``standing`` is what was decided so far, ``error`` why a decision was refused."""

    key: str
    said: str
    told: str
    why: str
    standing: str
    choices: tuple[ChoiceView, ...]
    note: str
    error: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of commencement as we were told."""

    day: str
    told: str
    reason: str
    is_present: bool


@dataclass(frozen=True, slots=True)
class CommencementView:
    """The page whole.

    Attributes:
        standing: in one sentence where the commencement stands; ``state`` how it looks.
        obstacle: the rule that bars it, in words; ``ways`` where it is mended.
    """

    standing: str
    state: str
    days: tuple[DayRow, ...]
    findings: tuple[FindingView, ...]
    decisions: tuple[DecisionView, ...]
    open_count: int
    may_decide: bool
    obstacle: str
    ways: tuple[Link, ...]
    left_out: tuple[str, ...]
    set_url: str
    correct_url: str


@dataclass(frozen=True, slots=True)
class CommencementNote:
    """What a proposal's own page says of its commencement and of what follows."""

    standing: str
    state: str
    findings: tuple[FindingView, ...]
    links: tuple[Link, ...]
    follow_ups: str
    follow_ups_url: str


def commencement_view(
    page: CommencementPage, proposal_id: UUID, typed: Mapping[str, Typed], refused: DomainError | None = None
) -> CommencementView:
    """Return the page of a commencement.

    Args:
        typed: decisions that were sent and not kept.
        refused: why the regulation could not commence just now.
    """
    barred = refused or page.obstacle
    return CommencementView(
        standing_of(page),
        _look(page),
        tuple(_days(page)),
        _findings(page),
        tuple(_decision(page, question, typed.get(question.key)) for question in page.questions),
        len(page.open_questions),
        page.may_decide and bool(page.questions),
        message_for(barred) if barred is not None else "",
        tuple(_ways(page, barred, proposal_id)) if barred is not None else (),
        page.left_out,
        url_for("commencing.set_form", proposal_id=proposal_id) if page.may_set else "",
        url_for("commencing.correct_form", proposal_id=proposal_id) if page.may_correct else "",
    )


def commencement_note(page: CommencementPage, listed: FollowUpList, proposal_id: UUID) -> CommencementNote:
    """Return what a proposal's own page says of its commencement."""
    links = [Link(gettext("Buka halaman Pemberlakuan"), url_for("commencing.show", proposal_id=proposal_id))]
    if page.may_set:
        links.insert(0, Link(gettext("Catat hari mulai berlaku"), _url("set_form", proposal_id)))
    follow_ups = ""
    if listed.tasks:
        follow_ups = ngettext(
            "%(num)s dari %(all)s hal belum selesai.",
            "%(num)s dari %(all)s hal belum selesai.",
            listed.open_count,
            all=len(listed.tasks),
        )
    return CommencementNote(
        standing_of(page),
        _look(page),
        _findings(page),
        tuple(links),
        follow_ups,
        _url("follow_ups", proposal_id),
    )


def standing_of(page: CommencementPage) -> str:
    """Return where a commencement stands, in one sentence."""
    day = page.days.effective_on
    if day is None:
        return gettext("Pergub sudah diundangkan; hari mulai berlakunya belum diketahui.")
    if page.is_ahead:
        words = gettext("Terjadwal: susunan berubah pada %(day)s. Sampai hari itu susunan tetap.")
    elif page.is_written:
        words = gettext("Berlaku sejak %(day)s.")
    elif page.open_questions:
        words = gettext("Mulai berlaku %(day)s. Susunan berubah sejak usulan ini disusun; putuskan dahulu.")
    elif page.obstacle is not None:
        words = gettext("Mulai berlaku %(day)s, tetapi belum dapat diberlakukan.")
    elif day > page.today:
        words = gettext(
            "Mulai berlaku %(day)s. TU dapat memberlakukannya sekarang; bila tidak, OrgFlow memberlakukannya "
            "pada hari itu."
        )
    else:
        words = gettext("Mulai berlaku %(day)s dan menunggu diberlakukan.")
    return words % {"day": format_date(day)}


def _look(page: CommencementPage) -> str:
    if page.state is ProposalState.IMPLEMENTED:
        return "yours" if page.is_ahead else "ok"
    return "bad" if page.open_questions or page.obstacle is not None else "yours"


def _findings(page: CommencementPage) -> tuple[FindingView, ...]:
    return tuple(
        FindingView(
            "yours",
            lead_of(finding),
            finding_words(finding),
            None,
            "",
            " ".join(_notes(finding.citation, is_verified=finding.is_verified)),
        )
        for finding in page.findings
    )


def _notes(citation: str, *, is_verified: bool) -> Iterator[str]:
    if citation:
        yield gettext("Sumber: %(citation)s.", citation=citation.rstrip("."))
    if not is_verified:
        yield gettext("Aturan ini belum diverifikasi. OrgFlow memperingatkan, tetapi tidak menghalangi.")


def _days(page: CommencementPage) -> Iterator[DayRow]:
    for place, told in enumerate(page.told):
        yield DayRow(
            _day(told.effective_on),
            f"{told.recorded_by}, {format_instant(told.recorded_at, page.zone)}",
            told.reason,
            place == 0,
        )


def _day(day: date | None) -> str:
    return format_date(day) if day is not None else gettext("Belum diketahui")


def _decision(page: CommencementPage, question: QuestionView, typed: Typed | None) -> DecisionView:
    chosen = typed.choice if typed is not None else question.choice
    standing = ""
    if question.choice and question.answered_at is not None:
        standing = gettext(
            "%(choice)s · %(who)s, %(at)s",
            choice=CHOICES[Choice(question.choice)],
            who=question.answered_by,
            at=format_instant(question.answered_at, page.zone),
        )
    offered = (Choice.OURS, Choice.LATEST) if question.can_keep else (Choice.LATEST,)
    return DecisionView(
        question.key,
        question.said,
        told_words(question.told),
        message_for(question.refusal) if question.refusal is not None else "",
        standing,
        tuple(
            ChoiceView(str(choice), str(CHOICES[choice]), str(HINTS[choice]), str(choice) == chosen)
            for choice in offered
        ),
        typed.note if typed is not None else question.note,
        typed.error if typed is not None else "",
    )


def _ways(page: CommencementPage, barred: DomainError, proposal_id: UUID) -> Iterator[Link]:
    """Yield where what bars a commencement is looked at and mended."""
    unit_id = barred.facts.get("unit_id")
    if isinstance(unit_id, str) and unit_id:
        yield Link(gettext("Buka catatan unit itu"), url_for("organisation.show_unit", unit_id=UUID(unit_id)))
    if page.may_correct:
        yield Link(gettext("Ralat hari mulai berlaku"), _url("correct_form", proposal_id))


def _url(name: str, proposal_id: UUID) -> str:
    return url_for(f"commencing.{name}", proposal_id=proposal_id)
