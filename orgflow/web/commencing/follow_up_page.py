"""A list of what follows a commencement, as its page prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.proposals.follow_up import FollowUpState
from orgflow.services.follow_ups import FollowUpList, OpenList, TaskView
from orgflow.web.commencing.words import LOOKS, STATES
from orgflow.web.proposals.header import Link


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: who does it, how far it is, and where that is told.

    ``url`` is empty for a reader who may only look; ``file_url`` where no document was brought.
    """

    title: str
    state: str
    words: str
    lines: tuple[str, ...]
    url: str
    file_name: str
    file_url: str


def list_links(lists: Iterable[OpenList]) -> tuple[Link, ...]:
    """Return the way to each list, with how much of it is open."""
    return tuple(
        Link(
            ngettext(
                "%(unit)s: %(num)s hal belum selesai",
                "%(unit)s: %(num)s hal belum selesai",
                held.open_count,
                unit=held.unit_name,
            )
            if held.open_count
            else gettext("%(unit)s: semua sudah selesai", unit=held.unit_name),
            url_for("commencing.follow_ups", proposal_id=held.proposal_id),
        )
        for held in lists
    )


def task_rows(listed: FollowUpList, proposal_id: UUID) -> tuple[TaskRow, ...]:
    """Return the tasks of a list in their order."""
    return tuple(_row(listed, view, proposal_id) for view in listed.tasks)


def _row(listed: FollowUpList, view: TaskView, proposal_id: UUID) -> TaskRow:
    task = view.task
    words = str(STATES[task.state])
    if task.state is FollowUpState.DONE and task.acted_on is not None:
        words = gettext("Selesai %(day)s", day=format_date(task.acted_on))
    return TaskRow(
        task.title,
        LOOKS[task.state],
        words,
        tuple(_lines(listed, view)),
        url_for("commencing.follow_up_form", proposal_id=proposal_id, task_id=view.id)
        if listed.may_tell
        else "",
        view.file_name,
        url_for("evidence.file", file_id=view.file_id) if view.file_id is not None else "",
    )


def _lines(listed: FollowUpList, view: TaskView) -> Iterator[str]:
    task = view.task
    if task.who:
        yield gettext("Oleh %(who)s.", who=task.who)
    else:
        yield gettext("Biasanya oleh %(who)s.", who=task.usual)
    if task.reason:
        yield gettext("Tidak perlu: %(reason)s", reason=task.reason)
    if task.note:
        yield task.note
    if view.revision > 1:
        at = format_instant(view.changed_at, listed.zone)
        yield gettext("Dicatat %(who)s, %(at)s.", who=view.changed_by, at=at)
