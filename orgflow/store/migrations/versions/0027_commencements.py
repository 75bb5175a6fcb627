"""Days of commencement, what was written for them, and what follows; begun for what is held already."""

import json
import uuid
from typing import TypeVar

import sqlalchemy as sa
from alembic import op

K = TypeVar("K")

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_CUSTOM = "Kebiasaan kantor; dasar hukumnya belum diisi"
_INAUGURATION = (
    "Setelah nomenklatur berubah, pejabat di beberapa daerah dikukuhkan kembali (Gunungkidul 2020, Padang "
    "Pariaman 2021, menurut berita); dasar hukumnya belum dibaca"
)
_ELECTION = (
    "UU 10/2016 Pasal 71 ayat (2): penggantian pejabat dilarang sejak 6 bulan sebelum penetapan calon sampai "
    "akhir masa jabatan, kecuali dengan persetujuan tertulis Menteri; dibaca dari berita, naskahnya belum "
    "diperiksa"
)
_ACTING = (
    "PP 49/2008 Pasal 132A: penjabat atau pelaksana tugas kepala daerah tidak melakukan mutasi pegawai tanpa "
    "persetujuan; dibaca dari berita, naskahnya belum diperiksa"
)
_VISIBLE, _HELD = "names structure", "names structure posts"
_EVERYTHING = "names structure posts duties"
_TASKS = (
    ("PENGUKUHAN", "Pengukuhan pejabat yang nama jabatannya berubah", "BKD", _HELD, _INAUGURATION),
    ("CAP", "Cap dinas dan cap jabatan diganti", "unit yang berubah", _VISIBLE, _CUSTOM),
    ("KOP", "Kop surat diganti", "unit yang berubah", _VISIBLE, _CUSTOM),
    ("PAPAN_NAMA", "Papan nama diganti", "unit yang berubah", _VISIBLE, _CUSTOM),
    ("DPA_SIPD", "DPA dan kode unit di SIPD disesuaikan", "BPKAD", _VISIBLE, _CUSTOM),
    ("SIASN", "Unit dan jabatan di SIASN disesuaikan", "BKD", _HELD, _CUSTOM),
    ("ASET", "Pencatatan aset dialihkan ke unit yang baru", "BPKAD", _VISIBLE, _CUSTOM),
    ("ANJAB", "Analisis jabatan dimutakhirkan", "Biro Organisasi", _EVERYTHING, _CUSTOM),
    ("ABK", "Analisis beban kerja dimutakhirkan", "Biro Organisasi", _EVERYTHING, _CUSTOM),
    ("JDIH", "Pergub diunggah ke JDIH dan dibagikan kepada unit", "Biro Hukum", _EVERYTHING, _CUSTOM),
)
"""Code, title, who usually does it, kinds of change, basis: none of them was verified."""
_INAUGURATIONS = (("near_election", 6, _ELECTION), ("acting_head", None, _ACTING))

_LINE, _NAME, _CODE = sa.String(length=500), sa.String(length=200), sa.String(length=60)
_INSTANT = sa.DateTime(timezone=True)
_UNIQUE = {
    "commencement_days": "sequence",
    "commencements": "sequence",
    "commencement_answers": "key",
    "follow_ups": "code",
}


def _needed(kind: sa.types.TypeEngine[K], *names: str) -> tuple[sa.schema.SchemaItem, ...]:
    return tuple(sa.Column(name, kind, nullable=False) for name in names)


def _tables() -> dict[str, tuple[sa.schema.SchemaItem, ...]]:
    """Return the columns of what belongs to a proposal, new ones at every call."""
    return {
        "commencement_days": (
            *_needed(sa.Integer(), "sequence"),
            sa.Column("effective_on", sa.Date(), nullable=True),
            *_needed(sa.Text(), "reason"),
            *_needed(_NAME, "recorded_by"),
            *_needed(_INSTANT, "recorded_at"),
        ),
        "commencements": (
            *_needed(sa.Integer(), "sequence", "follow_ups"),
            *_needed(sa.Date(), "effective_on"),
            *_needed(sa.Text(), "operations", "left_out", "touched"),
            *_needed(_NAME, "written_by"),
            *_needed(_INSTANT, "written_at"),
        ),
        "commencement_answers": (
            *_needed(sa.String(length=64), "key"),
            *_needed(sa.Text(), "told", "note"),
            *_needed(_CODE, "choice"),
            *_needed(_NAME, "answered_by"),
            *_needed(_INSTANT, "answered_at"),
        ),
        "follow_ups": (
            *_needed(_CODE, "code", "state"),
            *_needed(_LINE, "title", "usual"),
            *_needed(_NAME, "who", "changed_by"),
            sa.Column("acted_on", sa.Date(), nullable=True),
            *_needed(sa.Text(), "note", "reason"),
            sa.Column("file_id", sa.Uuid(), nullable=True),
            *_needed(sa.Integer(), "position", "revision"),
            *_needed(_INSTANT, "changed_at"),
        ),
    }


_STEPS = sa.table(
    "proposal_steps",
    sa.column("proposal_id", sa.Uuid()),
    sa.column("government_id", sa.Uuid()),
    sa.column("action"),
    sa.column("actor_name"),
    sa.column("recorded_at", _INSTANT),
)
_LINKED = sa.table(
    "proposal_instruments", sa.column("proposal_id", sa.Uuid()), sa.column("instrument_id", sa.Uuid())
)
_INSTRUMENTS = sa.table("instruments", sa.column("id", sa.Uuid()), sa.column("effective_on", sa.Date()))
_OPERATIONS = sa.table(
    "operations", sa.column("proposal_id", sa.Uuid()), sa.column("position"), sa.column("body")
)
_BEGUN = ("id", "government_id", "proposal_id")
_DAYS = sa.table(
    "commencement_days",
    *(sa.column(name, sa.Uuid()) for name in _BEGUN),
    sa.column("sequence"),
    sa.column("effective_on", sa.Date()),
    sa.column("reason"),
    sa.column("recorded_by"),
    sa.column("recorded_at", _INSTANT),
)
_WRITTEN = sa.table(
    "commencements",
    *(sa.column(name, sa.Uuid()) for name in _BEGUN),
    sa.column("sequence"),
    sa.column("effective_on", sa.Date()),
    *(sa.column(name) for name in ("operations", "left_out", "touched", "follow_ups", "written_by")),
    sa.column("written_at", _INSTANT),
)
_VERSIONS = {
    things: sa.table(
        table,
        sa.column(f"{thing}_id", sa.Uuid()),
        sa.column("recorded_at", _INSTANT),
        *((sa.column("proposal_id", sa.Uuid()),) if thing == "unit" else ()),
    )
    for things, thing, table in (
        ("units", "unit", "unit_versions"),
        ("posts", "post", "post_versions"),
        ("functions", "function", "function_versions"),
        ("appointments", "appointment", "appointments"),
    )
}


def upgrade() -> None:
    """Create the tables; what is held already begins with rules, days, and what was written."""
    for name, columns in _tables().items():
        _create_of_proposal(name, columns)
    op.create_table(
        "commencement_holds",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("code", _CODE, nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("found_at", _INSTANT, nullable=False),
        sa.Column("settled_at", _INSTANT, nullable=True),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        *_belongs("commencement_holds"),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_commencement_holds")),
    )
    op.create_index("ix_commencement_holds_government_id", "commencement_holds", ["government_id"])
    _create_rules()
    _begin_commencements()


def downgrade() -> None:
    """Take all tables away."""
    for name in ("inauguration_rules", "follow_up_rules", "commencement_holds", *reversed(_UNIQUE)):
        op.drop_table(name)


def _belongs(name: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}s.id"], name=op.f(f"fk_{name}_{owner}_id"))
        for owner in ("government", "proposal")
    )


def _create_of_proposal(name: str, columns: tuple[sa.schema.SchemaItem, ...]) -> None:
    files: tuple[sa.schema.SchemaItem, ...] = ()
    if name == "follow_ups":
        files = (sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_follow_ups_file_id")),)
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("government_id", sa.Uuid(), nullable=False),
        *_belongs(name),
        *files,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint(
            "proposal_id", _UNIQUE[name], name=op.f(f"uq_{name}_proposal_id_{_UNIQUE[name]}")
        ),
    )
    for owner in ("government_id", "proposal_id"):
        op.create_index(f"ix_{name}_{owner}", name, [owner])


def _ruled(name: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return what both sets of rules bear."""
    return (
        *_needed(sa.Uuid(), "id", "government_id"),
        *_needed(sa.Boolean(), "is_verified"),
        *_needed(sa.Integer(), "position", "revision"),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f(f"fk_{name}_government_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _create_rules() -> None:
    tasks = op.create_table(
        "follow_up_rules",
        *_needed(_CODE, "code"),
        *_needed(_LINE, "title", "usual", "kinds"),
        *_needed(sa.Text(), "basis"),
        *_needed(sa.Boolean(), "is_active"),
        *_ruled("follow_up_rules"),
        sa.UniqueConstraint("government_id", "code", name=op.f("uq_follow_up_rules_government_id_code")),
    )
    inaugurations = op.create_table(
        "inauguration_rules",
        *_needed(_CODE, "form"),
        sa.Column("months", sa.Integer(), nullable=True),
        *_needed(sa.Text(), "citation"),
        *_ruled("inauguration_rules"),
    )
    for name in ("follow_up_rules", "inauguration_rules"):
        op.create_index(f"ix_{name}_government_id", name, ["government_id"])
    governments = sa.table("governments", sa.column("id", sa.Uuid()))
    for government_id in op.get_bind().execute(sa.select(governments.c.id)).scalars().all():
        of = {"government_id": government_id, "is_verified": False, "revision": 1}
        op.bulk_insert(
            tasks,
            [
                dict(zip(("code", "title", "usual", "kinds", "basis"), task, strict=True))
                | of
                | {"id": uuid.uuid4(), "is_active": True, "position": position}
                for position, task in enumerate(_TASKS, start=1)
            ],
        )
        op.bulk_insert(
            inaugurations,
            [
                dict(zip(("form", "months", "citation"), rule, strict=True))
                | of
                | {"id": uuid.uuid4(), "position": position}
                for position, rule in enumerate(_INAUGURATIONS, start=1)
            ],
        )


def _begin_commencements() -> None:
    """Enter the day that each regulation had, and what each commencement wrote."""
    bind = op.get_bind()
    taken = bind.execute(
        sa.select(_STEPS)
        .where(_STEPS.c.action.in_(("promulgate", "commence")))
        .order_by(_STEPS.c.recorded_at)
    )
    for proposal_id, owner, action, who, at in taken.all():
        day = bind.execute(
            sa.select(_INSTRUMENTS.c.effective_on)
            .join(_LINKED, _LINKED.c.instrument_id == _INSTRUMENTS.c.id)
            .where(_LINKED.c.proposal_id == proposal_id)
        ).scalar()
        row = {"id": uuid.uuid4(), "government_id": owner, "proposal_id": proposal_id, "sequence": 1}
        row |= {"effective_on": day}
        if action == "promulgate":
            bind.execute(sa.insert(_DAYS), row | {"reason": "", "recorded_by": who, "recorded_at": at})
        elif day is not None:
            written = {"left_out": "", "follow_ups": 0, "written_by": who, "written_at": at}
            written |= {"operations": _operations(proposal_id), "touched": _touched(proposal_id)}
            bind.execute(sa.insert(_WRITTEN), row | written)


def _operations(proposal_id: uuid.UUID) -> str:
    bodies = op.get_bind().execute(
        sa.select(_OPERATIONS.c.body)
        .where(_OPERATIONS.c.proposal_id == proposal_id)
        .order_by(_OPERATIONS.c.position)
    )
    return json.dumps(list(bodies.scalars()), ensure_ascii=False)


def _touched(proposal_id: uuid.UUID) -> str:
    """Return what was recorded at the very moment at which the proposal first wrote a unit."""
    bind, units = op.get_bind(), _VERSIONS["units"]
    mine = sa.select(sa.func.min(units.c.recorded_at)).where(units.c.proposal_id == proposal_id)
    at = bind.execute(mine).scalar()
    found: dict[str, list[str]] = {}
    for key, table in _VERSIONS.items():
        rows = bind.execute(sa.select(table.c[f"{key[:-1]}_id"]).where(table.c.recorded_at == at)).scalars()
        found[key] = sorted({str(held) for held in rows}) if at is not None else []
    return json.dumps(found)
