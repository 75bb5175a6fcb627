"""No two present records of one unit hold on the same day: an exclusion constraint, or triggers."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OVERLAP = """
    SELECT RAISE(ABORT, 'unit_versions overlap') WHERE EXISTS (
        SELECT 1 FROM unit_versions AS other
        WHERE other.unit_id = NEW.unit_id AND other.id <> NEW.id AND other.superseded_at IS NULL
          AND (other.valid_to IS NULL OR NEW.valid_from < other.valid_to)
          AND (NEW.valid_to IS NULL OR other.valid_from < NEW.valid_to)
    );
"""


def upgrade() -> None:
    """Add the constraint to whichever database this is."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        op.execute(
            "ALTER TABLE unit_versions ADD CONSTRAINT ex_unit_versions_period EXCLUDE USING gist"
            " (unit_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)"
        )
        return
    for moment in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER unit_versions_no_overlap_{moment.lower()} BEFORE {moment} ON unit_versions"
            f" WHEN NEW.superseded_at IS NULL BEGIN {OVERLAP} END"
        )


def downgrade() -> None:
    """Remove it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE unit_versions DROP CONSTRAINT ex_unit_versions_period")
        return
    for moment in ("insert", "update"):
        op.execute(f"DROP TRIGGER unit_versions_no_overlap_{moment}")
