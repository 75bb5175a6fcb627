"""A unit as its panel and page print it: what it is on a day, and what it was and will be."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import Tenure
from orgflow.services.organisation.pages import NamePeriod, UnitPage
from orgflow.web.formats import show_date
from orgflow.web.instruments.words import citation
from orgflow.web.registry.words import APPOINTMENTS


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a unit; without value: belum diisi."""

    label: str
    value: str | None
    url: str | None = None
    note: str | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A name or a holder through time."""

    title: str
    period: str
    basis: str | None
    basis_is_unsure: bool
    note: str
    status: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A rename under way."""

    new_name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A unit that can be opened."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Clause:
    """An article of a regulation that names the unit."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit on a day and through time."""

    name: str
    lead: str
    on_words: str
    is_valid: bool
    url: str
    plain_url: str
    structure_url: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    officials: tuple[Fact, ...]
    proposed: tuple[Proposed, ...]
    names: tuple[Period, ...]
    clauses: tuple[Clause, ...]
    holders: tuple[Period, ...]
    subordinates: tuple[Link, ...]


def unit_view(page: UnitPage) -> UnitView:
    """Return the unit as it is printed."""
    unit, on = page.unit, page.on
    name = unit.name if unit is not None else page.periods[-1].name
    kind = unit.kind.name if unit is not None else ""
    return UnitView(
        name,
        gettext("%(kind)s · per %(day)s", kind=kind, day=show_date(on)) if kind else show_date(on),
        show_date(on),
        unit is not None,
        url_for("organisation.show_unit", unit_id=page.unit_id, pada=on.isoformat()),
        url_for("organisation.show_unit", unit_id=page.unit_id),
        url_for("organisation.show", unit=page.unit_id, pada=on.isoformat()),
        tuple(
            Link(above.name, url_for("organisation.show_unit", unit_id=above.id, pada=on.isoformat()))
            for above in page.superiors
        ),
        _facts(page),
        _officials(page),
        tuple(
            Proposed(
                entry.new_name,
                url_for("proposals.show", proposal_id=entry.id) if entry.is_readable else None,
            )
            for entry in page.running
        ),
        tuple(reversed([_name(period, page) for period in page.periods])),
        tuple(
            Clause(f"{article.number}, {_basis(period)}", article.text)
            for period in page.periods
            for article in period.articles
        ),
        _holders(page),
        tuple(
            Link(below.name, url_for("organisation.show_unit", unit_id=below.id, pada=on.isoformat()))
            for below in page.subordinates
        ),
    )


def _facts(page: UnitPage) -> tuple[Fact, ...]:
    unit = page.unit
    if unit is None:
        return ()
    present = next(
        (p for p in page.periods if p.valid_from <= page.on and (p.valid_to is None or page.on < p.valid_to)),
        None,
    )
    above = page.superiors[-1] if page.superiors else None
    facts = [
        Fact(gettext("Dasar nama"), _basis(present) if present is not None else None),
        Fact(gettext("Tugas dan fungsi di bidang"), unit.duty_field),
        Fact(gettext("Kode unit pengolah"), unit.letter_code),
    ]
    if above is not None:
        is_unknown = unit.placement is Placement.UNKNOWN
        facts.insert(
            1,
            Fact(
                gettext("Di bawah"),
                above.name,
                url_for("organisation.show_unit", unit_id=above.id, pada=page.on.isoformat()),
                gettext("Bagian yang membawahinya belum diketahui.") if is_unknown else None,
                unit.placement is not Placement.VERIFIED,
            ),
        )
    return tuple(facts)


def _officials(page: UnitPage) -> tuple[Fact, ...]:
    """Return who heads the unit and those below it, as far as is known on the day."""
    facts: list[Fact] = []
    for unit_id, unit in page.heads.items():
        tenures = [held.tenure for held in page.tenures if held.unit_id == unit_id and held.is_head]
        holding = page.holder(tenures)
        if holding is not None:
            facts.append(Fact(unit.head_title, holding.official_name, note=holding.source))
            continue
        seen = page.seen(tenures)
        if seen is not None:
            note = gettext(
                "terakhir tercatat %(name)s per %(day)s; akhir jabatan belum diketahui",
                name=seen.official_name,
                day=show_date(seen.valid_from),
            )
            facts.append(Fact(unit.head_title, None, note=note))
        elif unit_id == page.unit_id:
            facts.append(Fact(unit.head_title, None))
    return tuple(facts)


def _holders(page: UnitPage) -> tuple[Period, ...]:
    return tuple(
        Period(
            held.tenure.official_name,
            _tenure_words(
                held.tenure.valid_from, held.tenure.valid_to, is_end_known=held.tenure.is_end_known
            ),
            held.tenure.source,
            False,
            _holder_words(held.tenure, is_head=held.is_head),
            _status(held.tenure, page),
        )
        for held in reversed(page.tenures)
        if held.unit_id == page.unit_id
    )


def _holder_words(tenure: Tenure, *, is_head: bool) -> str:
    """Return in what quality the post is held, which post it is, and by which letter."""
    words = [str(APPOINTMENTS[tenure.kind])]
    if not is_head and tenure.post_title:
        words.insert(0, tenure.post_title)
    words.append(tenure.letter or gettext("surat pengangkatan belum diisi"))
    return " · ".join(words)


def _status(tenure: Tenure, page: UnitPage) -> str:
    if tenure.holds_on(page.on):
        return "now"
    return "plan" if tenure.valid_from > page.today else "past"


def _tenure_words(start: date, end: date | None, *, is_end_known: bool) -> str:
    if not is_end_known:
        return gettext("per %(day)s; awal dan akhir jabatan belum diketahui", day=show_date(start))
    if end is None:
        return gettext("sejak %(day)s", day=show_date(start))
    return gettext("%(start)s sampai sebelum %(end)s", start=show_date(start), end=show_date(end))


def _name(period: NamePeriod, page: UnitPage) -> Period:
    start = show_date(period.valid_from)
    known = gettext("sejak %(day)s", day=start)
    since = (
        known
        if period.is_start_known
        else gettext("tercatat mulai %(day)s; awalnya belum diketahui", day=start)
    )
    words = (
        since
        if period.valid_to is None
        else gettext("%(since)s, sampai sebelum %(end)s", since=since, end=show_date(period.valid_to))
    )
    is_present = period.valid_from <= page.on and (period.valid_to is None or page.on < period.valid_to)
    status = "now" if is_present else ("plan" if period.valid_from > page.today else "past")
    return Period(
        period.name, words, _basis(period), False, gettext("Sumber: %(source)s", source=period.source), status
    )


def _basis(period: NamePeriod) -> str | None:
    held = period.instrument
    return citation(held) if held is not None and held.number is not None else None
