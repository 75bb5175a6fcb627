"""A kind of unit says how its units stand to their superior: below it, or beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let every kind held so far stand below its superior."""
    op.add_column("unit_kinds", sa.Column("standing", sa.String(length=60), nullable=True))
    op.execute("UPDATE unit_kinds SET standing = 'line'")
    with op.batch_alter_table("unit_kinds") as batch:
        batch.alter_column("standing", existing_type=sa.String(length=60), nullable=False)


def downgrade() -> None:
    """Take the column away."""
    with op.batch_alter_table("unit_kinds") as batch:
        batch.drop_column("standing")
