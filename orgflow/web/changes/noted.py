"""The tables of a proposal with the links to the notes of their rows."""

from collections.abc import Iterable
from dataclasses import replace

from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.web.changes.rows import MatrixView, Tables
from orgflow.web.notes.links import NoteLinks


def noted(tables: Tables, links: NoteLinks) -> Tables:
    """Return the tables, each row that notes can be put on with its link."""
    return Tables(_noted(tables.units, links), _noted(tables.posts, links), _noted(tables.functions, links))


def _noted(rows: Iterable[MatrixView], links: NoteLinks) -> tuple[MatrixView, ...]:
    return tuple(
        replace(row, note=links.of(PlaceKind.MATRIX_ROW, row.key, row.subject)) if row.key else row
        for row in rows
    )
