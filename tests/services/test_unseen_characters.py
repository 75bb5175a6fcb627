"""What nobody sees has no place in a name, a title, a number or a code, wherever it enters."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.cleaning import cleaned
from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import NameUnreadable, UnitId
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.governor import SetGovernor, set_governor
from orgflow.services.organisation.guideline import AddName, add_name
from orgflow.services.organisation.importing_pages import preview_file
from orgflow.services.organisation.instruments import (
    InstrumentFields,
    RecordInstrument,
    record_instrument,
)
from orgflow.services.organisation.keeping import FoundUnit, found_unit
from orgflow.services.organisation.posts import FoundPost, PostFields, found_post
from orgflow.services.organisation.unit_fields import GivenBasis, UnitFields
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.settings import SetRegulation, set_regulation
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office, an_office
from tests.factories.roads import GOVERNOR, a_proposal_in, enact_it, freeze, go, number_it, take
from tests.factories.sheets import units_csv

R, S = Role, ProposalState
UNSEEN = ("\u200b", "\n", "\u00ad", "\ufeff", "\u2028")
TITLED = tuple(character for character in UNSEEN if character != "\n")
"""A title is pasted with its lines broken, and kept on one."""
BASIS = GivenBasis("Karangan untuk uji")
Act = Callable[[Office, str], object]


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite: no rule here asks the database."""
    office = an_office(sqlite_url, tmp_path)
    yield office
    office.close()


def _found(office: Office, fields: UnitFields) -> object:
    whole = replace(fields, kind_code="bagian", parent_id=office.units[HUMAS])
    return found_unit(office.context(R.SYSTEM_ADMINISTRATOR), FoundUnit("", whole, TODAY, BASIS))


def _post(office: Office, fields: PostFields) -> object:
    command = FoundPost(office.units[HUMAS], PostRole.MEMBER, fields, TODAY, BASIS)
    return found_post(office.context(R.SYSTEM_ADMINISTRATOR), command)


def _instrument(office: Office, fields: InstrumentFields) -> object:
    return record_instrument(office.context(R.SYSTEM_ADMINISTRATOR), RecordInstrument(fields))


def _user(office: Office, name: str) -> object:
    command = AddUser("rika.e", name, frozenset({R.AUDITOR}), None, "lumping kuda di halaman")
    return add_user(office.context(R.SYSTEM_ADMINISTRATOR), command)


def _guideline(office: Office, name: str) -> object:
    command = AddName(GuidelineName("biro", name, None, "Karangan", is_verified=False))
    return add_name(office.context(R.SYSTEM_ADMINISTRATOR), command)


def _governor(office: Office, name: str) -> object:
    command = SetGovernor(name, AppointmentKind.DEFINITIVE, TODAY)
    return set_governor(office.context(R.SYSTEM_ADMINISTRATOR), command)


def _regulation(office: Office, number: str, title: str) -> object:
    return set_regulation(office.context(R.SYSTEM_ADMINISTRATOR), SetRegulation(number, TODAY.year, title))


def _proposal(office: Office, name: str) -> object:
    return create_proposal(office.context(R.BUREAU_HEAD), CreateProposal(office.units[HUMAS], name, "a"))


ENTRIES: dict[str, Act] = {
    "a unit's name": lambda office, text: _found(office, UnitFields(text)),
    "a unit's short name": lambda office, text: _found(office, UnitFields("Bagian", short_name=text)),
    "a unit's letter code": lambda office, text: _found(office, UnitFields("Bagian", letter_code=text)),
    "a post's title": lambda office, text: _post(office, PostFields(text)),
    "a post's echelon": lambda office, text: _post(office, PostFields("Arsiparis", echelon=text)),
    "a regulation's title": lambda office, text: _instrument(office, InstrumentFields("pergub", text)),
    "a regulation's number": lambda office, text: _instrument(
        office, InstrumentFields("pergub", "Karangan", text, 2026)
    ),
    "a setting's title": lambda office, text: _regulation(office, "UJI-9", text),
    "a setting's number": lambda office, text: _regulation(office, text, "Karangan"),
    "the governor's name": _governor,
    "a user's name": _user,
    "the guideline's name": _guideline,
    "a proposed name": _proposal,
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_it_is_refused_where_it_enters(desk: Office, entry: str) -> None:
    for character in UNSEEN if "title" not in entry or "post" in entry else TITLED:
        with pytest.raises(NameUnreadable):
            ENTRIES[entry](desk, f"Uji{character}1")


def test_it_is_refused_on_the_road(desk: Office) -> None:
    signing, answered = a_proposal_in(desk, S.SIGNING), a_proposal_in(desk, S.FACILITATION, "Biro Dua")
    freeze(desk, signing)
    go(desk, answered, Action.RECORD_FACILITATION)

    for character in UNSEEN:
        text = f"Uji{character}1"
        with pytest.raises(NameUnreadable):
            number_it(desk, signing, text)
        with pytest.raises(NameUnreadable):
            enact_it(desk, answered, text)
        with pytest.raises(NameUnreadable):
            take(desk, signing, GOVERNOR, R.LETTER_ADMINISTRATOR, person=text)


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_it_is_refused_in_an_operation(character: str) -> None:
    humas, text = UnitId(UUID(int=1)), f"Uji{character}1"
    unit = ops.NewUnit(UnitId(UUID(int=2)), "bagian", "Bagian", humas, 1)

    for operation in (
        ops.RenameUnit(humas, text),
        ops.CreateUnit(replace(unit, name=text)),
        ops.CreateUnit(replace(unit, short_name=text)),
        ops.RecodeUnit(humas, short_name=None, letter_code=text),
    ):
        with pytest.raises(NameUnreadable):
            cleaned(operation)


def test_it_is_a_fault_of_its_row_in_a_file(desk: Office) -> None:
    for character in ("\u200b", "\u00ad", "\u2060"):
        content = units_csv(("arsip", f"Biro{character}Arsip", "Biro", "setda"))

        preview = preview_file(desk.context(R.SYSTEM_ADMINISTRATOR), content, "uji.csv", TODAY)

        assert [fault.code for fault in preview.faults] == [RowFaultCode.TEXT_UNPRINTABLE]


def test_a_wrapped_cell_is_one_line(desk: Office) -> None:
    content = units_csv(("arsip", "Biro\nArsip", "Biro", "setda"))

    preview = preview_file(desk.context(R.SYSTEM_ADMINISTRATOR), content, "uji.csv", TODAY)

    assert [change.name for change in preview.changes] == ["Biro Arsip"]
