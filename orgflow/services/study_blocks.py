"""What the sections of a study show besides their words: the present state and its analysis."""

from collections.abc import Iterator
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.overlap import Pair
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.papers.document import Block, Line, Mark, Row, Run, Runs, Style, Table, plain
from orgflow.services.overlap_files import OUTDATED, VERDICTS
from orgflow.services.papers.citing import cited, gap
from orgflow.services.papers.recitals import HIERARCHY
from orgflow.services.study_figures import branch_figure
from orgflow.services.study_findings import UNVERIFIED
from orgflow.services.study_source import Comparison, StudySource

_KINDS: Final = {FunctionKind.DUTY: "Tugas", FunctionKind.FUNCTION: "Fungsi"}


def basis_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the recorded regulations by rank and year, the unverified marked."""
    case = source.case
    held: list[Instrument] = []
    for kind in HIERARCHY:
        of_kind = (one for one in case.instruments if one.kind == kind)
        held += sorted(of_kind, key=lambda one: (one.year or 9_999, one.number or ""))
    own = [one for one in (case.regulation, *case.amendments) if one is not None]
    said: list[Runs] = [(*cited(one), *_unsure(one)) for one in (*held, *own)]
    if case.regulation is None:
        said.append(cited(None))
    return tuple(
        Line(Style.ITEM, (*runs, Run(";" if number < len(said) else ".")), f"{number}.", level=1)
        for number, runs in enumerate(said, start=1)
    )


def _unsure(held: Instrument) -> Runs:
    return () if held.is_verified else (Run(UNVERIFIED),)


def standing_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the unit's chart before the change, and what stands below it."""
    structure = source.case.before.structure
    figure = branch_figure(source, source.case.before.structure, f"Bagan susunan {source.unit_name} (semula)")
    below = structure.subtree(source.case.unit_id)[1:]
    if not below:
        return figure
    rows = tuple(
        Row(
            (
                plain(str(number)),
                plain(unit.name),
                plain(unit.kind.name),
                plain(_above(source, unit.parent_id)),
            )
        )
        for number, unit in enumerate(below, start=1)
    )
    return (
        *figure,
        Line(Style.TABLE_TITLE, plain(f"Unit di bawah {source.unit_name}"), keeps_next=True),
        Table(("No", "Unit", "Jenis", "Berada di bawah"), (7, 43, 18, 32), rows),
        _source_line(source, "susunan"),
    )


def _above(source: StudySource, parent_id: object) -> str:
    units = source.case.before.units
    return next((unit.name for unit_id, unit in units.items() if unit_id == parent_id), "")


def duty_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the recorded duties and functions of the unit and of all below it."""
    case, rows, number = source.case, list[Row](), 0
    for unit_id in source.branch:
        held = case.before.functions_of(unit_id)
        if not held:
            continue
        rows.append(Row((plain(case.before.units[unit_id].name),)))
        for one in held:
            number += 1
            rows.append(Row((plain(str(number)), plain(_KINDS[one.kind]), plain(one.text))))
    if not rows:
        return (Line(Style.BODY, (gap("tugas dan fungsi menurut Peraturan Gubernur yang berlaku"),)),)
    return (
        Line(Style.TABLE_TITLE, plain(f"Tugas dan fungsi {source.unit_name}"), keeps_next=True),
        Table(("No", "Jenis", "Bunyi"), (7, 13, 80), tuple(rows)),
        Line(Style.NOTE, (Run("Sumber: "), *cited(case.regulation), Run("."))),
    )


def resource_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the posts of the unit and of all below it, and by whom they are held."""
    case, rows, number = source.case, list[Row](), 0
    for unit_id in source.branch:
        for post in case.before.posts_of(unit_id):
            number += 1
            rank = ", ".join(text for text in (post.echelon, post.functional_rank) if text)
            holders = ", ".join(source.holders.get(post.id, ())) or "belum tercatat"
            cells = (str(number), case.before.title_of(post), rank or "-", str(post.seats), holders)
            rows.append(Row(tuple(plain(text) for text in cells)))
    if not rows:
        return ()
    heads = ("No", "Jabatan", "Eselon/jenjang", "Formasi", "Pejabat")
    return (
        Line(Style.TABLE_TITLE, plain(f"Jabatan pada {source.unit_name}"), keeps_next=True),
        Table(heads, (7, 37, 16, 12, 28), tuple(rows)),
        _source_line(source, "jabatan dan pejabat"),
    )


def overlap_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return every pair of like duties with its judgement, a table for each unit compared."""
    return tuple(block for one in source.comparisons for block in _compared(source, one))


def _compared(source: StudySource, one: Comparison) -> Iterator[Block]:
    rows = tuple(
        Row(
            (
                plain(own.text),
                plain(pair.other.text),
                _verdict(pair),
                plain(pair.judgement.distinction) if pair.judgement is not None else (gap("pembeda"),),
            )
        )
        for own, pairs in one.held.pairs
        for pair in pairs
    )
    if not rows:
        return
    yield Line(Style.TABLE_TITLE, plain(f"Persandingan dengan {one.name}"), keeps_next=True)
    heads = (source.new_name or source.unit_name, one.name, "Putusan", "Pembeda")
    yield Table(heads, (30, 30, 15, 25), rows)


def _verdict(pair: Pair) -> Runs:
    if pair.judgement is None:
        return (gap("putusan"),)
    verdict = plain(VERDICTS[pair.judgement.verdict])
    return (*verdict, Run(f" {OUTDATED}", Mark.GAP)) if pair.is_outdated else verdict


def _source_line(source: StudySource, what: str) -> Line:
    day = format_date(source.dossier.row.base_on)
    return Line(Style.NOTE, (Run(f"Sumber: data {what} yang tercatat, keadaan per {day}.", Mark.PLAIN),))
