"""One name in a change-set changes exactly the expected places of all documents, and no other word."""

import re
from collections.abc import Iterator
from typing import Final

import pytest

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.papers.case import Surroundings
from orgflow.domain.papers.document import Line, Table, words_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.resources import letter_templates
from orgflow.services.papers.files import paper_of
from tests.factories.papers import a_case
from tests.factories.secretariat import HEADS, HUMAS, PUBLIKASI

ONE, OTHER = "Biro Administrasi Pimpinan", "Biro Komunikasi Pimpinan"
AROUND: Final = Surroundings({HEADS[HUMAS]: ("Contoh Enam, S.I.Kom.",)})
PLACES: Final[dict[PaperKind, list[str]]] = {
    PaperKind.MATRIX: ["1 Nomenklatur, kolom Menjadi", "4 Jabatan, kolom Menjadi"],
    PaperKind.CHART_BEFORE: [],
    PaperKind.CHART_AFTER: ["kotak"],
    PaperKind.CHART_DIFFERENCE: ["kotak"],
    PaperKind.REGULATION: [
        "Pasal 2 a.",
        "Pasal 3 (1)",
        "Pasal 3 (2)",
        "Pasal II b.",
        "kotak",
    ],
    PaperKind.IMPACT: ["1 Biro Humas dan Protokol, kolom Tindak lanjut"],
}
"""Every place of the new name; whoever adds one has to say so here."""


def said(kind: PaperKind, name: str) -> list[tuple[str, str]]:
    """Return everything a document says, each text with the place where it stands."""
    case = a_case(RenameUnit(HUMAS, name), RenameUnit(PUBLIKASI, "Bagian Materi"))
    paper = paper_of(letter_templates(), case, AROUND, kind)
    found: list[tuple[str, str]] = []
    if paper.document is not None:
        found += _texts(paper.document.blocks)
    if paper.chart is not None:
        found += _drawn(paper.chart.pages().pages)
    if paper.annex is not None:
        found += _drawn(paper.annex.pages)
    return found


def _texts(blocks: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    heading = ""
    for block in blocks:
        if isinstance(block, Line):
            words = words_of(block.runs)
            heading = words if re.match(r"^Pasal \w+$", words) else heading
            yield f"{heading} {block.marker}".strip(), words
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [words_of(cell) for cell in row.cells]
                for head, cell in zip(block.heads, cells, strict=False):
                    yield f"{cells[0]} {cells[min(1, len(cells) - 1)]}, kolom {head}", cell
                if not block.heads:
                    yield from (("", cell) for cell in cells)


def _drawn(pages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for page in pages:
        words = re.findall(r"<text[^>]*>([^<]*)</text>", page)
        yield "kotak", " ".join(words)


@pytest.mark.parametrize("kind", list(PLACES))
def test_one_name_changes_exactly_the_expected_places(kind: PaperKind) -> None:
    one, other = said(kind, ONE), said(kind, OTHER)

    assert [place for place, _ in one] == [place for place, _ in other]
    changed = [place for (place, old), (_, new) in zip(one, other, strict=True) if old != new]
    assert changed == PLACES[kind]
    for (_, old), (_, new) in zip(one, other, strict=True):
        assert old.replace(ONE, OTHER) == new


def test_every_document_is_among_the_listed() -> None:
    # A study is written by people as well; tests/services/test_study.py asks what it derives.
    assert set(PLACES) == set(PaperKind) - {PaperKind.STUDY}
