"""Papan and laporan: all that runs in a reader's reach, the month's figures, and both as files."""

import io

import openpyxl
import pytest

from orgflow.domain.access.roles import Role
from tests.factories.many import many_proposals
from tests.web.desk_office import DeskOffice

TU, HEAD = Role.LETTER_ADMINISTRATOR, Role.BUREAU_HEAD
REPORT = "/usulan/laporan"


def test_the_board_shows_each_phase_with_its_oldest_and_the_way_to_the_rest(desks: DeskOffice) -> None:
    many_proposals(desks.office, 40)

    told = desks.reader(TU).read("/usulan/papan")

    assert "Penyusunan 14 usulan" in told
    assert "Telaah 13 usulan" in told
    assert "Lihat 6 usulan lainnya" in told
    assert "Lihat 5 usulan lainnya" in told
    assert "Pergub 0 usulan Kosong." in told
    assert told.count("hari kerja di tahap ini") == 16
    assert "Dikembalikan untuk diperbaiki. Giliran Biro Humas." in told
    assert "Ditelaah Kepala Biro Humas." in told
    assert "Giliran Kepala Biro Humas" not in told


def test_the_rest_of_a_phase_stands_in_the_list(desks: DeskOffice) -> None:
    many_proposals(desks.office, 40)

    told = desks.reader(TU).read("/usulan?keadaan=penyusunan")

    assert told.count("Tahap 1 dari 6") == 14
    assert "Tahap 2 dari 6" not in told


def test_the_report_counts_the_month_and_is_handed_out_as_files(desks: DeskOffice) -> None:
    many_proposals(desks.office, 6)
    reader = desks.reader(HEAD)

    told = reader.read(REPORT)

    assert "Laporan bulanan Maret 2026" in told
    assert "Usulan mulai disusun 6" in told
    assert "Pemberlakuan dicatat 2" in told
    assert reader.open(f"{REPORT}/unduh/2026-03.pdf").data.startswith(b"%PDF")
    assert reader.open(f"{REPORT}/unduh/2026-03.docx").data.startswith(b"PK")
    book = openpyxl.load_workbook(io.BytesIO(reader.open(f"{REPORT}/unduh/2026-03.xlsx").data))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "Usulan mulai disusun" in cells


def test_an_earlier_month_is_asked_for_and_one_that_is_none_refused(desks: DeskOffice) -> None:
    many_proposals(desks.office, 3)
    reader = desks.reader(TU)

    assert "Usulan mulai disusun 0" in reader.read(f"{REPORT}?bulan=2025-12")
    refused = reader.open(f"{REPORT}?bulan=Maret")

    assert refused.status_code == 422
    assert "tidak terbaca sebagai bulan" in refused.get_data(as_text=True)


@pytest.mark.parametrize("path", [f"{REPORT}/unduh/2026-03.svg", f"{REPORT}/unduh/2026-03.exe"])
def test_a_form_that_there_is_not_is_not_found(desks: DeskOffice, path: str) -> None:
    assert desks.reader(TU).open(path).status_code == 404


def test_beranda_shows_the_first_tasks_and_leads_to_all(desks: DeskOffice) -> None:
    many_proposals(desks.office, 60)
    reader = desks.reader(HEAD)

    home, tasks = reader.read("/"), reader.read("/tugas")

    assert "Perlu tindakan Anda: 40 hal" in home
    assert "Lihat semua 40 hal yang perlu tindakan Anda" in home
    assert "Lihat semua 40 usulan yang berjalan" in home
    assert home.count("yang dikembalikan") < tasks.count("yang dikembalikan")
