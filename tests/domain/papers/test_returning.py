"""A draft that comes back: what differs is told, and its words can be taken with the looks they had."""

import pytest

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.papers.document import Document, Line, Style, Table, texts_of
from orgflow.domain.papers.returning import text_differences, with_lines
from orgflow.letters.drafting import load_drafting
from orgflow.resources import letter_templates
from orgflow.services.papers.regulation import amending_document
from tests.factories.papers import a_case
from tests.factories.secretariat import HUMAS


@pytest.fixture(name="draft")
def a_draft() -> Document:
    case = a_case(RenameUnit(HUMAS, "Biro Administrasi Pimpinan"))
    return amending_document(case, load_drafting(letter_templates()))


def test_the_untouched_one_differs_in_nothing_and_is_taken_as_it_was(draft: Document) -> None:
    lines = texts_of(draft)

    assert text_differences(draft, lines) == ()
    assert with_lines(draft, lines) == draft


def test_a_word_that_was_changed_is_told_with_the_words_around_it(draft: Document) -> None:
    lines = [line.replace("menyiapkan kebijakan", "merumuskan kebijakan") for line in texts_of(draft)]

    (found,) = text_differences(draft, lines)
    taken = with_lines(draft, lines)

    assert [word.text for word in found.after if word.is_changed] == ["merumuskan "]
    assert texts_of(taken) == tuple(lines)
    old = [block for block in draft.blocks if isinstance(block, Line)]
    new = [block for block in taken.blocks if isinstance(block, Line)]
    assert [(one.style, one.level, one.marker) for one in old] == [
        (one.style, one.level, one.marker) for one in new
    ]


def test_a_row_added_to_a_consideration_stays_in_its_table(draft: Document) -> None:
    lines = list(texts_of(draft))
    at = next(place for place, line in enumerate(lines) if line.startswith("Menimbang")) + 1
    lines.insert(at, "b. bahwa beban kerja bertambah;")

    taken = with_lines(draft, lines)

    assert texts_of(taken) == tuple(lines)
    assert [type(block) for block in taken.blocks] == [type(block) for block in draft.blocks]
    rows = [len(block.rows) for block in taken.blocks if isinstance(block, Table)]
    assert rows[0] == 1 + next(len(block.rows) for block in draft.blocks if isinstance(block, Table))


def test_paragraphs_that_came_and_went_are_told_and_taken(draft: Document) -> None:
    lines = [line for line in texts_of(draft) if not line.startswith("a. pejabat")]
    lines.insert(lines.index("Pasal II") + 1, "Ketentuan lain diatur kemudian.")
    lines.append("Salinan sesuai dengan aslinya")

    taken = with_lines(draft, lines)

    assert texts_of(taken) == tuple(lines)
    assert len(text_differences(draft, lines)) == 3
    added = next(
        block
        for block in taken.blocks
        if isinstance(block, Line) and block.runs[0].words == "Ketentuan lain diatur kemudian."
    )
    assert added.style not in (Style.TITLE, Style.HEADING)
