"""Notes put on places of proposals with their threads, meetings, and what was agreed in them."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the four tables."""
    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("place_kind", sa.String(length=60), nullable=False),
        sa.Column("place_key", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("quote_before", sa.String(length=200), nullable=False),
        sa.Column("quote_after", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=60), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        *_owned("notes"),
        _refers("notes", "proposal_id", "proposals"),
        _refers("notes", "author_id", "users"),
        _refers("notes", "step_id", "proposal_steps"),
    )
    op.create_table(
        "note_replies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("note_replies"),
        _refers("note_replies", "note_id", "notes"),
        _refers("note_replies", "author_id", "users"),
        sa.UniqueConstraint("note_id", "sequence", name=op.f("uq_note_replies_note_id_sequence")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("time", sa.String(length=200), nullable=False),
        sa.Column("venue", sa.String(length=500), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("invited", sa.Text(), nullable=False),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("begun_by", sa.String(length=200), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("meetings"),
        _refers("meetings", "proposal_id", "proposals"),
    )
    op.create_table(
        "meeting_points",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("responsible", sa.String(length=60), nullable=False),
        sa.Column("responsible_name", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("done_by", sa.String(length=200), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_id", sa.Uuid(), nullable=True),
        *_owned("meeting_points"),
        _refers("meeting_points", "meeting_id", "meetings"),
        _refers("meeting_points", "note_id", "notes"),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_meeting_points_meeting_id_number")),
    )
    for table, column in _INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Take the tables away."""
    for table in ("meeting_points", "meetings", "note_replies", "notes"):
        op.drop_table(table)


_INDEXED = (
    ("notes", "proposal_id"),
    ("notes", "government_id"),
    ("note_replies", "note_id"),
    ("note_replies", "government_id"),
    ("meetings", "proposal_id"),
    ("meetings", "government_id"),
    ("meeting_points", "meeting_id"),
    ("meeting_points", "government_id"),
)


def _owned(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    return (
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _refers(table, "government_id", "governments"),
    )


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
