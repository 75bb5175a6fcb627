"""Changes of a unit that are recorded for a day to come, as sentences."""

from dataclasses import dataclass
from itertools import pairwise

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.records import UnitRecord
from orgflow.services.organisation.unit_record import UnitFile
from orgflow.web.formats import show_date


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What is to be from a day on; ``withdraw_url`` and ``correct_url`` for whoever keeps the registry."""

    day: str
    words: str
    withdraw_url: str | None
    correct_url: str | None


def planned_of_unit(file: UnitFile) -> tuple[PlannedChange, ...]:
    """Return what is planned of a unit, the nearest first."""
    found: list[PlannedChange] = []
    unit_id = file.unit_id
    first, last = file.timeline[0], file.timeline[-1]
    period_url = url_for("keeping_corrections.period_form", unit_id=unit_id) if file.may_keep else None
    if first.valid_from > file.today:
        words = gettext("%(name)s mulai ada.", name=first.name)
        day = first.valid_from.isoformat()
        url = url_for("keeping_corrections.withdraw_form", unit_id=unit_id, mulai=day)
        withdraw_url = url if file.may_keep else None
        found.append(PlannedChange(show_date(first.valid_from), words, withdraw_url, period_url))
    for before, after in pairwise(file.timeline):
        if after.valid_from <= file.today:
            continue
        day = after.valid_from.isoformat()
        found.append(
            PlannedChange(
                show_date(after.valid_from),
                change_words(file, before, after),
                url_for("keeping_corrections.withdraw_form", unit_id=unit_id, mulai=day)
                if file.may_keep
                else None,
                url_for("keeping_corrections.correct_form", unit_id=unit_id, pada=day)
                if file.may_keep
                else None,
            )
        )
    if last.valid_to is not None and last.valid_to > file.today:
        words = gettext("%(name)s tidak ada lagi.", name=last.name)
        found.append(PlannedChange(show_date(last.valid_to), words, None, period_url))
    return tuple(found)


def change_words(file: UnitFile, before: UnitRecord, after: UnitRecord) -> str:
    """Return what a change does, as a sentence about the unit's name before it."""
    acts: list[str] = []
    if after.name != before.name:
        acts.append(gettext("berganti nama menjadi %(name)s", name=after.name))
    if after.parent_id != before.parent_id:
        above = next((one.name for one in file.parents if one.unit_id == after.parent_id), "")
        acts.append(
            gettext("pindah ke bawah %(name)s", name=above)
            if above
            else gettext("pindah ke unit atasan lain")
        )
    if after.kind_code != before.kind_code:
        kind = next((kind.name for kind in file.kinds if kind.code == after.kind_code), after.kind_code)
        acts.append(gettext("menjadi %(kind)s", kind=kind))
    if after.position != before.position:
        acts.append(gettext("berpindah urutan"))
    if _codes(after) != _codes(before):
        acts.append(gettext("berganti singkatan, kode, atau bidang tugas"))
    return gettext("%(name)s %(acts)s.", name=before.name, acts="; ".join(acts))


def _codes(record: UnitRecord) -> tuple[str | None, ...]:
    return record.short_name, record.letter_code, record.duty_field
