"""Sources in a document: numbers by first naming, one list, gaps for what nobody knows."""

from orgflow.domain.evidence.citing import cited
from orgflow.domain.letters.facts import Paper
from orgflow.domain.papers.document import (
    Document,
    Face,
    Line,
    Mark,
    Row,
    Style,
    Table,
    plain,
    texts_of,
)

WORDS = {"mitra": "Hitungan mitra media, topsumbar.co.id, 7 Desember 2022", "rilis": "Buku siaran pers 2025"}


def a_document(*texts: str) -> Document:
    blocks = tuple(Line(Style.BODY, plain(text)) for text in texts)
    return Document("Kajian", Paper.A4, is_landscape=False, face=Face.LETTER, marks=(), blocks=blocks)


def test_marks_become_numbers_in_the_order_of_their_first_naming() -> None:
    found = cited(
        a_document("Ada 213 media [bukti:mitra].", "Terbit 120 naskah. [bukti:rilis][bukti:mitra]"), WORDS
    )

    assert texts_of(found) == (
        "Ada 213 media1.",
        "Terbit 120 naskah.2,1",
        "Sumber",
        f"1. {WORDS['mitra']}",
        f"2. {WORDS['rilis']}",
    )
    first = found.blocks[0]
    assert isinstance(first, Line)
    assert [run.mark for run in first.runs] == [Mark.PLAIN, Mark.RAISED, Mark.PLAIN]


def test_a_table_cites_too() -> None:
    table = Table(("Hal", "Jumlah"), (50, 50), (Row((plain("Media"), plain("213 [bukti:mitra]"))),))
    document = Document("K", Paper.A4, is_landscape=True, face=Face.LETTER, marks=(), blocks=(table,))

    assert "Media 2131" in texts_of(cited(document, WORDS))


def test_an_unknown_entry_is_a_visible_gap_and_no_source() -> None:
    found = cited(a_document("Ada 213 media. [bukti:hilang]"), WORDS)

    assert texts_of(found) == ("Ada 213 media. [sumber belum ada: hilang]",)


def test_a_document_without_marks_stays_as_it_is() -> None:
    document = a_document("Ada media.")

    assert cited(document, WORDS) == document
