"""A random history furnished with all that a registry holds: posts, holders, functions, kin, papers."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.organisation.papers import Papers, regulation_keys
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Basis,
    Dated,
    FunctionKind,
    FunctionRecord,
    Official,
    PostRecord,
    PostRole,
    Succession,
    SuccessionKind,
    UnitRecord,
)
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    AppointmentId,
    FunctionId,
    InstrumentId,
    OfficialId,
    PostId,
    clean_name,
)

LONG: Final = ("Biro Administrasi & Protokol <Pimpinan> \"Humas\" 'Setda' = " * 4)[:199] + "n"
ODD: Final = (
    "=1+1",
    "+62 @ -7",
    "'kutip",
    "''",
    "'=kutip",
    "Bagian Ölçü 🏛🇮🇩",
    "مكتب الشؤون القانونية",
    'Éléonore & <b>Co</b>; "x", {{ 7*7 }}',
    "#N/A",
    "TRUE",
    "0012",
    "1e5",
    "2022-12-07",
    "_x0041_",
)
"""Texts that programs like to take for something else."""


NAMESAKES: Final = ("Siti Aminah, S.E.", "SITI AMINAH, S.E.")
"""One name, which several persons bear."""


def papers() -> Papers:
    """Return three instruments, one of them without a number, one amending another."""
    first, second, third = (InstrumentId(UUID(int=900 + place)) for place in range(3))
    day = date(2019, 11, 4)
    return Papers(
        (
            Instrument(first, "pergub", "12", 2019, ODD[7], day, day, day, "12", None, "JDIH", True),
            Instrument(second, "pergub", "=9", 2021, LONG, None, None, None, None, None, "=arsip", False),
            Instrument(third, "perda", None, None, "Susunan; Dinas", None, None, day, None, None, "-", False),
        ),
        {first: (Article("Pasal 1", "Baris satu\n\n\tbaris dua"), Article("Lampiran I", "=SUM(A1)"))},
        frozenset({(second, first), (second, third)}),
    )


def furnished(history: History, random: Random) -> History:
    """Return the history with odd texts in every field, and posts, holders, functions and kin in it."""
    units = {
        unit_id: tuple(_worded(record, random) for record in timeline)
        for unit_id, timeline in history.units.items()
    }
    after = replace(history, units=units)
    number = 1_000
    for timeline in units.values():
        for record in timeline:
            if random.random() < 0.6:
                after, number = _with_post(after, record, random, number)
            if random.random() < 0.5:
                after, number = _with_function(after, record, random, number)
    return replace(after, successions=tuple(_successions(after, random)))


def told(history: History) -> dict[str, object]:
    """Return all that a history says, by codes and names in the place of ids: alike wherever it is kept."""
    people = {
        key: " ".join(filter(None, (person.name, person.nip, person.title, person.rank)))
        for key, person in history.officials.items()
    }
    names: dict[UUID, str] = {**history.unit_codes, **history.post_codes, **history.function_codes, **people}
    names |= dict.fromkeys(history.appointments, "an appointment")

    def said(record: Dated | Succession | Official) -> dict[str, object]:
        return {
            field: names.get(value, value) if isinstance(value, UUID) else value
            for field, value in asdict(record).items()
        }

    def timelines(held: Mapping[Any, tuple[Dated, ...]]) -> dict[str, object]:
        return {names[key]: [said(record) for record in timeline] for key, timeline in held.items()}

    return {
        "units": timelines(history.units),
        "posts": timelines(history.posts),
        "functions": timelines(history.functions),
        "officials": sorted(map(repr, map(said, history.officials.values()))),
        "appointments": sorted(map(repr, map(said, history.appointments.values()))),
        "successions": sorted(map(repr, map(said, history.successions))),
    }


def instruments_by_key(held: Papers) -> dict[str, InstrumentId]:
    """Return the instruments as an import finds them."""
    return {key: held_id for held_id, key in regulation_keys(held.instruments).items()}


def _basis(random: Random) -> Basis:
    held = random.choice([None, *(one.id for one in papers().instruments)])
    return Basis(source=random.choice(ODD), instrument_id=held)


def _worded(record: UnitRecord, random: Random) -> UnitRecord:
    name = clean_name(record.name)
    return replace(
        record,
        name=f"{random.choice(ODD)} {name}" if random.random() < 0.5 else name,
        basis=_basis(random),
        position=random.randint(1, 99),
        short_name=random.choice([None, *ODD]),
        letter_code=random.choice([None, *ODD]),
        duty_field=random.choice([None, LONG, *ODD]),
        placement=random.choice(tuple(Placement)),
        is_start_known=random.random() < 0.5,
    )


def _period(record: UnitRecord | PostRecord, random: Random) -> tuple[date, date | None]:
    end = record.valid_to or record.valid_from + timedelta(days=400)
    span = (end - record.valid_from).days
    start = record.valid_from + timedelta(days=random.randrange(span))
    return start, record.valid_to if random.random() < 0.5 else end


def _with_post(history: History, unit: UnitRecord, random: Random, number: int) -> tuple[History, int]:
    start, end = _period(unit, random)
    is_head = random.random() < 0.4
    post_id = PostId(UUID(int=number))
    first = PostRecord(
        valid_from=start,
        valid_to=end,
        basis=_basis(random),
        post_id=post_id,
        unit_id=unit.unit_id,
        role=PostRole.HEAD if is_head else random.choice([PostRole.GOVERNOR, PostRole.MEMBER]),
        title=None if is_head else f"{random.choice(ODD)} {number}",
        echelon=random.choice([None, "II.b", "=II"]),
        functional_rank=random.choice([None, "Ahli Muda"]),
        seats=random.randint(2, 5),
    )
    timeline: tuple[PostRecord, ...] = (first,)
    if end is not None and (end - start).days > 2:
        middle = start + timedelta(days=(end - start).days // 2)
        timeline = (replace(first, valid_to=middle), replace(first, valid_from=middle, echelon="III.a"))
    after = history.with_post(post_id, timeline, f"{history.unit_codes[unit.unit_id]}-p{number}")
    held_from, held_to = _period(first, random)
    person = Official(
        official_id=OfficialId(UUID(int=number + 1)),
        name=random.choice([f"{random.choice(ODD)} {number}, S.Sos., M.Si.", *NAMESAKES]),
        title=random.choice([None, "H.", "=Dr."]),
        nip=random.choice([None, f"19700101199503{number:04}"]),
        rank=random.choice([None, "Pembina (IV/a)"]),
    )
    held = AppointmentRecord(
        valid_from=held_from,
        valid_to=held_to,
        basis=_basis(random),
        appointment_id=AppointmentId(UUID(int=number + 2)),
        post_id=post_id,
        official_id=person.official_id,
        kind=random.choice(tuple(AppointmentKind)),
        letter=random.choice([None, *ODD]),
        is_end_known=random.random() < 0.8,
    )
    return after.with_official(person).with_appointment(held), number + 3


def _with_function(history: History, unit: UnitRecord, random: Random, number: int) -> tuple[History, int]:
    start, end = _period(unit, random)
    record = FunctionRecord(
        valid_from=start,
        valid_to=end,
        basis=_basis(random),
        function_id=FunctionId(UUID(int=number)),
        unit_id=unit.unit_id,
        kind=random.choice(tuple(FunctionKind)),
        position=random.randint(1, 20),
        text=f"{random.choice(ODD)} {LONG}",
    )
    code = f"{history.unit_codes[unit.unit_id]}-f{number}"
    return history.with_function(record.function_id, (record,), code), number + 1


def _successions(history: History, random: Random) -> Iterator[Succession]:
    for new_id, timeline in history.units.items():
        on = random.choice(timeline).valid_from
        older = [key for key, held in history.units.items() if key != new_id and held[0].valid_from < on]
        for old_id in older[:2]:
            yield Succession(
                predecessor_id=old_id,
                successor_id=new_id,
                kind=random.choice(tuple(SuccessionKind)),
                on=on,
                basis=_basis(random),
            )
