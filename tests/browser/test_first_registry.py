"""An empty installation becomes a registry: begun, imported, corrected, planned, and seen in both times."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from orgflow.domain.calendar import format_date
from tests.browser.demo import Demo, running_office
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import today_there
from tests.factories.sheets import csv_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TYPED, RIGHT, NEXT = "Biro Hukm", "Biro Hukum", "Biro Hukum dan Perundang-undangan"
PASSWORD = "kuda lumping di atap"
HEADINGS = ("kode", "nama", "jenis", "kode_atasan")
TOP = (
    ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", ""),
    ("setda", "Sekretariat Daerah", "Sekretariat Daerah", "pemprov"),
    ("umum", "Biro Umum", "Biro", "setda"),
)
ROOTLESS, SOUND = ("hukum", TYPED, "Biro", "sekda"), ("hukum", TYPED, "Biro", "setda")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Demo]:
    """An installation as ``init`` and ``serve`` leave it."""
    with running_office(tmp_path / "var") as office:
        yield office


def test_an_empty_installation_becomes_a_registry_that_is_seen_on_every_day_in_both_times(
    browser: Browser, office: Demo, tmp_path: Path
) -> None:
    today, since = today_there(), today_there() - timedelta(days=200)
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    last_week = today - timedelta(days=7)
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        desk = Desk(context.new_page(), office, tmp_path)
        begin(desk)
        import_structure(desk, tmp_path, since)
        two_weeks_pass(office)

        unit = open_unit(desk)
        desk.page.get_by_role("link", name="Catat perubahan atau ralat").click()
        desk.page.get_by_role("link", name="Ralat data unit").click()
        desk.fill(name=RIGHT, reason="Nama kurang satu huruf")
        desk.press("Simpan ralat")
        desk.see("Ralat dicatat. Catatan sebelumnya tetap tersimpan.", RIGHT)

        desk.page.get_by_role("link", name="Catat perubahan atau ralat").click()
        desk.page.get_by_role("link", name="Ubah unit ini").click()
        desk.fill(name=NEXT, effective_on=format_date(next_month))
        desk.press("Simpan perubahan resmi")
        desk.see(f"Terjadwal mulai {format_date(next_month)}.", f"{RIGHT} berganti nama menjadi {NEXT}.")

        assert named(desk, today - timedelta(days=1)) == RIGHT
        assert named(desk, today) == RIGHT
        assert named(desk, next_month) == NEXT
        assert named(desk, today, last_week) == TYPED
        assert named(desk, next_month, last_week) == TYPED
        desk.see(f"Seperti tercatat pada {format_date(last_week)}.")
        assert faults(desk.page) == []

        desk.open(f"{unit}/pencatatan")
        desk.see("Nama kurang satu huruf", "Diganti atau dibatalkan", "Catatan yang dipakai sekarang")
        desk.open(f"{unit}/catat")
        desk.page.get_by_role("link", name=re.compile("Batalkan perubahan ini")).click()
        desk.fill(reason="Pergub belum jadi")
        desk.press("Batalkan perubahan")
        desk.see("Perubahan yang terjadwal dibatalkan.")
        assert named(desk, next_month) == RIGHT


def begin(desk: Desk) -> None:
    """Begin the office with its code and its first administrator."""
    desk.open("/struktur")
    desk.fill(
        setup_code=(desk.demo.data / "setup-code.txt").read_text().strip(),
        name="Provinsi Uji",
        code="uji",
        capital="Kota Uji",
        contact="Jalan Uji Nomor 1",
        display_name="Contoh Satu, S.H.",
        username="contoh.satu",
        password=PASSWORD,
        password_again=PASSWORD,
    )
    desk.page.locator("main button.btn-primary[type=submit]").click()
    desk.see("Susunan organisasi belum dicatat")


def import_structure(desk: Desk, folder: Path, on: date) -> None:
    """Bring a file with a fault, read the fault, and bring the mended one."""
    desk.page.get_by_role("main").get_by_role("link", name=re.compile("Impor")).first.click()
    bring(desk, folder / "salah.csv", csv_of(HEADINGS, [*TOP, ROOTLESS]), on)
    desk.see("Belum dapat diimpor: 1 tempat perlu diperbaiki", "Baris 5, kolom kode_atasan", "“sekda”")
    assert faults(desk.page) == []
    desk.page.get_by_role("link", name="Unggah berkas yang diperbaiki").click()
    bring(desk, folder / "benar.csv", csv_of(HEADINGS, [*TOP, SOUND]), on)
    desk.see("4 unit baru", TYPED, "belum tercatat")
    assert faults(desk.page) == []
    preview = desk.page.url
    desk.press("Catat 4 perubahan")
    expect(desk.page).to_have_url(re.compile(rf"/struktur\?pada={on.isoformat()}"))
    desk.see("benar.csv diimpor: 4 perubahan tercatat.", f"Struktur per {format_date(on)}", TYPED)
    desk.page.goto(preview)
    desk.see("sudah diimpor")


def bring(desk: Desk, file: Path, content: bytes, on: date) -> None:
    """Bring a file as the state of a day."""
    file.write_bytes(content)
    desk.fill(upload=str(file), on=format_date(on))
    desk.press("Lihat pratinjau")


def two_weeks_pass(office: Demo) -> None:
    """Let everything recorded have been recorded two weeks ago."""
    with sqlite3.connect(office.data / "orgflow.db") as database:
        database.execute("UPDATE unit_versions SET recorded_at = datetime(recorded_at, '-14 days')")


def open_unit(desk: Desk) -> str:
    """Open the bureau's page from the tree and return its address."""
    desk.open("/struktur")
    tree = desk.page.get_by_role("navigation", name="Pohon unit")
    tree.get_by_role("link", name=TYPED, exact=True).click()
    desk.page.get_by_role("link", name="Lihat riwayat unit ini").click()
    return re.sub(r"^https?://[^/]+|\?.*$", "", desk.page.url)


def named(desk: Desk, on: date, known_on: date | None = None) -> str:
    """Return the name under which the bureau stands in the tree of a day."""
    desk.open("/struktur")
    if known_on is not None:
        desk.page.get_by_text("Lanjutan", exact=True).click()
        desk.fill(tercatat=format_date(known_on))
        desk.page.locator('form:has([name="tercatat"]:not([type="hidden"])) button').click()
    desk.page.locator("#pada").fill(format_date(on))
    desk.page.locator("form:has(#pada) button").click()
    tree = desk.page.get_by_role("navigation", name="Pohon unit")
    return tree.get_by_role("link", name=re.compile(r"^Biro Huk")).inner_text()
