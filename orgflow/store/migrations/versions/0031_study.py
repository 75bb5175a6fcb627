"""Studies of proposals: the form chosen, sections, and their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "studies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("chosen_by", sa.String(length=200), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("studies"),
        _refers("studies", "proposal_id", "proposals"),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_studies_proposal_id")),
    )
    op.create_table(
        "study_sections",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("upon", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("study_sections"),
        _refers("study_sections", "proposal_id", "proposals"),
        sa.UniqueConstraint("proposal_id", "key", name=op.f("uq_study_sections_proposal_id_key")),
    )
    op.create_table(
        "study_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("section_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=60), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(length=200), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        *_owned("study_versions"),
        _refers("study_versions", "section_id", "study_sections"),
        sa.UniqueConstraint("section_id", "number", name=op.f("uq_study_versions_section_id_number")),
    )
    for table, column in _INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Take the tables away."""
    for table in ("study_versions", "study_sections", "studies"):
        op.drop_table(table)


_INDEXED = (
    ("studies", "government_id"),
    ("study_sections", "proposal_id"),
    ("study_sections", "government_id"),
    ("study_versions", "section_id"),
    ("study_versions", "government_id"),
)


def _owned(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    return (
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _refers(table, "government_id", "governments"),
    )


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
