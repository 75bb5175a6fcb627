"""Which files a person may bring: judged by what is in them, in a process apart."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.files.inspection import Kind, Verdict, inspect

UPLOAD_LIMIT: Final = 10_000_000
NAME_LIMIT: Final = 120

_UNSAFE: Final = re.compile(r"[^\w .()\-]+")
_FORBIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})


class UploadEmpty(RuleBroken):
    """No file was chosen, or it has no bytes."""

    code = "upload_empty"


class UploadTooLarge(RuleBroken):
    """The file, or the picture in it, is larger than allowed."""

    code = "upload_too_large"


class UploadWrongKind(RuleBroken):
    """The file is of another kind than asked for; ``expected`` names the kinds."""

    code = "upload_wrong_kind"


class UploadDangerous(RuleBroken):
    """The file holds something that acts by itself or hides another file; ``reason`` names it."""

    code = "upload_dangerous"


class UploadBroken(RuleBroken):
    """The file cannot be read to its end."""

    code = "upload_broken"


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A file that may be kept; ``name`` is safe to offer for download, ``size`` counts bytes."""

    content: bytes
    media_type: str
    sha256: str
    size: int
    name: str


def check_pdf(
    content: bytes, field: str, name: str = "berkas.pdf", *, limit: int = UPLOAD_LIMIT
) -> CheckedUpload:
    """Return the file if it is a PDF that only shows pages.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    return _checked(content, field, name, Kind.PDF, limit)


def check_picture(
    content: bytes, field: str, name: str = "gambar.png", *, limit: int = UPLOAD_LIMIT
) -> CheckedUpload:
    """Return the file if it is a PNG or JPEG picture of at most 5000 by 5000 dots.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadBroken.
    """
    return _checked(content, field, name, Kind.PICTURE, limit)


def check_word(
    content: bytes, field: str, name: str = "naskah.docx", *, limit: int = UPLOAD_LIMIT
) -> CheckedUpload:
    """Return the file if it is a Word document (DOCX) without macros or embedded files.

    Args:
        limit: bytes, included.

    Raises:
        UploadEmpty, UploadTooLarge, UploadWrongKind, UploadDangerous, UploadBroken.
    """
    return _checked(content, field, name, Kind.WORD, limit)


def safe_name(name: str, extension: str) -> str:
    """Return a name without path, control or direction characters, ending in the extension.

    Args:
        extension: without its dot.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(c for c in last if unicodedata.category(c) not in _FORBIDDEN_CATEGORIES)
    stem = kept.rpartition(".")[0] if "." in kept else kept
    stem = " ".join(_UNSAFE.sub(" ", stem).split()).strip(" .")[:NAME_LIMIT].strip(" .")
    return f"{stem or 'berkas'}.{extension}"


def _checked(content: bytes, field: str, name: str, kind: Kind, limit: int) -> CheckedUpload:
    if not content:
        raise UploadEmpty(field=field)
    if len(content) > limit:
        raise UploadTooLarge(field=field, limit=limit, size=len(content))
    if not any(content.startswith(mark) for mark in kind.marks):
        raise UploadWrongKind(field=field, expected=str(kind))
    found = inspect(kind, content)
    match found.verdict:
        case Verdict.FIT:
            sha256 = hashlib.sha256(content).hexdigest()
            return CheckedUpload(
                content, found.media_type, sha256, len(content), safe_name(name, found.extension)
            )
        case Verdict.WRONG_KIND:
            raise UploadWrongKind(field=field, expected=str(kind))
        case Verdict.TOO_LARGE:
            raise UploadTooLarge(field=field, limit=limit, size=len(content))
        case Verdict.DANGEROUS:
            raise UploadDangerous(field=field, reason=found.reason)
        case Verdict.BROKEN:
            raise UploadBroken(field=field)
