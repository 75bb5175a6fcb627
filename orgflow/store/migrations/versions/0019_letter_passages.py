"""What offices write in a letter's passages, and the Word files of letters that come back."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "letter_passages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("upon", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_letter_passages_government_id")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_passages_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_passages")),
        sa.UniqueConstraint("letter_id", "key", name=op.f("uq_letter_passages_letter_id_key")),
    )
    op.create_table(
        "letter_returns",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("brought_by", sa.String(length=200), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_letter_returns_government_id")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_returns_letter_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_letter_returns_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_returns")),
    )
    for table in ("letter_passages", "letter_returns"):
        for column in ("government_id", "letter_id"):
            op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Take both tables away."""
    op.drop_table("letter_returns")
    op.drop_table("letter_passages")
