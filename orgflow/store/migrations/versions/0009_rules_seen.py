"""Rules, guideline names and kinds of unit count how often they were changed, so that two hands show."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = ("structure_rules", "guideline_names", "unit_kinds")


def upgrade() -> None:
    """Begin the counts at 1."""
    for table in _TABLES:
        op.add_column(table, sa.Column("revision", sa.Integer(), server_default="1", nullable=False))


def downgrade() -> None:
    """Drop them."""
    for table in _TABLES:
        op.drop_column(table, "revision")
