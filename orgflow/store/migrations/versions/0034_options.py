"""Options of a proposal side by side, at most one of them in hand and one chosen."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "proposal_options",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("letter", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("operations", sa.Text(), nullable=True),
        sa.Column("chosen_reason", sa.Text(), nullable=True),
        sa.Column("chosen_by", sa.String(length=200), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("begun_by", sa.String(length=200), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_options")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_options_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_options_proposal_id")
        ),
        sa.UniqueConstraint("proposal_id", "letter", name=op.f("uq_proposal_options_proposal_id_letter")),
    )
    op.create_index("ix_proposal_options_proposal_id", "proposal_options", ["proposal_id"])
    op.create_index("ix_proposal_options_government_id", "proposal_options", ["government_id"])
    for name, which in _ONE_EACH:
        op.create_index(
            name,
            "proposal_options",
            ["proposal_id"],
            unique=True,
            sqlite_where=sa.text(which),
            postgresql_where=sa.text(which),
        )


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("proposal_options")


_ONE_EACH = (
    ("uq_proposal_options_in_hand", "operations IS NULL"),
    ("uq_proposal_options_chosen", "chosen_at IS NOT NULL"),
)
