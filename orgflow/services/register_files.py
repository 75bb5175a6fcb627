"""Registers of the office as files: printed, or for a table of one's own."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.papers.document import Document, Face, Line, Row, Style, Table, plain
from orgflow.exchange.document_writing import write_document_xlsx
from orgflow.exchange.table_csv import write_table_csv
from orgflow.services.context import Context
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.printing import printed_document
from orgflow.store import governments

REGISTER_READERS: Final = (Permission.RECORD_MINISTRY, Permission.VIEW_AUDIT)
"""Who reads the agenda and the buku ekspedisi."""


class RegisterFormat(StrEnum):
    """The files that a register is handed out as."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        return "text/csv" if self is RegisterFormat.CSV else PaperFormat(self.value).media_type


@dataclass(frozen=True, slots=True)
class Office:
    """Whose register it is, and on what it is printed."""

    name: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """A register whole: its columns with their widths, and its lines in their order.

    Attributes:
        name: the file's name before its ending.
    """

    name: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...]
    office: Office


def office_of(ctx: Context) -> Office:
    """Return whose register it is, in the present session."""
    held = governments.government(ctx.session, ctx.government_id)
    return Office(held.secretariat, Profile.of(governments.settings(ctx.session, held.id)).paper)


def register_file(ctx: Context, sheet: RegisterSheet, file_format: RegisterFormat) -> PaperFile:
    """Return a register as a file, rendered with no transaction open.

    Raises:
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    document = _document(sheet)
    match file_format:
        case RegisterFormat.CSV:
            content = write_table_csv(sheet.heads, sheet.lines)
        case RegisterFormat.XLSX:
            content = write_document_xlsx(document)
        case RegisterFormat.PDF:
            content = printed_document(ctx, document, PaperFormat.PDF)
    return PaperFile(f"{sheet.name}.{file_format}", file_format.media_type, content)


def _document(sheet: RegisterSheet) -> Document:
    rows = tuple(Row(tuple(map(plain, cells))) for cells in sheet.lines)
    return Document(
        sheet.title,
        sheet.office.paper,
        is_landscape=True,
        face=Face.LETTER,
        marks=(),
        blocks=(
            Line(Style.TITLE, plain(sheet.title.upper())),
            Line(Style.TITLE, plain(sheet.office.name.upper())),
            Table(sheet.heads, sheet.widths, rows),
        ),
    )
