"""The audit's events are append-only, and its head bears a seal of its own and never goes back."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_REFUSED = "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END"
_SQLITE = {
    "audit_events_no_update": f"BEFORE UPDATE ON audit_events {_REFUSED}",
    "audit_events_no_delete": f"BEFORE DELETE ON audit_events {_REFUSED}",
    "audit_heads_no_delete": f"BEFORE DELETE ON audit_heads {_REFUSED}",
    "audit_heads_no_return": f"BEFORE UPDATE ON audit_heads WHEN NEW.length < OLD.length {_REFUSED}",
}
_POSTGRESQL = {
    "audit_events_no_update": ("audit_events", "BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW"),
    "audit_events_no_truncate": ("audit_events", "BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT"),
    "audit_heads_no_delete": ("audit_heads", "BEFORE DELETE ON audit_heads FOR EACH ROW"),
    "audit_heads_no_truncate": ("audit_heads", "BEFORE TRUNCATE ON audit_heads FOR EACH STATEMENT"),
    "audit_heads_no_return": (
        "audit_heads",
        "BEFORE UPDATE ON audit_heads FOR EACH ROW WHEN (NEW.length < OLD.length)",
    ),
}


def upgrade() -> None:
    """Add the head's mark, then shut both tables."""
    op.add_column("audit_heads", sa.Column("mark", sa.String(length=64), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$"
        )
        for name, (_, when) in _POSTGRESQL.items():
            op.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION refuse_audit_change()")
        return
    for name, when in _SQLITE.items():
        op.execute(f"CREATE TRIGGER {name} {when}")


def downgrade() -> None:
    """Open both tables, and take the mark away."""
    if op.get_bind().dialect.name == "postgresql":
        for name, (table, _) in _POSTGRESQL.items():
            op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute("DROP FUNCTION refuse_audit_change()")
    else:
        for name in _SQLITE:
            op.execute(f"DROP TRIGGER {name}")
    op.drop_column("audit_heads", "mark")
