"""A printed chart says every name, in its SVG, its PDF and its Word file, and looks the same in each."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import ImageFont

from orgflow.domain.organisation.chart.boxes import FONT_PT, Voice
from orgflow.domain.organisation.chart.charted import Chart, Mark
from orgflow.domain.organisation.chart.paging import draw_whole
from orgflow.domain.organisation.chart.paper import Sheet, Turn, page_mm, room_within
from orgflow.letters.chart_files import write_chart
from orgflow.letters.chart_metrics import SPARE, text_width
from orgflow.letters.chart_page import Heading, write_pages, write_screen, write_sheet
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.chart_svg import Picture
from orgflow.letters.chart_words import load_chart_words
from orgflow.letters.errors import TemplateUnreadable
from orgflow.letters.pdf_fonts import read_fonts
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.wording import bare
from orgflow.letters.worker import LetterRenderer
from tests.factories.charts import WORDS, a_chart, boxes_of

SVG = "{http://www.w3.org/2000/svg}"
HEADING = Heading(("BAGAN STRUKTUR ORGANISASI", "PROVINSI CONTOH"), ("LAMPIRAN", "NOMOR CONTOH-001"))
FONTS = Path("/usr/share/fonts/truetype/liberation")


def pages_of(chart: Chart, sheet: Sheet = Sheet.A4, turn: Turn = Turn.LANDSCAPE) -> ChartPages:
    size = page_mm(sheet, turn)
    pages = write_pages(chart, boxes_of(chart), room_within(size), HEADING, WORDS)
    return ChartPages("Bagan Provinsi Contoh", size, pages)


def a_screen(chart: Chart) -> etree._Element:
    boxes = boxes_of(chart)
    addresses = {unit_id: f"/unit/{unit_id}?a=1&b=2" for unit_id in chart.units}
    picture = Picture(chart, boxes, draw_whole(chart, boxes), WORDS, addresses, {}, {})
    return etree.fromstring(write_screen(picture, 'class="of-bagan" role="group"').encode())


@pytest.fixture(scope="module")
def renderer() -> Iterator[LetterRenderer]:
    renderer = LetterRenderer(workers=1, timeout_s=30)
    yield renderer
    renderer.close()


@pytest.mark.parametrize("is_marked", [False, True])
def test_on_a_screen_every_box_is_a_link_that_says_its_unit(*, is_marked: bool) -> None:
    chart = a_chart(60, longest=200, is_marked=is_marked)

    links = a_screen(chart).findall(f".//{SVG}a")

    names = {link.get("href"): link.get("aria-label") for link in links}
    assert len(links) == len(names) == 60
    for unit_id, unit in chart.units.items():
        said = names[f"/unit/{unit_id}?a=1&b=2"]
        assert said == unit.name or said.startswith(f"{unit.name}, ")
        assert all(WORDS[mark] in said for mark in unit.marks)


def test_what_is_drawn_needs_no_style_and_no_pattern_fill() -> None:
    screen = a_screen(a_chart(40, is_marked=True))

    assert not [element for element in screen.iter() if element.get("style")]
    assert {etree.QName(element).localname for element in screen.iter()} == {
        *("svg", "g", "a", "rect", "path", "text")
    }


def test_each_mark_has_a_border_and_a_pattern_of_its_own() -> None:
    screen = a_screen(a_chart(120, seed=5, is_marked=True))

    looks = {}
    for mark in Mark:
        (legend,) = screen.findall(f".//{SVG}g[@class='is-{mark}']")
        rects, (pattern, _edge) = legend.findall(f"{SVG}rect"), legend.findall(f"{SVG}path")
        border = (len(rects), rects[0].get("stroke-width"), rects[0].get("stroke-dasharray"))
        looks[mark] = (border, re.sub(r"[\d.]+", "", pattern.get("d", ""))[:8])
    assert len({border for border, _ in looks.values()}) == len(Mark)
    assert len({look for _, look in looks.values()}) >= len(Mark) - 1


def test_what_is_gone_is_struck_out_and_what_is_not_verified_says_so() -> None:
    chart = a_chart(60, is_marked=True)
    words = "".join(a_screen(chart).itertext())

    assert WORDS["unsure"] in words
    assert WORDS["gone"] in words
    assert "*" in words


@pytest.mark.parametrize(("sheet", "turn"), [(Sheet.A4, Turn.LANDSCAPE), (Sheet.F4, Turn.PORTRAIT)])
def test_a_pdf_says_every_name_on_the_right_paper(sheet: Sheet, turn: Turn) -> None:
    chart = a_chart(60, longest=200)
    printed = pages_of(chart, sheet, turn)

    pdf = write_chart(printed, ChartFormat.PDF)

    pages = read_pages(pdf)
    words = bare("".join(page.running + page.words for page in pages))
    assert [unit.name for unit in chart.units.values() if bare(unit.name) not in words] == []
    assert {page.size_mm for page in pages} == {page_mm(sheet, turn)}
    assert len(pages) == len(printed.pages) > 1
    assert all(font.is_embedded for font in read_fonts(pdf))
    assert {font.name for font in read_fonts(pdf)} <= {"Liberation-Sans", "Liberation-Sans-Bold"} | {
        font.name for font in read_fonts(pdf) if "Oblique" in font.name or "Italic" in font.name
    }


def test_a_pdf_says_on_which_page_a_branch_goes_on() -> None:
    pages = read_pages(write_chart(pages_of(a_chart(100)), ChartFormat.PDF))
    told = [page.running + page.words for page in pages]

    for number, page in enumerate(told, start=1):
        assert f"Halaman {number} dari {len(told)}" in page
        for target in re.findall(r"lanjut ke halaman (\d+)", page):
            assert f"dari halaman {number}" in told[int(target) - 1]
    assert sum("lanjut ke halaman" in page for page in told) >= 1
    assert all("dari halaman" in page for page in told[1:])


def test_words_of_a_pdf_stand_inside_their_boxes() -> None:
    chart = a_chart(12, longest=200)
    document = pypdfium2.PdfDocument(write_chart(pages_of(chart), ChartFormat.PDF))
    page = document[0]
    text = page.get_textpage()
    width, height = page.get_size()

    places = [text.get_charbox(at) for at in range(text.count_chars())]

    assert places
    margin = 15 / 25.4 * 72 - 1
    for left, bottom, right, top in places:
        if right > left:
            assert margin <= left <= right <= width - margin
            assert margin <= bottom <= top <= height - margin
    text.close()
    page.close()
    document.close()


def test_a_word_file_holds_each_page_as_a_picture_and_as_vectors() -> None:
    printed = pages_of(a_chart(60))

    content = write_chart(printed, ChartFormat.DOCX)

    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    blips = list(document.element.iter(qn("a:blip")))
    assert len(blips) == len(printed.pages) > 1
    for blip, page in zip(blips, printed.pages, strict=True):
        (vector,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        assert document.part.related_parts[vector.get(qn("r:embed"))].blob == page.encode()
        assert document.part.related_parts[blip.get(qn("r:embed"))].content_type == "image/png"
    shapes = document.inline_shapes
    assert all(shape.height <= section.page_height - section.top_margin * 2 for shape in shapes)
    assert all(shape.width <= section.page_width - section.left_margin * 2 for shape in shapes)
    described = [shape._inline.docPr.get("descr") for shape in shapes]
    assert described[0] == f"Bagan Provinsi Contoh, halaman 1 dari {len(printed.pages)}"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert 'ContentType="image/svg+xml"' in archive.read("[Content_Types].xml").decode()


@pytest.mark.parametrize("file_format", ChartFormat)
def test_the_same_pages_give_the_same_bytes_in_a_child_process(
    renderer: LetterRenderer, file_format: ChartFormat
) -> None:
    printed = pages_of(a_chart(9))

    assert renderer.chart(printed, file_format) == write_chart(printed, file_format)


def test_a_chart_in_one_piece_bears_its_title() -> None:
    chart = a_chart(3)
    boxes = boxes_of(chart)
    picture = Picture(chart, boxes, draw_whole(chart, boxes), WORDS, {}, {}, {})

    sheet = etree.fromstring(write_sheet(picture, HEADING).encode())

    words = [text.text for text in sheet.iter(f"{SVG}text")]
    assert {*HEADING.titles, *HEADING.annex} <= set(words)
    titles = [title.text or "" for title in sheet.iter(f"{SVG}title")]
    assert all(one.startswith(unit.name) for one, unit in zip(titles, chart.units.values(), strict=True))


def test_a_legend_names_only_what_a_chart_uses() -> None:
    plain, marked = (
        "".join(a_screen(a_chart(3, seed=2, is_marked=marks)).itertext()) for marks in (False, True)
    )

    assert WORDS["rename"] not in plain
    assert WORDS["command"] in plain
    assert all(WORDS[mark] in marked for mark in Mark)


@pytest.mark.parametrize(("voice", "file"), [(Voice.NOTE, "Regular"), (Voice.NAME, "Bold")])
def test_the_widths_written_down_are_those_of_the_font(voice: Voice, file: str) -> None:
    font = ImageFont.truetype(FONTS / f"LiberationSans-{file}.ttf", 2048)
    for character in map(chr, [*range(0x20, 0x7F), *range(0xAE, 0x180), 0x2013, 0x2014, 0x2019]):
        wide = font.getlength(character) / 2048 * FONT_PT * SPARE
        assert text_width(character, voice) == pytest.approx(wide, abs=0.01), character


def test_no_text_runs_wider_than_it_is_measured() -> None:
    font = ImageFont.truetype(FONTS / "LiberationSans-Bold.ttf", 2048)
    pairs = ["".join(pair) for pair in pairwise("AVATAR Yth. TATA USAHA WILAYAH LTY")]
    for text in ("Biro Tata Pemerintahan dan Wilayah", "AVAVAVA", *pairs):
        assert font.getlength(text) / 2048 * FONT_PT <= text_width(text, Voice.NAME)


@pytest.mark.parametrize("written", ["", "title = ", 'title = "A"'])
def test_words_that_are_lacking_are_noticed(tmp_path: Path, written: str) -> None:
    (tmp_path / "_shared").mkdir()
    (tmp_path / "_shared" / "chart.toml").write_text(written, "utf-8")

    with pytest.raises(TemplateUnreadable):
        load_chart_words(tmp_path)
