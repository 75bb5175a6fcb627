"""Duties compared with another unit's, and what people said of each pair."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "overlap_comparisons",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("begun_by", sa.String(length=200), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_overlap_comparisons_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_overlap_comparisons_proposal_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_overlap_comparisons_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overlap_comparisons")),
        sa.UniqueConstraint(
            "proposal_id", "unit_id", name=op.f("uq_overlap_comparisons_proposal_id_unit_id")
        ),
    )
    op.create_index("ix_overlap_comparisons_government_id", "overlap_comparisons", ["government_id"])
    op.create_index("ix_overlap_comparisons_proposal_id", "overlap_comparisons", ["proposal_id"])
    op.create_table(
        "overlap_judgements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("comparison_id", sa.Uuid(), nullable=False),
        sa.Column("function_id", sa.Uuid(), nullable=False),
        sa.Column("other_function_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("other_text", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=60), nullable=False),
        sa.Column("distinction", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("judged_by", sa.String(length=200), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comparison_id"], ["overlap_comparisons.id"], name=op.f("fk_overlap_judgements_comparison_id")
        ),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_overlap_judgements_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overlap_judgements")),
        sa.UniqueConstraint(
            "comparison_id",
            "function_id",
            "other_function_id",
            name=op.f("uq_overlap_judgements_comparison_id_function_id_other_function_id"),
        ),
    )
    op.create_index("ix_overlap_judgements_comparison_id", "overlap_judgements", ["comparison_id"])
    op.create_index("ix_overlap_judgements_government_id", "overlap_judgements", ["government_id"])


def downgrade() -> None:
    """Take both tables away."""
    op.drop_table("overlap_judgements")
    op.drop_table("overlap_comparisons")
