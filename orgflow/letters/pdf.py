"""How a letter becomes a tagged PDF/A with its fonts inside, the same bytes each time."""

import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import lru_cache, partial
from typing import assert_never

from pydyf import PDF, Array
from weasyprint import CSS, Attachment, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from orgflow.letters.blocks import Letter
from orgflow.letters.catchwords import catchword_rules
from orgflow.letters.errors import GlyphMissing, RenderFailed
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import EMBLEM_URL, page_size, write_page
from orgflow.letters.page_print import LetterPage, packed_emblem, sheet_of
from orgflow.letters.pdf_copies import (
    CHANGE_SET_FILE,
    READING,
    ArchiveCopy,
    CopyToSign,
    FileCopy,
    PdfCopy,
    ReadingCopy,
)
from orgflow.letters.pdf_fields import FIELD_RULES, FieldWriter, mark_places

VARIANT = "pdf/a-3a"

_NO_GLYPH = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+", re.DOTALL)
_LOG = logging.getLogger("weasyprint")


def write_pdf(letter: Letter, stylesheet: str, copy: PdfCopy = READING) -> bytes:
    """Return the letter as PDF; the same arguments give the same bytes.

    Raises:
        GlyphMissing: no font can print a character.
        RenderFailed: WeasyPrint warned of anything, or was to fetch what is not the letter's own; or the
            places for signatures are not those of the signers.
    """
    emblem = letter.head.emblem if letter.head is not None else None
    fetcher = EmblemFetcher(emblem.content if emblem else None)
    fonts, look = look_of(stylesheet)
    with warnings_fail():
        rules = f"{page_size(letter)} {FIELD_RULES}" if isinstance(copy, CopyToSign) else page_size(letter)
        html = LetterPage(write_page(letter), fetcher)
        if isinstance(copy, CopyToSign):
            mark_places(html)
        draw = partial(
            html.write_pdf,
            font_config=fonts,
            # Each letter has a cache of its own: one for all would grow with each picture.
            cache={EMBLEM_URL: packed_emblem(emblem.content)} if emblem else {},
            pdf_variant=VARIANT,
            pdf_identifier=bytes.fromhex(letter.digest)[:16],
        )
        sheets = [look, sheet_of(rules, fonts)]
        if letter.catchword_end is not None and (more := catchword_rules(letter, draw(stylesheets=sheets))):
            sheets.append(sheet_of(more, fonts))
        print_html = partial(draw, stylesheets=sheets)
        match copy:
            case ReadingCopy() | FileCopy():
                return print_html()
            case CopyToSign(signers=signers):
                return print_html(finisher=FieldWriter(signers))
            case ArchiveCopy():
                return print_html(attachments=[_change_set(copy)], finisher=_name_files_once)
            case _:
                assert_never(copy)


def _change_set(copy: ArchiveCopy) -> Attachment:
    return Attachment(
        file_obj=io.BytesIO(copy.change_set),
        name=CHANGE_SET_FILE,
        description="Isi usulan sebagai data",
        created=copy.saved_at.astimezone(UTC),
        modified=copy.saved_at.astimezone(UTC),
        relationship="Data",
    )


def _name_files_once(_document: Document, pdf: PDF) -> None:
    """Take out the second mention of each file: WeasyPrint counts those of the catalogue twice."""
    files = pdf.catalog["AF"]
    if isinstance(files, list):
        pdf.catalog["AF"] = Array(list(dict.fromkeys(files)))


@lru_cache(maxsize=4)
def look_of(stylesheet: str) -> tuple[FontConfiguration, CSS]:
    """Return a sheet parsed once for the life of the process, with the fonts it was parsed with."""
    fonts = FontConfiguration()
    with warnings_fail():
        return fonts, CSS(string=stylesheet, font_config=fonts, url_fetcher=EmblemFetcher(None))


@contextmanager
def warnings_fail() -> Iterator[None]:
    """Turn whatever WeasyPrint warns of into a failure.

    Raises:
        GlyphMissing: no font can print a character.
        RenderFailed: any other warning, or an address that is not the document's own.
    """
    heard = _Heard()
    _LOG.addHandler(heard)
    try:
        with warnings.catch_warnings():
            # WeasyPrint leaves the file of its colour profile to the collector.
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    except FatalURLFetchingError as refused:
        raise RenderFailed(reason="fetch_refused", detail=str(refused)) from refused
    finally:
        _LOG.removeHandler(heard)
    missing = [found[1] for message in heard.messages if (found := _NO_GLYPH.search(message))]
    if missing and len(missing) == len(heard.messages):
        raise GlyphMissing(characters=tuple(dict.fromkeys(missing)))
    if heard.messages:
        raise RenderFailed(reason="warned", detail="; ".join(heard.messages)[:500])


class _Heard(logging.Handler):
    """Collects what WeasyPrint logs as a warning: it would write the PDF all the same."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
