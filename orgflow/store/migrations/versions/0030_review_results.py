"""The results of harmonisation and facilitation are documents that the office asks for."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_RESULTS = (
    (
        "HASIL_HARMONISASI",
        "Hasil harmonisasi rancangan Peraturan Gubernur",
        "UU 13/2022 Pasal 58 dan Pasal 97D menurut sumber kedua; di sini belum diverifikasi",
    ),
    (
        "HASIL_FASILITASI",
        "Hasil fasilitasi rancangan Peraturan Gubernur",
        "Permendagri 80/2015 sebagaimana diubah dengan Permendagri 120/2018; di sini belum diverifikasi",
    ),
)
_documents = sa.table(
    "required_documents",
    sa.column("id", sa.Uuid()),
    sa.column("government_id", sa.Uuid()),
    sa.column("code", sa.String()),
    sa.column("title", sa.String()),
    sa.column("necessity", sa.String()),
    sa.column("needed_for", sa.String()),
    sa.column("basis", sa.String()),
    sa.column("is_verified", sa.Boolean()),
    sa.column("is_derived", sa.Boolean()),
    sa.column("position", sa.Integer()),
)
_steps = sa.table("proposal_steps", sa.column("outcome", sa.String()))


def upgrade() -> None:
    """Ask for both results where an office has a list of documents, after what it asks for already."""
    bind = op.get_bind()
    last = sa.select(_documents.c.government_id, sa.func.max(_documents.c.position).label("last"))
    for row in bind.execute(last.group_by(_documents.c.government_id)).all():
        held = sa.select(_documents.c.code).where(_documents.c.government_id == row.government_id)
        known = set(bind.execute(held).scalars())
        for place, (code, title, basis) in enumerate(_RESULTS, start=row.last + 1):
            if code not in known:
                bind.execute(
                    sa.insert(_documents).values(_asked(row.government_id, code, title, basis, place))
                )


def downgrade() -> None:
    """Ask for neither any more; a result with notes is then a finished one."""
    codes = [code for code, _, _ in _RESULTS]
    op.get_bind().execute(sa.delete(_documents).where(_documents.c.code.in_(codes)))
    noted = sa.update(_steps).where(_steps.c.outcome == "finished_with_notes")
    op.get_bind().execute(noted.values(outcome="finished"))


def _asked(government_id: object, code: str, title: str, basis: str, place: int) -> dict[str, object]:
    return {
        "id": uuid4(),
        "government_id": government_id,
        "code": code,
        "title": title,
        "necessity": "required",
        "needed_for": "enactment",
        "basis": basis,
        "is_verified": False,
        "is_derived": False,
        "position": place,
    }
