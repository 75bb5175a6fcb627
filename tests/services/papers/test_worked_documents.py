"""The documents of the worked reorganisations: whole, true to the change-set, and the same in Word."""

import pytest

from orgflow.domain.papers.document import Document, Table, texts_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.papers.linting import lint
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.paper_docx import write_paper_docx
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.letters.renderer import InProcessRenderer
from orgflow.letters.word_lines import read_word_lines
from orgflow.letters.worker import LetterRenderer
from orgflow.resources import letter_templates
from orgflow.services.papers.files import NOTHING, paper_of
from orgflow.services.papers.held_draft import derived_draft
from tests.factories.papers import a_case
from tests.factories.reorganisations import WORKED

TABLES = (PaperKind.MATRIX, PaperKind.IMPACT)


def document_of(name: str, kind: PaperKind) -> Document:
    paper = paper_of(letter_templates(), a_case(*WORKED[name]), NOTHING, kind)
    assert paper.document is not None
    return paper.document


@pytest.mark.parametrize("form", list(RegulationForm))
@pytest.mark.parametrize("name", list(WORKED))
def test_an_untouched_draft_comes_back_as_it_went(name: str, form: RegulationForm) -> None:
    case = a_case(*WORKED[name])
    draft = derived_draft(letter_templates(), case, form)

    lines = read_word_lines(write_paper_docx(draft, None, None))

    assert lines == texts_of(draft)
    assert lint(case, texts_of(draft), lines) == ()


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("name", list(WORKED))
def test_every_table_has_a_cell_under_each_head(name: str, kind: PaperKind) -> None:
    document = document_of(name, kind)

    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert sum(table.widths) == 100
        assert {len(row.cells) for row in table.rows} <= {1, len(table.heads)}
    assert read_word_lines(write_paper_docx(document, None, None)) == texts_of(document)


def test_the_process_apart_writes_the_same_bytes() -> None:
    paper = paper_of(letter_templates(), a_case(*WORKED["the hybrid name"]), NOTHING, PaperKind.REGULATION)
    assert paper.document is not None
    source = PaperSource(paper.document, load_paper_sheet(letter_templates()), None, paper.annex)
    apart = LetterRenderer(workers=1)

    try:
        for form in ChartFormat:
            assert apart.paper(source, form) == InProcessRenderer().paper(source, form)
    finally:
        apart.close()
