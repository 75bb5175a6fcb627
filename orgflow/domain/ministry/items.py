"""What the ministry asked, item by item: each with its place, its due day, and what answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from orgflow.domain.errors import NotFound, RuleBroken


class ItemKind(StrEnum):
    """What is wanted."""

    QUESTION = "question"
    COMPLETION = "completion"
    CORRECTION = "correction"


class PlaceKind(StrEnum):
    """What an item is about."""

    WHOLE = "whole"
    OPERATION = "operation"
    DOCUMENT = "document"
    SECTION = "section"


class ItemStanding(StrEnum):
    """Where an item stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    ANSWERED = "answered"


class UnknownItem(NotFound):
    """The ministry asked no such thing of this proposal."""

    code = "unknown_ministry_item"


class NothingAsked(RuleBroken):
    """A request for completion says what is asked."""

    code = "nothing_asked"


class ItemPlaceUnknown(RuleBroken):
    """An item is about an operation or document that the proposal does not have."""

    code = "item_place_unknown"


class DueBeforeAsked(RuleBroken):
    """An item is due before it was asked."""

    code = "due_before_asked"


class ItemsUnanswered(RuleBroken):
    """A completion goes out when everything asked is answered; ``numbers`` are those that are not."""

    code = "items_unanswered"


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """What an item is about; ``named`` is an operation's id, a document's code, or a section's own words."""

    kind: PlaceKind = PlaceKind.WHOLE
    named: str = ""


@dataclass(frozen=True, slots=True)
class NewItem:
    """One thing that is asked."""

    kind: ItemKind
    text: str
    place: ItemPlace = ItemPlace()
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """What answers an item: in words, what was done, and on which document or page it is found."""

    text: str
    done: str = ""
    found_at: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was asked; ``number`` counts within its round, from 1."""

    id: UUID
    round: int
    number: int
    kind: ItemKind
    text: str
    place: ItemPlace
    due_on: date | None
    answer: ItemAnswer | None

    def standing_on(self, day: date) -> ItemStanding:
        """Return where it stands on a day; one due that day is not overdue yet."""
        if self.answer is not None:
            return ItemStanding.ANSWERED
        is_overdue = self.due_on is not None and self.due_on < day
        return ItemStanding.OVERDUE if is_overdue else ItemStanding.OPEN


def check_asked(items: Sequence[NewItem], asked_on: date) -> None:
    """Refuse a request that asks nothing, or something due before it was asked.

    Raises:
        NothingAsked, DueBeforeAsked.
    """
    if not items:
        raise NothingAsked(field="text")
    for item in items:
        if item.due_on is not None and item.due_on < asked_on:
            raise DueBeforeAsked(
                field="due_on", due_on=item.due_on.isoformat(), asked_on=asked_on.isoformat()
            )


def require_answered(items: Iterable[Item]) -> None:
    """Refuse to send a completion while something asked is not answered.

    Raises:
        ItemsUnanswered.
    """
    unanswered = tuple(str(item.number) for item in items if item.answer is None)
    if unanswered:
        raise ItemsUnanswered(numbers=unanswered)


def completion_rows(items: Iterable[Item]) -> tuple[tuple[str, str, str], ...]:
    """Return the rows of a completion letter's matrix: what was asked, what was done, and where it stands."""
    return tuple(
        (item.text, _told(item.answer), item.answer.found_at if item.answer is not None else "")
        for item in items
    )


def _told(answer: ItemAnswer | None) -> str:
    if answer is None:
        return ""
    if not answer.done:
        return answer.text
    return f"{answer.text.rstrip(' .')}. {answer.done}"
