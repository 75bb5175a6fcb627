"""The closed union of operations a proposal is made of.

Each says what becomes of the organisation that the operations before it left. The ids of new units, posts
and functions are part of the operation, so that applying it twice comes to the same. ``reason`` is stored
as typed; None means *belum diisi*. ``orgflow.domain.changes.apply`` holds the rules.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import FunctionId, PostId, UnitId


class Below(StrEnum):
    """What becomes of the units under one that is abolished."""

    REFUSED = "refused"
    TO_PARENT = "to_parent"
    TO_HEIR = "to_heir"
    ENDED = "ended"


class Fate(StrEnum):
    """What becomes of the posts or functions of a unit that is abolished.

    Both ``UNSAID`` and ``ENDED`` end them; what ended unsaid is found by the impact.
    """

    UNSAID = "unsaid"
    TO_HEIR = "to_heir"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit as it is to begin; ``code`` names it in spreadsheets, None lets the registry give one."""

    unit_id: UnitId
    kind_code: str
    name: str
    parent_id: UnitId
    position: int
    code: str | None = None
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None
    placement: Placement = Placement.VERIFIED


@dataclass(frozen=True, slots=True)
class Point:
    """A duty or function as it is to read."""

    function_id: FunctionId
    kind: FunctionKind
    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit is to stand among its siblings."""

    unit_id: UnitId
    position: int


@dataclass(frozen=True, slots=True)
class Part:
    """A unit that comes out of a split one, and what it takes over."""

    unit: NewUnit
    post_ids: tuple[PostId, ...] = ()
    function_ids: tuple[FunctionId, ...] = ()
    child_ids: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True)
class RenameUnit:
    """A unit takes another name and keeps its identity; ``new_name`` is stored as typed."""

    unit_id: UnitId
    new_name: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SwapNames:
    """Two units take each other's name at once."""

    unit_id: UnitId
    other_id: UnitId
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CreateUnit:
    """A unit begins."""

    unit: NewUnit
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AbolishUnit:
    """A unit ends; ``heir_id`` answers for its letters and proposals."""

    unit_id: UnitId
    heir_id: UnitId | None = None
    children: Below = Below.REFUSED
    posts: Fate = Fate.UNSAID
    functions: Fate = Fate.UNSAID
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MoveUnit:
    """A unit stands under another parent, with all below it; or its place becomes known."""

    unit_id: UnitId
    parent_id: UnitId
    position: int
    placement: Placement = Placement.VERIFIED
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MergeUnits:
    """Units end and become one new unit, which takes over what stands under them and in them.

    Of their head posts ``head_post_id`` goes on as the new unit's; the others end. To let one unit absorb
    another, abolish the other with the one as its heir.
    """

    unit_ids: tuple[UnitId, ...]
    into: NewUnit
    head_post_id: PostId | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SplitUnit:
    """A unit ends and becomes several; ``heir_id`` is the part that answers for its letters."""

    unit_id: UnitId
    parts: tuple[Part, ...]
    heir_id: UnitId
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReorderUnits:
    """Units under one parent take other places; those not named keep theirs."""

    parent_id: UnitId
    places: tuple[Place, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A unit becomes one of another kind."""

    unit_id: UnitId
    kind_code: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RecodeUnit:
    """A unit's short name and its code in letter numbers become these; None leaves them open."""

    unit_id: UnitId
    short_name: str | None
    letter_code: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReviseDutyField:
    """A unit's field of duties reads so; None leaves it open."""

    unit_id: UnitId
    duty_field: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReviseFunctions:
    """A unit's duties and functions: some begin, some read otherwise, some are expressly abolished."""

    unit_id: UnitId
    added: tuple[Point, ...] = ()
    amended: tuple[Point, ...] = ()
    abolished: tuple[FunctionId, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TransferFunction:
    """A duty or function goes from one unit to another, of whichever perangkat daerah."""

    function_id: FunctionId
    from_id: UnitId
    to_id: UnitId
    position: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CreatePost:
    """A post begins; ``code`` names it in spreadsheets, None lets the registry give one."""

    post: Post
    code: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class AbolishPost:
    """A post ends; whoever holds it leaves it that day."""

    post_id: PostId
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ChangePost:
    """A post's title, echelon, rank and seats become these; its holders stay."""

    post_id: PostId
    role: PostRole
    title: str | None
    echelon: str | None
    functional_rank: str | None
    seats: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TransferPost:
    """A post goes from one unit to another with its holders."""

    post_id: PostId
    from_id: UnitId
    to_id: UnitId
    reason: str | None = None


UnitOperation: TypeAlias = (
    RenameUnit | SwapNames | CreateUnit | MoveUnit | ReorderUnits | ChangeKind | RecodeUnit | ReviseDutyField
)
EndingOperation: TypeAlias = AbolishUnit | MergeUnits | SplitUnit
FunctionOperation: TypeAlias = ReviseFunctions | TransferFunction
PostOperation: TypeAlias = CreatePost | AbolishPost | ChangePost | TransferPost
Operation: TypeAlias = UnitOperation | EndingOperation | FunctionOperation | PostOperation
