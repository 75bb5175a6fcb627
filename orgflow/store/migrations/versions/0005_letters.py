"""Letters, their templates, files, numbers and books."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "letter_templates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_letter_templates_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_templates")),
        sa.UniqueConstraint(
            "government_id", "kind", "digest", name=op.f("uq_letter_templates_government_id_kind_digest")
        ),
    )
    op.create_index(
        op.f("ix_letter_templates_government_id"), "letter_templates", ["government_id"], unique=False
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("urgency", sa.String(length=60), nullable=False),
        sa.Column("security_class", sa.String(length=60), nullable=False),
        sa.Column("number_source", sa.String(length=60), nullable=False),
        sa.Column("copies", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=True),
        sa.Column("facts_digest", sa.String(length=64), nullable=True),
        sa.Column("template_id", sa.Uuid(), nullable=True),
        sa.Column("signed_file_id", sa.Uuid(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f("fk_letters_government_id")),
        sa.ForeignKeyConstraint(["signed_file_id"], ["files.id"], name=op.f("fk_letters_signed_file_id")),
        sa.ForeignKeyConstraint(
            ["template_id"], ["letter_templates.id"], name=op.f("fk_letters_template_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    op.create_index(op.f("ix_letters_government_id"), "letters", ["government_id"], unique=False)
    op.create_index("ix_letters_number", "letters", ["government_id", "number"], unique=False)
    op.create_table(
        "proposal_letters",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_proposal_letters_government_id")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_proposal_letters_letter_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_letters_proposal_id")
        ),
        sa.PrimaryKeyConstraint("proposal_id", "letter_id", name=op.f("pk_proposal_letters")),
    )
    op.create_index(
        op.f("ix_proposal_letters_government_id"), "proposal_letters", ["government_id"], unique=False
    )
    op.create_table(
        "letter_files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("format", sa.String(length=60), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_letter_files_file_id")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_letter_files_government_id")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_files_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_files")),
        sa.UniqueConstraint("letter_id", "format", name=op.f("uq_letter_files_letter_id_format")),
    )
    op.create_index(op.f("ix_letter_files_government_id"), "letter_files", ["government_id"], unique=False)
    op.create_index(op.f("ix_letter_files_letter_id"), "letter_files", ["letter_id"], unique=False)
    op.create_table(
        "number_books",
        sa.Column("register", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.Column("last_sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_number_books_government_id")
        ),
        sa.PrimaryKeyConstraint("register", "year", "government_id", name=op.f("pk_number_books")),
    )
    op.create_table(
        "letter_numbers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("register", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=60), nullable=False),
        sa.Column("letter_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("taken_by", sa.String(length=200), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_letter_numbers_government_id")
        ),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_numbers_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_numbers")),
        sa.UniqueConstraint(
            "government_id",
            "register",
            "year",
            "sequence",
            name=op.f("uq_letter_numbers_government_id_register_year_sequence"),
        ),
        sa.UniqueConstraint("letter_id", name=op.f("uq_letter_numbers_letter_id")),
    )
    op.create_index(
        op.f("ix_letter_numbers_government_id"), "letter_numbers", ["government_id"], unique=False
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("letter_numbers")
    op.drop_table("number_books")
    op.drop_table("letter_files")
    op.drop_table("proposal_letters")
    op.drop_table("letters")
    op.drop_table("letter_templates")
