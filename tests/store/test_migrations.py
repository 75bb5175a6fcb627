"""Migrations give exactly the tables the code knows, both ways, on both databases."""

from datetime import date
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from orgflow.domain.proposals.completeness import NeededFor
from orgflow.domain.values import GovernmentId
from orgflow.services.starting.classification import classification_codes
from orgflow.services.starting.deadlines import deadlines_to_begin
from orgflow.services.starting.national_days import national_decrees
from orgflow.services.starting.rules import required_documents
from orgflow.services.starting.signing_rules import signing_rules
from orgflow.services.starting.time import known_at
from orgflow.store.classifications import classifications
from orgflow.store.database import Database, UpgradeRefused
from orgflow.store.days_off import day_book, days_of_year, decrees
from orgflow.store.deadlines import deadlines
from orgflow.store.governments import add_required_document
from orgflow.store.governments import required_documents as documents_of
from orgflow.store.migrations.revisions import code_head, database_head
from orgflow.store.migrations.upgrade import downgrade, upgrade_to_head
from orgflow.store.session import make_engine
from orgflow.store.signing_rules import signing_rules as signing_rules_of
from orgflow.store.tables import metadata

pytestmark = pytest.mark.both_databases

BEFORE_NUMBERS_ONCE = "0011"
BEFORE_SIGNING = "0017"
BEFORE_TIME = "0021"
BEFORE_RESULTS = "0029"


def test_the_migrated_tables_are_those_of_the_code(database_url: str) -> None:
    engine = make_engine(database_url)

    with engine.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), metadata)

    engine.dispose()
    assert difference == []


def test_every_revision_goes_down_and_up_again(database_url: str) -> None:
    engine = make_engine(database_url)

    downgrade(engine, "base")
    assert database_head(engine) is None
    upgrade_to_head(engine)

    assert database_head(engine) == code_head()
    assert _refuses_overlap(engine)
    engine.dispose()


def test_two_present_records_of_a_unit_never_hold_on_one_day(database_url: str) -> None:
    engine = make_engine(database_url)

    assert _refuses_overlap(engine)

    engine.dispose()


def test_a_number_that_stands_twice_stops_the_upgrade_with_a_sentence(database_url: str) -> None:
    engine = make_engine(database_url)
    downgrade(engine, BEFORE_NUMBERS_ONCE)
    government = uuid4().hex
    with engine.begin() as connection:
        _govern(connection, government)
        for _ in range(2):
            connection.execute(
                text(
                    "INSERT INTO instruments (id, government_id, kind, number, year, title, source,"
                    " is_verified, recorded_at) VALUES (:id, :government, 'pergub', '1', 2026, 'Uji', 'uji',"
                    " TRUE, '2026-01-01 00:00:00')"
                ),
                {"id": uuid4().hex, "government": government},
            )
    engine.dispose()
    database = Database.at(database_url)

    with pytest.raises(UpgradeRefused):
        database.upgrade()

    assert database.head() == BEFORE_NUMBERS_ONCE
    database.close()


def test_a_government_held_already_begins_with_the_rules_of_a_new_one(database_url: str) -> None:
    engine, government = make_engine(database_url), uuid4()
    downgrade(engine, BEFORE_SIGNING)
    with engine.begin() as connection:
        _govern(connection, government.hex)

    upgrade_to_head(engine)

    with Session(engine) as session:
        held = signing_rules_of(session, GovernmentId(government))
    engine.dispose()
    assert tuple(one.rule for one in held) == signing_rules()
    assert {one.revision for one in held} == {1}


def test_a_government_held_already_begins_with_the_codes_of_a_new_one(database_url: str) -> None:
    engine, government = make_engine(database_url), uuid4()
    downgrade(engine, BEFORE_SIGNING)
    with engine.begin() as connection:
        _govern(connection, government.hex)

    upgrade_to_head(engine)

    with Session(engine) as session:
        held = classifications(session, GovernmentId(government))
    engine.dispose()
    assert tuple(one.entry for one in held) == classification_codes()
    assert {one.revision for one in held} == {1}


def test_a_government_held_already_begins_with_the_days_off_and_deadlines_of_a_new_one(
    database_url: str,
) -> None:
    engine, government = make_engine(database_url), GovernmentId(uuid4())
    downgrade(engine, BEFORE_TIME)
    with engine.begin() as connection:
        _govern(connection, government.hex)

    upgrade_to_head(engine)

    entries = national_decrees()
    with Session(engine) as session:
        held = decrees(session, government)
        days = [one for year in (2025, 2026, 2027) for one in days_of_year(session, government, year)]
        book, timed = day_book(session, government), deadlines(session, government)
    engine.dispose()
    assert [one.decree for one in held] == [entry.decree for entry in entries]
    assert {one.entry for one in days} == {day for entry in entries for day in entry.days}
    assert {one.deadline for one in timed.values()} == set(deadlines_to_begin().values())
    begun = {on.day: on.known_at for on in book.days}
    assert begun == {
        day.day: known_at(entry.decree.known_on, "Asia/Jakarta") for entry in entries for day in entry.days
    }


def _govern(connection: Connection, government: str) -> None:
    connection.execute(
        text(
            "INSERT INTO governments (id, code, name, region, head_title, capital, zone, is_sample,"
            " position, created_at) VALUES (:id, :code, 'Uji', 'Uji', 'Gubernur', 'Uji', 'Asia/Jakarta',"
            " TRUE, 1, '2026-01-01 00:00:00')"
        ),
        {"id": government, "code": government},
    )


def _refuses_overlap(engine: Engine) -> bool:
    """Say whether the database itself refuses a second record over the days of the first."""
    government, unit = uuid4().hex, uuid4().hex
    with engine.begin() as connection:
        _govern(connection, government)
        connection.execute(
            text("INSERT INTO units (id, government_id, code) VALUES (:id, :government, 'u')"),
            {"id": unit, "government": government},
        )
        _record(connection, government, unit, date(2026, 1, 1), date(2026, 6, 1))
        _record(connection, government, unit, date(2026, 6, 1), None)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        _record(connection, government, unit, date(2026, 5, 31), date(2026, 6, 2))
    return True


def _record(connection: Connection, government: str, unit: str, start: date, end: date | None) -> None:
    connection.execute(
        text(
            "INSERT INTO unit_versions (id, government_id, unit_id, kind_code, name, position, placement,"
            " valid_from, valid_to, is_start_known, source, recorded_at) VALUES (:id, :government, :unit,"
            " 'biro', 'Biro Uji', 1, 'verified', :start, :end, TRUE, 'uji', '2026-01-01 00:00:00')"
        ),
        {"id": uuid4().hex, "government": government, "unit": unit, "start": start, "end": end},
    )


def test_a_government_that_asks_for_documents_asks_for_the_results_of_the_reviews_too(
    database_url: str,
) -> None:
    engine, government = make_engine(database_url), GovernmentId(uuid4())
    upgrade_to_head(engine)
    downgrade(engine, BEFORE_RESULTS)
    asked = [one for one in required_documents() if one.needed_for is not NeededFor.ENACTMENT]
    with engine.begin() as connection:
        _govern(connection, government.hex)
    with Session(engine) as session, session.begin():
        for position, one in enumerate(asked, start=1):
            add_required_document(session, government, one, new_id=uuid4(), position=position)

    upgrade_to_head(engine)

    with Session(engine) as session:
        held = documents_of(session, government)
    engine.dispose()
    assert held == required_documents()
