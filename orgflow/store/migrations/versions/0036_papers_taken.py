"""A document can be what is made of the proposal itself: it is then kept in no file."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_TABLE = "proposal_documents"


def upgrade() -> None:
    """Let a document be without a file."""
    with op.batch_alter_table(_TABLE) as batch:
        batch.alter_column("file_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    """Forget which documents were taken as they are made, which the older form cannot keep."""
    op.execute("DELETE FROM proposal_documents WHERE file_id IS NULL")
    with op.batch_alter_table(_TABLE) as batch:
        batch.alter_column("file_id", existing_type=sa.Uuid(), nullable=False)
