"""What the parts of an office's form are called on its page."""

from typing import Final

from flask_babel import LazyString, lazy_gettext

from orgflow.domain.letters.authority import Capitals
from orgflow.domain.letters.facts import HeadForm, Paper
from orgflow.domain.letters.office_format import ClassPrint
from orgflow.domain.letters.ways_out import WayOut

PAPERS: Final[dict[Paper, LazyString]] = {
    Paper.A4: lazy_gettext("A4 (21 × 29,7 cm)"),
    Paper.F4: lazy_gettext("F4 (21,5 × 33 cm)"),
    Paper.F4_NARROW: lazy_gettext("F4 (21 × 33 cm)"),
}
HEADS: Final[dict[HeadForm | None, LazyString]] = {
    HeadForm.POSITION: lazy_gettext("Berkop jabatan"),
    HeadForm.AGENCY: lazy_gettext("Berkop perangkat daerah"),
    None: lazy_gettext("Tanpa kop"),
}
LINES: Final[dict[str, LazyString]] = {
    "number": lazy_gettext("Nomor"),
    "urgency": lazy_gettext("Sifat"),
    "enclosures": lazy_gettext("Lampiran"),
    "subject": lazy_gettext("Hal"),
    "salutation": lazy_gettext("Kepada siapa"),
    "through": lazy_gettext("Melalui siapa"),
    "sender": lazy_gettext("Dari siapa"),
    "copies_line": lazy_gettext("Tembusan pada nota dinas"),
    "date": lazy_gettext("Tanggal"),
}
OTHER_WORDS: Final[dict[str, LazyString]] = {
    "preposition": lazy_gettext("Kata sebelum tempat tujuan"),
    "copies": lazy_gettext("Judul tembusan di akhir surat"),
    "nip": lazy_gettext("Kata sebelum NIP"),
}
CLASS_PRINTS: Final[dict[ClassPrint, LazyString]] = {
    ClassPrint.ONE: lazy_gettext("Satu kata: sifat, atau kesegeraan bila sifatnya biasa"),
    ClassPrint.TWO: lazy_gettext("Dua baris: sifat, lalu kesegeraan"),
}
CAPITALS: Final[dict[Capitals, LazyString]] = {
    Capitals.UPPER: lazy_gettext("Huruf kapital semua"),
    Capitals.AS_WRITTEN: lazy_gettext("Seperti nama jabatan dicatat"),
}
WAYS: Final[dict[WayOut, LazyString]] = {
    WayOut.TO_SIGN: lazy_gettext("Siap tanda tangan (PDF untuk TTE)"),
    WayOut.SRIKANDI: lazy_gettext("Siap SRIKANDI"),
    WayOut.WORD: lazy_gettext("Naskah Word"),
    WayOut.WET: lazy_gettext("Tanda tangan basah"),
}
