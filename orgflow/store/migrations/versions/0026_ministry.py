"""The ministry's round trip: desks, proofs, incoming letters, items, and answers item by item."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_DESKS = (
    "Direktorat Fasilitasi Kelembagaan dan Kepegawaian Perangkat Daerah",
    "Direktorat Produk Hukum Daerah",
)
_TABLES = (
    "granted_operations",
    "ministry_answers",
    "ministry_items",
    "incoming_letter_proposals",
    "incoming_letters",
    "ministry_proofs",
    "ministry_desks",
)


def upgrade() -> None:
    """Create the tables, and the two desks of every government that stands."""
    _create_desks()
    _create_proofs()
    _create_incoming()
    _create_items()
    _create_answers()


def downgrade() -> None:
    """Take the tables away, and the books of incoming letters."""
    for table in _TABLES:
        op.drop_table(table)
    op.execute("DELETE FROM number_books WHERE register = 'surat_masuk'")


def _create_desks() -> None:
    _table(
        "ministry_desks",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    desks = sa.table(
        "ministry_desks",
        sa.column("id", sa.Uuid()),
        sa.column("government_id", sa.Uuid()),
        sa.column("name", sa.String()),
        sa.column("position", sa.Integer()),
        sa.column("is_active", sa.Boolean()),
        sa.column("revision", sa.Integer()),
    )
    governments = sa.table("governments", sa.column("id", sa.Uuid()))
    for (government_id,) in op.get_bind().execute(sa.select(governments.c.id)).fetchall():
        for position, name in enumerate(_DESKS, start=1):
            op.execute(
                desks.insert().values(
                    id=uuid4(),
                    government_id=government_id,
                    name=name,
                    position=position,
                    is_active=True,
                    revision=1,
                )
            )


def _create_proofs() -> None:
    _table(
        "ministry_proofs",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("method", sa.String(length=60), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        refers={"proposal_id": "proposals", "file_id": "files"},
        found_by=("proposal_id",),
    )


def _create_incoming() -> None:
    _table(
        "incoming_letters",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Uuid(), nullable=True),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.String(length=200), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        refers={"desk_id": "ministry_desks", "file_id": "files"},
        once=("government_id", "year", "sequence"),
    )
    op.create_table(
        "incoming_letter_proposals",
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        *_foreign(
            "incoming_letter_proposals",
            {"letter_id": "incoming_letters", "proposal_id": "proposals", "government_id": "governments"},
        ),
        sa.PrimaryKeyConstraint("letter_id", "proposal_id", name=op.f("pk_incoming_letter_proposals")),
    )
    _index("incoming_letter_proposals", "government_id")


def _create_items() -> None:
    _table(
        "ministry_items",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("place_kind", sa.String(length=60), nullable=False),
        sa.Column("place_named", sa.String(length=500), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("found_at", sa.String(length=500), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        refers={"proposal_id": "proposals", "letter_id": "incoming_letters"},
        once=("proposal_id", "round", "number"),
        found_by=("letter_id",),
    )


def _create_answers() -> None:
    _table(
        "ministry_answers",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        refers={"proposal_id": "proposals", "letter_id": "incoming_letters", "step_id": "proposal_steps"},
        once=("letter_id", "proposal_id"),
        found_by=("proposal_id",),
    )
    _table(
        "granted_operations",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("operation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("become", sa.Text(), nullable=False),
        refers={"answer_id": "ministry_answers"},
        once=("answer_id", "operation_id"),
    )


def _table(
    name: str,
    *columns: "sa.Column[object]",
    refers: dict[str, str] | None = None,
    once: tuple[str, ...] = (),
    found_by: tuple[str, ...] = (),
) -> None:
    unique = [sa.UniqueConstraint(*once, name=op.f(f"uq_{name}_{'_'.join(once)}"))] if once else []
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("government_id", sa.Uuid(), nullable=False),
        *_foreign(name, {"government_id": "governments"} | (refers or {})),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *unique,
    )
    for column in ("government_id", *found_by):
        _index(name, column)


def _foreign(name: str, refers: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}"))
        for column, table in refers.items()
    ]


def _index(name: str, column: str) -> None:
    op.create_index(f"ix_{name}_{column}", name, [column])
