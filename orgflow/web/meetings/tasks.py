"""What was agreed in meetings, as tasks on Beranda of whoever carries it out."""

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_date
from orgflow.services.context import Context
from orgflow.services.meeting_pages import PointTask, list_point_tasks
from orgflow.web.home.desk import Task


def point_tasks(ctx: Context) -> tuple[Task, ...]:
    """Return the agreed points that the actor is to carry out, the soonest due first."""
    return tuple(_task(task) for task in list_point_tasks(ctx))


def _task(task: PointTask) -> Task:
    point = task.point
    due = gettext("Kesepakatan rapat %(day)s", day=format_date(point.held_on))
    state, symbol = "rest", ""
    if point.due_on is not None:
        day = format_date(point.due_on)
        state, symbol = ("bad", "clock") if point.is_overdue else ("yours", "clock")
        due = (
            gettext("Kesepakatan rapat, lewat batas waktu %(day)s", day=day)
            if point.is_overdue
            else gettext("Kesepakatan rapat, paling lambat %(day)s", day=day)
        )
    return Task(
        gettext("Laksanakan: %(text)s", text=point.text),
        state,
        symbol,
        due,
        gettext("Usulan %(unit)s", unit=task.unit_name),
        task.is_sample,
        url_for(
            "meetings.show",
            proposal_id=task.proposal_id,
            meeting_id=point.meeting_id,
            _anchor=f"kesepakatan-{point.number}",
        ),
        gettext("Buka rapat"),
    )
