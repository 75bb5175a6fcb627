"""The letter names the agency whose duties were compared only where it can be no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from orgflow.domain.access.roles import Role
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.lettering import letter_source
from tests.factories.governments import SINCE
from tests.factories.office import Office, an_office
from tests.factories.registry import Keeper
from tests.factories.roads import a_bare_draft, a_scan, letter_of, revision


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite: nothing here asks the database for more than its rows."""
    office = an_office(sqlite_url, tmp_path)
    yield office
    office.close()


def named(office: Office, *, is_compared: bool = True) -> object:
    """Return whom the letter of a fresh draft names."""
    proposal_id = a_bare_draft(office)
    if is_compared:
        seen = revision(office, proposal_id)
        command = AttachDocument(proposal_id, seen, "MATRIKS_TUMPANG_TINDIH", a_scan())
        attach_document(office.context(Role.BUREAU_HEAD), command)
    facts = letter_source(office.as_system(), letter_of(office, proposal_id).id).facts
    return facts.body["other_agency"]


def test_the_only_agency_is_named(desk: Office) -> None:
    assert named(desk) == "Dinas Kominfo"


def test_none_of_several_is_guessed(desk: Office) -> None:
    Keeper.of(desk).found("Dinas Arsip", "Pemerintah Provinsi Uji", SINCE, kind="dinas")

    assert named(desk) == "perangkat daerah lain"


def test_without_a_comparison_nothing_is_said(desk: Office) -> None:
    assert named(desk, is_compared=False) is None
