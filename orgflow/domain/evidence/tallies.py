"""A count of media that somebody published: its parts, its total, its day and its source."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.evidence.partners import KindCount, PartnerKind, total_of
from orgflow.domain.values import clean_text, clean_words

MOST: Final = 100_000


class TallyUnsound(RuleBroken):
    """The parts of a count make ``parts``, its total is said to be ``total``."""

    code = "tally_unsound"


class TallyEmpty(RuleBroken):
    """A count without any part counts nothing."""

    code = "tally_empty"


class CountOutOfRange(RuleBroken):
    """A number of media is below zero or above ``most``."""

    code = "count_out_of_range"


@dataclass(frozen=True, slots=True)
class Tally:
    """One count; ``parts`` name the kinds that it tells apart.

    Attributes:
        subject: what was counted, and by whom.
        source: the address or title where it stands.
    """

    subject: str
    on: date
    total: int
    parts: tuple[KindCount, ...]
    source: str
    note: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class HeldTally:
    """A count as the register holds it."""

    id: UUID
    revision: int
    recorded_by: str
    tally: Tally


def checked_tally(tally: Tally) -> Tally:
    """Return the count with its texts as they are kept and its parts in the order of the kinds.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
        CountOutOfRange, TallyEmpty.
        TallyUnsound: the parts do not make the total.
    """
    for part in tally.parts:
        _require_in_range(part.count, str(part.kind))
    _require_in_range(tally.total, "total")
    if not tally.parts or tally.total == 0:
        raise TallyEmpty(field="total")
    if total_of(tally.parts) != tally.total:
        raise TallyUnsound(field="total", parts=total_of(tally.parts), total=tally.total)
    order = list(PartnerKind)
    return replace(
        tally,
        subject=clean_words(tally.subject, field="subject"),
        parts=tuple(sorted(tally.parts, key=lambda part: order.index(part.kind))),
        source=clean_words(tally.source, field="source"),
        note=clean_text(tally.note, field="note", limit=1_000),
    )


def _require_in_range(count: int, field: str) -> None:
    if not 0 <= count <= MOST:
        raise CountOutOfRange(field=field, most=MOST)
