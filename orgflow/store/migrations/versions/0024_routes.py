"""Routes of approval as rows, begun for every government, and the steps of the road named by them."""

import json
import uuid
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_STEPS = (
    ("unit", "unit_review", 1, "approval", "Kepala unit pengusul", "review_as_unit", False),
    ("organisation", "org_review", 2, "approval", "Biro Organisasi", "review_as_organisation", False),
    ("legal", "legal_review", 3, "approval", "Biro Hukum", "review_as_legal", False),
    ("assistant", "initialling", 4, "paraf", "Asisten", "paraf_as_assistant", True),
    ("secretary", "initialling", 5, "paraf", "Sekretaris Daerah", "paraf_as_secretary", True),
    ("governor", "signing", 6, "signature", "Gubernur", "sign_as_governor", True),
)
"""Key, stage, position, kind, title, permission, whether TU may record it: the road as it was."""
_KINDS = ("rename", "structure")
_RENAMES = frozenset({"rename_unit", "swap_names"})
_ORDER_SOURCE = "Kebiasaan kantor; dasar hukumnya belum dibaca"
_STEP_OF = {
    "approve_unit": ("approve", "unit"),
    "approve_organisation": ("approve", "organisation"),
    "approve_legal": ("approve", "legal"),
    "paraf_assistant": ("paraf", "assistant"),
    "paraf_secretary": ("paraf", "secretary"),
    "sign": ("sign", "governor"),
}
_FIRST_OF = {"org_review": "organisation", "legal_review": "legal", "initialling": "assistant"}
"""The step to which a proposal went back by one stage."""
_APPROVAL_OF = {
    "unit_review": "approve_unit",
    "org_review": "approve_organisation",
    "legal_review": "approve_legal",
}


def _ids(names: str) -> list[sa.ColumnClause[uuid.UUID]]:
    return [sa.column(name, sa.Uuid()) for name in names.split()]


def _plain(names: str) -> list[sa.ColumnClause[str]]:
    return [sa.column(name) for name in names.split()]


_governments = sa.table("governments", *_ids("id"))
_routes = sa.table("routes", *_ids("id government_id"), *_plain("kind version created_at"))
_route_steps = sa.table(
    "route_steps",
    *_ids("id government_id route_id"),
    *_plain("key stage position kind title permission is_recordable"),
)
_review_orders = sa.table(
    "review_orders", *_ids("id government_id"), *_plain("first source is_verified revision")
)
_proposals = sa.table("proposals", *_ids("id government_id route_id"), *_plain("state"))
_operations = sa.table("operations", *_ids("proposal_id"), *_plain("body"))
_steps = sa.table(
    "proposal_steps",
    *_ids("id proposal_id"),
    *_plain("sequence action source target step_key outcome"),
)


def upgrade() -> None:
    """Create the tables, begin both routes everywhere, and name the steps taken by the route's keys."""
    _create_routes()
    _create_steps()
    _create_orders()
    with op.batch_alter_table("proposals") as batch:
        batch.add_column(sa.Column("route_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(op.f("fk_proposals_route_id"), "routes", ["route_id"], ["id"])
    op.create_index("ix_proposals_route_id", "proposals", ["route_id"])
    with op.batch_alter_table("proposal_steps") as batch:
        batch.add_column(sa.Column("step_key", sa.String(length=60), nullable=True))
        batch.add_column(sa.Column("outcome", sa.String(length=60), nullable=True))
        batch.add_column(sa.Column("late_reason", sa.Text(), nullable=True))
        batch.add_column(sa.Column("carried", sa.Text(), nullable=True))
    bind = op.get_bind()
    for government_id in bind.execute(sa.select(_governments.c.id)).scalars().all():
        _begin(government_id)
    _name_steps()
    _give_routes()


def downgrade() -> None:
    """Name the steps as they were named; results of harmonisation are not known there and are lost."""
    _forget_harmonization()
    _forget_changes_of_route()
    _rename_steps()
    bind = op.get_bind()
    bind.execute(
        sa.update(_proposals).where(_proposals.c.state == "harmonization").values(state="facilitation")
    )
    with op.batch_alter_table("proposal_steps") as batch:
        for column in ("carried", "late_reason", "outcome", "step_key"):
            batch.drop_column(column)
    op.drop_index("ix_proposals_route_id", "proposals")
    with op.batch_alter_table("proposals") as batch:
        batch.drop_constraint(op.f("fk_proposals_route_id"), type_="foreignkey")
        batch.drop_column("route_id")
    for table in ("review_orders", "route_steps", "routes"):
        op.drop_table(table)


def _create_routes() -> None:
    op.create_table(
        "routes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["government_id"], ["governments.id"], name=op.f("fk_routes_government_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routes")),
        sa.UniqueConstraint(
            "government_id", "kind", "version", name=op.f("uq_routes_government_id_kind_version")
        ),
    )
    op.create_index("ix_routes_government_id", "routes", ["government_id"])


def _create_steps() -> None:
    op.create_table(
        "route_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("route_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("stage", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("permission", sa.String(length=60), nullable=True),
        sa.Column("post_id", sa.Uuid(), nullable=True),
        sa.Column("is_recordable", sa.Boolean(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(permission IS NULL) <> (post_id IS NULL)", name=op.f("ck_route_steps_taker")),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_route_steps_government_id")
        ),
        sa.ForeignKeyConstraint(["route_id"], ["routes.id"], name=op.f("fk_route_steps_route_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_route_steps_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_route_steps")),
        sa.UniqueConstraint("route_id", "key", name=op.f("uq_route_steps_route_id_key")),
    )
    for column in ("government_id", "route_id", "post_id"):
        op.create_index(f"ix_route_steps_{column}", "route_steps", [column])


def _create_orders() -> None:
    op.create_table(
        "review_orders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("government_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["government_id"], ["governments.id"], name=op.f("fk_review_orders_government_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_orders")),
        sa.UniqueConstraint("government_id", name=op.f("uq_review_orders_government_id")),
    )
    op.create_index("ix_review_orders_government_id", "review_orders", ["government_id"])


def _begin(government_id: uuid.UUID) -> None:
    names = ("key", "stage", "position", "kind", "title", "permission", "is_recordable")
    for kind in _KINDS:
        route_id = uuid.uuid4()
        op.get_bind().execute(
            sa.insert(_routes).values(
                id=route_id,
                government_id=government_id,
                kind=kind,
                version=1,
                created_at=sa.func.current_timestamp(),
            )
        )
        rows = [dict(zip(names, step, strict=True)) for step in _STEPS]
        op.bulk_insert(
            _route_steps,
            [
                row | {"id": uuid.uuid4(), "government_id": government_id, "route_id": route_id}
                for row in rows
            ],
        )
    op.bulk_insert(
        _review_orders,
        [
            {
                "id": uuid.uuid4(),
                "government_id": government_id,
                "first": "harmonization",
                "source": _ORDER_SOURCE,
                "is_verified": False,
                "revision": 1,
            }
        ],
    )


def _name_steps() -> None:
    bind = op.get_bind()
    for old, (new, key) in _STEP_OF.items():
        bind.execute(sa.update(_steps).where(_steps.c.action == old).values(action=new, step_key=key))
    for target, key in _FIRST_OF.items():
        went_back = (_steps.c.action == "go_back") & (_steps.c.target == target)
        bind.execute(sa.update(_steps).where(went_back).values(action="return", step_key=key))
    finished = _steps.c.action == "record_facilitation"
    bind.execute(sa.update(_steps).where(finished).values(outcome="finished"))


def _give_routes() -> None:
    """Give each proposal that was submitted the route for what it changes."""
    bind = op.get_bind()
    held = {
        (row.government_id, row.kind): row.id
        for row in bind.execute(sa.select(_routes.c.id, _routes.c.government_id, _routes.c.kind))
    }
    structural = {
        row.proposal_id
        for row in bind.execute(sa.select(_operations))
        if json.loads(row.body).get("kind") not in _RENAMES
    }
    begun = sa.select(_proposals).where(_proposals.c.id.in_(sa.select(_steps.c.proposal_id)))
    for row in bind.execute(begun).all():
        kind = "structure" if row.id in structural else "rename"
        bind.execute(
            sa.update(_proposals)
            .where(_proposals.c.id == row.id)
            .values(route_id=held[row.government_id, kind])
        )


def _forget_harmonization() -> None:
    _forget(_steps.c.action == "record_harmonization")
    unfinished = (_steps.c.action == "record_facilitation") & (_steps.c.outcome == "needs_repair")
    _forget(unfinished)
    for column in (_steps.c.source, _steps.c.target):
        op.get_bind().execute(
            sa.update(_steps).where(column == "harmonization").values({column.name: "facilitation"})
        )


def _forget_changes_of_route() -> None:
    """Tell a change of route that moved the proposal as going back, the only such step known there."""
    moved = (_steps.c.action == "change_route") & (_steps.c.source != _steps.c.target)
    op.get_bind().execute(sa.update(_steps).where(moved).values(action="go_back"))
    _forget(_steps.c.action == "change_route")


def _forget(which: sa.ColumnElement[bool]) -> None:
    """Take steps away and count those of the same proposals anew, without a gap."""
    bind = op.get_bind()
    touched = bind.execute(sa.select(_steps.c.proposal_id).where(which).distinct()).scalars().all()
    bind.execute(sa.delete(_steps).where(which))
    for proposal_id in touched:
        of_it = sa.select(_steps.c.id).where(_steps.c.proposal_id == proposal_id).order_by(_steps.c.sequence)
        for number, step_id in enumerate(bind.execute(of_it).scalars().all(), start=1):
            bind.execute(sa.update(_steps).where(_steps.c.id == step_id).values(sequence=number))


def _rename_steps() -> None:
    bind = op.get_bind()
    for step_id, action in tuple(_renamed()):
        bind.execute(sa.update(_steps).where(_steps.c.id == step_id).values(action=action))


def _renamed() -> Iterator[tuple[uuid.UUID, str]]:
    for row in op.get_bind().execute(sa.select(_steps)).all():
        if row.action == "return" and row.step_key is not None:
            yield row.id, "go_back"
        elif row.action in ("approve", "paraf"):
            last = "paraf_secretary" if row.target == "signing" else "paraf_assistant"
            yield row.id, _APPROVAL_OF.get(row.source, last)
