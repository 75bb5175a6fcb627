"""The code a letter is filed under, where it is another than the office's usual one."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; letters held already bear the office's code."""
    with op.batch_alter_table("letters") as batch:
        batch.add_column(sa.Column("classification", sa.String(length=60), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("letters") as batch:
        batch.drop_column("classification")
