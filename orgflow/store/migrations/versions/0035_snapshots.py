"""Frozen files of proposals, by their address and never changed, with what was printed of them."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_FROZEN = ("snapshot_bodies", "proposal_snapshots", "snapshot_files")


def upgrade() -> None:
    """Create the three tables and shut them against changes."""
    op.create_table(
        "snapshot_bodies",
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("government_id", "digest", name=op.f("pk_snapshot_bodies")),
        _refers("snapshot_bodies", "government_id", "governments"),
    )
    op.create_table(
        "proposal_snapshots",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("acted_on", sa.Date(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("taken_by", sa.String(length=200), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("proposal_snapshots"),
        _refers("proposal_snapshots", "proposal_id", "proposals"),
        sa.UniqueConstraint("proposal_id", "number", name=op.f("uq_proposal_snapshots_proposal_id_number")),
    )
    op.create_table(
        "snapshot_files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("snapshot_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        *_owned("snapshot_files"),
        _refers("snapshot_files", "snapshot_id", "proposal_snapshots"),
        _refers("snapshot_files", "file_id", "files"),
        sa.UniqueConstraint("snapshot_id", "name", name=op.f("uq_snapshot_files_snapshot_id_name")),
    )
    for table, column in _INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])
    _shut()


def downgrade() -> None:
    """Take the tables away."""
    for table in reversed(_FROZEN):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_snapshot_change()")


_INDEXED = (
    ("snapshot_bodies", "government_id"),
    ("proposal_snapshots", "proposal_id"),
    ("proposal_snapshots", "government_id"),
    ("snapshot_files", "snapshot_id"),
    ("snapshot_files", "government_id"),
)


def _shut() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'a snapshot is never changed'; END $$"
        )
        for table in _FROZEN:
            op.execute(
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION refuse_snapshot_change()"
            )
        return
    refused = "BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END"
    for table in _FROZEN:
        for act in ("update", "delete"):
            op.execute(f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} {refused}")


def _owned(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    return (
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _refers(table, "government_id", "governments"),
    )


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
