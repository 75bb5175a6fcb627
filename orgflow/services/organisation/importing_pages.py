"""What is seen of an import before the decision: what it changes, what is faulty, what its columns mean."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange
from orgflow.domain.organisation.roster import RowDoubt, RowFault, Sheet
from orgflow.domain.organisation.rules import StructureFinding
from orgflow.exchange.mapping import ColumnMap, decoded
from orgflow.exchange.mapping_guess import Heading, fits, guess_map, headings_of
from orgflow.exchange.own_form import is_own_form
from orgflow.exchange.reading import read_file
from orgflow.services.context import Context
from orgflow.services.organisation.importing import (
    ColumnsUntold,
    open_import,
    plan_of,
    read_kept,
    remembered_map,
)
from orgflow.services.organisation.importing_plan import Plan, plan_import
from orgflow.services.organisation.needing_perda import lacking_perda_of
from orgflow.services.use_case import read

Counted = tuple[tuple[Sheet, PlannedAct], int]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A file before the decision.

    Attributes:
        counts: how many changes of each kind, in the order in which they come.
        left: names of units that hold on the day and that the file does not mention; they stay.
        doubts: what was taken as likely and a person should look at; it bars nothing.
        needs_perda: what of it a Pergub cannot settle; it bars nothing.
        digest: what this preview is known by when the decision is made.
    """

    file_name: str
    on: date
    changes: tuple[PlannedChange, ...]
    counts: tuple[Counted, ...]
    faults: tuple[RowFault, ...]
    left: tuple[str, ...]
    doubts: tuple[RowDoubt, ...]
    needs_perda: tuple[StructureFinding, ...]
    digest: str
    is_history: bool
    is_mapped: bool


@dataclass(frozen=True, slots=True)
class MappingPage:
    """The columns of a file and what they are taken to mean.

    Attributes:
        tables: the headings of each table.
        heading: those of the table that is looked at.
        said: what was told, or remembered of the last file with these headings, or guessed.
        is_guessed: whether nobody said so yet.
    """

    import_id: UUID
    file_name: str
    on: date
    tables: tuple[Heading, ...]
    heading: Heading
    said: ColumnMap
    is_guessed: bool


@read(requires=Permission.KEEP_REGISTRY)
def preview_import(ctx: Context, import_id: UUID) -> ImportPreview:
    """Return what a kept file comes to on the registry as it is now.

    Raises:
        UnknownImport, ImportDone, ColumnsUntold.
    """
    row = open_import(ctx, import_id)
    return _preview(ctx, row.file_name, plan_of(ctx, row), is_mapped=bool(row.mapping))


@read(requires=Permission.KEEP_REGISTRY)
def preview_file(
    ctx: Context, content: bytes, name: str, on: date, said: ColumnMap | None = None
) -> ImportPreview:
    """Return what a file would come to; it is not kept.

    Raises:
        ColumnsUntold: it is not in our own form, and its headings are not those of the last such file.
    """
    found = read_file(content)
    if said is None and not is_own_form(found):
        said = remembered_map(ctx)
        if said is None or not fits(said, found):
            raise ColumnsUntold(file=name)
    return _preview(ctx, name, plan_import(ctx, found, said, on, name), is_mapped=said is not None)


@read(requires=Permission.KEEP_REGISTRY)
def show_mapping(ctx: Context, import_id: UUID, sheet: str = "", row: int | None = None) -> MappingPage:
    """Return the columns of a kept file.

    Args:
        sheet: the table to look at; empty is the one that is most like an organogram.
        row: where its headings stand; None is guessed.

    Raises:
        UnknownImport, ImportDone.
    """
    held = open_import(ctx, import_id)
    found = read_kept(ctx, held)
    told = decoded(held.mapping) if held.mapping else None
    if told is None or not fits(told, found):
        told = None
    said = told or guess_map(found)
    wanted = sheet or said.sheet
    tables = tuple(
        headings_of(table, row or said.heading_row if table.name == wanted else None)
        for table in found.tables
    )
    heading = next((one for one in tables if one.sheet == wanted), tables[0])
    return MappingPage(held.id, held.file_name, held.on_day, tables, heading, said, told is None)


def _preview(ctx: Context, file_name: str, plan: Plan, *, is_mapped: bool) -> ImportPreview:
    counts = Counter((change.sheet, change.act) for change in plan.changes)
    order = {sheet: place for place, sheet in enumerate(Sheet)}
    return ImportPreview(
        file_name,
        plan.on,
        plan.changes,
        tuple(sorted(counts.items(), key=lambda counted: (order[counted[0][0]], counted[0][1]))),
        plan.faults,
        plan.left,
        plan.doubts,
        lacking_perda_of(ctx, plan),
        plan.digest,
        plan.is_history,
        is_mapped,
    )
