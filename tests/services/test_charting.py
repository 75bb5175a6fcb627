"""The chart of a day and of two, as services hand it to a page and to a file."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.roles import ANONYMOUS, PermissionMissing, Role, SignInRequired
from orgflow.domain.organisation.chart.charted import Mark
from orgflow.domain.organisation.chart.paper import Sheet, Turn
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import TextTooLong
from orgflow.letters.pdf_text import read_pages
from orgflow.services.context import Context
from orgflow.services.organisation.charting import (
    AnnexTooLong,
    ChartEmpty,
    ChartFileKind,
    ChartPage,
    ChartQuestion,
    Printing,
    chart_file,
    chart_picture,
    show_chart,
)
from tests.factories.governments import HUKUM, HUMAS, UMUM
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.registry import Keeper

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
PDF = Printing(ChartFileKind.PDF)


def marks_of(page: ChartPage) -> dict[str, tuple[Mark, ...]]:
    return {unit.name: unit.marks for unit in page.chart.units.values() if unit.marks}


def test_a_chart_of_a_day_shows_its_units_under_their_superiors(office: Office) -> None:
    page = show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion())

    names = [page.chart.units[unit_id].name for unit_id in page.chart.depths()]
    assert names == [
        "Pemerintah Provinsi Uji",
        "Sekretariat Daerah",
        HUMAS,
        "Bagian Media",
        UMUM,
        HUKUM,
        "Dinas Kominfo",
    ]
    assert (page.on, page.earlier, marks_of(page)) == (TODAY, None, {})


def test_two_days_stand_on_one_chart_with_what_became_of_each_unit(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.rename(UMUM, MAY, "Biro Rumah Tangga")
    keeper.move("Bagian Media", MAY, UMUM)
    keeper.found("Bagian Arsip", HUMAS, JUNE)
    keeper.end(HUKUM, JUNE)

    page = show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion(TODAY, JULY))

    assert (page.earlier, page.on) == (TODAY, JULY)
    assert marks_of(page) == {
        "Bagian Arsip": (Mark.NEW,),
        "Bagian Media": (Mark.MOVED,),
        "Biro Rumah Tangga": (Mark.RENAMED,),
        HUKUM: (Mark.GONE,),
    }
    gone, moved = keeper.units[HUKUM], keeper.units["Bagian Media"]
    assert gone in page.chart.below[keeper.units["Sekretariat Daerah"]]
    assert page.chart.below[keeper.units[UMUM]] == (moved,)
    assert page.chart.units[moved].former_parent == HUMAS
    assert page.chart.units[keeper.units[UMUM]].former_name == UMUM
    assert (page.day_of(gone), page.day_of(moved)) == (TODAY, JULY)


def test_a_branch_that_is_gone_keeps_its_shape(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.end("Bagian Media", JUNE)
    keeper.end(HUMAS, JUNE)

    chart = show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion(TODAY, JULY)).chart

    assert chart.below[keeper.units[HUMAS]] == (keeper.units["Bagian Media"],)
    assert len(chart.roots) == 1


def test_a_chart_of_one_branch_begins_with_its_unit(office: Office) -> None:
    humas = office.units[HUMAS]
    page = show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion(root=humas))

    assert page.chart.roots == (humas,)
    assert [unit.name for unit in page.chart.units.values()] == [HUMAS, "Bagian Media"]
    assert humas in {unit_id for unit_id, _, _ in page.tops}


@pytest.mark.parametrize("root", [UUID(int=7), None])
def test_a_unit_of_nobody_or_of_another_government_is_not_found(office: Office, root: UUID | None) -> None:
    foreign = root or a_neighbour(office).units[HUMAS]

    with pytest.raises(UnknownUnit):
        show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion(root=foreign))


def test_functional_groups_and_advisers_hang_beside(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.found("Kelompok Jabatan Fungsional", "Sekretariat Daerah", MAY, kind="kelompok_jf")
    keeper.found("Staf Ahli", "Pemerintah Provinsi Uji", MAY, kind="staf_ahli")

    page = show_chart(office.context(Role.BUREAU_HEAD), ChartQuestion(MAY))

    beside = {unit.name: unit.standing for unit in page.chart.units.values() if unit.standing.is_beside}
    assert beside == {
        "Kelompok Jabatan Fungsional": Standing.FUNCTIONAL,
        "Staf Ahli": Standing.ADVISORY,
    }
    drawn = chart_picture(page, lambda unit_id: f"/unit/{unit_id}", "")
    assert "garis koordinasi" in drawn


def test_heads_are_named_only_where_asked_and_known_on_the_day(office: Office) -> None:
    ctx = office.context(Role.BUREAU_HEAD)
    asked = show_chart(ctx, ChartQuestion(has_holders=True)).chart
    held = [unit.holder for unit in asked.units.values() if unit.holder]
    before = show_chart(ctx, ChartQuestion(date(2020, 1, 1), has_holders=True)).chart

    assert len(held) == 1
    assert held[0] != AppointmentKind.DEFINITIVE.value
    assert [
        unit.holder for unit in show_chart(ctx, ChartQuestion()).chart.units.values() if unit.holder
    ] == []
    assert [unit.holder for unit in before.units.values() if unit.holder] == []


@pytest.mark.parametrize("kind", ChartFileKind)
def test_a_chart_is_handed_out_as_a_file(office: Office, kind: ChartFileKind) -> None:
    file = chart_file(office.context(Role.BUREAU_HEAD), ChartQuestion(), Printing(kind))

    assert file.name == f"bagan-uji-2026-03-02.{kind}"
    assert file.content.lstrip()[:4] in (b"%PDF", b"PK\x03\x04", b"<svg")


def test_a_printed_chart_says_what_it_is(office: Office) -> None:
    printing = Printing(ChartFileKind.PDF, Sheet.F4, Turn.PORTRAIT, "LAMPIRAN\n\nNOMOR UJI-001")
    question = ChartQuestion(TODAY, JULY, office.units["Sekretariat Daerah"])

    (page,) = read_pages(chart_file(office.context(Role.BUREAU_HEAD), question, printing).content)

    words = page.running + page.words
    assert page.size_mm == (215, 330)
    for told in ("BAGAN STRUKTUR ORGANISASI", "SEKRETARIAT DAERAH", "PROVINSI UJI", "NOMOR UJI-001"):
        assert told in words
    assert "KEADAAN PER 2 MARET 2026 (SEMULA) DAN 1 JULI 2026 (MENJADI)" in " ".join(words.split())
    assert "CONTOH" in words
    assert "baru tercatat sebagian" not in words


def test_a_day_recorded_in_part_says_so_on_paper(office: Office) -> None:
    file = chart_file(office.context(Role.BUREAU_HEAD), ChartQuestion(date(2020, 1, 1), TODAY), PDF)

    assert any("baru tercatat sebagian" in page.words for page in read_pages(file.content))


def test_of_a_day_before_all_records_there_is_nothing_to_draw(office: Office) -> None:
    ctx, question = office.context(Role.BUREAU_HEAD), ChartQuestion(date(1999, 1, 1))

    page = show_chart(ctx, question)

    assert (dict(page.chart.units), chart_picture(page, str, "")) == ({}, "")
    with pytest.raises(ChartEmpty):
        chart_file(ctx, question, PDF)


def test_a_lampiran_block_has_its_limits(office: Office) -> None:
    ctx = office.context(Role.BUREAU_HEAD)

    with pytest.raises(AnnexTooLong):
        chart_file(ctx, ChartQuestion(), Printing(ChartFileKind.SVG, annex="baris\n" * 9))
    with pytest.raises(TextTooLong):
        chart_file(ctx, ChartQuestion(), Printing(ChartFileKind.SVG, annex="a" * 1_001))


def test_nobody_sees_a_chart_without_signing_in(office: Office) -> None:
    with pytest.raises((SignInRequired, PermissionMissing)):
        show_chart(Context(office.resources, ANONYMOUS), ChartQuestion())
