"""The questions of a proposal whose structure changed meanwhile, as their page prints them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.values import ProposalId
from orgflow.services.rebase_situation import Question, Situation
from orgflow.services.rebasing_pages import RebasePage, UnitNews
from orgflow.web.messages import message_for
from orgflow.web.rebasing.words import HINTS, choice_words, told_words

MOST_NEWS = 12


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for one question, and why it was refused."""

    choice: str = ""
    note: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer that may be given."""

    value: str
    label: str
    hint: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question; ``why`` says more, ``standing`` what was answered so far, ``advice`` what was advised."""

    key: str
    number: int
    said: str
    told: str
    why: str
    cannot_keep: bool
    other_url: str
    standing: str
    is_open: bool
    advice: str
    advice_note: str
    choices: tuple[ChoiceView, ...]
    note: str
    error: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One carrying over in the list."""

    title: str
    url: str
    note: str
    state: str = "rest"
    state_symbol: str = ""
    words: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class RebaseView:
    """The page whole.

    Attributes:
        problem: why the proposal cannot be carried over at all.
        along: what comes along unasked; ``gone`` what is left out because it is reached already.
    """

    lead: str
    problem: str
    questions: tuple[QuestionView, ...]
    along: tuple[str, ...]
    gone: tuple[str, ...]
    is_editable: bool
    may_settle: bool
    advice: str
    history: tuple[HistoryRow, ...]


def rebase_view(page: RebasePage, proposal_id: ProposalId, typed: Mapping[str, Typed]) -> RebaseView:
    """Return the page of a proposal's conflicts."""
    situation = page.situation
    history = tuple(_history(page, proposal_id))
    if situation is None:
        lead = gettext(
            "Usulan ini sesuai susunan sekarang, dan tidak ada usulan lain yang menyentuh hal yang sama."
        )
        return RebaseView(
            lead, "", (), (), (), is_editable=False, may_settle=False, advice="", history=history
        )
    is_editable = page.is_editable and situation.unit_stands
    return RebaseView(
        _lead(page, situation),
        _problem(situation),
        tuple(_question(page, question, typed.get(question.key)) for question in situation.questions),
        tuple(_along(page)) if situation.is_behind else (),
        tuple(page.said[place] for place in situation.rebased.done),
        is_editable,
        is_editable and (bool(situation.questions) or situation.is_behind),
        advice_on(page),
        history,
    )


def _lead(page: RebasePage, situation: Situation) -> str:
    if not situation.is_behind:
        return gettext("Usulan lain yang sedang berjalan menyentuh hal yang sama.")
    if page.base_on == situation.today:
        return gettext("Susunan yang tercatat sudah berbeda sejak usulan ini disusun hari ini.")
    return gettext(
        "Usulan ini disusun pada susunan per %(then)s. Susunan per %(now)s sudah berbeda.",
        then=format_date(page.base_on),
        now=format_date(situation.today),
    )


def _problem(situation: Situation) -> str:
    if situation.unit_stands:
        return ""
    return gettext(
        "Unit pengusulnya sudah berakhir, jadi usulan ini tidak dapat disesuaikan. Tarik usulan ini, lalu"
        " susun usulan baru dari unit yang meneruskannya."
    )


def advice_on(page: RebasePage) -> str:
    """Return what a reader can do who may not answer; empty for one who may."""
    if page.is_editable:
        return ""
    if page.is_draft:
        return gettext("Dijawab oleh penyusun usulan.")
    return gettext(
        "Usulan yang sudah diajukan tidak disesuaikan di sini. Bila perlu, kembalikan kepada penyusunnya."
    )


def _question(page: RebasePage, question: Question, typed: Typed | None) -> QuestionView:
    answer = question.answer
    said = (answer.advice or answer.choice) if answer is not None else ""
    chosen = typed.choice if typed is not None else said
    note = typed.note if typed is not None else (answer.note if answer is not None else "")
    advice = ""
    if answer is not None and answer.advice is not None:
        words = choice_words(Choice(answer.advice), is_crossing=question.is_crossing)
        advice = gettext("%(who)s menyarankan: %(advice)s.", who=answer.advised_by or "", advice=words)
    return QuestionView(
        question.key,
        question.place + 1,
        page.said[question.place],
        told_words(question.told),
        message_for(question.refusal) if question.refusal is not None else "",
        not question.can_keep,
        url_for("proposals.show", proposal_id=question.other_id) if question.other_id is not None else "",
        _standing(page, question),
        question.is_open,
        advice,
        answer.advice_note if answer is not None else "",
        tuple(
            ChoiceView(
                str(choice),
                choice_words(choice, is_crossing=question.is_crossing),
                str(HINTS[choice]),
                str(choice) == chosen,
            )
            for choice in Choice
            if choice is not Choice.OURS or question.can_keep
        ),
        note,
        typed.error if typed is not None else "",
    )


def _standing(page: RebasePage, question: Question) -> str:
    answer = question.answer
    if answer is None:
        return ""
    return gettext(
        "%(choice)s · %(who)s, %(at)s",
        choice=choice_words(Choice(answer.choice), is_crossing=question.is_crossing),
        who=answer.answered_by,
        at=format_instant(answer.answered_at, page.zone),
    )


def _along(page: RebasePage) -> Iterator[str]:
    for news in page.news[:MOST_NEWS]:
        yield _news(news)
    if len(page.news) > MOST_NEWS:
        yield gettext("dan %(count)s unit lain", count=len(page.news) - MOST_NEWS)
    if page.posts:
        yield ngettext("%(num)s jabatan berubah", "%(num)s jabatan berubah", page.posts)
    if page.functions:
        yield ngettext(
            "%(num)s tugas atau fungsi berubah", "%(num)s tugas atau fungsi berubah", page.functions
        )


def _news(news: UnitNews) -> str:
    if news.before is None:
        return gettext("%(unit)s dibentuk", unit=news.after or "")
    if news.after is None:
        return gettext("%(unit)s berakhir", unit=news.before)
    if news.before != news.after:
        return gettext("%(before)s sekarang bernama %(after)s", before=news.before, after=news.after)
    return gettext("Letak, urutan, jenis, atau data lain %(unit)s berubah", unit=news.after)


def _history(page: RebasePage, proposal_id: ProposalId) -> Iterator[HistoryRow]:
    for line in page.history:
        yield HistoryRow(
            gettext("Disesuaikan dengan susunan per %(day)s", day=format_date(line.new_on)),
            url_for("rebasing.record", proposal_id=proposal_id, rebase_id=line.id),
            f"{line.made_by}, {format_instant(line.made_at, page.zone)}",
        )
