"""A number given elsewhere names one letter that is not void, and one regulation of its kind and year."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_NUMBERED_ELSEWHERE = sa.text("state <> 'void' AND number_source <> 'own_book'")


def upgrade() -> None:
    """Add the two indexes; refused by the database while a number stands twice."""
    op.create_index(
        "uq_letters_number",
        "letters",
        ["government_id", "number"],
        unique=True,
        sqlite_where=_NUMBERED_ELSEWHERE,
        postgresql_where=_NUMBERED_ELSEWHERE,
    )
    op.create_index(
        "uq_instruments_number", "instruments", ["government_id", "kind", "number", "year"], unique=True
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_index("uq_instruments_number", table_name="instruments")
    op.drop_index("uq_letters_number", table_name="letters")
