"""The registry handed out: as a spreadsheet, as data, or as linked data, and the empty form to fill in."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.papers import Papers
from orgflow.domain.organisation.roster import Roster
from orgflow.domain.organisation.roster_of import day_roster, history_roster, without_nip
from orgflow.domain.values import InstrumentId
from orgflow.exchange.csv_writing import write_csv
from orgflow.exchange.json_writing import Frame, write_json
from orgflow.exchange.linked_data import write_json_ld, write_turtle
from orgflow.exchange.registry_picture import Picture
from orgflow.exchange.template import write_template, write_unit_template
from orgflow.exchange.xlsx_writing import write_xlsx
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.use_case import read
from orgflow.store import governments, instruments
from orgflow.store.governments import Government


class ExportFormat(StrEnum):
    """In what form the registry is handed out; the value is the end of the file's name."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    TURTLE = "ttl"
    JSON_LD = "jsonld"


class TemplateFormat(StrEnum):
    """In what form the empty form is handed out; a CSV holds the unit table alone."""

    XLSX = "xlsx"
    CSV = "csv"


class Extent(StrEnum):
    """How much time is handed out: what holds on the day, or all that ever held and all that is planned."""

    DAY = "day"
    HISTORY = "history"


MEDIA_TYPES: Final = {
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.JSON: "application/json",
    ExportFormat.TURTLE: "text/turtle; charset=utf-8",
    ExportFormat.JSON_LD: "application/ld+json",
}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file with a name of plain letters; ``units`` is how many units hold on the day."""

    name: str
    media_type: str
    content: bytes
    units: int


@dataclass(frozen=True, slots=True)
class _Held:
    """What is handed out, before it has a form."""

    government: Government
    history: History
    papers: Papers
    on: date
    extent: Extent
    has_nip: bool


@read(requires=Permission.VIEW_STRUCTURE)
def export_structure(
    ctx: Context, on: date | None, form: ExportFormat, extent: Extent = Extent.DAY
) -> ExportedFile:
    """Return the registry of the actor's government in a file; today when no day is named.

    The personal numbers of officials are in it only for who keeps the registry.
    """
    government = governments.government(ctx.session, ctx.government_id)
    held = _Held(
        government,
        held_history(ctx),
        _papers(ctx),
        on or ctx.today(government.zone),
        extent,
        ctx.actor.may(Permission.KEEP_REGISTRY),
    )
    return ExportedFile(
        _file_name(held, form),
        MEDIA_TYPES[form],
        _written(held, form),
        sum(1 for _ in held.history.units_on(held.on)),
    )


@read(requires=Permission.KEEP_REGISTRY)
def import_template(_ctx: Context, form: TemplateFormat) -> ExportedFile:
    """Return the empty form with its example, which is nobody's."""
    content = write_template() if form is TemplateFormat.XLSX else write_unit_template()
    return ExportedFile(f"templat-susunan.{form}", MEDIA_TYPES[ExportFormat(form)], content, 0)


def _written(held: _Held, form: ExportFormat) -> bytes:
    match form:
        case ExportFormat.XLSX:
            return write_xlsx(_roster(held), _note(held))
        case ExportFormat.CSV:
            return write_csv(_roster(held))
        case ExportFormat.JSON:
            return write_json(_roster(held), _frame(held))
        case ExportFormat.TURTLE:
            return write_turtle(_picture(held))
        case ExportFormat.JSON_LD:
            return write_json_ld(_picture(held))


def _roster(held: _Held) -> Roster:
    if held.extent is Extent.HISTORY:
        roster = history_roster(held.history, held.papers)
    else:
        roster = day_roster(held.history, held.papers, held.on)
    return roster if held.has_nip else without_nip(roster)


def _picture(held: _Held) -> Picture:
    return Picture(
        held.government.id,
        held.history,
        held.papers,
        held.on,
        held.government.zone,
        is_whole=held.extent is Extent.HISTORY,
        has_nip=held.has_nip,
    )


def _frame(held: _Held) -> Frame:
    kinds = sorted(held.history.kinds.values(), key=lambda kind: (kind.level, kind.code))
    return Frame(held.government.code, held.government.name, held.government.zone, held.on, tuple(kinds))


def _note(held: _Held) -> tuple[tuple[str, str], ...]:
    whole_from = held.government.recorded_whole_from
    told = [
        ("perihal", "isi"),
        ("pemerintah daerah", held.government.name),
        ("keadaan per", format_date(held.on)),
        ("cakupan", "seluruh riwayat" if held.extent is Extent.HISTORY else "satu hari"),
    ]
    if whole_from is not None and (held.extent is Extent.HISTORY or held.on < whole_from):
        told.append(("catatan", f"Susunan sebelum {format_date(whole_from)} baru tercatat sebagian."))
    if not held.has_nip:
        told.append(("NIP", "Tidak disertakan; hanya untuk yang mencatat susunan."))
    return tuple(told)


def _papers(ctx: Context) -> Papers:
    held = instruments.all_instruments(ctx.session, ctx.government_id)
    pairs = instruments.amendments(ctx.session, ctx.government_id)
    articles = instruments.articles_of_each(ctx.session, [one.id for one in held])
    return Papers(
        held,
        {one.id: articles.get(one.id, ()) for one in held},
        frozenset((InstrumentId(amending), InstrumentId(amended)) for amending, amended in pairs),
    )


def _file_name(held: _Held, form: ExportFormat) -> str:
    code = re.sub(r"[^a-z0-9]+", "-", held.government.code.casefold()).strip("-") or "pemerintah"
    what = "riwayat" if held.extent is Extent.HISTORY else "susunan"
    return f"{what}-{code}-{held.on.isoformat()}.{form}"
