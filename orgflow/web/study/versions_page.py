"""The versions of a section as their page prints them."""

from dataclasses import dataclass
from itertools import zip_longest

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_instant
from orgflow.services.study_versions import Versions, VersionView
from orgflow.web.changes.segments import Segment, marked


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version; ``compare_url`` puts it beside the one before it."""

    number: int
    saved: str
    compare_url: str | None


@dataclass(frozen=True, slots=True)
class VersionsView:
    """The versions of a section, the newest first, and two of them with the words that differ marked."""

    title: str
    back_url: str
    url: str
    lines: tuple[VersionLine, ...]
    older: int | None
    newer: int | None
    older_said: str
    newer_said: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]

    @property
    def is_same(self) -> bool:
        """Whether the two say the same."""
        return all(segment.kind == "same" for segment in (*self.before, *self.after))


def versions_view(held: Versions, zone: str) -> VersionsView:
    """Return the versions for their page."""
    before, after = marked(held.before, held.after)
    url = url_for("study.versions", proposal_id=held.proposal_id, key=held.asked.key)
    return VersionsView(
        held.asked.title,
        url_for("study.section", proposal_id=held.proposal_id, key=held.asked.key),
        url,
        tuple(
            VersionLine(
                one.number,
                _saved(one, zone),
                f"{url}?lama={earlier.number}&baru={one.number}" if earlier is not None else None,
            )
            for one, earlier in zip_longest(held.versions, held.versions[1:])
            if one is not None
        ),
        held.older.number if held.older is not None else None,
        held.newer.number if held.newer is not None else None,
        _saved(held.older, zone) if held.older is not None else "",
        _saved(held.newer, zone) if held.newer is not None else "",
        before,
        after,
    )


def _saved(version: VersionView, zone: str) -> str:
    at = format_instant(version.saved_at, zone)
    return gettext("Versi %(number)s, %(who)s, %(at)s", number=version.number, who=version.saved_by, at=at)
