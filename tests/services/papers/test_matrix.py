"""The matriks persandingan in words, and as PDF, Word file and workbook with the same rows."""

import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.papers.document import Mark, Table, texts_of, words_of
from orgflow.domain.papers.encoding import document_from_json, document_to_json
from orgflow.domain.proposals.states import Action
from orgflow.exchange.document_writing import write_document_xlsx
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.word_lines import read_word_lines
from orgflow.resources import letter_templates
from orgflow.services.papers.matrix import ANSWER_HEAD, Matrix, matrix_of
from tests.factories.papers import a_case, answered
from tests.factories.secretariat import HUMAS, PUBLIKASI

RENAMED = RenameUnit(HUMAS, "Biro Administrasi Pimpinan")


def cells_of(matrix: Matrix) -> list[str]:
    (table,) = [block for block in matrix.document.blocks if isinstance(block, Table)]
    return [words_of(cell) for row in table.rows for cell in row.cells]


def test_each_row_rests_on_the_articles_that_name_it() -> None:
    lines = matrix_of(a_case(RENAMED)).lines

    assert words_of(lines[0].basis) == "Pasal 2 huruf a; Pasal 3 ayat (1); Pasal 3 ayat (2)"
    assert (lines[0].number, lines[0].aspect, lines[0].unit) == (1, "Nomenklatur", "Biro Humas dan Protokol")


def test_without_articles_the_basis_is_a_visible_gap() -> None:
    line = matrix_of(a_case(RENAMED, articles=())).lines[0]

    assert [(run.words, run.mark) for run in line.basis] == [("[belum diisi: pasal]", Mark.GAP)]


def test_the_ministrys_column_is_there_once_there_is_an_answer() -> None:
    case = a_case(RENAMED)

    assert ANSWER_HEAD not in matrix_of(case).heads
    told = matrix_of(answered(case, Action.ANSWER_APPROVED_WITH_NOTES, "Perbaiki Pasal 3."))
    assert told.heads[-1] == ANSWER_HEAD
    assert {line.answer for line in told.lines} == {"Disetujui dengan catatan", ""}
    answer = "surat Nomor CONTOH-100 tanggal 5 Oktober 2026. Catatan: Perbaiki Pasal 3."
    assert answer in texts_of(told.document)[-1]


@pytest.mark.parametrize("file_format", list(ChartFormat))
def test_page_and_files_have_the_same_words(file_format: ChartFormat) -> None:
    matrix = matrix_of(a_case(RENAMED))
    source = PaperSource(matrix.document, load_paper_sheet(letter_templates()))

    content = write_paper(source, file_format)

    pages = read_pages(content) if file_format is ChartFormat.PDF else ()
    said = " ".join(page.words for page in pages) or " ".join(read_word_lines(content))
    flat = "".join(said.split())
    for cell in cells_of(matrix):
        assert "".join(cell.split()) in flat
    assert write_paper(source, file_format) == content


def test_the_workbook_keeps_the_marks_and_no_cell_is_a_formula() -> None:
    matrix = matrix_of(a_case(RENAMED, RenameUnit(PUBLIKASI, "=1+1")))

    book = openpyxl.load_workbook(io.BytesIO(write_document_xlsx(matrix.document)), rich_text=True)

    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    marked = [cell.value for cell in cells if isinstance(cell.value, CellRichText)]
    struck = [part.text for text in marked for part in text if not isinstance(part, str) and part.font.strike]
    new = [part.text for text in marked for part in text if not isinstance(part, str) and part.font.b]
    assert "Humas dan Protokol" in struck
    assert any("Administrasi Pimpinan" in words for words in new)
    assert book.active.print_title_rows == "$3:$3"


def test_a_document_comes_back_from_its_json() -> None:
    document = matrix_of(a_case(RENAMED)).document

    assert document_from_json(document_to_json(document)) == document
