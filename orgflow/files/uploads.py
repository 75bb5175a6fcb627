"""What an upload must be: known by its content, of bounded size, and carrying nothing that acts."""

import hashlib
import io
import re
import unicodedata
import warnings
from dataclasses import dataclass
from typing import Final

import pikepdf
from PIL import Image, UnidentifiedImageError

from orgflow.domain.errors import RuleBroken

UPLOAD_BYTES: Final = 10 * 1024 * 1024
PICTURE_SIDE: Final = 8000
PDF_TYPE: Final = "application/pdf"
PICTURE_TYPES: Final = {"PNG": "image/png", "JPEG": "image/jpeg"}
ENDINGS: Final = {PDF_TYPE: ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}

_ACTING: Final = frozenset({"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"})
_UNSAFE_NAME: Final = re.compile(r"[^\w.() -]+")


class UploadEmpty(RuleBroken):
    """No file was chosen, or it holds nothing."""

    code = "upload_empty"


class UploadTooLarge(RuleBroken):
    """The file is larger than allowed."""

    code = "upload_too_large"


class UploadWrongKind(RuleBroken):
    """The content is not of the kind asked for, whatever the name says."""

    code = "upload_wrong_kind"


class UploadBroken(RuleBroken):
    """The content claims a kind but cannot be read."""

    code = "upload_broken"


class UploadEncrypted(RuleBroken):
    """The file is locked by a password."""

    code = "upload_encrypted"


class UploadDangerous(RuleBroken):
    """The file carries a script, a launch action or another file."""

    code = "upload_dangerous"


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A file that passed: its bytes as they came, its kind, its digest and a name safe to hand out."""

    content: bytes
    media_type: str
    sha256: str
    size: int
    name: str


def check_pdf(content: bytes, name: str, *, field: str, limit: int = UPLOAD_BYTES) -> CheckedUpload:
    """Return the PDF if it may be kept.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadBroken, UploadEncrypted, UploadDangerous.
    """
    _check_size(content, field, limit)
    if b"%PDF-" not in content[:1024]:
        raise UploadWrongKind(field=field, expected="PDF")
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if document.is_encrypted:
                raise UploadEncrypted(field=field)
            if len(document.pages) == 0:
                raise UploadBroken(field=field)
            for item in document.objects:
                _refuse_acting(item, field)
    except pikepdf.PasswordError as error:
        raise UploadEncrypted(field=field) from error
    except (pikepdf.PdfError, RecursionError, ValueError, KeyError, TypeError) as error:
        raise UploadBroken(field=field) from error
    return _checked(content, PDF_TYPE, name)


def check_picture(content: bytes, name: str, *, field: str, limit: int = UPLOAD_BYTES) -> CheckedUpload:
    """Return the PNG or JPEG picture if it may be kept.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadBroken.
    """
    _check_size(content, field, limit)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=tuple(PICTURE_TYPES)) as picture:
                kind = picture.format or ""
                if max(picture.size) > PICTURE_SIDE:
                    raise UploadTooLarge(field=field, limit=PICTURE_SIDE, unit="px")
                picture.load()
    except UnidentifiedImageError as error:
        raise UploadWrongKind(field=field, expected="PNG/JPEG") from error
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise UploadBroken(field=field) from error
    return _checked(content, PICTURE_TYPES[kind], name)


def safe_name(name: str, media_type: str) -> str:
    """Return a name that no file system misreads, with the ending of its kind."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem = _UNSAFE_NAME.sub("_", plain).strip(" ._")
    ending = ENDINGS.get(media_type, "")
    if ending and stem.casefold().endswith((ending, ".jpeg")):
        stem = stem.rsplit(".", 1)[0]
    return f"{(stem or 'berkas')[:120]}{ending}"


def _check_size(content: bytes, field: str, limit: int) -> None:
    if not content:
        raise UploadEmpty(field=field)
    if len(content) > limit:
        raise UploadTooLarge(field=field, limit=limit // (1024 * 1024), unit="MB")


def _refuse_acting(item: pikepdf.Object, field: str) -> None:
    if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    for key in ("/S", "/Type", "/Subtype"):
        value = item.get(key)
        if isinstance(value, pikepdf.Name) and str(value) in _ACTING:
            raise UploadDangerous(field=field, reason=str(value).removeprefix("/"))
    for key in ("/JS", "/XFA", "/EmbeddedFiles"):
        if key in item:
            raise UploadDangerous(field=field, reason=key.removeprefix("/"))


def _checked(content: bytes, media_type: str, name: str) -> CheckedUpload:
    digest = hashlib.sha256(content).hexdigest()
    return CheckedUpload(content, media_type, digest, len(content), safe_name(name, media_type))
