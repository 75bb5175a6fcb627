"""Activities of units with their volumes, the working times in use, and what claims rest on."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_TIMES = (
    ("permenpanrb_1_2020", 75_000, "PermenPANRB 1/2020 (1.250 jam), menurut sumber ketiga; belum dibaca"),
    ("perka_bkn_19_2011", 72_000, "Perka BKN 19/2011 (1.200 jam), menurut salinan umum; belum dibaca"),
)


def upgrade() -> None:
    """Create the four tables, and enter the two working times in use for each government."""
    _create_times()
    _create_activities()
    _create_calculations()
    _create_claims()
    _enter_times()


def downgrade() -> None:
    """Drop the four tables."""
    for name in ("claims", "workload_calculations", "workload_activities", "working_times"):
        op.drop_table(name)


def _create_times() -> None:
    op.create_table(
        "working_times",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("citation", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("working_times"),
        sa.UniqueConstraint("government_id", "code", name=op.f("uq_working_times_government_id_code")),
    )
    op.create_index("ix_working_times_government_id", "working_times", ["government_id"])


def _create_activities() -> None:
    op.create_table(
        "workload_activities",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("function", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("product", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("volume", sa.BigInteger(), nullable=False),
        sa.Column("norm", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("workload_activities"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_workload_activities_unit_id")),
    )
    op.create_index("ix_workload_activities_government_id", "workload_activities", ["government_id"])
    op.create_index("ix_workload_activities_unit_id", "workload_activities", ["unit_id"])


def _create_calculations() -> None:
    op.create_table(
        "workload_calculations",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("time_code", sa.String(length=60), nullable=False),
        sa.Column("rounding", sa.String(length=60), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("chosen_by", sa.String(length=200), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *_owned("workload_calculations"),
        _of_proposal("workload_calculations"),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_workload_calculations_proposal_id")),
    )
    op.create_index("ix_workload_calculations_government_id", "workload_calculations", ["government_id"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("place_kind", sa.String(length=60), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("evidence_key", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(length=200), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        *_owned("claims"),
        _of_proposal("claims"),
        sa.UniqueConstraint(
            "proposal_id",
            "place_kind",
            "place",
            "digest",
            "evidence_key",
            name=op.f("uq_claims_proposal_id_place_kind_place_digest_evidence_key"),
        ),
    )
    op.create_index("ix_claims_government_id", "claims", ["government_id"])
    op.create_index("ix_claims_proposal_id", "claims", ["proposal_id"])


def _owned(name: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f(f"fk_{name}_government_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _of_proposal(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name=op.f(f"fk_{name}_proposal_id"))


def _enter_times() -> None:
    governments = sa.table("governments", sa.column("id", sa.Uuid()))
    times = sa.table(
        "working_times",
        sa.column("id", sa.Uuid()),
        sa.column("government_id", sa.Uuid()),
        sa.column("code", sa.String()),
        sa.column("minutes", sa.Integer()),
        sa.column("citation", sa.String()),
        sa.column("is_verified", sa.Boolean()),
        sa.column("position", sa.Integer()),
        sa.column("revision", sa.Integer()),
    )
    bind = op.get_bind()
    for government_id in bind.execute(sa.select(governments.c.id)).scalars().all():
        for position, (code, minutes, citation) in enumerate(_TIMES, start=1):
            row = {"id": uuid4(), "government_id": government_id, "code": code, "minutes": minutes}
            kept = {"citation": citation, "is_verified": False, "position": position, "revision": 1}
            bind.execute(sa.insert(times).values({**row, **kept}))
