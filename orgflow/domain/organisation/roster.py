"""A registry as lines of tables, the form in which it comes from a spreadsheet and goes into one.

Lines name things by code, not by id, and remember the row they stand in, so that a fault can be pointed at.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.organisation.records import FunctionKind, PostRole, SuccessionKind
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind


class Sheet(StrEnum):
    """The tables of our own form, by the name of their sheet."""

    UNITS = "unit"
    POSTS = "jabatan"
    HOLDERS = "pejabat"
    FUNCTIONS = "tugas_fungsi"
    SUCCESSIONS = "riwayat_unit"
    REGULATIONS = "dasar_hukum"
    ARTICLES = "pasal"


class RowDoubtCode(StrEnum):
    """What of a row a person should look at; it bars nothing."""

    SAME_NAME = "same_name"


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """Something that was taken as likely, where it stands, and what it rests on.

    Attributes:
        value: what stands there.
        beside: with what it was taken to be one.
    """

    sheet: str
    row: int
    column: str
    code: RowDoubtCode
    value: str
    beside: str


class RowFaultCode(StrEnum):
    """Why a row, or a whole file, cannot be taken."""

    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_UNREADABLE = "file_unreadable"
    WRONG_ENCODING = "wrong_encoding"
    WRONG_SEPARATOR = "wrong_separator"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    COLUMN_UNKNOWN = "column_unknown"
    SHEET_MISSING = "sheet_missing"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    QUOTES_UNCLOSED = "quotes_unclosed"
    BESIDE_HEADINGS = "beside_headings"
    FORMULA_CELL = "formula_cell"
    ERROR_CELL = "error_cell"
    NUMBER_ROUNDED = "number_rounded"
    VALUE_MISSING = "value_missing"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_UNPRINTABLE = "text_unprintable"
    BAD_DATE = "bad_date"
    BAD_NUMBER = "bad_number"
    BAD_CHOICE = "bad_choice"
    PERIOD_EMPTY = "period_empty"
    PERIODS_OVERLAP = "periods_overlap"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_PARENT = "unknown_parent"
    PARENT_AMBIGUOUS = "parent_ambiguous"
    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_POST = "unknown_post"
    UNKNOWN_REGULATION = "unknown_regulation"
    DUPLICATE_CODE = "duplicate_code"
    DUPLICATE_NAME = "duplicate_name"
    DUPLICATE_ROW = "duplicate_row"
    CYCLE = "cycle"
    SEVERAL_ROOTS = "several_roots"
    NO_ROOT = "no_root"
    OUTSIDE_PARENT = "outside_parent"
    OUTSIDE_UNIT = "outside_unit"
    OUTSIDE_POST = "outside_post"
    SEATS_EXCEEDED = "seats_exceeded"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowFault:
    """One fault, where it stands and what was found there.

    Attributes:
        sheet: the sheet's name; empty for a CSV or the file as a whole.
        row: as the spreadsheet counts, 1 is the heading; 0 is the file as a whole.
        column: the heading's text; empty for the row as a whole.
        value: what stands there, cut to 80 characters; or what was expected, where ``code`` says so.
        detail: code of the rule that refused the row, for ``REFUSED``; else empty.
    """

    sheet: str
    row: int
    column: str
    code: RowFaultCode
    value: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every line has.

    Attributes:
        row: as the spreadsheet counts.
        valid_from, valid_to: the period, half-open; ``valid_from`` None in a file that describes one day.
        source: where it was read; None is said to be the file.
        regulation: the ``key`` of a regulation line, or of one the registry holds.
    """

    row: int
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None
    regulation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine(Line):
    """A unit over a period, or on the day of the file.

    ``kind_code`` None is guessed from the name or kept as recorded; ``position`` None is the rows' order.
    """

    code: str
    name: str
    kind_code: str | None = None
    parent_code: str | None = None
    position: int | None = None
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None
    placement: Placement = Placement.VERIFIED
    is_start_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine(Line):
    """A post; without ``code`` it is known by its unit and title, and ``title`` None is the unit's head."""

    code: str | None = None
    unit_code: str
    role: PostRole = PostRole.MEMBER
    title: str | None = None
    echelon: str | None = None
    functional_rank: str | None = None
    seats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine(Line):
    """A person in a post, named by the post's code or by unit and title; neither is the unit's head.

    ``person_code`` tells persons of one name apart within the file; None where no two are meant.
    """

    post_code: str | None = None
    unit_code: str | None = None
    post_title: str | None = None
    name: str
    person_code: str | None = None
    title: str | None = None
    nip: str | None = None
    rank: str | None = None
    kind: AppointmentKind = AppointmentKind.DEFINITIVE
    letter: str | None = None
    is_end_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionLine(Line):
    """A duty or function; without ``code`` it is known by its unit, kind and position."""

    code: str | None = None
    unit_code: str
    kind: FunctionKind = FunctionKind.FUNCTION
    position: int | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionLine(Line):
    """One unit came out of another on ``valid_from``."""

    predecessor_code: str
    successor_code: str
    kind: SuccessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationLine(Line):
    """A legal instrument; ``key`` is how other lines of the file name it."""

    key: str
    kind: str
    title: str
    number: str | None = None
    year: int | None = None
    enacted_on: date | None = None
    promulgated_on: date | None = None
    effective_on: date | None = None
    gazette_number: str | None = None
    amends: tuple[str, ...] = ()
    is_verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine(Line):
    """An article or annex of the instrument that ``key`` names, with its present text, lines and all."""

    key: str
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All lines of a file.

    Attributes:
        is_history: the lines carry periods and several lines of one code are its timeline; else the file
            describes one day.
        heads_by_title: a foreign file whose posts of unit heads bear the head's full title: they are
            recognised by it.
    """

    units: tuple[UnitLine, ...] = ()
    posts: tuple[PostLine, ...] = ()
    holders: tuple[HolderLine, ...] = ()
    functions: tuple[FunctionLine, ...] = ()
    successions: tuple[SuccessionLine, ...] = ()
    regulations: tuple[RegulationLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    is_history: bool = False
    heads_by_title: bool = False
