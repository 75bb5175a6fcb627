"""What was believed of a person in office until it was corrected stays readable."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TABLE = "former_officials"


def upgrade() -> None:
    """Add the table; of corrections made before it nothing is known."""
    op.create_table(
        _TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("official_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("nip", sa.String(length=60), nullable=True),
        sa.Column("rank", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("superseded_by", sa.String(length=200), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_former_officials_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["officials.id"], name=op.f("fk_former_officials_official_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_officials")),
    )
    op.create_index(op.f("ix_former_officials_government_id"), _TABLE, ["government_id"], unique=False)
    op.create_index(op.f("ix_former_officials_official_id"), _TABLE, ["official_id"], unique=False)


def downgrade() -> None:
    """Drop it."""
    op.drop_table(_TABLE)
