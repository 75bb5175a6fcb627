"""The child process that opens one foreign file from its standard input and tells what it is."""

import io
import json
import resource
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

import pikepdf
from PIL import Image, UnidentifiedImageError

from orgflow.files.inspection import SECONDS, Inspection, Kind, Verdict

MEMORY_BYTES: Final = 768 << 20
SIDE_LIMIT: Final = 5000
OBJECT_LIMIT: Final = 200_000
PART_LIMIT: Final = 2_000
UNPACKED_LIMIT: Final = 100_000_000
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ACTING: Final = {
    "/JS": "script",
    "/JavaScript": "script",
    "/AA": "action",
    "/Launch": "launch",
    "/EmbeddedFile": "embedded_file",
    "/EmbeddedFiles": "embedded_file",
    "/EF": "embedded_file",
    "/RichMedia": "media",
    "/XFA": "form_script",
}
_ACTIONS: Final = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/SubmitForm": "action",
    "/ImportData": "action",
    "/GoToR": "action",
    "/GoToE": "embedded_file",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
}
_PICTURES: Final = {"PNG": ("image/png", "png"), "JPEG": ("image/jpeg", "jpg")}


def inspect_pdf(content: bytes) -> Inspection:
    """Return whether the PDF opens whole, without a key, and only shows pages."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            if document.is_encrypted:
                return Inspection(Verdict.DANGEROUS, reason="encrypted")
            if len(document.pages) < 1:
                return Inspection(Verdict.BROKEN)
            reason = next(_dangers(document), "")
    except pikepdf.PasswordError:
        return Inspection(Verdict.DANGEROUS, reason="encrypted")
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        return Inspection(Verdict.BROKEN)
    if reason:
        return Inspection(Verdict.DANGEROUS, reason=reason)
    return Inspection(Verdict.FIT, "application/pdf", "pdf")


def inspect_picture(content: bytes) -> Inspection:
    """Return whether the picture is a PNG or JPEG that can be drawn whole."""
    Image.MAX_IMAGE_PIXELS = SIDE_LIMIT * SIDE_LIMIT
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(_PICTURES)) as picture:
                if max(picture.size) > SIDE_LIMIT:
                    return Inspection(Verdict.TOO_LARGE)
                known = _PICTURES[picture.format or ""]
                picture.verify()
            with Image.open(io.BytesIO(content), formats=tuple(_PICTURES)) as picture:
                picture.load()
    except UnidentifiedImageError:
        return Inspection(Verdict.WRONG_KIND)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Inspection(Verdict.TOO_LARGE)
    except (OSError, ValueError, KeyError, SyntaxError, IndexError, EOFError):
        return Inspection(Verdict.BROKEN)
    return Inspection(Verdict.FIT, *known)


def inspect_word(content: bytes) -> Inspection:
    """Return whether the file is a Word document without macros or embedded files, of bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = _of_parts(archive.infolist())
            if found.verdict is Verdict.FIT and archive.testzip() is not None:
                found = Inspection(Verdict.BROKEN)
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError, zlib.error):
        return Inspection(Verdict.BROKEN)
    return found


def _of_parts(entries: list[zipfile.ZipInfo]) -> Inspection:
    names = [entry.filename.casefold() for entry in entries]
    if len(entries) > PART_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
        return Inspection(Verdict.TOO_LARGE)
    if "word/document.xml" not in names:
        return Inspection(Verdict.WRONG_KIND)
    if any("vbaproject" in name or "/activex/" in name for name in names):
        return Inspection(Verdict.DANGEROUS, reason="script")
    if any(name.startswith("word/embeddings/") for name in names):
        return Inspection(Verdict.DANGEROUS, reason="embedded_file")
    return Inspection(Verdict.FIT, WORD_TYPE, "docx")


def _dangers(document: pikepdf.Pdf) -> Iterator[str]:
    """Yield what acts by itself, wherever in the file it hides."""
    if len(document.objects) > OBJECT_LIMIT:
        yield "too_many_parts"
    opening = document.Root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary) and str(opening.get("/S")) != "/GoTo":
        yield "action"
    for found in document.objects:
        yield from _dangers_in(found, 0)


def _is_inner(item: object) -> bool:
    """Whether the item stands here itself and is not a reference to an object looked at in its turn."""
    return isinstance(item, pikepdf.Object) and not item.is_indirect


def _dangers_in(found: object, depth: int) -> Iterator[str]:
    if depth > 60:
        yield "too_deep"
        return
    match found:
        case pikepdf.Array():
            for item in found:
                if _is_inner(item):
                    yield from _dangers_in(item, depth + 1)
        case pikepdf.Dictionary() | pikepdf.Stream():
            yield from _dangers_of(found, depth)
        case _:
            return


def _dangers_of(found: pikepdf.Object, depth: int) -> Iterator[str]:
    for key, item in found.items():
        if key in _ACTING:
            yield _ACTING[key]
        if key in ("/S", "/Type", "/Subtype") and str(item) in _ACTIONS | _ACTING:
            yield (_ACTIONS | _ACTING)[str(item)]
        if _is_inner(item):
            yield from _dangers_in(item, depth + 1)


def main() -> None:
    """Read the file, write the verdict as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    looks = {Kind.PDF: inspect_pdf, Kind.PICTURE: inspect_picture, Kind.WORD: inspect_word}
    found = looks[Kind(sys.argv[1])](content)
    sys.stdout.write(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
