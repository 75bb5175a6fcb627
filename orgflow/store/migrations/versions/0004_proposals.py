"""Proposals, their operations, steps and documents."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("considerations", sa.Text(), nullable=False),
        sa.Column("facts_on", sa.Date(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("base_on", sa.Date(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposals_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["proposals.id"], name=op.f("fk_proposals_predecessor_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_proposals_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index(op.f("ix_proposals_government_id"), "proposals", ["government_id"], unique=False)
    op.create_index(op.f("ix_proposals_unit_id"), "proposals", ["unit_id"], unique=False)
    op.create_table(
        "proposal_drafters",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_drafters_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_drafters_proposal_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_proposal_drafters_user_id")),
        sa.PrimaryKeyConstraint("proposal_id", "user_id", name=op.f("pk_proposal_drafters")),
    )
    op.create_index(
        op.f("ix_proposal_drafters_government_id"), "proposal_drafters", ["government_id"], unique=False
    )
    op.create_table(
        "proposal_instruments",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("instrument_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_instruments_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_proposal_instruments_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_instruments_proposal_id")
        ),
        sa.PrimaryKeyConstraint("proposal_id", "instrument_id", name=op.f("pk_proposal_instruments")),
    )
    op.create_index(
        op.f("ix_proposal_instruments_government_id"), "proposal_instruments", ["government_id"], unique=False
    )
    op.create_table(
        "operations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_operations_government_id")
        ),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name=op.f("fk_operations_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operations")),
        sa.UniqueConstraint("proposal_id", "position", name=op.f("uq_operations_proposal_id_position")),
    )
    op.create_index(op.f("ix_operations_government_id"), "operations", ["government_id"], unique=False)
    op.create_index(op.f("ix_operations_proposal_id"), "operations", ["proposal_id"], unique=False)
    op.create_table(
        "proposal_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("target", sa.String(length=60), nullable=False),
        sa.Column("acted_on", sa.Date(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("is_recorded", sa.Boolean(), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("document_number", sa.String(length=200), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_proposal_steps_actor_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_proposal_steps_file_id")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_steps_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_steps_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_steps")),
        sa.UniqueConstraint("proposal_id", "sequence", name=op.f("uq_proposal_steps_proposal_id_sequence")),
    )
    op.create_index(
        op.f("ix_proposal_steps_government_id"), "proposal_steps", ["government_id"], unique=False
    )
    op.create_index(op.f("ix_proposal_steps_proposal_id"), "proposal_steps", ["proposal_id"], unique=False)
    op.create_table(
        "proposal_documents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("uploaded_by", sa.String(length=200), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_proposal_documents_file_id")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_documents_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_documents_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_documents")),
    )
    op.create_index(
        op.f("ix_proposal_documents_government_id"), "proposal_documents", ["government_id"], unique=False
    )
    op.create_index(
        op.f("ix_proposal_documents_proposal_id"), "proposal_documents", ["proposal_id"], unique=False
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("proposal_documents")
    op.drop_table("proposal_steps")
    op.drop_table("operations")
    op.drop_table("proposal_instruments")
    op.drop_table("proposal_drafters")
    op.drop_table("proposals")
