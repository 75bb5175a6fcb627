"""The ways out of a letter as its page offers them: the office's usual one first, the others behind it."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.letters.ways_out import KeptCopy, Way, WayOut
from orgflow.services.letter_pages import LetterDesk
from orgflow.services.letter_ways import LetterWays

NAMES: Final[dict[Way, tuple[LazyString, LazyString]]] = {
    WayOut.TO_SIGN: (
        lazy_gettext("Siap tanda tangan (PDF)"),
        lazy_gettext("Untuk tanda tangan elektronik; tempat tanda tangan kosong."),
    ),
    WayOut.SRIKANDI: (
        lazy_gettext("Siap SRIKANDI (DOCX)"),
        lazy_gettext("Unggah ke SRIKANDI; nomor, tanggal, dan tanda tangan diisi di sana."),
    ),
    WayOut.WORD: (
        lazy_gettext("Naskah Word (DOCX)"),
        lazy_gettext("Kata-katanya sama dengan PDF; dapat disunting petugas."),
    ),
    WayOut.WET: (
        lazy_gettext("Tanda tangan basah (PDF)"),
        lazy_gettext("Untuk dicetak dan ditandatangani dengan pena."),
    ),
    KeptCopy.FILE_COPY: (
        lazy_gettext("Pertinggal (PDF)"),
        lazy_gettext("Salinan untuk arsip kantor, dengan kotak paraf."),
    ),
    KeptCopy.ARCHIVE: (
        lazy_gettext("Salinan arsip (PDF)"),
        lazy_gettext("Memuat data perubahan sebagai lampiran di dalam berkas."),
    ),
}
WAITING: Final[dict[str, LazyString]] = {
    "unfilled": lazy_gettext("Belum dapat: ada data penanda tangan atau nomor yang belum diisi."),
    "nobody_signs": lazy_gettext("Naskah ini tidak ditandatangani melalui SRIKANDI."),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One way out; ``url`` None is not ready, and ``note`` says why."""

    name: str
    note: str
    url: str | None
    button: str
    is_usual: bool


@dataclass(frozen=True, slots=True)
class WaysOut:
    """The one way in sight, and those under *Bentuk lain*; ``sheet_url`` leads to SRIKANDI's sheet."""

    first: tuple[Offer, ...]
    others: tuple[Offer, ...]
    sheet_url: str | None


def ways_out(desk: LetterDesk, ways: LetterWays) -> WaysOut:
    """Return the ways out of a letter in its present state."""
    if desk.state is LetterState.DRAFT:
        note = gettext("Setiap halaman bertulisan KONSEP sampai surat diterbitkan.")
        return WaysOut(
            (
                _file(desk, gettext("Konsep (PDF)"), note, "pdf"),
                _file(
                    desk,
                    gettext("Naskah Word (DOCX)"),
                    gettext("Untuk dibaca dan dikoreksi bersama."),
                    "docx",
                ),
            ),
            (),
            None,
        )
    if desk.state is LetterState.VOID:
        note = gettext("Batal, hanya untuk arsip.")
        held = (
            _file(desk, gettext("Surat batal (PDF)"), note, "pdf"),
            _file(desk, gettext("Surat batal (DOCX)"), note, "docx"),
        )
        return WaysOut(held if desk.facts_digest is not None else (), (), None)
    is_waiting = desk.state is LetterState.ISSUED
    others = tuple(_offer(desk, way, ways, is_usual=False) for way in WayOut if way is not ways.usual)
    copies = tuple(_offer(desk, copy, ways, is_usual=False) for copy in ways.copies)
    return WaysOut(
        (_offer(desk, ways.usual, ways, is_usual=is_waiting),),
        (*others, *copies),
        url_for("letters.sheet", letter_id=desk.id),
    )


def _offer(desk: LetterDesk, way: Way, ways: LetterWays, *, is_usual: bool) -> Offer:
    name, note = NAMES[way]
    why = ways.waiting.get(way) if isinstance(way, WayOut) else None
    if why is not None:
        return Offer(str(name), str(WAITING[why]), None, "", is_usual=False)
    url = url_for("letters.leave_by", letter_id=desk.id, way=str(way))
    return Offer(str(name), str(note), url, gettext("Unduh"), is_usual)


def _file(desk: LetterDesk, name: str, note: str, file_format: str) -> Offer:
    url = url_for("letters.download", letter_id=desk.id, file_format=file_format)
    return Offer(name, note, url, gettext("Unduh"), is_usual=False)
