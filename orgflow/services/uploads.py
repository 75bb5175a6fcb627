"""Files a person brings, checked at the door before any transaction is open."""

from typing import TypeAlias

from orgflow.files import uploads

CheckedUpload: TypeAlias = uploads.CheckedUpload


def bring_pdf(content: bytes, field: str, name: str, limit: int) -> CheckedUpload:
    """Return the file if it is a PDF that only shows pages.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    return uploads.check_pdf(content, field, name, limit=limit)


def bring_picture(content: bytes, field: str, name: str, limit: int) -> CheckedUpload:
    """Return the file if it is a PNG or JPEG picture.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadBroken.
    """
    return uploads.check_picture(content, field, name, limit=limit)


def bring_word(content: bytes, field: str, name: str, limit: int) -> CheckedUpload:
    """Return the file if it is a Word document.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    return uploads.check_word(content, field, name, limit=limit)
