"""The structure downloaded from its page, as who may see it and as who keeps it."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import APIResponse

from tests.browser.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(200)]

FORMS = ("xlsx", "csv", "json", "ttl", "jsonld")


def fetched(desk: Desk, path: str) -> APIResponse:
    return desk.page.request.get(f"{desk.demo.address}{path}")


def test_the_day_of_the_page_is_downloaded(desk: Desk) -> None:
    desk.sign_in("kepala.humas")
    desk.open("/struktur?pada=2022-12-07")
    desk.page.get_by_text("Unduh", exact=True).click()
    with desk.page.expect_download() as found:
        desk.page.get_by_role("link", name="Excel (XLSX), semua tabel").click()

    book = load_workbook(BytesIO(found.value.path().read_bytes()))
    assert found.value.suggested_filename == "susunan-sumsel-2022-12-07.xlsx"
    assert "Biro Humas dan Protokol" in [cell.value for cell in book["unit"]["B"]]


def test_every_form_is_handed_out_as_a_file_of_its_own(desk: Desk) -> None:
    desk.sign_in("kepala.humas")

    for form in FORMS:
        answer = fetched(desk, f"/struktur/unduh/{form}?pada=7%20Desember%202022")
        assert answer.status == 200
        assert answer.headers["content-disposition"].endswith(f'filename="susunan-sumsel-2022-12-07.{form}"')
        assert "sandbox" in answer.headers["content-security-policy"]
    table = fetched(desk, "/struktur/unduh/csv?pada=2022-12-07").body()
    assert next(csv.reader(StringIO(table.decode("utf-8-sig"))))[:2] == ["kode", "nama"]
    assert table.startswith(b"\xef\xbb\xbf")
    whole = json.loads(fetched(desk, "/struktur/unduh/json?pada=2022-12-07&riwayat=ya").body())
    assert whole["is_history"] is True


def test_a_day_that_is_none_and_a_form_that_is_none_are_refused(desk: Desk) -> None:
    desk.sign_in("kepala.humas")

    assert fetched(desk, "/struktur/unduh/csv?pada=kemarin").status == 422
    assert fetched(desk, "/struktur/unduh/pdf").status == 404


def test_the_empty_form_is_for_who_keeps_the_registry(desk: Desk) -> None:
    desk.sign_in("kepala.humas")
    assert fetched(desk, "/struktur/impor/templat.xlsx").status == 403

    desk.sign_in("tu")
    book = load_workbook(BytesIO(fetched(desk, "/struktur/impor/templat.xlsx").body()))
    assert "keterangan" in book.sheetnames
    assert fetched(desk, "/struktur/impor/templat.csv").body().startswith(b"\xef\xbb\xbfkode,nama")
