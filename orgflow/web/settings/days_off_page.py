"""How the days off and their decrees are shown, and the page on which one is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template, request, url_for
from flask_babel import gettext

from orgflow.domain.calendar import EARLIEST_YEAR, LATEST_YEAR, format_day
from orgflow.domain.days_off import HeldDay, HeldDecree
from orgflow.web.formats import show_date
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.time_words import DAY_KINDS


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day off in the list."""

    day: str
    kind: str
    name: str
    source: str
    is_verified: bool
    url: str


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The days that rest on one decree, or on none; ``source`` is "" when it is not that of all of them."""

    title: str
    known: str
    is_verified: bool
    url: str
    lines: tuple[DayLine, ...]
    source: str
    is_wholly_unsure: bool


def year_asked() -> int | None:
    """Return the year that the address asks for; None when it asks for none."""
    year = request.args.get("tahun", type=int)
    return year if year is not None and EARLIEST_YEAR <= year <= LATEST_YEAR else None


def day_group(days: Iterable[HeldDay], held: HeldDecree | None) -> DayGroup:
    """Return the days of one decree; None is those of the region that rest on none."""
    lines = tuple(day_line(day) for day in days)
    sources = {line.source for line in lines}
    decree = held.decree if held is not None else None
    return DayGroup(
        decree.number if decree is not None else "",
        show_date(decree.known_on) if decree is not None and decree.known_on is not None else "",
        decree.is_verified if decree is not None else True,
        url_for("holiday_decrees.edit", decree_id=held.id) if held is not None else "",
        lines,
        sources.pop() if len(sources) == 1 else "",
        bool(lines) and not any(line.is_verified for line in lines),
    )


def day_line(held: HeldDay) -> DayLine:
    """Return a day off in words."""
    entry = held.entry
    return DayLine(
        format_day(entry.day),
        str(DAY_KINDS[entry.kind]),
        entry.name,
        entry.source,
        entry.is_verified,
        url_for("days_off.edit", day_id=held.id),
    )


def form_page(
    form: KeptForm, *, title: str, present: str, save_url: str, remove_url: str, fields: tuple[str, ...]
) -> tuple[str, int]:
    """Return the page of a form, ``present`` what is held, and its status."""
    body = render_template(
        "settings/rule.html",
        title=title,
        present=present,
        form=form,
        fields=fields,
        save_url=save_url,
        remove_url=remove_url,
        back_url=url_for("days_off.index"),
        back_label=gettext("Hari libur"),
    )
    return body, form.status
