"""A wording's markup is small; what a Word file could not carry is refused by name."""

import pytest

from orgflow.letters.blocks import Blank, Item, Listing, Marker, Paragraph, Text
from orgflow.letters.errors import MarkupRefused, UnknownGap
from orgflow.letters.markup import read_markup

LABELS = {"code": "kode unit"}


def test_paragraphs_lists_and_styles_become_blocks() -> None:
    blocks = read_markup(
        '<p>satu <b>dua <i>tiga</i></b></p><ol type="a"><li><p>butir</p><p>uraian</p></li></ol>', LABELS
    )

    assert blocks == (
        Paragraph((Text("satu "), Text("dua ", is_bold=True), Text("tiga", is_bold=True, is_italic=True))),
        Listing(Marker.LETTER, (Item(Paragraph((Text("butir"),)), (Paragraph((Text("uraian"),)),)),)),
    )


def test_lists_stand_within_items() -> None:
    blocks = read_markup("<ol><li><p>a</p><ol type='a'><li><p>b</p></li></ol></li></ol>", LABELS)

    inner = Listing(Marker.LETTER, (Item(Paragraph((Text("b"),)), ()),))
    assert blocks == (Listing(Marker.NUMBER, (Item(Paragraph((Text("a"),)), (inner,)),)),)


def test_a_gap_bears_its_label() -> None:
    (paragraph,) = read_markup('<p>kode <gap key="code"></gap> baru</p>', LABELS)

    assert paragraph == Paragraph((Text("kode "), Blank("code", "kode unit"), Text(" baru")))


def test_the_wordings_own_line_breaks_are_spaces_and_a_facts_spaces_stay() -> None:
    (paragraph,) = read_markup("<p>\n  satu\n  dua &#32;&#32;tiga\n</p>", LABELS)

    assert paragraph == Paragraph((Text("satu dua   tiga"),))


def test_a_no_break_space_is_kept() -> None:
    assert read_markup("<p>a\u00a0\u00a0b</p>", LABELS) == (Paragraph((Text("a\u00a0\u00a0b"),)),)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>x</div>",
        "<p><img src='file:///etc/passwd'></p>",
        "<p><a href='http://x'>x</a></p>",
        "<script>x</script>",
        "<style>p{}</style>",
        "<p style='color:red'>x</p>",
        "<p onclick='x'>x</p>",
        "<ol type='i'><li><p>x</p></li></ol>",
        "<ol start='3'><li><p>x</p></li></ol>",
        "<ul><li><p>x</p></li></ul>",
        "<table><tr><td>x</td></tr></table>",
        "<p>x<br>y</p>",
        "<p>x<p>y</p></p>",
        "<p>x",
        "<p>x</b></p>",
        "</p>",
        "<li><p>x</p></li>",
        "<ol><p>x</p></ol>",
        "<ol><li>x</li></ol>",
        "<ol><li></li></ol>",
        "<ol><li><ol><li><p>x</p></li></ol></li></ol>",
        "<ol><li><p>1</p><ol><li><p>2</p><ol><li><p>3</p></li></ol></li></ol></li></ol>",
        "bare words",
        "<!-- x --><p>x</p>",
        "<!DOCTYPE html><p>x</p>",
        "<?php x ?><p>x</p>",
        "<![CDATA[x]]><p>x</p>",
        "<p/>",
        "<p>&nbsp;</p>",
        "<p>&#1114112;</p>",
    ],
)
def test_other_markup_is_refused(markup: str) -> None:
    with pytest.raises(MarkupRefused) as refused:
        read_markup(markup, LABELS)

    assert refused.value.facts["line"] == 1


def test_an_unknown_gap_is_refused() -> None:
    with pytest.raises(UnknownGap):
        read_markup('<p><gap key="other"></gap></p>', LABELS)
