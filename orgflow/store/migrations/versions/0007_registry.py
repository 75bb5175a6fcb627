"""Functions, successions, amendments, rules, search words, imports, and posts through time."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "functions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_functions_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_functions")),
        sa.UniqueConstraint("government_id", "code", name=op.f("uq_functions_government_id_code")),
    )
    op.create_index(op.f("ix_functions_government_id"), "functions", ["government_id"], unique=False)
    op.create_table(
        "search_words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "word",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("subject_kind", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_search_words_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_words")),
    )
    op.create_index(op.f("ix_search_words_government_id"), "search_words", ["government_id"], unique=False)
    op.create_index("ix_search_words_subject", "search_words", ["subject_id"], unique=False)
    op.create_index("ix_search_words_word", "search_words", ["government_id", "word"], unique=False)
    op.create_table(
        "structure_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("kind_code", sa.String(length=60), nullable=False),
        sa.Column("below_kind_code", sa.String(length=60), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("echelon", sa.String(length=60), nullable=True),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_structure_rules_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structure_rules")),
    )
    op.create_index(
        op.f("ix_structure_rules_government_id"), "structure_rules", ["government_id"], unique=False
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_imports_file_id")),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f("fk_imports_government_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_government_id"), "imports", ["government_id"], unique=False)
    op.create_table(
        "function_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("function_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_from < valid_to", name=op.f("ck_function_versions_period")
        ),
        sa.ForeignKeyConstraint(
            ["function_id"], ["functions.id"], name=op.f("fk_function_versions_function_id")
        ),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_function_versions_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_function_versions_instrument_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_function_versions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_function_versions")),
    )
    op.create_index(
        op.f("ix_function_versions_function_id"), "function_versions", ["function_id"], unique=False
    )
    op.create_index(
        op.f("ix_function_versions_government_id"), "function_versions", ["government_id"], unique=False
    )
    op.create_index(op.f("ix_function_versions_unit_id"), "function_versions", ["unit_id"], unique=False)
    op.create_table(
        "instrument_amendments",
        sa.Column("instrument_id", sa.Uuid(), nullable=False),
        sa.Column("amended_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amended_id"], ["instruments.id"], name=op.f("fk_instrument_amendments_amended_id")
        ),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_instrument_amendments_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_instrument_amendments_instrument_id")
        ),
        sa.PrimaryKeyConstraint("instrument_id", "amended_id", name=op.f("pk_instrument_amendments")),
    )
    op.create_index(
        op.f("ix_instrument_amendments_government_id"),
        "instrument_amendments",
        ["government_id"],
        unique=False,
    )
    op.create_table(
        "post_versions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("echelon", sa.String(length=60), nullable=True),
        sa.Column("functional_rank", sa.String(length=60), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("recorded_by", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name=op.f("ck_post_versions_period")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_post_versions_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_post_versions_instrument_id")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_versions_post_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_post_versions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_versions")),
    )
    op.create_index(op.f("ix_post_versions_government_id"), "post_versions", ["government_id"], unique=False)
    op.create_index(op.f("ix_post_versions_post_id"), "post_versions", ["post_id"], unique=False)
    op.create_index(op.f("ix_post_versions_unit_id"), "post_versions", ["unit_id"], unique=False)
    op.create_table(
        "unit_successions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("instrument_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("recorded_by", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_unit_successions_government_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_unit_successions_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["units.id"], name=op.f("fk_unit_successions_predecessor_id")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["units.id"], name=op.f("fk_unit_successions_successor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_successions")),
        sa.UniqueConstraint(
            "predecessor_id", "successor_id", name=op.f("uq_unit_successions_predecessor_id_successor_id")
        ),
    )
    op.create_index(
        op.f("ix_unit_successions_government_id"), "unit_successions", ["government_id"], unique=False
    )
    op.create_index(
        op.f("ix_unit_successions_successor_id"), "unit_successions", ["successor_id"], unique=False
    )
    op.add_column("unit_versions", sa.Column("recorded_by", sa.String(length=200), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("unit_versions", "recorded_by")
    op.drop_table("unit_successions")
    op.drop_table("post_versions")
    op.drop_table("instrument_amendments")
    op.drop_table("function_versions")
    op.drop_table("imports")
    op.drop_table("structure_rules")
    op.drop_table("search_words")
    op.drop_table("functions")
