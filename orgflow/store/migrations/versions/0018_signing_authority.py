"""Mandates to sign in another post's name, and the rules of who may sign what, begun for every government."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_STRATEGIC = (
    "UU 30/2014 tentang Administrasi Pemerintahan Pasal 14 ayat (7): Plt. dan Plh. tidak berwenang "
    "mengambil keputusan strategis yang berdampak pada perubahan status hukum pada aspek organisasi, "
    "kepegawaian, dan alokasi anggaran; dibaca dari salinan publik, naskah lembaran negaranya belum "
    "diperiksa"
)
_PERIOD = "Ketentuan daerah yang lama; dasar yang berlaku sekarang belum dibaca"
_LETTER = "Kebiasaan kantor: penunjukan dibuktikan dengan suratnya; pasalnya belum dibaca"
_FORM = "Kebiasaan tata naskah dinas; pasalnya belum dibaca"
_RULES = (
    (
        "strategic_decision",
        "regulation decree proposal ministry_answer",
        "plt plh",
        "",
        None,
        _STRATEGIC,
        "needs_reason",
    ),
    ("term_too_long", "", "plh", "", 3, _PERIOD, "warns"),
    ("term_too_long", "", "plt", "", 12, _PERIOD, "warns"),
    ("appointment_letter_missing", "", "plt plh pj pjs", "", None, _LETTER, "warns"),
    ("mandate_letter_missing", "", "", "", None, _LETTER, "warns"),
    ("not_on_behalf", "regulation decree promulgation", "", "", None, _FORM, "refuses"),
    ("kept_to", "regulation decree proposal", "", "governor", None, _FORM, "refuses"),
    ("kept_to", "ministry_answer", "", "governor secretary", None, _FORM, "refuses"),
    ("kept_to", "promulgation", "", "secretary", None, _FORM, "refuses"),
)
"""Code, kinds, capacities, roles, months, citation, severity: none of them was verified."""


def upgrade() -> None:
    """Create both tables; governments held already begin with the rules that a new one begins with."""
    op.create_table(
        "mandates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("giver_post_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_post_id", sa.Uuid(), nullable=False),
        sa.Column("kinds", sa.String(length=500), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("letter", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name=op.f("ck_mandates_period")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_mandates_government_id")
        ),
        sa.ForeignKeyConstraint(["giver_post_id"], ["posts.id"], name=op.f("fk_mandates_giver_post_id")),
        sa.ForeignKeyConstraint(
            ["receiver_post_id"], ["posts.id"], name=op.f("fk_mandates_receiver_post_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
    )
    for column in ("government_id", "giver_post_id", "receiver_post_id"):
        op.create_index(f"ix_mandates_{column}", "mandates", [column])
    rules = op.create_table(
        "signing_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("kinds", sa.String(length=500), nullable=False),
        sa.Column("capacities", sa.String(length=500), nullable=False),
        sa.Column("roles", sa.String(length=500), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("severity", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_signing_rules_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_rules")),
    )
    op.create_index("ix_signing_rules_government_id", "signing_rules", ["government_id"])
    governments = sa.table("governments", sa.column("id", sa.Uuid()))
    held = op.get_bind().execute(sa.select(governments.c.id)).scalars().all()
    rows = [_row(government_id, number, rule) for government_id in held for number, rule in _numbered()]
    if rows:
        op.bulk_insert(rules, rows)


def downgrade() -> None:
    """Take both tables away."""
    op.drop_table("signing_rules")
    op.drop_table("mandates")


def _numbered() -> list[tuple[int, tuple[str | int | None, ...]]]:
    return list(enumerate(_RULES, start=1))


def _row(
    government_id: uuid.UUID, number: int, rule: tuple[str | int | None, ...]
) -> dict[str, uuid.UUID | str | int | bool | None]:
    names = ("code", "kinds", "capacities", "roles", "months", "citation", "severity")
    return {
        **dict(zip(names, rule, strict=True)),
        "id": uuid.uuid4(),
        "government_id": government_id,
        "is_verified": False,
        "position": number,
        "revision": 1,
    }
