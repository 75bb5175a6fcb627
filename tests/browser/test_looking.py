"""What a test sees when it looks at a page: no fault is missed because a page like it was looked at."""

import pytest
from playwright.sync_api import Page

from tests.browser.looking import faults, structure

pytestmark = pytest.mark.browser

SOUND = """<html lang="id"><title>Satu</title><main><h1>Satu</h1>
<p>Sebuah <a href="/a">tautan</a></p><label for="n">Nama</label><input id="n" name="n"></main></html>"""


def test_another_text_is_the_same_structure(page: Page) -> None:
    page.set_content(SOUND)
    before = structure(page)

    page.set_content(SOUND.replace("Satu", "Dua").replace('"/a"', '"/b"'))

    assert structure(page) == before


@pytest.mark.parametrize(
    ("sound", "broken", "finding"),
    [
        ("<p>Sebuah", '<p style="color: #eee; background: #fff">Sebuah', "color-contrast"),
        (">tautan<", "><", "link-name"),
        ('<label for="n">', '<label for="m">', "label"),
        ("</main>", '<img src="data:,"></main>', "image-alt"),
        (' lang="id"', "", "html-has-lang"),
        ("<title>Satu</title>", "", "document-title"),
        ("</main>", '<p role="salah">Peran</p></main>', "aria-roles"),
        ("</main>", "<ul><p>Butir</p></ul></main>", "list"),
        ("</main>", "<h4>Empat</h4></main>", "heading-order"),
        ("</main>", '<button aria-label=" "></button></main>', "button-name"),
    ],
)
def test_a_fault_is_found_after_a_sound_page_like_it(
    page: Page, sound: str, broken: str, finding: str
) -> None:
    page.set_content(SOUND)
    assert faults(page) == []

    page.set_content(SOUND.replace(sound, broken))

    assert any(fault.startswith(f"{finding}:") for fault in faults(page)), faults(page)


TWO_WAYS = """<html lang="id"><title>Satu</title><nav aria-label="Utama"><a href="/a">Satu</a></nav>
<nav aria-label="Halaman"><a href="/b">Dua</a></nav><main><h1>Satu</h1>
<div style="height: 4rem; overflow: auto"><p>Pendek</p></div>
<p id="judul">Isi</p><p id="kosong"></p><input aria-labelledby="judul"></main></html>"""


@pytest.mark.parametrize(
    ("sound", "broken", "finding"),
    [
        ('"Halaman"', '"Utama"', "landmark-unique"),
        ("<p>Pendek</p>", f"<p>{'Panjang ' * 900}</p>", "scrollable-region-focusable"),
        ('labelledby="judul"', 'labelledby="kosong"', "label"),
        ("</main>", "</main><main><h1>Satu</h1></main>", "landmark-no-duplicate-main"),
    ],
)
def test_what_only_words_and_numbers_tell_apart_is_asked_anew(
    page: Page, sound: str, broken: str, finding: str
) -> None:
    page.set_content(TWO_WAYS)
    assert faults(page) == []

    page.set_content(TWO_WAYS.replace(sound, broken))

    assert any(fault.startswith(f"{finding}:") for fault in faults(page)), faults(page)


SHADED = """<html lang="id"><title>Satu</title><main><h1>Satu</h1>
<div class="a" style="background: #222"><p style="color: #eee">Terang di atas gelap</p></div></main></html>"""


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("background: #222", "background: #ddd"),
        ("color: #eee", "color: #555"),
        ('<p style="', '<p style="background: #fff; '),
    ],
)
def test_the_contrast_of_a_style_is_asked_anew_when_what_is_behind_it_changes(
    page: Page, sound: str, broken: str
) -> None:
    page.set_content(SHADED)
    assert faults(page) == []

    page.set_content(SHADED.replace(sound, broken))

    assert any(fault.startswith("color-contrast:") for fault in faults(page)), faults(page)


def test_words_that_were_hidden_are_asked_about_when_they_show(page: Page) -> None:
    hidden = SOUND.replace("</main>", '<p hidden style="color: #ccc">Samar</p></main>')
    page.set_content(hidden)
    assert faults(page) == []

    page.set_content(hidden.replace("<p hidden", "<p"))

    assert [fault.partition(":")[0] for fault in faults(page)] == ["color-contrast"]
