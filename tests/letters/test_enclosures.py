"""The block of an enclosure: at the top right of its first page, with the same words in PDF and Word."""

import io
from dataclasses import replace

import docx
import pypdfium2
import pytest

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.chart.paper import Sheet, Turn, page_mm, room_within
from orgflow.domain.papers.document import Document, HeadLine, Mark, Run, plain, texts_of
from orgflow.domain.papers.encoding import document_from_json, document_to_json
from orgflow.domain.papers.kinds import PaperKind
from orgflow.letters.chart_files import write_chart
from orgflow.letters.chart_page import Heading, write_pages
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.docx_text import read_docx
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.wording import bare
from orgflow.resources import letter_templates
from orgflow.services.papers.files import NOTHING, paper_of
from tests.factories.charts import WORDS, a_chart, boxes_of
from tests.factories.papers import a_case
from tests.factories.secretariat import HUMAS

SPACES = "\N{NO-BREAK SPACE}" * 10
HEAD = (
    HeadLine("Lampiran II", plain("Surat Gubernur Contoh")),
    HeadLine("Nomor", (Run(f"000.8/{SPACES}/"), Run("[belum diisi: kode]", Mark.GAP), Run("/2026"))),
    HeadLine("Tanggal", plain("24 Maret 2026")),
)
LAST_WORDS = "24 Maret 2026"


def an_enclosure(kind: PaperKind) -> Document:
    case = a_case(RenameUnit(HUMAS, "Biro Administrasi Pimpinan"))
    document = paper_of(letter_templates(), case, NOTHING, kind).document
    assert document is not None
    return replace(document, head=HEAD)


def written(document: Document, file_format: ChartFormat) -> bytes:
    return write_paper(PaperSource(document, load_paper_sheet(letter_templates())), file_format)


def place_of(pdf: bytes, words: str) -> tuple[float, float]:
    """Return where words begin on the first page, as shares of its width and of its height from the top."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        text = page.get_textpage()
        found = text.search(words).get_next()
        assert found is not None, words
        left, _, _, top = text.get_charbox(found[0])
        return left / page.get_width(), 1 - top / page.get_height()
    finally:
        document.close()


@pytest.mark.parametrize("kind", [PaperKind.MATRIX, PaperKind.IMPACT, PaperKind.REGULATION])
def test_the_block_stands_at_the_top_right_of_the_first_page_alone(kind: PaperKind) -> None:
    pdf = written(an_enclosure(kind), ChartFormat.PDF)

    for words in ("Lampiran II", "Nomor", LAST_WORDS):
        across, down = place_of(pdf, words)
        assert across > 0.45
        assert down < 0.2
    others = "".join(page.words for page in read_pages(pdf)[1:])
    assert "LampiranII:Surat" not in bare(others)


@pytest.mark.parametrize("kind", [PaperKind.MATRIX, PaperKind.REGULATION])
def test_the_block_says_the_same_in_pdf_and_word(kind: PaperKind) -> None:
    document = an_enclosure(kind)
    block = bare(" ".join(texts_of(document)[:3]))

    pdf = bare("".join(page.words for page in read_pages(written(document, ChartFormat.PDF))))
    word = bare(read_docx(written(document, ChartFormat.DOCX)).words)

    assert block == bare("Lampiran II : Surat Gubernur Contoh Nomor : 000.8//[belum diisi: kode]/2026 "
                         f"Tanggal : {LAST_WORDS}")  # fmt: skip
    assert pdf.count(block) == word.count(block) == 1


def test_words_table_stands_first_and_at_the_right() -> None:
    held = docx.Document(io.BytesIO(written(an_enclosure(PaperKind.MATRIX), ChartFormat.DOCX)))

    table = held.tables[0]

    assert held.element.body[0] is table._tbl
    assert table.cell(0, 0).text == ""
    assert [table.cell(0, column).text for column in (1, 2, 3)] == [
        "Lampiran II",
        ":",
        "Surat Gubernur Contoh",
    ]
    assert table.cell(1, 3).text.count("\N{NO-BREAK SPACE}") == len(SPACES)


def test_a_document_with_a_block_is_read_back_as_it_was_and_one_without_is_written_as_ever() -> None:
    document = an_enclosure(PaperKind.MATRIX)

    assert document_from_json(document_to_json(document)) == document
    assert '"head"' not in document_to_json(replace(document, head=()))


def test_a_chart_bears_the_block_on_its_first_page_and_the_mark_on_each() -> None:
    size, chart = page_mm(Sheet.A4, Turn.LANDSCAPE), a_chart(150, longest=80)
    told = tuple((line.label, "".join(run.words for run in line.value)) for line in HEAD)
    heading = Heading(("BAGAN", "PROVINSI CONTOH"), is_sample=True, is_concept=True, head=told)
    pages = write_pages(chart, boxes_of(chart), room_within(size), heading, WORDS)

    pdf = write_chart(ChartPages("Bagan", size, pages), ChartFormat.PDF)

    across, down = place_of(pdf, "Lampiran II")
    assert across > 0.45
    assert down < 0.2
    printed = [bare(f"{page.running} {page.words}") for page in read_pages(pdf)]
    assert len(printed) > 1
    assert [words.count("LampiranII:SuratGubernurContoh") for words in printed] == [
        1,
        *(0 for _ in printed[1:]),
    ]
    assert all("KONSEP·CONTOH" in words for words in printed)
