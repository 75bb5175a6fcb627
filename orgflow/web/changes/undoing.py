"""The list of operations as it was before its last change, kept in the session of who changed it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import session

from orgflow.domain.changes.encoding import OperationUnreadable, decode, encode
from orgflow.domain.changes.operations import Operation
from orgflow.domain.values import OperationId
from orgflow.services.proposal_pages import ProposalPage

_SLOT: Final = "undo"


@dataclass(frozen=True, slots=True)
class Undo:
    """What was last changed, in words, and the list before it."""

    said: str
    operations: tuple[tuple[OperationId, Operation], ...]


def keep_former(page: ProposalPage, said: str) -> None:
    """Keep the list of a page that has just been changed; only the last change can be undone."""
    session[_SLOT] = {
        "proposal": str(page.id),
        "revision": page.revision + 1,
        "said": said,
        "operations": [[str(placed.id), encode(placed.operation)] for placed in page.operations],
    }


def undo_of(page: ProposalPage) -> Undo | None:
    """Return what can be undone on a page: the last change, when it was the reader's own."""
    held = session.get(_SLOT)
    if not isinstance(held, dict) or not page.is_editable:
        return None
    if (held.get("proposal"), held.get("revision")) != (str(page.id), page.revision):
        return None
    try:
        listed = tuple((OperationId(UUID(one)), decode(body)) for one, body in held["operations"])
    except (KeyError, ValueError, OperationUnreadable):
        return None
    return Undo(str(held.get("said", "")), listed)
