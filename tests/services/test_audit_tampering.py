"""What is changed, cut off or written anew in the audit's tables is refused, and found if it is forced."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from orgflow.domain.access.roles import system_actor
from orgflow.domain.audit.chain import ChainReport
from orgflow.files.audit_head import AuditHeadFile
from orgflow.services.context import Context, Origin
from orgflow.services.history import mark_head, verify_audit
from orgflow.services.sessions import Refusal, record_refusal
from orgflow.store.session import make_engine
from tests.factories.office import Office

pytestmark = pytest.mark.both_databases

COLUMNS = (
    "government_id", "occurred_at", "actor_id", "actor_name", "event", "subject_kind", "subject_id",
    "payload", "request_id", "address", "previous_seal", "seal",
)  # fmt: skip
CUT = "DELETE FROM audit_events WHERE sequence > 2"
MOVED = "UPDATE audit_heads SET length = 2, seal = (SELECT seal FROM audit_events WHERE sequence = 2)"
TRIGGERS = (
    "audit_events_no_update",
    "audit_events_no_delete",
    "audit_heads_no_delete",
    "audit_heads_no_return",
)


@pytest.fixture
def ctx(office: Office, tmp_path: Path) -> Context:
    """A context that keeps the head outside the database, with five events in which nothing is empty."""
    resources = replace(office.resources, audit_head=AuditHeadFile(tmp_path / "audit-head.json"))
    actor = replace(
        system_actor("uji", office.government_id), user_id=next(iter(office.actors.values())).user_id
    )
    ctx = Context(resources, actor, Origin("a-request", "203.0.113.7"))
    for number in range(5):
        record_refusal(ctx, Refusal(f"nama{number}", "refused"))
    return ctx


@contextmanager
def forced(url: str) -> Iterator[Connection]:
    """Yield a connection of somebody who may do anything in the database."""
    engine = make_engine(url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            for table in ("audit_events", "audit_heads"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        else:
            for name in TRIGGERS:
                connection.execute(text(f"DROP TRIGGER {name}"))
        yield connection
    engine.dispose()


def verified(ctx: Context, *, outside: bool = True) -> ChainReport:
    resources = ctx.resources if outside else replace(ctx.resources, audit_head=None)
    return verify_audit(replace(ctx, resources=resources))


def test_an_untouched_audit_is_whole(ctx: Context) -> None:
    report = verified(ctx)

    assert report.broken_at is None
    assert ctx.resources.audit_head is not None
    held = ctx.resources.audit_head.read()
    assert held is not None
    assert (held.length, held.seal) == (report.length, report.head)


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_events SET address = 'x'", CUT, "DELETE FROM audit_heads", MOVED]
)
def test_the_tables_refuse_to_be_changed(ctx: Context, database_url: str, statement: str) -> None:
    engine = make_engine(database_url)

    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))

    engine.dispose()
    assert verified(ctx).broken_at is None


def test_one_byte_of_any_column_is_found(ctx: Context, database_url: str) -> None:
    with forced(database_url):
        pass
    engine, missed = make_engine(database_url), []
    last = verified(ctx).length
    for column in COLUMNS:
        with engine.begin() as connection:
            where = {"last": last}
            query = text(f"SELECT {column} FROM audit_events WHERE sequence = :last")
            held = connection.execute(query, where).scalar_one()
            assert held, column
            change = text(f"UPDATE audit_events SET {column} = :value WHERE sequence = :last")
            other = held[:-1] + ("1" if held[-1] == "0" else "0")
            connection.execute(change, where | {"value": other})
        if verified(ctx, outside=False).broken_at is None:
            missed.append(column)
        with engine.begin() as connection:
            connection.execute(change, where | {"value": held})
    assert verified(ctx).broken_at is None
    engine.dispose()

    assert missed == []


def test_a_chain_cut_with_its_head_is_found_without_anything_outside(ctx: Context, database_url: str) -> None:
    with forced(database_url) as connection:
        connection.execute(text(MOVED))
        connection.execute(text(CUT))

    assert verified(ctx, outside=False).reason == "head_mark"


def test_a_chain_put_back_to_an_earlier_day_is_found_by_the_head_outside(
    ctx: Context, database_url: str
) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        earlier = connection.execute(text("SELECT length, seal, mark FROM audit_heads")).one()
    engine.dispose()
    record_refusal(ctx, Refusal("sesudahnya", "refused"))

    with forced(database_url) as connection:
        values = {"length": earlier.length, "seal": earlier.seal, "mark": earlier.mark}
        connection.execute(
            text("UPDATE audit_heads SET length = :length, seal = :seal, mark = :mark"), values
        )
        connection.execute(text("DELETE FROM audit_events WHERE sequence > :length"), values)

    assert verified(ctx, outside=False).broken_at is None
    assert verified(ctx).reason == "truncated"


def test_an_emptied_audit_is_found_by_the_head_outside(ctx: Context, database_url: str) -> None:
    with forced(database_url) as connection:
        connection.execute(text("DELETE FROM audit_events"))
        connection.execute(
            text("UPDATE audit_heads SET length = 0, seal = :genesis, mark = NULL"), {"genesis": "0" * 64}
        )

    assert verified(ctx).reason == "truncated"


def test_a_head_from_before_heads_were_sealed_is_sealed_once(ctx: Context, database_url: str) -> None:
    with forced(database_url) as connection:
        connection.execute(text("UPDATE audit_heads SET mark = NULL"))
    assert verified(ctx).reason == "head_mark"

    mark_head(ctx)

    assert verified(ctx).broken_at is None


def test_a_disk_that_refuses_the_head_stops_nothing(ctx: Context, tmp_path: Path) -> None:
    nowhere = AuditHeadFile(tmp_path / "gone" / "audit-head.json")
    resources = replace(ctx.resources, audit_head=nowhere)

    record_refusal(replace(ctx, resources=resources), Refusal("nama", "refused"))

    assert nowhere.read() is None
