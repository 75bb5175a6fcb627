"""How dates, instants, numbers and sizes read on a page."""

from datetime import date, datetime

from flask import Flask

from orgflow.domain.calendar import format_date, format_day, format_instant, format_month
from orgflow.domain.letters.spelling import counted
from orgflow.web.current import current_government


def show_instant(instant: datetime) -> str:
    """Return ``7 Desember 2022 pukul 09.14`` in the government's zone."""
    return format_instant(instant, current_government().zone)


def show_number(number: int) -> str:
    """Return ``1.250``."""
    return f"{number:,}".replace(",", ".")


def show_size(size: int) -> str:
    """Return a number of bytes as ``850 kB`` or ``1,2 MB``."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def show_date(day: date | None) -> str:
    """Return ``7 Desember 2022``; nothing for no date."""
    return format_date(day) if day is not None else ""


def register_formats(app: Flask) -> None:
    """Give the templates their filters."""
    app.jinja_env.filters.update(
        tanggal=show_date,
        hari=format_day,
        bulan=format_month,
        waktu=show_instant,
        terbilang=counted,
        ribuan=show_number,
        ukuran=show_size,
    )
