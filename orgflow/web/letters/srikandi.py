"""SRIKANDI's sheet as its page prints it."""

from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.letters.srikandi import Destination, Reach
from orgflow.services.srikandi_sheet import SrikandiSheet
from orgflow.web.letters.page import Fact
from orgflow.web.letters.words import CLASSES, URGENCIES

REACHES: Final[dict[Reach, LazyString]] = {
    Reach.INTERNAL: lazy_gettext("internal"),
    Reach.EXTERNAL: lazy_gettext("eksternal"),
    Reach.BESIDE: lazy_gettext("non-SRIKANDI, atau cari dahulu di SRIKANDI"),
}


def sheet_facts(sheet: SrikandiSheet) -> tuple[Fact, ...]:
    """Return the sheet in the order in which SRIKANDI's form asks."""
    return (
        Fact(gettext("Klasifikasi"), sheet.classification, note=sheet.classification_title),
        Fact(gettext("Hal"), sheet.subject),
        Fact(gettext("Isi ringkas"), sheet.summary),
        Fact(gettext("Sifat naskah"), str(CLASSES[sheet.security])),
        Fact(gettext("Tingkat urgensi"), str(URGENCIES[sheet.urgency])),
        Fact(gettext("Verifikator, menurut urutan"), _numbered(sheet.verifiers)),
        Fact(gettext("Penanda tangan"), sheet.signer or None),
        Fact(gettext("Tujuan"), _reached(sheet.destinations)),
        Fact(gettext("Tembusan"), _reached(sheet.copies)),
    )


def _numbered(lines: tuple[str, ...]) -> str | None:
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1)) or None


def _reached(held: tuple[Destination, ...]) -> str | None:
    return _numbered(tuple(f"{one.title} ({REACHES[one.reach]})" for one in held))
