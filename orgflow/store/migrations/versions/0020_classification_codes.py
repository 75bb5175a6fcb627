"""Classification codes with their retention, begun for every government."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_SOURCE = (
    "Permendagri 83/2022 menurut salinan daftar kode sebuah kabupaten; naskah peraturannya belum diperiksa"
)
_ROWS = (
    ("000.1.5", "Rapat pimpinan", None, None, None),
    ("000.8", "Organisasi dan tata laksana", None, None, None),
    ("000.8.1", "Struktur organisasi pemerintah daerah", None, None, None),
    ("000.8.1.1", "Pembentukan struktur organisasi", 2, 3, "kept"),
    ("000.8.1.2", "Pengubahan struktur organisasi", 2, 3, "kept"),
    ("000.8.1.3", "Pembubaran struktur organisasi", 2, 3, "kept"),
    ("000.8.2", "Uraian jabatan dan tata kerja", None, None, None),
    ("000.8.2.1", "Analisis jabatan", 2, 3, "kept"),
    ("000.8.2.2", "Analisis beban kerja", 2, 3, "kept"),
    ("000.8.3", "Ketatalaksanaan", None, None, None),
    ("000.8.3.1", "Proses bisnis", 2, 3, "kept"),
    ("000.8.3.2", "Standar pelayanan", 2, 3, "kept"),
    ("000.8.3.3", "Standar operasional prosedur", 2, 3, "kept"),
    ("000.8.3.4", "Pelayanan publik", 2, 3, "kept"),
    ("000.8.4", "Standar kompetensi jabatan", 2, 3, "kept"),
    ("000.8.5", "Evaluasi kelembagaan", 2, 3, "destroyed"),
    ("000.8.6", "Penguatan reformasi birokrasi", None, None, None),
    ("000.8.6.1", "Budaya kerja", 2, 3, "destroyed"),
    ("000.8.6.2", "Penilaian mandiri pelaksanaan reformasi birokrasi", 2, 3, "destroyed"),
    ("000.8.6.3", "Sistem akuntabilitas kinerja instansi pemerintah", 2, 3, "destroyed"),
    ("100.3.2", "Rancangan peraturan", None, None, None),
    ("100.3.3", "Keputusan pimpinan", None, None, None),
    ("400.14", "Hubungan masyarakat", None, None, None),
    ("400.14.1", "Keprotokolan", None, None, None),
    ("400.14.1.1", "Acara kedinasan", 2, 3, "destroyed"),
    ("400.14.1.2", "Buku tamu", 1, 1, "destroyed"),
    ("400.14.1.3", "Agenda pimpinan", 2, 3, "destroyed"),
    ("400.14.1.4", "Kunjungan dinas", 2, 3, "kept"),
    ("400.14.3", "Dokumentasi atau liputan kegiatan pimpinan", 1, 3, "kept"),
    ("400.14.4", "Informasi kelembagaan", None, None, None),
    ("400.14.4.1", "Kliping", 1, 1, "destroyed"),
    ("400.14.4.2", "Brosur", 1, 1, "destroyed"),
    ("400.14.4.3", "Pemberitaan", 1, 1, "destroyed"),
    ("400.14.5.6", "Hubungan dengan media massa", 1, 1, "destroyed"),
    ("400.14.7", "Bahan atau materi pidato", 1, 1, "kept"),
    ("400.14.8", "Penerbitan media cetak dan elektronik", 1, 1, "destroyed"),
    ("400.14.9", "Publikasi media cetak dan elektronik", 1, 1, "destroyed"),
)
"""Code, title, years active, years inactive, final fate: none of them was verified."""


def upgrade() -> None:
    """Create the table; governments held already begin with the codes that a new one begins with."""
    codes = op.create_table(
        "classification_codes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("active_years", sa.Integer(), nullable=True),
        sa.Column("inactive_years", sa.Integer(), nullable=True),
        sa.Column("fate", sa.String(length=60), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_classification_codes_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classification_codes")),
        sa.UniqueConstraint("government_id", "code", name=op.f("uq_classification_codes_government_id_code")),
    )
    op.create_index("ix_classification_codes_government_id", "classification_codes", ["government_id"])
    governments = sa.table("governments", sa.column("id", sa.Uuid()))
    held = op.get_bind().execute(sa.select(governments.c.id)).scalars().all()
    rows = [_row(government_id, row) for government_id in held for row in _ROWS]
    if rows:
        op.bulk_insert(codes, rows)


def downgrade() -> None:
    """Take the table away."""
    op.drop_table("classification_codes")


def _row(
    government_id: uuid.UUID, row: tuple[str, str, int | None, int | None, str | None]
) -> dict[str, uuid.UUID | str | int | bool | None]:
    names = ("code", "title", "active_years", "inactive_years", "fate")
    return {
        **dict(zip(names, row, strict=True)),
        "id": uuid.uuid4(),
        "government_id": government_id,
        "source": _SOURCE,
        "is_verified": False,
        "ended_on": None,
        "revision": 1,
    }
