"""What came back of a letter from Word, as its page prints it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_instant
from orgflow.services.letter_return import PassageReturned, ReturnedLetterPage, WordDifference
from orgflow.web.changes.segments import Segment, marked
from orgflow.web.letters.page import Crumb
from orgflow.web.letters.writing_view import letter_crumbs


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A paragraph, point or row on both sides."""

    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class PassageDifferences:
    """A passage that came back otherwise, and where it is taken."""

    key: str
    label: str
    note: str
    url: str
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class ReturnedLetterView:
    """What came back; ``brought`` is empty while nothing did."""

    crumbs: tuple[Crumb, ...]
    brought: str
    file_name: str
    file_url: str
    passages: tuple[PassageDifferences, ...]
    others: tuple[DifferenceView, ...]
    revision: int
    may_write: bool
    bring_url: str
    show_url: str


def returned_letter_view(page: ReturnedLetterPage) -> ReturnedLetterView:
    """Return what came back, in words."""
    letter, brought = page.letter, ""
    if page.brought_at is not None:
        at = format_instant(page.brought_at, letter.zone)
        brought = gettext("%(who)s, %(at)s", who=page.brought_by, at=at)
    return ReturnedLetterView(
        letter_crumbs(letter),
        brought,
        page.file_name,
        url_for("letter_returning.file", letter_id=letter.id),
        tuple(_passage(page, one) for one in page.passages),
        tuple(map(_difference, page.others)),
        letter.revision,
        letter.may_write,
        url_for("letter_returning.bring", letter_id=letter.id),
        url_for("letters.show", letter_id=letter.id),
    )


def _passage(page: ReturnedLetterPage, one: PassageReturned) -> PassageDifferences:
    note = "" if one.is_free else gettext("Bila dipakai, bagian ini tidak lagi mengikuti data usulan.")
    url = url_for("letter_returning.adopt", letter_id=page.letter.id, key=one.key)
    return PassageDifferences(one.key, one.label, note, url, tuple(map(_difference, one.differences)))


def _difference(one: WordDifference) -> DifferenceView:
    return DifferenceView(*marked(one.before, one.after))
