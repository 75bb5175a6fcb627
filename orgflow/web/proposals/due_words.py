"""When a desk is to be done, in words."""

from dataclasses import dataclass

from flask_babel import gettext

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.deadlines import Due


@dataclass(frozen=True, slots=True)
class DueView:
    """A due date with the state it is drawn in; ``is_unsure`` when nobody verified the deadline."""

    words: str
    state: str
    symbol: str
    is_unsure: bool


def due_view(due: Due | None) -> DueView | None:
    """Return a due date in words; None where there is none."""
    if due is None:
        return None
    day, is_unsure = format_date(due.due_on), not due.deadline.is_verified
    if due.over:
        words = gettext("Tenggat %(day)s, lewat %(count)s hari kerja", day=day, count=due.over)
        return DueView(words, "bad", "clock", is_unsure)
    if due.is_past:
        return DueView(gettext("Tenggat %(day)s sudah lewat", day=day), "bad", "clock", is_unsure)
    if due.left == 0:
        return DueView(gettext("Tenggat hari ini, %(day)s", day=day), "yours", "clock", is_unsure)
    words = gettext("Tenggat %(day)s, %(count)s hari kerja lagi", day=day, count=due.left)
    return DueView(words, "rest", "clock", is_unsure)
