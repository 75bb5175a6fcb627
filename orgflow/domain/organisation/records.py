"""What the registry holds: dated records of units, posts, holders and functions, and who followed whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    AppointmentId,
    FunctionId,
    InstrumentId,
    OfficialId,
    PostId,
    UnitId,
)


class PostRole(StrEnum):
    """What a post is to its unit, for rules that ask."""

    HEAD = "head"
    GOVERNOR = "governor"
    MEMBER = "member"


class FunctionKind(StrEnum):
    """Whether a point is the unit's duty (tugas) or one of its functions (fungsi)."""

    DUTY = "duty"
    FUNCTION = "function"


class SuccessionKind(StrEnum):
    """How one unit came out of another."""

    MERGE = "merge"
    SPLIT = "split"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """On what a record rests.

    Attributes:
        source: where the fact was seen or read, in words.
        instrument_id: the legal instrument behind it, None while *belum diisi*.
    """

    source: str
    instrument_id: InstrumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A record that holds from ``valid_from`` until the day before ``valid_to``; None has no end yet."""

    valid_from: date
    valid_to: date | None = None
    basis: Basis

    def holds_on(self, day: date) -> bool:
        """Say whether the record holds on the day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecord(Dated):
    """A unit over a period; ``parent_id`` is None for the government itself alone.

    ``is_start_known`` False says that the unit was seen on ``valid_from`` and may be older.
    """

    unit_id: UnitId
    kind_code: str
    name: str
    parent_id: UnitId | None
    position: int
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None
    placement: Placement = Placement.VERIFIED
    is_start_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRecord(Dated):
    """A post over a period; a head's title is None and follows the unit's name.

    Attributes:
        echelon: such as ``II.b``; None for a functional or executing post.
        functional_rank: such as ``Ahli Muda``; None for a structural post.
        seats: how many people may hold it at once, at least 1.
    """

    post_id: PostId
    unit_id: UnitId
    role: PostRole
    title: str | None = None
    echelon: str | None = None
    functional_rank: str | None = None
    seats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentRecord(Dated):
    """A person in a post over a period.

    Attributes:
        letter: number and date of the letter that appointed, None while *belum diisi*.
        is_end_known: False proves ``valid_from`` alone, see ``Tenure``.
    """

    appointment_id: AppointmentId
    post_id: PostId
    official_id: OfficialId
    kind: AppointmentKind = AppointmentKind.DEFINITIVE
    letter: str | None = None
    is_end_known: bool = True

    def holds_on(self, day: date) -> bool:
        """Say whether the person is known to hold the post on the day."""
        if not self.is_end_known:
            return day == self.valid_from
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRecord(Dated):
    """One ordered point of a unit's duties or functions over a period."""

    function_id: FunctionId
    unit_id: UnitId
    kind: FunctionKind
    position: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """On a day one unit came out of another, by merge, split or replacement."""

    predecessor_id: UnitId
    successor_id: UnitId
    kind: SuccessionKind
    on: date
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A person in office; the name bears its degrees as printed, ``title`` an honorific before it."""

    official_id: OfficialId
    name: str
    title: str | None = None
    nip: str | None = None
    rank: str | None = None
