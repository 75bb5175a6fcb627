"""A row of each of our tables as the line that it means."""

from datetime import date
from typing import TypedDict

from orgflow.domain.calendar import EARLIEST_YEAR, LATEST_YEAR
from orgflow.domain.organisation.records import FunctionKind, PostRole, SuccessionKind
from orgflow.domain.organisation.roster import (
    ArticleLine,
    FunctionLine,
    HolderLine,
    PostLine,
    RegulationLine,
    RowFaultCode,
    SuccessionLine,
    UnitLine,
)
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.exchange.row_reading import ANSWERS, PLACEMENTS, POINTS, QUALITIES, ROLES, WAYS, Row

MOST_POSITION = 100_000
MOST_SEATS = 10_000


def unit(row: Row) -> UnitLine:
    """Return a unit's line."""
    return UnitLine(
        **_told(row),
        code=row.needed("code"),
        name=row.needed("name"),
        kind_code=row.text("kind_code"),
        parent_code=row.text("parent_code"),
        position=row.count("position", 1, MOST_POSITION),
        short_name=row.text("short_name"),
        letter_code=row.text("letter_code"),
        duty_field=row.text("duty_field"),
        placement=row.choice("placement", PLACEMENTS, Placement.VERIFIED),
        is_start_known=row.choice("is_start_known", ANSWERS, usual=True),
    )


def post(row: Row) -> PostLine:
    """Return a post's line; without a title it is the unit's head."""
    title = row.text("title")
    role = row.choice("role", ROLES, PostRole.MEMBER if title is not None else PostRole.HEAD)
    if title is None and role is not PostRole.HEAD:
        row.refuse("title", RowFaultCode.VALUE_MISSING)
    return PostLine(
        **_told(row),
        code=row.text("code"),
        unit_code=row.needed("unit_code"),
        role=role,
        title=title,
        echelon=row.text("echelon"),
        functional_rank=row.text("functional_rank"),
        seats=row.count("seats", 1, MOST_SEATS) or 1,
    )


def holder(row: Row) -> HolderLine:
    """Return a holder's line; it names a post by code, or by its unit."""
    if row.held("post_code") is None and row.held("unit_code") is None:
        row.refuse("post_code", RowFaultCode.VALUE_MISSING)
    return HolderLine(
        **_told(row),
        post_code=row.text("post_code"),
        unit_code=row.text("unit_code"),
        post_title=row.text("post_title"),
        name=row.needed("name"),
        person_code=row.text("person_code"),
        title=row.text("title"),
        nip=row.text("nip"),
        rank=row.text("rank"),
        kind=row.choice("kind", QUALITIES, AppointmentKind.DEFINITIVE),
        letter=row.text("letter"),
        is_end_known=row.choice("is_end_known", ANSWERS, usual=True),
    )


def function(row: Row) -> FunctionLine:
    """Return the line of a duty or function."""
    return FunctionLine(
        **_told(row),
        code=row.text("code"),
        unit_code=row.needed("unit_code"),
        kind=row.choice("kind", POINTS, FunctionKind.FUNCTION),
        position=row.count("position", 1, MOST_POSITION),
        text=row.needed("text"),
    )


def succession(row: Row) -> SuccessionLine:
    """Return the line of a succession."""
    return SuccessionLine(
        row=row.number,
        valid_from=row.day("valid_from"),
        source=row.text("source"),
        regulation=row.text("regulation"),
        predecessor_code=row.needed("predecessor_code"),
        successor_code=row.needed("successor_code"),
        kind=row.choice("kind", WAYS, SuccessionKind.REPLACEMENT),
    )


def regulation(row: Row) -> RegulationLine:
    """Return the line of a legal instrument."""
    amended = row.text("amends") or ""
    return RegulationLine(
        row=row.number,
        source=row.text("source"),
        key=row.needed("key"),
        kind=row.needed("kind"),
        title=row.needed("title"),
        number=row.text("number"),
        year=row.count("year", EARLIEST_YEAR, LATEST_YEAR),
        enacted_on=row.day("enacted_on"),
        promulgated_on=row.day("promulgated_on"),
        effective_on=row.day("effective_on"),
        gazette_number=row.text("gazette_number"),
        amends=tuple(key.strip() for key in amended.split(";") if key.strip()),
        is_verified=row.choice("is_verified", ANSWERS, usual=False),
    )


def article(row: Row) -> ArticleLine:
    """Return the line of an article."""
    return ArticleLine(
        row=row.number, key=row.needed("key"), number=row.needed("number"), text=row.prose("text")
    )


class _Told(TypedDict):
    """What a line of a record says of itself."""

    row: int
    valid_from: date | None
    valid_to: date | None
    source: str | None
    regulation: str | None


def _told(row: Row) -> _Told:
    start, end = row.period()
    return {
        "row": row.number,
        "valid_from": start,
        "valid_to": end,
        "source": row.text("source"),
        "regulation": row.text("regulation"),
    }
