"""A page can be shown as a picture, with the places of its gaps."""

import io
from dataclasses import replace

from PIL import Image

from orgflow.letters.pdf_text import draw_pages, find_gaps
from orgflow.letters.renderer import render_letter
from tests.letters.examples import a_draft, a_template, some_facts


def test_every_page_becomes_a_picture_of_the_width_asked_for() -> None:
    letter = render_letter(a_template(), some_facts(), None)

    pictures = [Image.open(io.BytesIO(content)) for content in draw_pages(letter.pdf, 640)]

    assert len(pictures) == letter.page_count
    assert {picture.format for picture in pictures} == {"PNG"}
    assert {picture.width for picture in pictures} == {640}
    assert all(abs(picture.height - 640 * 297 / 210) < 2 for picture in pictures)


def test_the_same_page_gives_the_same_picture() -> None:
    pdf = render_letter(a_template(), some_facts(), None).pdf

    assert draw_pages(pdf, 300) == draw_pages(pdf, 300)


def test_every_gap_has_a_place_on_its_page() -> None:
    letter = render_letter(a_template(), a_draft(), None)

    places = find_gaps(letter.pdf, a_template().gap_labels)

    assert tuple(place.key for place in places) == letter.gaps
    assert all(0 < place.x < 1 and 0 < place.y < 1 for place in places)
    assert [(place.page, place.y) for place in places] == sorted((place.page, place.y) for place in places)


def test_a_gap_stands_where_its_mark_is_drawn() -> None:
    letter = render_letter(a_template(), a_draft(), None)
    place = next(
        place for place in find_gaps(letter.pdf, a_template().gap_labels) if place.key == "unit_letter_code"
    )

    page = Image.open(io.BytesIO(draw_pages(letter.pdf, 1000)[place.page - 1])).convert("RGB")
    colours = {
        page.getpixel((int(place.x * page.width) + dx, int(place.y * page.height) + dy))
        for dx in range(8)
        for dy in range(-2, 14)
    }

    assert any(isinstance(c, tuple) and c[0] > 230 and c[2] < 215 for c in colours)


def test_a_gap_that_runs_over_two_lines_is_found_at_its_beginning() -> None:
    facts = a_draft()
    body = {**facts.body, "unit_name": "Biro " + "Panjang " * 9}

    letter = render_letter(a_template(), replace(facts, body=body), None)

    assert len(find_gaps(letter.pdf, a_template().gap_labels)) == len(letter.gaps)


def test_a_letter_without_gaps_has_no_places() -> None:
    pdf = render_letter(a_template(), some_facts(), None).pdf

    assert find_gaps(pdf, a_template().gap_labels) == ()
