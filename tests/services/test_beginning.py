"""An office begins from nothing on both databases: once, whole, and only with the code."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from orgflow.bootstrap import Installation, build
from orgflow.config import read_settings
from orgflow.domain.access.roles import ANONYMOUS, Role, system_actor
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.beginning import GovernmentCodeUnfit, Zone, check_government_code, region_of
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import GovernmentId
from orgflow.services.context import Context
from orgflow.services.governor import NoStructureYet, SetGovernor, set_governor
from orgflow.services.history import verify_audit
from orgflow.services.sessions import SignIn, load_session, sign_in
from orgflow.services.settings import show_settings
from orgflow.services.starting.beginning import (
    BeginOffice,
    FirstAdministrator,
    GovernmentCodeTaken,
    OfficeBegun,
    OpenGovernment,
    SetupCodeWrong,
    begin_office,
    open_government,
    show_beginning,
)

pytestmark = pytest.mark.both_databases

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
PROVINCE = OpenGovernment("uji", "Provinsi Uji Coba", "Kota Uji", Zone.WIT)
FIRST = FirstAdministrator("contoh.satu", "Contoh Satu", "kuda lumping di atap")
BEGIN = BeginOffice(PROVINCE, FIRST, CODE.lower(), CODE)


@pytest.fixture
def installation(database_url: str, tmp_path: Path) -> Iterator[Installation]:
    """An installation that holds nothing; the test runs once on each database."""
    settings = read_settings({"ORGFLOW_DATABASE_URL": database_url}, tmp_path)
    installation = build(settings, may_create=True)
    yield installation
    installation.close()


def at_the_door(installation: Installation) -> Context:
    """Return the context of somebody whom nobody knows."""
    return Context(installation.resources, ANONYMOUS)


def inside(installation: Installation) -> Context:
    """Return the context of the first administrator, who has signed in."""
    ctx = at_the_door(installation)
    sign_in(ctx, SignIn(FIRST.username, FIRST.password, "t" * 43))
    loaded = load_session(ctx, "t" * 43, SignIn("", "", "").lifetime)
    assert loaded is not None
    assert loaded.actor is not None
    return replace(ctx, actor=loaded.actor)


def test_the_first_administrator_enters_an_office_with_its_rules(installation: Installation) -> None:
    begin_office(at_the_door(installation), BEGIN)

    ctx = inside(installation)
    assert ctx.actor.roles == {Role.SYSTEM_ADMINISTRATOR}
    page = show_settings(ctx)
    assert (page.government.name, page.government.region) == ("Provinsi Uji Coba", "Uji Coba")
    assert page.government.head == "Gubernur Uji Coba"
    assert page.documents
    assert not page.has_structure
    assert not page.government.is_sample
    report = verify_audit(Context(installation.resources, system_actor("uji")))
    assert report.broken_at is None


def test_an_office_begins_once(installation: Installation) -> None:
    begin_office(at_the_door(installation), BEGIN)
    other = replace(BEGIN, administrator=replace(FIRST, username="orang.lain"))

    with pytest.raises(OfficeBegun):
        begin_office(at_the_door(installation), other)


def test_of_two_who_begin_at_once_one_does(installation: Installation) -> None:
    def attempt(number: int) -> str:
        province = replace(PROVINCE, code=f"uji-{number}")
        first = replace(FIRST, username=f"contoh.{number}")
        try:
            begin_office(at_the_door(installation), replace(BEGIN, government=province, administrator=first))
        except DomainError as refused:
            return refused.code
        return "begun"

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(attempt, range(4)))

    assert answers == ["begun", "office_begun", "office_begun", "office_begun"]


@pytest.mark.parametrize(
    ("typed", "held"),
    [("", CODE), (f"{CODE}X", CODE), (CODE, None), ("", None), ("é", CODE)],
)
def test_without_the_code_nothing_begins(installation: Installation, typed: str, held: str | None) -> None:
    with pytest.raises(SetupCodeWrong):
        begin_office(at_the_door(installation), replace(BEGIN, typed_code=typed, held_code=held))

    assert not show_beginning(at_the_door(installation)).has_account


@pytest.mark.parametrize(
    "begun",
    [
        replace(BEGIN, administrator=replace(FIRST, password="pendek")),
        replace(BEGIN, administrator=replace(FIRST, username="A")),
        replace(BEGIN, government=replace(PROVINCE, name=" ")),
        replace(BEGIN, government=replace(PROVINCE, code="Kode Saya")),
    ],
)
def test_a_refused_beginning_leaves_nothing(installation: Installation, begun: BeginOffice) -> None:
    with pytest.raises(DomainError):
        begin_office(at_the_door(installation), begun)

    beginning = show_beginning(at_the_door(installation))
    assert (beginning.has_account, beginning.government) == (False, None)


def test_governments_stand_side_by_side_each_with_a_code_of_its_own(installation: Installation) -> None:
    def entered(command: OpenGovernment) -> None:
        actor = system_actor("uji", GovernmentId(installation.resources.new_id()))
        open_government(Context(installation.resources, actor), command)

    entered(PROVINCE)
    entered(replace(PROVINCE, code="lain", name="Daerah Istimewa Lain"))

    with pytest.raises(GovernmentCodeTaken):
        entered(replace(PROVINCE, name="Provinsi Ketiga"))
    held = show_beginning(at_the_door(installation)).government
    assert held is not None
    assert held.code == "uji"


def test_a_governor_needs_a_government_that_is_recorded_as_a_unit(installation: Installation) -> None:
    begin_office(at_the_door(installation), BEGIN)
    ctx = inside(installation)

    with pytest.raises(NoStructureYet):
        set_governor(
            ctx, SetGovernor("Contoh Dua", AppointmentKind.DEFINITIVE, ctx.today(str(PROVINCE.zone)))
        )


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Provinsi Uji Coba", "Uji Coba"),
        ("Daerah Istimewa Uji", "Daerah Istimewa Uji"),
        ("Provinsi", "Provinsi"),
    ],
)
def test_a_region_is_what_a_province_is_called_after(name: str, region: str) -> None:
    assert region_of(name) == region


@pytest.mark.parametrize("code", ["", "a", "1abc", "ab c", "a" * 21, "sandi/../x"])
def test_an_unfit_code_is_refused(code: str) -> None:
    with pytest.raises(GovernmentCodeUnfit):
        check_government_code(code)
