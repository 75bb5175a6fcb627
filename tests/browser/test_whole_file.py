"""The complete file of the Sumsel rename, from an empty proposal; and every page of it on a phone."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from orgflow.domain.study.checking import sentences_of
from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults, sideways
from tests.browser.office_work import NEW_NAME
from tests.browser.whole_file import (
    AGENCY,
    WRITTEN,
    begin,
    compare_two_options,
    count_media,
    judge_the_duties,
    prepare_the_office,
    record_a_sixth_precedent,
    record_the_work,
    rest_on_evidence,
    take_what_is_made,
    write_the_study,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1_200)]


@pytest.fixture
def phone(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a phone."""
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        yield Desk(context.new_page(), fresh_demo, tmp_path)


def test_a_newcomer_makes_the_complete_file_on_a_phone(phone: Desk, tmp_path: Path) -> None:
    proposal = make_the_file(phone, tmp_path)

    for path in pages_to_write(phone, proposal):
        phone.open(path)
        assert (path, sideways(phone.page)) == (path, [])
    see_it_whole(phone, proposal, tmp_path)


@pytest.mark.slow("file")
def test_no_page_of_the_complete_file_is_faulty_on_a_laptop(desk: Desk, tmp_path: Path) -> None:
    proposal = make_the_file(desk, tmp_path)

    see_no_page_faulty(desk, proposal)
    see_it_whole(desk, proposal, tmp_path)


@pytest.mark.slow("file")
def test_no_page_of_the_complete_file_is_faulty_on_a_phone(phone: Desk, tmp_path: Path) -> None:
    proposal = make_the_file(phone, tmp_path)

    see_no_page_faulty(phone, proposal)


def make_the_file(desk: Desk, folder: Path) -> str:
    """Make the file of the Sumsel rename, from an empty proposal to its last document."""
    prepare_the_office(desk)
    proposal = begin(desk)
    compare_two_options(desk, proposal)
    count_media(desk, folder)
    record_a_sixth_precedent(desk)
    rest_on_evidence(desk, proposal)
    judge_the_duties(desk, proposal)
    record_the_work(desk, proposal)
    write_the_study(desk, proposal)
    take_what_is_made(desk, proposal)
    return proposal


def see_it_whole(newcomer: Desk, proposal: str, tmp_path: Path) -> None:
    """See the study whole on its pages and in its files, nothing lacking, and the file submitted."""
    see_the_study_whole(newcomer, proposal)
    see_nothing_lacking(newcomer, proposal)
    pdf, word = file_of(newcomer, proposal, "pdf"), file_of(newcomer, proposal, "docx")
    (tmp_path / "kajian.pdf").write_bytes(pdf)
    (tmp_path / "kajian.docx").write_bytes(word)
    see_the_words(words_of_pdf(pdf))
    see_the_words(words_of_word(word))
    newcomer.step(proposal, "ajukan")
    newcomer.see("Kepala Biro Humas dan Protokol: persetujuan", "menunggu")


def see_no_page_faulty(desk: Desk, proposal: str) -> None:
    """See every page on which the file was written: axe finds nothing, and none scrolls sideways."""
    for path in pages_to_write(desk, proposal):
        desk.open(path)
        assert (path, faults(desk.page)) == (path, [])


def pages_to_write(desk: Desk, proposal: str) -> tuple[str, ...]:
    """Return the pages on which a file is written, from the first question to the last document."""
    desk.open(f"{proposal}/kajian")
    links = desk.page.locator(f'main a[href^="{proposal}/kajian/"]')
    sections = dict.fromkeys(links.evaluate_all("all => all.map(link => link.pathname)"))
    parts = (
        *("", "/ubah", "/materi", "/materi/pilihan", "/materi/pilihan/tambah", "/materi/pilihan/tetapkan"),
        *("/persandingan", "/kajian", "/kajian/permasalahan/versi", "/data-dukung", "/pernyataan"),
        *("/beban-kerja", "/beban-kerja/tambah", "/beban-kerja/impor", "/beban-kerja/hitung"),
        *("/dokumen", "/dokumen/RANPERGUB", "/dokumen/PRESEDEN", "/dokumen/BA_RAPAT"),
        *("/naskah", "/naskah/kajian", "/naskah/rancangan-pergub", "/naskah/rancangan-pergub/bentuk"),
        "/ajukan",
    )
    registers = ("mitra", "mitra/baru", "mitra/impor", "hitungan/baru", "pembanding", "pembanding/baru")
    return (
        "/usulan/baru",
        *(f"{proposal}{part}" for part in parts),
        *(f"/data-dukung/{register}" for register in registers),
        *sections,
    )


def see_the_study_whole(desk: Desk, proposal: str) -> None:
    """See that no section is empty and no sentence stands twice; what nobody knows may stay marked."""
    desk.open(f"{proposal}/kajian")
    expect(desk.page.locator(".of-row")).to_have_count(22)
    main = desk.page.get_by_role("main")
    for words in ("Kosong", "wajib dan masih kosong", "Sisakan satu", "belum terisi"):
        expect(main).not_to_contain_text(words)
    desk.open(f"{proposal}/naskah/kajian")
    told = "\n".join(desk.page.locator(".of-naskah p, .of-naskah td").all_inner_texts())
    said = sentences_of(without_sources(told))
    counted = Counter(sentence for sentence in said if len(sentence.split()) > 10)
    assert [sentence for sentence, times in counted.items() if times > 1] == []


def without_sources(told: str) -> str:
    """Return the words without what stands in brackets, which says on what they rest."""
    bare = re.sub(r"\([^()]*\)", "", told)
    return bare if bare == told else without_sources(bare)


def see_nothing_lacking(desk: Desk, proposal: str) -> None:
    """See Kelengkapan whole on the proposal's own page and on its documents."""
    desk.open(proposal)
    expect(desk.page.get_by_role("main")).not_to_contain_text("Masih kurang")
    desk.open(f"{proposal}/dokumen")
    desk.see("Semua dokumen wajib sudah ada.", "Ditulis di OrgFlow dan lengkap")
    expect(desk.page.get_by_role("main")).not_to_contain_text("boleh menyusul")


def file_of(desk: Desk, proposal: str, form: str) -> bytes:
    """Return the study as a file."""
    answer = desk.page.request.get(f"{desk.demo.address}{proposal}/naskah/kajian.{form}")
    assert answer.status == 200
    return answer.body()


def see_the_words(told: str) -> None:
    """See that a file says what was put into the proposal, in its place."""
    words = re.sub(r"\s+", " ", told)
    for asked in (
        *("KAJIAN PERUBAHAN NOMENKLATUR", NEW_NAME.upper(), "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR"),
        *("PENDAHULUAN", "KONDISI SAAT INI", "ANALISIS", "USULAN DAN DAMPAK", "PENUTUP", "LAMPIRAN"),
        *("213", "71", "115", "Bali", "DI Yogyakarta", "Provinsi CONTOH", AGENCY, "Beda lingkup"),
        *("Tetap seperti sekarang", "Siaran pers CONTOH", "2 jabatan", "Tahun data"),
        *(text.split("\n")[0].removeprefix("1. ") for text in WRITTEN.values()),
    ):
        assert re.sub(r"\s", "", asked) in re.sub(r"\s", "", words), asked


def words_of_pdf(content: bytes) -> str:
    """Return the words of a PDF, page after page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def words_of_word(content: bytes) -> str:
    """Return the words of a DOCX, those of its tables after the rest."""
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(line.text for line in document.paragraphs), *cells))
