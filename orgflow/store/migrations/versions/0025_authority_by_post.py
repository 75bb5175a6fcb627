"""Accounts belong to persons, roles may come with posts, tasks may be lent, and a step says for whom."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is told of accounts and steps, and create both tables; nobody is anybody's deputy yet."""
    with op.batch_alter_table("users") as batch:
        batch.add_column(sa.Column("official_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(op.f("fk_users_official_id"), "officials", ["official_id"], ["id"])
        batch.create_index("ix_users_official_id", ["official_id"])
    op.create_table(
        "roles_of_posts",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_roles_of_posts_government_id")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_roles_of_posts_post_id")),
        sa.PrimaryKeyConstraint("post_id", "role", name=op.f("pk_roles_of_posts")),
    )
    op.create_index("ix_roles_of_posts_government_id", "roles_of_posts", ["government_id"])
    _create_delegations()
    with op.batch_alter_table("proposal_steps") as batch:
        batch.add_column(sa.Column("on_behalf_of", sa.String(length=500), nullable=True))
        batch.add_column(sa.Column("on_behalf_kind", sa.String(length=60), nullable=True))
        batch.add_column(sa.Column("delegation_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("basis", sa.String(length=60), nullable=True))
        batch.add_column(sa.Column("doubt", sa.Text(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_proposal_steps_delegation_id"), "delegations", ["delegation_id"], ["id"]
        )


def _create_delegations() -> None:
    op.create_table(
        "delegations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("principal", sa.String(length=500), nullable=False),
        sa.Column("principal_id", sa.Uuid(), nullable=True),
        sa.Column("official_id", sa.Uuid(), nullable=True),
        sa.Column("post_id", sa.Uuid(), nullable=True),
        sa.Column("delegate_id", sa.Uuid(), nullable=False),
        sa.Column("tasks", sa.String(length=500), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("letter_number", sa.String(length=200), nullable=False),
        sa.Column("letter_date", sa.Date(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recalled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recalled_by", sa.String(length=200), nullable=True),
        sa.Column("recall_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_delegations_period")),
        sa.ForeignKeyConstraint(["delegate_id"], ["users.id"], name=op.f("fk_delegations_delegate_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_delegations_file_id")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_delegations_government_id")
        ),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_delegations_official_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_delegations_post_id")),
        sa.ForeignKeyConstraint(["principal_id"], ["users.id"], name=op.f("fk_delegations_principal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    for column in ("delegate_id", "government_id", "principal_id"):
        op.create_index(f"ix_delegations_{column}", "delegations", [column])


def downgrade() -> None:
    """Drop both tables and the columns."""
    with op.batch_alter_table("proposal_steps") as batch:
        batch.drop_constraint(op.f("fk_proposal_steps_delegation_id"), type_="foreignkey")
        for column in ("doubt", "basis", "delegation_id", "on_behalf_kind", "on_behalf_of"):
            batch.drop_column(column)
    op.drop_table("delegations")
    op.drop_table("roles_of_posts")
    with op.batch_alter_table("users") as batch:
        batch.drop_index("ix_users_official_id")
        batch.drop_constraint(op.f("fk_users_official_id"), type_="foreignkey")
        batch.drop_column("official_id")
