"""A proposal's draft regulation: the form that was decided, and what came back from another hand."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; a proposal without a row has an amending draft as it is derived."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "regulation_drafts",
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=True),
        sa.Column("form_reason", sa.Text(), nullable=True),
        sa.Column("form_by", sa.String(length=200), nullable=True),
        sa.Column("form_at", moment, nullable=True),
        sa.Column("returned", sa.Text(), nullable=True),
        sa.Column("returned_file_id", sa.Uuid(), nullable=True),
        sa.Column("returned_by", sa.String(length=200), nullable=True),
        sa.Column("returned_at", moment, nullable=True),
        sa.Column("adopted", sa.Text(), nullable=True),
        sa.Column("adopted_by", sa.String(length=200), nullable=True),
        sa.Column("adopted_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name="fk_regulation_drafts_government_id"
        ),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name="fk_regulation_drafts_proposal_id"),
        sa.ForeignKeyConstraint(
            ["returned_file_id"], ["files.id"], name="fk_regulation_drafts_returned_file_id"
        ),
        sa.PrimaryKeyConstraint("proposal_id", name="pk_regulation_drafts"),
    )
    op.create_index("ix_regulation_drafts_government_id", "regulation_drafts", ["government_id"])


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("regulation_drafts")
