"""Days off with their decrees, deadlines of the road's steps, reminders given, and calendars' addresses."""

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_MEMORY: Final = (
    "Nomor SKB dan jumlah harinya terlihat di sumber publik; tanggalnya belum dicocokkan dengan lampiran SKB"
)
_PUBLIC: Final = (
    "Daftar publik yang menyebut setneg.go.id dan kemenkopmk.go.id sebagai sumbernya; tanggalnya sama"
    " dengan daftar kedua, lampiran SKB belum diperiksa"
)
_MINISTRY: Final = (
    "15 hari kerja sejak diterima Kementerian, menurut bacaan umum atas PP 18/2016 Pasal 3 (tentang "
    "Perda) dan Permendagri 57/2007 yang lama; naskahnya belum diperiksa"
)
_DECREES: Final = (
    (2025, "SKB Nomor 1017 Tahun 2024, Nomor 2 Tahun 2024, dan Nomor 2 Tahun 2024", None, _MEMORY, False),
    (
        2025,
        "SKB Nomor 933 Tahun 2025, Nomor 1 Tahun 2025, dan Nomor 3 Tahun 2025",
        date(2025, 8, 7),
        _MEMORY,
        False,
    ),
    (
        2026,
        "SKB Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025, dan Nomor 5 Tahun 2025",
        date(2025, 9, 19),
        _PUBLIC,
        True,
    ),
    (
        2027,
        "SKB Nomor 1205 Tahun 2026, Nomor 3 Tahun 2026, dan Nomor 2 Tahun 2026",
        date(2026, 9, 15),
        _PUBLIC,
        True,
    ),
)
"""Year, number, the day it was made and made known, source, whether its dates were compared."""
_DAYS: Final = """
0 N 2025-01-01 Tahun Baru Masehi
0 N 2025-01-27 Isra Mikraj Nabi Muhammad
0 N 2025-01-29 Tahun Baru Imlek
0 N 2025-03-29 Hari Suci Nyepi
0 N 2025-03-31 Hari Raya Idulfitri
0 N 2025-04-01 Hari Raya Idulfitri, hari kedua
0 N 2025-04-18 Wafat Yesus Kristus
0 N 2025-04-20 Kebangkitan Yesus Kristus
0 N 2025-05-01 Hari Buruh Internasional
0 N 2025-05-12 Hari Raya Waisak
0 N 2025-05-29 Kenaikan Yesus Kristus
0 N 2025-06-01 Hari Lahir Pancasila
0 N 2025-06-06 Hari Raya Iduladha
0 N 2025-06-27 Tahun Baru Islam
0 N 2025-08-17 Hari Kemerdekaan Republik Indonesia
0 N 2025-09-05 Maulid Nabi Muhammad
0 N 2025-12-25 Hari Raya Natal
0 C 2025-01-28 Cuti bersama Tahun Baru Imlek
0 C 2025-03-28 Cuti bersama Hari Suci Nyepi
0 C 2025-04-02,2025-04-03,2025-04-04,2025-04-07 Cuti bersama Hari Raya Idulfitri
0 C 2025-05-13 Cuti bersama Hari Raya Waisak
0 C 2025-05-30 Cuti bersama Kenaikan Yesus Kristus
0 C 2025-06-09 Cuti bersama Hari Raya Iduladha
0 C 2025-12-26 Cuti bersama Hari Raya Natal
1 C 2025-08-18 Cuti bersama Hari Kemerdekaan Republik Indonesia
2 N 2026-01-01 Tahun Baru Masehi
2 N 2026-01-16 Isra Mikraj Nabi Muhammad
2 N 2026-02-17 Tahun Baru Imlek
2 N 2026-03-19 Hari Suci Nyepi
2 N 2026-03-21 Hari Raya Idulfitri
2 N 2026-03-22 Hari Raya Idulfitri, hari kedua
2 N 2026-04-03 Wafat Yesus Kristus
2 N 2026-04-05 Kebangkitan Yesus Kristus
2 N 2026-05-01 Hari Buruh Internasional
2 N 2026-05-14 Kenaikan Yesus Kristus
2 N 2026-05-27 Hari Raya Iduladha
2 N 2026-05-31 Hari Raya Waisak
2 N 2026-06-01 Hari Lahir Pancasila
2 N 2026-06-16 Tahun Baru Islam
2 N 2026-08-17 Hari Kemerdekaan Republik Indonesia
2 N 2026-08-25 Maulid Nabi Muhammad
2 N 2026-12-25 Hari Raya Natal
2 C 2026-02-16 Cuti bersama Tahun Baru Imlek
2 C 2026-03-18 Cuti bersama Hari Suci Nyepi
2 C 2026-03-20,2026-03-23,2026-03-24 Cuti bersama Hari Raya Idulfitri
2 C 2026-05-15 Cuti bersama Kenaikan Yesus Kristus
2 C 2026-05-28 Cuti bersama Hari Raya Iduladha
2 C 2026-12-24 Cuti bersama Hari Raya Natal
3 N 2027-01-01 Tahun Baru Masehi
3 N 2027-01-05,2027-12-26 Isra Mikraj Nabi Muhammad
3 N 2027-02-06 Tahun Baru Imlek
3 N 2027-03-08 Hari Suci Nyepi
3 N? 2027-03-10 Hari Raya Idulfitri
3 N? 2027-03-11 Hari Raya Idulfitri, hari kedua
3 N 2027-03-26 Wafat Yesus Kristus
3 N 2027-03-28 Kebangkitan Yesus Kristus
3 N 2027-05-01 Hari Buruh Internasional
3 N 2027-05-06 Kenaikan Yesus Kristus
3 N? 2027-05-17 Hari Raya Iduladha
3 N 2027-05-20 Hari Raya Waisak
3 N 2027-06-01 Hari Lahir Pancasila
3 N 2027-06-06 Tahun Baru Islam
3 N 2027-08-15 Maulid Nabi Muhammad
3 N 2027-08-17 Hari Kemerdekaan Republik Indonesia
3 N 2027-12-25 Hari Raya Natal
3 C 2027-02-05 Cuti bersama Tahun Baru Imlek
3 C 2027-03-09,2027-03-12,2027-03-15 Cuti bersama Hari Raya Idulfitri
3 C 2027-03-25 Cuti bersama Wafat Yesus Kristus
3 C 2027-05-18 Cuti bersama Hari Raya Iduladha
3 C 2027-05-19 Cuti bersama Hari Raya Waisak
3 C 2027-12-24 Cuti bersama Hari Raya Natal
"""
"""The decree, N national or C collective with ? where only estimated, the days, their name."""


def upgrade() -> None:
    """Create the tables; governments held already begin with the days that a new one begins with."""
    decrees = op.create_table(
        "holiday_decrees",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("holiday_decrees"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday_decrees")),
    )
    op.create_index("ix_holiday_decrees_government_id", "holiday_decrees", ["government_id"])
    days = op.create_table(
        "days_off",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decree_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("days_off"),
        sa.ForeignKeyConstraint(["decree_id"], ["holiday_decrees.id"], name=op.f("fk_days_off_decree_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_days_off")),
    )
    op.create_index("ix_days_off_government_id", "days_off", ["government_id"])
    op.create_index("ix_days_off_decree_id", "days_off", ["decree_id"])
    deadlines = op.create_table(
        "step_deadlines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("step_code", sa.String(length=60), nullable=False),
        sa.Column("working_days", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("remind_before", sa.Integer(), nullable=True),
        sa.Column("escalate_after", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("step_deadlines"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_deadlines")),
        sa.UniqueConstraint(
            "government_id", "step_code", name=op.f("uq_step_deadlines_government_id_step_code")
        ),
    )
    op.create_index("ix_step_deadlines_government_id", "step_deadlines", ["government_id"])
    _create_reminders()
    _create_addresses()
    governments = sa.table("governments", sa.column("id", sa.Uuid()), sa.column("zone", sa.String()))
    for government_id, zone in op.get_bind().execute(sa.select(governments.c.id, governments.c.zone)).all():
        ids = [uuid.uuid4() for _ in _DECREES]
        op.bulk_insert(decrees, list(_decree_rows(government_id, ids)))
        op.bulk_insert(days, list(_day_rows(government_id, zone, ids)))
        op.bulk_insert(deadlines, [_deadline_row(government_id)])


def downgrade() -> None:
    """Take the tables away."""
    for name in ("calendar_addresses", "reminders", "step_deadlines", "days_off", "holiday_decrees"):
        op.drop_table(name)


def _owned(name: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f(f"fk_{name}_government_id")),
    )


def _create_reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("reminders"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name=op.f("fk_reminders_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "proposal_id",
            "sequence",
            "kind",
            "due_on",
            name=op.f("uq_reminders_proposal_id_sequence_kind_due_on"),
        ),
    )
    op.create_index("ix_reminders_government_id", "reminders", ["government_id"])
    op.create_index("ix_reminders_proposal_id", "reminders", ["proposal_id"])


def _create_addresses() -> None:
    op.create_table(
        "calendar_addresses",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("calendar_addresses"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_calendar_addresses_user_id")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_calendar_addresses")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_calendar_addresses_token_digest")),
    )
    op.create_index("ix_calendar_addresses_government_id", "calendar_addresses", ["government_id"])


_Row = dict[str, uuid.UUID | str | int | bool | date | datetime | None]


def _decree_rows(government_id: uuid.UUID, ids: list[uuid.UUID]) -> Iterator[_Row]:
    for decree_id, (year, number, made_on, source, _) in zip(ids, _DECREES, strict=True):
        named: _Row = {"id": decree_id, "government_id": government_id, "year": year, "number": number}
        dated: _Row = {"dated_on": made_on, "known_on": made_on}
        yield {**named, **dated, "source": source, "is_verified": False, "revision": 1}


def _day_rows(government_id: uuid.UUID, zone: str, ids: list[uuid.UUID]) -> Iterator[_Row]:
    for line in _DAYS.split("\n")[1:-1]:
        place, mark, days, name = line.split(" ", 3)
        _, _, made_on, source, are_verified = _DECREES[int(place)]
        shared: _Row = {
            "decree_id": ids[int(place)],
            "kind": "national_holiday" if mark[0] == "N" else "collective_leave",
            "name": name,
            "source": source,
            "is_verified": are_verified and not mark.endswith("?"),
            "known_at": datetime.combine(made_on, time(), ZoneInfo(zone)).astimezone(UTC)
            if made_on
            else None,
            "revision": 1,
            "government_id": government_id,
        }
        for day in days.split(","):
            yield {**shared, "id": uuid.uuid4(), "day": date.fromisoformat(day)}


def _deadline_row(government_id: uuid.UUID) -> _Row:
    return {
        "id": uuid.uuid4(),
        "step_code": "ministry_review",
        "working_days": 15,
        "basis": _MINISTRY,
        "is_verified": False,
        "remind_before": 3,
        "escalate_after": 3,
        "revision": 1,
        "government_id": government_id,
    }
