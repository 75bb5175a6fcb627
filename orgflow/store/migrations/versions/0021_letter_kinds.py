"""What people tell of a letter, and by whose hand it is signed."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both columns; letters held already tell nothing and are signed as is usual."""
    with op.batch_alter_table("letters") as batch:
        batch.add_column(sa.Column("details", sa.Text(), nullable=False, server_default="{}"))
        batch.add_column(sa.Column("signatory", sa.String(length=60), nullable=True))


def downgrade() -> None:
    """Drop both columns."""
    with op.batch_alter_table("letters") as batch:
        batch.drop_column("signatory")
        batch.drop_column("details")
