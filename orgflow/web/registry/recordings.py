"""Riwayat pencatatan: everything ever recorded of a unit, when, by whom, and what took its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, render_template
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.services.organisation.recordings import (
    Entered,
    FormerPerson,
    RecordedKin,
    Recording,
    RecordingBelow,
    show_recordings,
)
from orgflow.web.current import current_context
from orgflow.web.formats import show_date, show_instant
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Link
from orgflow.web.registry.unit_pages import unit_crumbs, unit_url
from orgflow.web.registry.words import APPOINTMENTS, SUCCESSIONS, period_words, seen_words

bp = Blueprint("recordings", __name__)


@dataclass(frozen=True, slots=True)
class RecordingView:
    """One record: what it said, for which period, when it was entered, and whether it is still believed."""

    title: str
    period: str
    facts: tuple[str, ...]
    recorded: str
    reason: str
    superseded: str


@dataclass(frozen=True, slots=True)
class RecordingGroup:
    """All records of one kind of thing, the newest first."""

    heading: str
    id: str
    rows: tuple[RecordingView, ...]


@dataclass(frozen=True, slots=True)
class RecordingsView:
    """The page whole."""

    name: str
    crumbs: tuple[Link, ...]
    unit_url: str
    groups: tuple[RecordingGroup, ...]


@bp.get("/unit/<uuid:unit_id>/pencatatan")
@needs(Permission.KEEP_REGISTRY, Permission.VIEW_AUDIT)
def show(unit_id: UUID) -> str:
    """Show everything ever recorded of a unit."""
    page = show_recordings(current_context(), unit_id)
    groups = (
        RecordingGroup(gettext("Unit"), "unit", tuple(_unit(row) for row in page.recordings)),
        RecordingGroup(gettext("Jabatan"), "jabatan", _below(page.posts, gettext("Pimpinan unit"))),
        RecordingGroup(gettext("Pejabat"), "pejabat", _below(page.holders, "")),
        RecordingGroup(gettext("Data pejabat yang diralat"), "orang", tuple(map(_person, page.persons))),
        RecordingGroup(gettext("Tugas dan fungsi"), "tugas", _below(page.functions, "")),
        RecordingGroup(gettext("Asal-usul"), "asal", tuple(_kin(row) for row in page.kin)),
    )
    view = RecordingsView(
        page.name,
        unit_crumbs(unit_id, page.name)[:-1],
        unit_url(unit_id),
        tuple(group for group in groups if group.rows),
    )
    return render_template("registry/recordings.html", view=view)


def _unit(row: Recording) -> RecordingView:
    facts = []
    if row.parent:
        facts.append(gettext("di bawah %(name)s", name=row.parent))
    if row.letter_code:
        facts.append(gettext("kode unit pengolah %(code)s", code=row.letter_code))
    if row.duty_field:
        facts.append(gettext("bidang tugas: %(words)s", words=row.duty_field))
    facts.append(gettext("sumber: %(source)s", source=row.source))
    return RecordingView(
        row.name,
        period_words(row.valid_from, row.valid_to, is_start_known=row.is_start_known),
        tuple(facts),
        _recorded(row),
        row.reason or "",
        _superseded(row),
    )


def _below(rows: Iterable[RecordingBelow], untitled: str) -> tuple[RecordingView, ...]:
    return tuple(
        RecordingView(
            row.title or untitled,
            period_words(row.valid_from, row.valid_to) if row.is_end_known else seen_words(row.valid_from),
            _facts(row),
            _recorded(row),
            row.reason or "",
            _superseded(row),
        )
        for row in rows
    )


def _person(row: FormerPerson) -> RecordingView:
    facts = [gettext("sekarang tercatat sebagai %(name)s", name=row.now)] if row.now != row.name else []
    if row.nip:
        facts.append(gettext("NIP %(nip)s", nip=row.nip))
    if row.rank:
        facts.append(row.rank)
    words = gettext("Diganti %(at)s oleh %(who)s", at=show_instant(row.superseded_at), who=row.superseded_by)
    name = f"{row.title} {row.name}" if row.title else row.name
    return RecordingView(name, "", tuple(facts), "", row.reason or "", words)


def _kin(row: RecordedKin) -> RecordingView:
    way = gettext("melalui %(way)s", way=SUCCESSIONS[row.kind])
    return RecordingView(
        gettext("%(new)s berasal dari %(old)s", new=row.successor, old=row.predecessor),
        gettext("pada %(day)s", day=show_date(row.on)),
        (way, gettext("sumber: %(source)s", source=row.source)),
        _recorded(row),
        row.reason or "",
        _superseded(row),
    )


def _facts(row: RecordingBelow) -> tuple[str, ...]:
    facts = [str(APPOINTMENTS[row.kind])] if row.kind is not None else []
    if row.letter:
        facts.append(row.letter)
    return (*facts, gettext("sumber: %(source)s", source=row.source))


def _recorded(row: Entered) -> str:
    at = show_instant(row.recorded_at)
    if not row.recorded_by:
        return gettext("Dicatat %(at)s", at=at)
    return gettext("Dicatat %(at)s oleh %(who)s", at=at, who=row.recorded_by)


def _superseded(row: Entered) -> str:
    if row.superseded_at is None:
        return ""
    return gettext("Diganti atau dibatalkan %(at)s", at=show_instant(row.superseded_at))
