"""The versions of a section: who saved what when, and two of them beside each other word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.matrix import Word
from orgflow.domain.snapshots.words import compare_texts
from orgflow.domain.study.outline import section_asked
from orgflow.domain.study.sections import SectionAsked
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import proposals, studies
from orgflow.store.studies import StudySectionRow, StudyVersionRow, UnknownVersion

SITTING: Final = timedelta(minutes=5)
"""What one person types within it is one version, until it is saved by the button."""


class SaveOrigin(StrEnum):
    """Whether a section saved itself while somebody typed, or was saved by the button."""

    TYPING = "typing"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a section; numbers grow, and need not follow one another."""

    number: int
    text: str
    answer: str
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a section, the newest first, and two of them compared word by word."""

    proposal_id: ProposalId
    asked: SectionAsked
    versions: tuple[VersionView, ...]
    older: VersionView | None
    newer: VersionView | None
    before: tuple[Word, ...]
    after: tuple[Word, ...]


@read(requires=Permission.VIEW_PROPOSALS)
def show_versions(
    ctx: Context, proposal_id: UUID, key: str, older: int | None = None, newer: int | None = None
) -> Versions:
    """Return a section's versions with two compared: those asked for, or the two newest.

    Raises:
        UnknownProposal, UnknownSection.
        UnknownVersion: the section has no version of a number asked for.
    """
    asked = section_asked(key)
    proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held = tuple(_view(row) for row in studies.versions_of(ctx.session, proposal_id, key))
    right = _of_number(held, newer) if newer is not None else next(iter(held), None)
    earlier = (one for one in held if right is not None and one.number < right.number)
    left = _of_number(held, older) if older is not None else next(earlier, None)
    before, after = _compared(left, right) if left is not None else ((), ())
    return Versions(ProposalId(proposal_id), asked, held, left, right, before, after)


def _compared(left: VersionView, right: VersionView | None) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    before, after = compare_texts(_words(left), _words(right))
    return tuple(_blanks_after(before)), tuple(_blanks_after(after))


def _blanks_after(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yield the words with the blanks that stand before each at the end of the one ahead of it."""
    for place, word in enumerate(words):
        told = word.text.lstrip() if place else word.text
        follows = words[place + 1].text if place + 1 < len(words) else ""
        yield Word(told + follows[: len(follows) - len(follows.lstrip())], word.is_changed)


def _of_number(held: tuple[VersionView, ...], number: int) -> VersionView:
    found = next((one for one in held if one.number == number), None)
    if found is None:
        raise UnknownVersion(number=number)
    return found


def _words(version: VersionView | None) -> str:
    if version is None:
        return ""
    return f"{version.text}\n{version.answer}" if version.answer else version.text


def _view(row: StudyVersionRow) -> VersionView:
    return VersionView(row.number, row.text, row.answer, row.saved_by, row.saved_at)


def keep_version(ctx: Context, row: StudySectionRow, text: str, origin: SaveOrigin) -> None:
    """Keep what was saved, in the gate's session; what one person types in a sitting is one version."""
    latest = studies.latest_version(ctx.session, row.id)
    is_sitting = (
        latest is not None
        and latest.origin == SaveOrigin.TYPING
        and latest.saved_by == ctx.actor.name
        and ctx.now - latest.begun_at < SITTING
    )
    if latest is None or not is_sitting:
        latest = StudyVersionRow(
            id=ctx.new_id(), government_id=ctx.government_id, section_id=row.id, begun_at=ctx.now
        )
        ctx.session.add(latest)
    latest.number, latest.text, latest.answer = row.revision, text, row.answer
    latest.origin, latest.saved_by, latest.saved_at = str(origin), ctx.actor.name, ctx.now
    ctx.session.flush()
