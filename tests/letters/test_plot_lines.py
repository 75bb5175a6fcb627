"""Volumes as lines: every word escaped, unknown years left open, no picture too full, the same each time."""

import re
from decimal import Decimal

from lxml import etree

from orgflow.domain.organisation.chart.paper import Room
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.trends import panels_of
from orgflow.letters.plot_lines import MOST_LINES, LinePicture, pictures_of, write_line_pages, write_lines

ROOM = Room(700, 480)


def an_activity(name: str, year: int, volume: int) -> Activity:
    return Activity("Publikasi <&>", name, "naskah", year, Decimal(volume), None, "CONTOH")


def pictures(*activities: Activity) -> tuple[LinePicture, ...]:
    return pictures_of(panels_of(activities))


def strokes(svg: str) -> str:
    """Return the path of the first line."""
    found = re.search(r'<path d="([^"]+)" stroke-width="1.6"', svg)
    assert found is not None
    return found[1]


def test_words_are_escaped_and_the_picture_is_well_formed() -> None:
    (picture,) = pictures(an_activity("A & <b>", 2024, 3), an_activity("A & <b>", 2025, 5))

    svg = write_lines(picture, 460)

    words = "".join(etree.fromstring(svg.encode()).itertext())
    assert "Publikasi <&> (naskah per tahun)" in words
    assert "A & <b>" in words
    assert "style=" not in svg
    assert svg == write_lines(picture, 460)


def test_nothing_is_drawn_over_a_year_of_which_nothing_is_known() -> None:
    known = [an_activity("A", year, 10) for year in (2022, 2023, 2025, 2026)]
    (whole,) = pictures(*known, an_activity("A", 2024, 10))
    (broken,) = pictures(*known)

    assert strokes(write_lines(whole, 460)).count("M") == 4
    assert strokes(write_lines(broken, 460)).count("M") == 2


def test_one_year_makes_no_line_and_many_lines_make_several_pictures() -> None:
    assert pictures(an_activity("A", 2025, 1)) == ()

    many = [an_activity(f"K{place}", year, place) for place in range(7) for year in (2024, 2025)]
    assert [len(picture.series) for picture in pictures(*many)] == [MOST_LINES, 2]


def test_volumes_of_any_size_stay_within_the_picture() -> None:
    for volume in (0, 1, 10_000_000):
        (picture,) = pictures(an_activity("A", 2024, 0), an_activity("A", 2025, volume))
        ends = re.findall(r"[MVL][\d.]* ?([\d.]+)", strokes(write_lines(picture, 460)))
        assert all(0 <= float(y) <= 140 for y in ends)


def test_pictures_that_do_not_fit_go_on_the_next_page() -> None:
    many = [an_activity(f"K{place}", year, place) for place in range(12) for year in (2024, 2025)]

    pages = write_line_pages(pictures(*many), ROOM, "KECENDERUNGAN")

    assert len(pages) == 3
    assert all("KECENDERUNGAN" in page for page in pages)
    assert write_line_pages((), ROOM, "X") == ()
