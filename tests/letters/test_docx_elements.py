"""Elements made at once are read by Word's own library as what was asked for."""

import io
import zipfile

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from orgflow.letters.docx_elements import (
    Cell,
    Form,
    Rules,
    RunMark,
    TableRow,
    paragraph,
    run,
    style_id,
    table,
)
from orgflow.letters.docx_ground import open_ground
from orgflow.letters.docx_package import pack, set_properties
from orgflow.letters.docx_styles import BODY, GAP, LOOKS, Look, set_styles

ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "spacing", "ind")


def placed(document: Document, written: etree._Element) -> etree._Element:
    """Return the element at the end of the document's body."""
    body: etree._Element = document.element.body
    body.insert(len(body) - 1, written)
    return written


def a_paragraph(runs: tuple[etree._Element, ...] = (), form: Form | None = None) -> Paragraph:
    """Return a paragraph of the body in a document of its own."""
    document = open_ground()
    placed(document, paragraph(BODY, runs, form or Form()))
    return document.paragraphs[-1]


def a_table(rows: tuple[TableRow, ...], rules: Rules = Rules.ALL) -> Table:
    """Return a table of three columns in a document of its own."""
    document = open_ground()
    placed(document, table(rows, (1000, 2000, 3000), rules))
    return document.tables[0]


def cell(words: str, columns: int = 1, fill: str = "") -> Cell:
    """Return a cell that says this."""
    return Cell((paragraph(BODY, (run(words),)),), fill, columns)


def test_a_paragraph_has_its_named_style_and_no_other_form() -> None:
    read = a_paragraph((run("satu "), run("dua")))

    assert (read.text, read.style.name if read.style else "") == ("satu dua", BODY)
    assert [child.tag for child in read._p.pPr] == [qn("w:pStyle")]


def test_spaces_tabs_and_line_ends_are_words_own() -> None:
    read = a_paragraph((run("  a\tb\nc "),))

    assert read.text == "  a\tb\nc "
    told = [etree.QName(child).localname for child in read.runs[0]._r]
    assert told == ["t", "tab", "t", "br", "t"]


@pytest.mark.parametrize(
    ("marks", "seen"),
    [
        ((), (None, None, None, None)),
        ((RunMark.BOLD,), (True, None, None, None)),
        ((RunMark.UNDERLINED, RunMark.ITALIC), (None, True, True, None)),
        ((RunMark.STRUCK,), (None, None, None, True)),
    ],
)
def test_marked_words_stand_out(marks: tuple[RunMark, ...], seen: tuple[bool | None, ...]) -> None:
    read = a_paragraph((run("kata", *marks),)).runs[0]

    assert (read.bold, read.italic, read.underline, read.font.strike) == seen


def test_marks_are_told_in_the_order_of_the_schema_whatever_order_they_are_given_in() -> None:
    read = a_paragraph((run("kata", *reversed(RunMark), style=GAP),)).runs[0]

    told = [etree.QName(child).localname for child in read._r.rPr]
    assert told == ["rStyle", "b", "i", "strike", "u", "vertAlign"]
    assert read.style.name == GAP


def test_a_form_is_read_as_it_was_given() -> None:
    form = Form(
        item_of=(3, 1),
        keeps_next=True,
        keeps_together=True,
        starts_page=True,
        before_cm=0.5,
        after_cm=0,
        left_cm=1.5,
        first_cm=-0.75,
        right_cm=3,
    )
    read = a_paragraph(form=form)

    told = read.paragraph_format
    assert (told.keep_with_next, told.keep_together, told.page_break_before) == (True, True, True)
    lengths = (
        told.space_before,
        told.space_after,
        told.left_indent,
        told.first_line_indent,
        told.right_indent,
    )
    assert [round(one.cm, 2) for one in lengths if one is not None] == [0.5, 0, 1.5, -0.75, 3.0]
    numbered = read._p.pPr.find(qn("w:numPr"))
    assert [child.get(qn("w:val")) for child in numbered] == ["1", "3"]
    assert tuple(etree.QName(child).localname for child in read._p.pPr) == ORDER


def test_what_the_style_keeps_can_be_let_go() -> None:
    assert a_paragraph(form=Form(keeps_next=False)).paragraph_format.keep_with_next is False
    assert a_paragraph(form=Form(first_cm=1.25)).paragraph_format.first_line_indent is not None


def test_a_table_has_columns_of_fixed_widths() -> None:
    read = a_table((TableRow((cell("a"), cell("b"), cell("c"))),))

    assert [one.get(qn("w:w")) for one in read._tbl.tblGrid] == ["1000", "2000", "3000"]
    assert [one.text for one in read.rows[0].cells] == ["a", "b", "c"]
    assert [one.width.twips for one in read.rows[0].cells if one.width is not None] == [1000, 2000, 3000]
    assert read.autofit is False


def test_a_cell_may_run_through_the_rest_of_its_row() -> None:
    read = a_table((TableRow((cell("a"), cell("b", columns=2, fill="F6F6F6"))),))

    wide = read._tbl.tr_lst[0].tc_lst[1]
    assert (wide.grid_span, wide.width.twips) == (2, 5000)
    assert wide.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "F6F6F6"


def test_a_head_stands_on_each_page_and_no_row_is_broken() -> None:
    rows = (
        TableRow((cell("Kepala", columns=3),), is_head=True),
        TableRow((cell("isi", columns=3),)),
    )
    read = a_table(rows)

    heads = [row.trPr.find(qn("w:tblHeader")) is not None for row in read._tbl.tr_lst]
    assert heads == [True, False]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in read._tbl.tr_lst)


def test_only_a_ruled_table_has_lines_and_room_inside() -> None:
    row = TableRow((cell("isi", columns=3),))
    ruled, bare = a_table((row,)), a_table((row,), Rules.NONE)

    assert ruled._tbl.tblPr.find(qn("w:tblBorders")) is not None
    assert bare._tbl.tblPr.find(qn("w:tblBorders")) is None
    margins = [one.get(qn("w:w")) for one in bare._tbl.tblPr.find(qn("w:tblCellMar"))]
    assert margins == ["0"] * 4


def test_a_ground_has_the_styles_asked_for_under_the_ids_that_paragraphs_name() -> None:
    looks = {"Judul Uji": Look(size_pt=13, is_bold=True)}
    ours, letters = open_ground(looks, "Bookman Old Style"), open_ground()

    assert {style.name: style.style_id for style in ours.styles}["Judul Uji"] == style_id("Judul Uji")
    assert ours.styles["Judul Uji"].font.name == "Bookman Old Style"
    assert LOOKS.keys() <= {style.name for style in letters.styles}
    assert "Judul Uji" not in letters.styles


def test_what_is_written_on_one_ground_is_not_on_the_next() -> None:
    first = open_ground()
    first.add_paragraph("hanya di sini")
    set_styles(first, {"Lain": Look()})

    second = open_ground()
    assert [paragraph.text for paragraph in second.paragraphs] == []
    assert "Lain" not in second.styles


def test_every_date_in_the_archive_is_fixed_and_every_part_is_whole() -> None:
    document = open_ground()
    placed(document, paragraph(BODY, (run("isi " * 500),)))
    set_properties(document, "Judul", "")

    packed = pack(document)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        heads = [entry.header_offset + 10 for entry in archive.infolist()]
    assert {packed[at : at + 4] for at in heads} == {b"\0\0\x21\0"}
