"""Meetings as their pages print them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext

from orgflow.domain.calendar import format_date, format_day, format_instant
from orgflow.domain.meetings.meeting import MeetingState, people_in
from orgflow.domain.values import ProposalId, lines_of
from orgflow.services.meeting_pages import MeetingsPage, MeetingView, PointView
from orgflow.web.letters.words import kind_name
from orgflow.web.meetings.asking import Where
from orgflow.web.meetings.words import KINDS, STATES, responsible_words


@dataclass(frozen=True, slots=True)
class PointCard:
    """An agreed point; an address is None where the reader has nothing to do there."""

    anchor: str
    text: str
    who: str
    state: str
    state_symbol: str
    state_words: str
    outcome: str
    note: str
    url: str
    settle_url: str | None
    note_url: str | None


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """A letter that may be begun from the meeting."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting as a row of the list."""

    title: str
    url: str
    note: str
    state: str
    state_symbol: str
    words: str
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """A meeting whole; a value of None is *belum diisi*, an address of None is not for this reader."""

    title: str
    day: str
    state: str
    state_symbol: str
    state_words: str
    reason: str
    time: str | None
    venue: str | None
    agenda: tuple[str, ...]
    invited: tuple[str, ...]
    present: tuple[str, ...]
    said: tuple[str, ...]
    is_held: bool
    called: str
    points: tuple[PointCard, ...]
    letters: tuple[LetterChoice, ...]
    letters_url: str
    change_url: str | None
    result_url: str | None
    point_url: str | None
    cancel_url: str | None


def meeting_rows(page: MeetingsPage) -> tuple[MeetingCard, ...]:
    """Return the meetings of a proposal as rows."""
    return tuple(_row(page, meeting) for meeting in page.meetings)


def meeting_sheet(page: MeetingsPage) -> MeetingSheet:
    """Return the one meeting of a page whole."""
    (view,) = page.meetings
    held, may = view.meeting, page.may_keep and page.is_running
    state, symbol, words = STATES[held.state]
    is_held, is_planned = held.state is MeetingState.HELD, held.state is MeetingState.PLANNED
    may_record = may and held.state is not MeetingState.CANCELLED and held.held_on <= page.today
    return MeetingSheet(
        str(KINDS[held.kind]),
        format_day(held.held_on),
        state,
        symbol,
        str(words),
        view.reason,
        held.time or None,
        held.venue or None,
        lines_of(held.agenda),
        _people(held.invited),
        _people(held.present),
        lines_of(held.said),
        is_held,
        gettext(
            "Dijadwalkan %(who)s, %(at)s", who=view.begun_by, at=format_instant(view.begun_at, page.zone)
        ),
        point_cards(page.proposal_id, view.points, page.zone),
        tuple(LetterChoice(str(kind), kind_name(str(kind))) for kind in view.letters),
        _url(page, view, "letter"),
        _url(page, view, "change_form") if may and (is_held or is_planned) else None,
        _url(page, view, "result_form") if may_record else None,
        _url(page, view, "point_form") if may and is_held else None,
        _url(page, view, "cancel_form") if may and is_planned else None,
    )


def point_cards(proposal_id: ProposalId, points: Iterable[PointView], zone: str) -> tuple[PointCard, ...]:
    """Return agreed points as they are printed."""
    return tuple(_card(proposal_id, point, zone) for point in points)


def _card(proposal_id: ProposalId, point: PointView, zone: str) -> PointCard:
    state, symbol, words = _standing(point)
    where = Where(proposal_id, point.meeting_id)
    return PointCard(
        f"kesepakatan-{point.number}",
        point.text,
        responsible_words(point.responsible, point.name),
        state,
        symbol,
        words,
        point.outcome,
        _done(point, zone),
        where.url("show", anchor=f"kesepakatan-{point.number}"),
        where.url("settle_form", point.id) if point.may_settle else None,
        where.url("note_form", point.id) if point.may_note else None,
    )


def _standing(point: PointView) -> tuple[str, str, str]:
    if point.is_done:
        return "ok", "", gettext("Sudah dilaksanakan")
    if point.due_on is None:
        return "rest", "", gettext("Belum dilaksanakan, tanpa batas waktu")
    day = format_date(point.due_on)
    if point.is_overdue:
        return "bad", "clock", gettext("Lewat batas waktu %(day)s", day=day)
    return "yours", "clock", gettext("Paling lambat %(day)s", day=day)


def _done(point: PointView, zone: str) -> str:
    if point.done_at is None:
        return gettext("Sudah menjadi catatan pada usulan.") if point.is_noted else ""
    at = format_instant(point.done_at, zone)
    return gettext("Dicatat %(who)s, %(at)s", who=point.done_by, at=at)


def _row(page: MeetingsPage, view: MeetingView) -> MeetingCard:
    state, symbol, words = STATES[view.meeting.state]
    left = sum(1 for point in view.points if not point.is_done)
    note = view.meeting.venue
    if view.points:
        told = gettext(
            "%(count)s kesepakatan, %(left)s belum dilaksanakan", count=len(view.points), left=left
        )
        note = f"{note} · {told}" if note else told
    title = gettext("%(kind)s, %(day)s", kind=KINDS[view.meeting.kind], day=format_day(view.meeting.held_on))
    return MeetingCard(title, _url(page, view, "show"), note, state, symbol, str(words))


def _people(lines: str) -> tuple[str, ...]:
    return tuple(
        gettext("%(name)s, %(office)s", name=one.name, office=one.office)
        if one.name and one.office
        else one.addressed
        for one in people_in(lines)
    )


def _url(page: MeetingsPage, view: MeetingView, endpoint: str) -> str:
    return Where(page.proposal_id, view.id).url(endpoint)
