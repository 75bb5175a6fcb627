"""A file as it comes with a form, checked before anything is done with it."""

from typing import Final

from werkzeug.datastructures import FileStorage
from wtforms import FileField

from orgflow.services.organisation.importing import bring_table
from orgflow.services.uploads import CheckedUpload, bring_pdf, bring_picture, bring_word
from orgflow.web.current import installation

PDF: Final = "application/pdf"
PICTURE: Final = "image/png,image/jpeg"
TABLE: Final = ".csv,.xlsx"
WORD: Final = ".docx"


def pdf_from(field: FileField) -> CheckedUpload:
    """Return the PDF that was chosen.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    content, name = _chosen(field)
    return bring_pdf(content, field.short_name, name, installation().settings.upload_max_bytes)


def pdf_if_chosen(field: FileField) -> CheckedUpload | None:
    """Return the PDF that was chosen, None when none was.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    return pdf_from(field) if isinstance(field.data, FileStorage) and field.data.filename else None


def picture_from(field: FileField) -> CheckedUpload:
    """Return the picture that was chosen.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadBroken.
    """
    content, name = _chosen(field)
    return bring_picture(content, field.short_name, name, installation().settings.upload_max_bytes)


def word_from(field: FileField) -> CheckedUpload:
    """Return the Word document that was chosen.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    content, name = _chosen(field)
    return bring_word(content, field.short_name, name, installation().settings.upload_max_bytes)


def table_from(field: FileField) -> CheckedUpload:
    """Return the CSV or XLSX that was chosen.

    Raises:
        UploadEmpty, UploadTooLarge, ImportUnreadable.
    """
    content, name = _chosen(field)
    return bring_table(content, field.short_name, name)


def _chosen(field: FileField) -> tuple[bytes, str]:
    if not isinstance(field.data, FileStorage):
        return b"", ""
    return field.data.stream.read(), field.data.filename or ""
