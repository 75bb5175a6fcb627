"""A post keeps its identity through its titles, and an appointment what was recorded of it before."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_VERSIONED = (("post_versions", "post_id"), ("function_versions", "function_id"))
OVERLAP = """
    SELECT RAISE(ABORT, '{table} overlap') WHERE EXISTS (
        SELECT 1 FROM {table} AS other
        WHERE other.{owner} = NEW.{owner} AND other.id <> NEW.id AND other.superseded_at IS NULL
          AND (other.valid_to IS NULL OR NEW.valid_from < other.valid_to)
          AND (NEW.valid_to IS NULL OR other.valid_from < NEW.valid_to)
    );
"""
_MOVED = ("unit_id", "role", "title", "echelon", "seats", "valid_from", "valid_to")


def upgrade() -> None:
    """Give each post its first record, and each appointment its identity."""
    op.execute(
        "INSERT INTO post_versions (id, government_id, post_id, unit_id, role, title, echelon, seats,"
        " valid_from, valid_to, source, recorded_at)"
        " SELECT id, government_id, id, unit_id, role, title, echelon, seats, valid_from, valid_to,"
        " 'Dicatat sebelum riwayat jabatan disimpan', (SELECT created_at FROM governments AS g"
        " WHERE g.id = posts.government_id) FROM posts"
    )
    op.add_column("posts", sa.Column("code", sa.String(length=100), nullable=True))
    op.execute("UPDATE posts SET code = 'J-' || CAST(id AS VARCHAR(36))")
    op.drop_index(op.f("ix_posts_unit_id"), table_name="posts")
    with op.batch_alter_table("posts") as batch:
        batch.drop_constraint(op.f("fk_posts_unit_id"), type_="foreignkey")
        for name in _MOVED:
            batch.drop_column(name)
        batch.alter_column("code", existing_type=sa.String(length=100), nullable=False)
        batch.create_unique_constraint(op.f("uq_posts_government_id_code"), ["government_id", "code"])
    op.add_column("officials", sa.Column("title", sa.String(length=200), nullable=True))
    op.add_column("appointments", sa.Column("appointment_id", sa.Uuid(), nullable=True))
    op.execute("UPDATE appointments SET appointment_id = id")
    with op.batch_alter_table("appointments") as batch:
        batch.alter_column("appointment_id", existing_type=sa.Uuid(), nullable=False)
        batch.add_column(sa.Column("letter", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("instrument_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("reason", sa.Text(), nullable=True))
        batch.add_column(sa.Column("recorded_by", sa.String(length=200), nullable=True))
        batch.add_column(sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key(
            op.f("fk_appointments_instrument_id"), "instruments", ["instrument_id"], ["id"]
        )
        batch.create_index(op.f("ix_appointments_appointment_id"), ["appointment_id"], unique=False)
        batch.create_index(op.f("ix_appointments_official_id"), ["official_id"], unique=False)
    for table, owner in _VERSIONED:
        _forbid_overlap(table, owner)


def downgrade() -> None:
    """Put the newest record of each post back into the post; earlier ones are lost."""
    for table, _ in _VERSIONED:
        _allow_overlap(table)
    op.execute("DELETE FROM appointments WHERE superseded_at IS NOT NULL")
    with op.batch_alter_table("appointments") as batch:
        batch.drop_index(op.f("ix_appointments_official_id"))
        batch.drop_index(op.f("ix_appointments_appointment_id"))
        batch.drop_constraint(op.f("fk_appointments_instrument_id"), type_="foreignkey")
        for name in ("superseded_at", "recorded_by", "reason", "instrument_id", "letter", "appointment_id"):
            batch.drop_column(name)
    op.drop_column("officials", "title")
    for name, type_ in (
        ("unit_id", sa.Uuid()),
        ("role", sa.String(length=60)),
        ("title", sa.String(length=200)),
        ("echelon", sa.String(length=60)),
        ("seats", sa.Integer()),
        ("valid_from", sa.Date()),
        ("valid_to", sa.Date()),
    ):
        op.add_column("posts", sa.Column(name, type_, nullable=True))
        _take_back(name)
    op.execute("DELETE FROM appointments WHERE post_id IN (SELECT id FROM posts WHERE unit_id IS NULL)")
    op.execute("DELETE FROM posts WHERE unit_id IS NULL")
    with op.batch_alter_table("posts") as batch:
        batch.drop_constraint(op.f("uq_posts_government_id_code"), type_="unique")
        batch.drop_column("code")
        for name, type_ in (
            ("unit_id", sa.Uuid()),
            ("role", sa.String(length=60)),
            ("seats", sa.Integer()),
            ("valid_from", sa.Date()),
        ):
            batch.alter_column(name, existing_type=type_, nullable=False)
        batch.create_foreign_key(op.f("fk_posts_unit_id"), "units", ["unit_id"], ["id"])
        batch.create_index(op.f("ix_posts_unit_id"), ["unit_id"], unique=False)


def _take_back(name: str) -> None:
    posts = sa.table("posts", sa.column("id"), sa.column(name))
    held = sa.table(
        "post_versions",
        sa.column("post_id"),
        sa.column("superseded_at"),
        sa.column("valid_from"),
        sa.column(name),
    )
    newest = (
        sa.select(held.c[name])
        .where(held.c.post_id == posts.c.id, held.c.superseded_at.is_(None))
        .order_by(held.c.valid_from.desc())
        .limit(1)
        .scalar_subquery()
    )
    op.execute(posts.update().values({name: newest}))


def _forbid_overlap(table: str, owner: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT ex_{table}_period EXCLUDE USING gist"
            f" ({owner} WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)"
        )
        return
    overlap = OVERLAP.replace("{table}", table).replace("{owner}", owner)
    for moment in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_overlap_{moment.lower()} BEFORE {moment} ON {table}"
            f" WHEN NEW.superseded_at IS NULL BEGIN {overlap} END"
        )


def _allow_overlap(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ex_{table}_period")
        return
    for moment in ("insert", "update"):
        op.execute(f"DROP TRIGGER {table}_no_overlap_{moment}")
