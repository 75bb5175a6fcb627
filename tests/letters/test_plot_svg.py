"""Bars are lengths by their numbers, the same each time, whole with the longest names and with none."""

from lxml import etree

from orgflow.letters.chart_files import write_chart
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.plot_svg import SCREEN_PT, Bar, BarPlot, bars_figure, bars_page, bars_svg

PLOT = BarPlot(
    "Media per 7 Desember 2022",
    (
        Bar("Media cetak", 71, "71"),
        Bar("Media online", 115, "115"),
        Bar("Televisi", 10, "10"),
        Bar("Radio", 0, "0"),
    ),
)
A4 = (210, 297)
SVG = "{http://www.w3.org/2000/svg}"


def bars_of(svg: str) -> list[tuple[float, float]]:
    """Return where each bar begins and how long it is."""
    found = etree.fromstring(svg.encode()).iter(f"{SVG}rect")
    return [(float(one.get("x")), float(one.get("width"))) for one in found]


def test_the_longest_bar_is_the_largest_number_and_the_others_are_shares_of_it() -> None:
    lengths = [length for _, length in bars_of(bars_svg(PLOT))]

    assert len(lengths) == 3
    assert abs(lengths[0] / lengths[1] - 71 / 115) < 0.001
    assert abs(lengths[2] / lengths[1] - 10 / 115) < 0.001


def test_a_plot_says_its_numbers_to_who_does_not_see_it() -> None:
    root = etree.fromstring(bars_svg(PLOT).encode())

    assert root.get("role") == "img"
    assert root.get("aria-label") == (
        "Media per 7 Desember 2022: Media cetak 71, Media online 115, Televisi 10, Radio 0."
    )
    assert "style" not in bars_svg(PLOT)


def test_the_longest_label_and_any_number_stay_within_the_picture() -> None:
    plot = BarPlot("x", (Bar("Sangat panjang " * 20, 9e9, "9.000.000.000"), Bar("", 1, "1")))

    ((start, length), *_) = bars_of(bars_svg(plot))

    assert start < SCREEN_PT / 2
    assert start + length <= SCREEN_PT


def test_what_is_written_is_escaped() -> None:
    plot = BarPlot('"<script>', (Bar("A & B <b>", 1, "1"),))

    words = [one.text for one in etree.fromstring(bars_svg(plot).encode()).iter(f"{SVG}text")]

    assert words == ["A & B <b>", "1"]
    assert "<script>" not in bars_svg(plot)


def test_a_plot_without_bars_or_with_nothing_but_zero_is_drawn() -> None:
    assert bars_of(bars_svg(BarPlot("x", ()))) == []
    assert bars_of(bars_figure(BarPlot("x", (Bar("A", 0, "0"),)))) == []


def test_the_same_plot_gives_the_same_pdf_and_word_file_with_its_words_in_order() -> None:
    pages = bars_page(PLOT, A4)

    pdf, docx = write_chart(pages, ChartFormat.PDF), write_chart(pages, ChartFormat.DOCX)

    assert pdf == write_chart(bars_page(PLOT, A4), ChartFormat.PDF)
    assert docx.startswith(b"PK")
    told = " ".join(read_pages(pdf)[0].words.split())
    assert told.index("Media cetak") < told.index("71") < told.index("Televisi")


def test_bars_that_begin_later_stand_farther_right_and_stay_within_the_picture() -> None:
    plot = BarPlot("x", (Bar("Penyusunan", 4, "3 hari kerja"), Bar("Telaah", 6, "4 hari kerja", begins=4)))

    first, second = bars_of(bars_svg(plot))

    assert abs(second[0] - (first[0] + first[1])) < 0.1
    assert abs(first[1] / second[1] - 4 / 6) < 0.01
    assert sum(second) < SCREEN_PT
