"""Media partners, counts of media, precedents, and what a proposal rests on."""

from typing import TypeVar

import sqlalchemy as sa
from alembic import op

K = TypeVar("K")

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_CODE, _NAME, _LINE = sa.String(length=60), sa.String(length=200), sa.String(length=500)
_INSTANT = sa.DateTime(timezone=True)


def _needed(kind: sa.types.TypeEngine[K], *names: str) -> tuple[sa.schema.SchemaItem, ...]:
    return tuple(sa.Column(name, kind, nullable=False) for name in names)


def _kept() -> tuple[sa.schema.SchemaItem, ...]:
    """Return the columns of every entry of a register."""
    return (
        *_needed(sa.Boolean(), "is_verified"),
        *_needed(_NAME, "recorded_by"),
        *_needed(_INSTANT, "recorded_at"),
        sa.Column("removed_at", _INSTANT, nullable=True),
        *_needed(sa.Integer(), "revision"),
    )


def _tables() -> dict[str, tuple[sa.schema.SchemaItem, ...]]:
    """Return each table's own columns and constraints, new ones at every call."""
    return {
        "media_partners": (
            *_needed(_CODE, "kind"),
            *_needed(_NAME, "name"),
            sa.Column("starts_on", sa.Date(), nullable=True),
            sa.Column("last_day", sa.Date(), nullable=True),
            *_needed(_NAME, "contact"),
            *_needed(sa.Text(), "note"),
            *_needed(_LINE, "source"),
            *_kept(),
        ),
        "media_partner_counts": (
            *_needed(sa.Date(), "on_day"),
            *_needed(sa.Text(), "counted"),
            *_needed(sa.Integer(), "version"),
            *_needed(_NAME, "recorded_by"),
            *_needed(_INSTANT, "recorded_at"),
            sa.UniqueConstraint(
                "government_id", "on_day", name=op.f("uq_media_partner_counts_government_id_on_day")
            ),
        ),
        "media_partner_imports": (
            *_needed(sa.Uuid(), "file_id"),
            *_needed(_NAME, "file_name", "created_by"),
            *_needed(_INSTANT, "created_at"),
            sa.Column("done_at", _INSTANT, nullable=True),
            sa.ForeignKeyConstraint(
                ["file_id"], ["files.id"], name=op.f("fk_media_partner_imports_file_id_files")
            ),
        ),
        "media_tallies": (
            *_needed(_LINE, "subject"),
            *_needed(sa.Date(), "on_day"),
            *_needed(sa.Integer(), "total"),
            *_needed(sa.Text(), "parts"),
            *_needed(_LINE, "source"),
            *_needed(sa.Text(), "note"),
            *_kept(),
        ),
        "precedents": (
            *_needed(_NAME, "province", "unit_name", "former_name"),
            *_needed(sa.String(length=10), "since"),
            *_needed(_LINE, "regulation", "source"),
            *_needed(sa.String(length=10), "seen"),
            *_needed(_CODE, "stance"),
            *_needed(sa.Text(), "note"),
            *_kept(),
        ),
        "proposal_evidence": (
            *_needed(sa.Uuid(), "proposal_id"),
            *_needed(_CODE, "kind"),
            *_needed(sa.Uuid(), "entry_id"),
            *_needed(sa.Integer(), "number"),
            *_needed(_NAME, "chosen_by"),
            *_needed(_INSTANT, "chosen_at"),
            sa.Column("removed_at", _INSTANT, nullable=True),
            sa.ForeignKeyConstraint(
                ["proposal_id"], ["proposals.id"], name=op.f("fk_proposal_evidence_proposal_id_proposals")
            ),
            sa.UniqueConstraint(
                "proposal_id", "kind", "entry_id", name=op.f("uq_proposal_evidence_proposal_id_kind_entry_id")
            ),
            sa.UniqueConstraint(
                "proposal_id", "kind", "number", name=op.f("uq_proposal_evidence_proposal_id_kind_number")
            ),
        ),
    }


def upgrade() -> None:
    """Make the tables; nothing is in them."""
    for name, columns in _tables().items():
        op.create_table(
            name,
            *_needed(sa.Uuid(), "id", "government_id"),
            *columns,
            sa.ForeignKeyConstraint(
                ["government_id"], ["governments.id"], name=op.f(f"fk_{name}_government_id_governments")
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        )
        op.create_index(op.f(f"ix_{name}_government_id"), name, ["government_id"])
    op.create_index(op.f("ix_proposal_evidence_proposal_id"), "proposal_evidence", ["proposal_id"])


def downgrade() -> None:
    """Drop the tables with all that was recorded in them."""
    for name in reversed(_tables()):
        op.drop_table(name)
