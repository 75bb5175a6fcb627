"""When a proposal's structure was known, what was answered where it changed, and each carrying over."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the instant, then create both tables."""
    op.add_column("proposals", sa.Column("base_known_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "proposal_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("choice", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("advice", sa.String(length=60), nullable=True),
        sa.Column("advice_note", sa.Text(), nullable=False),
        sa.Column("advised_by", sa.String(length=200), nullable=True),
        sa.Column("advised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_questions_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_questions_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_questions")),
        sa.UniqueConstraint("proposal_id", "key", name=op.f("uq_proposal_questions_proposal_id_key")),
    )
    op.create_index("ix_proposal_questions_government_id", "proposal_questions", ["government_id"])
    op.create_index("ix_proposal_questions_proposal_id", "proposal_questions", ["proposal_id"])
    op.create_table(
        "proposal_rebases",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("old_on", sa.Date(), nullable=False),
        sa.Column("old_known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("new_on", sa.Date(), nullable=False),
        sa.Column("new_known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_rebases_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_rebases_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_rebases")),
        sa.UniqueConstraint("proposal_id", "sequence", name=op.f("uq_proposal_rebases_proposal_id_sequence")),
    )
    op.create_index("ix_proposal_rebases_government_id", "proposal_rebases", ["government_id"])
    op.create_index("ix_proposal_rebases_proposal_id", "proposal_rebases", ["proposal_id"])


def downgrade() -> None:
    """Take both tables away, then the instant."""
    op.drop_table("proposal_rebases")
    op.drop_table("proposal_questions")
    op.drop_column("proposals", "base_known_at")
