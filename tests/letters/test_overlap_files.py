"""The comparison of duties as printed: lying, headed on every page, the same bytes, handed over whole."""

import io
from zipfile import ZipFile

import pytest

from orgflow.letters.overlap_files import write_overlap
from orgflow.letters.overlap_sheet import (
    SIZE_MM,
    OverlapSheet,
    SheetCell,
    SheetFormat,
    sheet_from_json,
    sheet_to_json,
)
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.worker import LetterRenderer

HEADINGS = ("No.", "Biro Contoh", "Dinas Contoh", "Kemiripan", "Putusan", "Pembeda")


def a_sheet(rows: int = 3) -> OverlapSheet:
    """Return a matrix of so many rows, each of a few lines."""
    return OverlapSheet(
        ("CONTOH",),
        ("PERSANDINGAN TUGAS DAN FUNGSI", "Biro Contoh dengan Dinas Contoh"),
        HEADINGS,
        tuple(
            (
                SheetCell(str(number)),
                SheetCell(f"tugas biro nomor {number} & <lain> " + "yang panjang " * 12, "Bagian Contoh"),
                SheetCell(f"tugas dinas nomor {number}"),
                SheetCell("31%"),
                SheetCell("Beririsan", gap="[perlu ditinjau lagi]"),
                SheetCell("baris satu\nbaris dua"),
            )
            for number in range(1, rows + 1)
        ),
        ("Kemiripan dihitung dari kata.",),
    )


def test_the_pdf_lies_and_heads_every_page_whole_rows_together() -> None:
    pages = read_pages(write_overlap(a_sheet(40), SheetFormat.PDF))

    assert len(pages) > 2
    for page in pages:
        said = " ".join(page.words.split())
        assert page.size_mm == SIZE_MM
        assert "Dinas Contoh" in said
        assert "Kemiripan" in said
        assert "CONTOH" in page.running + page.words
        assert said.count("tugas biro nomor") == said.count("tugas dinas nomor") == said.count("31%")


@pytest.mark.parametrize("file_format", list(SheetFormat))
def test_the_same_matrix_gives_the_same_bytes(file_format: SheetFormat) -> None:
    assert write_overlap(a_sheet(), file_format) == write_overlap(a_sheet(), file_format)


def test_the_word_file_repeats_its_head_and_breaks_no_row() -> None:
    with ZipFile(io.BytesIO(write_overlap(a_sheet(5), SheetFormat.DOCX))) as archive:
        document = archive.read("word/document.xml").decode()
        header = "".join(archive.read(name).decode() for name in archive.namelist() if "header" in name)

    assert document.count("<w:tblHeader/>") == 1
    assert document.count("<w:cantSplit/>") == 5
    assert 'w:orient="landscape"' in document
    assert "tugas biro nomor 5 &amp; &lt;lain&gt;" in document
    assert "baris dua" in document
    assert "CONTOH" in header


def test_a_matrix_is_handed_to_another_process_without_loss() -> None:
    assert sheet_from_json(sheet_to_json(a_sheet())) == a_sheet()
    renderer = LetterRenderer(workers=1)
    try:
        printed = renderer.overlap(a_sheet(), SheetFormat.PDF)
    finally:
        renderer.close()
    assert printed == write_overlap(a_sheet(), SheetFormat.PDF)
