"""A succession can be superseded, as every other record of the registry; one of a pair is believed."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TABLE = "unit_successions"
_TWICE = "uq_unit_successions_predecessor_id_successor_id"
_BELIEVED = "uq_unit_successions_believed"
_PAIR = ["predecessor_id", "successor_id"]


def upgrade() -> None:
    """Let a pair be recorded anew once its record is superseded."""
    with op.batch_alter_table(_TABLE) as batch:
        batch.drop_constraint(_TWICE, type_="unique")
        batch.add_column(sa.Column("reason", sa.Text(), nullable=True))
        batch.add_column(sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True))
    present = sa.text("superseded_at IS NULL")
    op.create_index(_BELIEVED, _TABLE, _PAIR, unique=True, sqlite_where=present, postgresql_where=present)


def downgrade() -> None:
    """Forget what was superseded, which the older form cannot keep."""
    op.execute("DELETE FROM unit_successions WHERE superseded_at IS NOT NULL")
    op.drop_index(_BELIEVED, table_name=_TABLE)
    with op.batch_alter_table(_TABLE) as batch:
        batch.drop_column("superseded_at")
        batch.drop_column("reason")
        batch.create_unique_constraint(_TWICE, _PAIR)
