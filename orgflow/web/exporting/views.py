"""The registry as a file to keep: of a day or of all time, and the empty form to fill in."""

from codecs import BOM_UTF8
from typing import Final

from flask import Blueprint, Response, abort, request

from orgflow.domain.access.roles import Permission
from orgflow.services.organisation.exporting import (
    ExportedFile,
    ExportFormat,
    Extent,
    TemplateFormat,
    export_structure,
    import_template,
)
from orgflow.web.current import current_context
from orgflow.web.office_form import parse_date_or_none
from orgflow.web.permissions import needs
from orgflow.web.security import FILE_POLICY

bp = Blueprint("exporting", __name__)

_DAY_LENGTH: Final = 60


@bp.get("/struktur/unduh/<file_format>")
@needs(Permission.VIEW_STRUCTURE)
def download(file_format: str) -> Response:
    """Hand out the structure of the day asked for, or with ``riwayat`` all of its time."""
    if file_format not in set(ExportFormat):
        abort(404)
    on = parse_date_or_none((request.args.get("pada") or "")[:_DAY_LENGTH], "pada")
    extent = Extent.HISTORY if "riwayat" in request.args else Extent.DAY
    return _handed_out(export_structure(current_context(), on, ExportFormat(file_format), extent))


@bp.get("/struktur/impor/templat.xlsx")
@needs(Permission.KEEP_REGISTRY)
def workbook_template() -> Response:
    """Hand out the empty form with its example."""
    return _handed_out(import_template(current_context(), TemplateFormat.XLSX))


@bp.get("/struktur/impor/templat.csv")
@needs(Permission.KEEP_REGISTRY)
def unit_template() -> Response:
    """Hand out the empty unit table with its example."""
    return _handed_out(import_template(current_context(), TemplateFormat.CSV))


def _handed_out(held: ExportedFile) -> Response:
    # A spreadsheet program takes a CSV for UTF-8 only when it begins with the mark; our reading skips it.
    is_table = held.name.endswith(f".{ExportFormat.CSV}")
    return Response(
        BOM_UTF8 + held.content if is_table else held.content,
        content_type=held.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{held.name}"',
            "Content-Security-Policy": FILE_POLICY,
            "Cache-Control": "private, no-store",
        },
    )
