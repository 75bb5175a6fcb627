"""The registry handed out: who gets what, of which day, and that it comes in again."""

import json
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from orgflow.domain.access.roles import ANONYMOUS, PermissionMissing, Role, SignInRequired
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import PostId
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from orgflow.exchange.xlsx_writing import NOTE_SHEET
from orgflow.services.context import Context
from orgflow.services.organisation import appointments, posts
from orgflow.services.organisation.exporting import (
    ExportFormat,
    Extent,
    TemplateFormat,
    export_structure,
    import_template,
)
from orgflow.services.organisation.posts import PostFields
from tests.factories.governments import BASE, HUMAS, SINCE
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.registry import BASIS, Keeper

NIP = "197001011995031001"
JUNE = date(2026, 6, 1)


@pytest.fixture
def furnished(office: Office) -> Office:
    """An office whose bureau has a head with a personal number, and a name in the future."""
    keeper = Keeper.of(office)
    command = posts.FoundPost(office.units[HUMAS], PostRole.HEAD, PostFields(echelon="II.b"), TODAY, BASIS)
    post_id = PostId(posts.found_post(keeper.ctx, command))
    appointments.appoint(
        keeper.ctx,
        appointments.Appoint(post_id, TODAY, AppointmentKind.DEFINITIVE, BASIS, "Contoh Dua, S.E.", nip=NIP),
    )
    keeper.rename(HUMAS, JUNE, "=1+1 & <Protokol>")
    return office


def exported(ctx: Context, form: ExportFormat, on: date = TODAY, extent: Extent = Extent.DAY) -> bytes:
    return export_structure(ctx, on, form, extent).content


def names_on(office: Office, on: date | None) -> set[str]:
    content = export_structure(office.context(Role.DRAFTER), on, ExportFormat.JSON).content
    return {unit["name"] for unit in json.loads(content)["units"]}


def test_each_day_has_its_own_names(furnished: Office) -> None:
    assert HUMAS in names_on(furnished, None)
    assert "=1+1 & <Protokol>" in names_on(furnished, JUNE)
    assert names_on(furnished, SINCE - timedelta(days=1)) == set()


def test_a_day_before_the_first_record_is_a_file_without_units(furnished: Office) -> None:
    ctx = furnished.context(Role.DRAFTER)

    for form in ExportFormat:
        held = export_structure(ctx, SINCE - timedelta(days=1), form)
        assert held.units == 0
        assert HUMAS not in _plain(held.content, form)


def test_personal_numbers_are_for_who_keeps_the_registry(furnished: Office) -> None:
    keeper, reader = furnished.context(Role.LETTER_ADMINISTRATOR), furnished.context(Role.BUREAU_HEAD)

    for form in ExportFormat:
        assert (NIP in _plain(exported(keeper, form), form)) is (form is not ExportFormat.CSV)
        for extent in Extent:
            assert NIP not in _plain(exported(reader, form, extent=extent), form)


def test_a_workbook_says_that_the_personal_numbers_were_left_out(furnished: Office) -> None:
    kept, left = (
        load_workbook(BytesIO(exported(furnished.context(role), ExportFormat.XLSX)))
        for role in (Role.LETTER_ADMINISTRATOR, Role.BUREAU_HEAD)
    )

    assert [row[6] for row in kept["pejabat"].iter_rows(min_row=2, values_only=True)] == [None, NIP]
    assert {row[6] for row in left["pejabat"].iter_rows(min_row=2, values_only=True)} == {None}
    assert "NIP" in [row[0].value for row in left[NOTE_SHEET].iter_rows()]


def test_a_file_holds_the_regulations_that_its_lines_rest_on(furnished: Office) -> None:
    for form in (ExportFormat.XLSX, ExportFormat.JSON):
        parsed = parse_roster(read_file(exported(furnished.as_system(), form, extent=Extent.HISTORY)))
        (law,) = parsed.roster.regulations
        assert (parsed.faults, law.number) == ((), BASE)
        assert {line.regulation for line in parsed.roster.units} == {law.key, None}
        assert "=1+1 & <Protokol>" in {line.name for line in parsed.roster.units}


def test_each_government_hands_out_its_own_alone(furnished: Office) -> None:
    other = a_neighbour(furnished)
    Keeper.of(other).found("Biro Tetangga", HUMAS, TODAY)

    for form in ExportFormat:
        mine = _plain(exported(furnished.as_system(), form, extent=Extent.HISTORY), form)
        theirs = _plain(exported(other.as_system(), form, extent=Extent.HISTORY), form)
        assert "Biro Tetangga" in theirs
        assert "Biro Tetangga" not in mine
        assert "Contoh Dua" not in theirs


def test_a_file_is_named_by_government_and_day_in_plain_letters(furnished: Office) -> None:
    ctx = furnished.context(Role.DRAFTER)

    assert export_structure(ctx, TODAY, ExportFormat.XLSX).name == "susunan-uji-2026-03-02.xlsx"
    assert (
        export_structure(ctx, None, ExportFormat.TURTLE, Extent.HISTORY).name == "riwayat-uji-2026-03-02.ttl"
    )


def test_nobody_gets_a_file_without_leave(office: Office) -> None:
    with pytest.raises(SignInRequired):
        export_structure(Context(office.resources, ANONYMOUS), TODAY, ExportFormat.CSV)
    with pytest.raises(PermissionMissing):
        import_template(office.context(Role.BUREAU_HEAD), TemplateFormat.XLSX)


def test_the_empty_form_is_for_who_keeps_the_registry(office: Office) -> None:
    for form in TemplateFormat:
        held = import_template(office.context(Role.LETTER_ADMINISTRATOR), form)
        assert held.name == f"templat-susunan.{form}"
        assert parse_roster(read_file(held.content)).faults == ()


def _plain(content: bytes, form: ExportFormat) -> str:
    if form is not ExportFormat.XLSX:
        return content.decode()
    book = load_workbook(BytesIO(content))
    return repr([[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()])
