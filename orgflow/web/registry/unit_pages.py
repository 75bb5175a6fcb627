"""What the pages that keep a unit have in common: the day they work on, their crumbs, the ways in words."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from flask import request, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.records import UnitRecord
from orgflow.services.organisation.unit_record import UnitFile, show_unit_file
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.office_form import parse_date_or_none
from orgflow.web.registry.acting import Done, Link

OFFICIAL: Final = lazy_gettext("Perubahan resmi, berlaku sejak tanggal tertentu")
CORRECTION: Final = lazy_gettext("Ralat data yang keliru dicatat")
OFFICIAL_WORDS: Final = lazy_gettext(
    "Keadaan di kantor berubah karena peraturan atau keputusan. Untuk hari-hari sebelumnya, yang lama tetap "
    "tercatat."
)
CORRECTION_WORDS: Final = lazy_gettext(
    "Di kantor tidak ada yang berubah; catatan di sini yang keliru atau belum lengkap. Catatan lama tetap "
    "tersimpan bersama alasan ralatnya."
)


def opened(unit_id: UUID) -> UnitFile:
    """Return the unit's file on the day asked for; on one on which it holds, if it does not on that."""
    file = show_unit_file(current_context(), unit_id, asked_day())
    if file.record is not None:
        return file
    begun = [record for record in file.timeline if record.valid_from <= file.on]
    end = begun[-1].valid_to if begun else None
    nearest = end - timedelta(days=1) if end is not None else file.timeline[0].valid_from
    return show_unit_file(current_context(), unit_id, nearest)


def record_of(file: UnitFile) -> UnitRecord:
    """Return the record on the file's day; ``opened`` sees to it that there is one."""
    return file.record if file.record is not None else file.timeline[-1]


def asked_day() -> date | None:
    """Return the day named in the address; None when it names none that can be read."""
    try:
        return parse_date_or_none((request.args.get("pada") or "")[:60], "pada")
    except RuleBroken:
        return None


def day_named(text: str) -> date:
    """Return the day that stands in an address.

    Raises:
        NotFound: it is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotFound from error


def unit_url(unit_id: UUID, on: date | None = None) -> str:
    """Return the address of a unit's page."""
    day = on.isoformat() if on is not None else None
    return url_for("organisation.show_unit", unit_id=unit_id, pada=day)


def unit_crumbs(unit_id: UUID, name: str) -> tuple[Link, ...]:
    """Return the way to a page that keeps a unit."""
    return (
        Link(gettext("Struktur"), url_for("organisation.show")),
        Link(name, unit_url(unit_id)),
        Link(gettext("Catat perubahan atau ralat"), url_for("keeping_units.menu", unit_id=unit_id)),
    )


def since(sentence: str, day: date, today: date, url: str) -> Done:
    """Return what is said of a change that is recorded, and whether it still lies ahead."""
    words = (
        gettext("Terjadwal mulai %(day)s.", day=show_date(day))
        if day > today
        else gettext("Berlaku sejak %(day)s.", day=show_date(day))
    )
    return Done(f"{sentence} {words}", url)
