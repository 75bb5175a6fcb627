"""The registry of one government handed out and taken into an empty one: the same, whatever it held."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.soundness import refusals
from orgflow.domain.values import GovernmentId
from orgflow.services.context import Context
from orgflow.services.organisation.exporting import ExportFormat, Extent, export_structure
from orgflow.services.organisation.importing import (
    ConfirmImport,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_pages import preview_file, preview_import
from orgflow.services.organisation.importing_regulations import Regulations, keep_regulations
from orgflow.services.registry import held_history, keep
from tests.factories.furnished import furnished, papers
from tests.factories.histories import acts_by_chance, history_of
from tests.factories.office import TODAY, Office, an_office, beside
from tests.factories.sheets import an_empty_government

pytestmark = pytest.mark.both_databases

TABLES: Final = ("units", "posts", "holders", "functions", "successions", "regulations", "articles")
ACTS: Final = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """Two governments of which nothing is recorded yet."""

    one: Office
    other: Office


@pytest.fixture
def pair(database_url: str, tmp_path: Path) -> Iterator[Pair]:
    one = an_office(database_url, tmp_path, an_empty_government())
    other = beside(one, an_empty_government("lain", GovernmentId(UUID(int=991)), 2))
    yield Pair(one, other)
    one.close()


def keeper(office: Office) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR)


def a_history(seed: int) -> History:
    """Return a history with everything in it: the first one from a seed on that can be."""
    for number in count(seed):
        random = Random(number)
        history = furnished(history_of(acts_by_chance(random, ACTS)), random)
        if not list(refusals(history)):
            return history
    raise AssertionError


def record(office: Office, history: History) -> None:
    """Let a government hold a history, its regulations with articles and amendments first."""
    held = papers()
    articles = tuple((key, one) for key, texts in held.articles.items() for one in texts)
    with office.resources.writing() as session:
        ctx = keeper(office).inside(session)
        keep_regulations(ctx, Regulations({}, held.instruments, tuple(held.amendments), articles, (), ()))
        keep(ctx, held_history(ctx), history)
        session.commit()


def handed_out(office: Office, form: ExportFormat) -> bytes:
    return export_structure(keeper(office), TODAY, form, Extent.HISTORY).content


def told(office: Office) -> dict[str, list[Any]]:
    """Return every line of every table, in an order that no id decides."""
    said = json.loads(handed_out(office, ExportFormat.JSON))
    return {table: sorted(said[table], key=repr) for table in TABLES}


@pytest.mark.parametrize("form", [ExportFormat.XLSX, ExportFormat.JSON])
@pytest.mark.parametrize("seed", [1, 7])
def test_the_whole_registry_comes_into_an_empty_government_as_it_was(
    pair: Pair, seed: int, form: ExportFormat
) -> None:
    record(pair.one, a_history(seed))
    content = handed_out(pair.one, form)

    upload = bring_table(content, "upload", f"riwayat.{form}")
    prepared = prepare_import(keeper(pair.other), PrepareImport(upload, TODAY))
    preview = preview_import(keeper(pair.other), prepared)
    confirm_import(keeper(pair.other), ConfirmImport(prepared, preview.digest))

    assert preview.faults == ()
    before, after = told(pair.one), told(pair.other)
    assert all(before[table] for table in TABLES)
    assert after == before
    again = preview_file(keeper(pair.other), content, "lagi", TODAY)
    assert (again.changes, again.faults, again.doubts) == ((), (), ())
