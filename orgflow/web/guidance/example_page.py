"""The example as its page prints it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from flask_babel import gettext

from orgflow.domain.proposals.completeness import Necessity, RequiredDocument
from orgflow.services.demo.example import Example
from orgflow.services.papers.charts import ProposalChart
from orgflow.web.charting.page import InlineDrawing
from orgflow.web.formats import show_date
from orgflow.web.papers.page import BlockView, block_views
from orgflow.web.proposals.forms import NewProposalForm


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A question of a new proposal and what the example answers; no lines are not known."""

    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """One of the charts."""

    title: str
    drawing: InlineDrawing


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document that goes with such a proposal."""

    title: str
    words: str
    basis: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class ExampleView:
    """The example whole."""

    government: str
    before: str
    after: str
    answers: tuple[AnswerLine, ...]
    matrix: tuple[BlockView, ...]
    charts: tuple[ChartDrawing, ...]
    documents: tuple[DocumentLine, ...]


def example_view(found: Example) -> ExampleView:
    """Return the example for its page."""
    return ExampleView(
        found.government_name,
        found.unit.name,
        found.answers.new_name,
        tuple(_answers(found)),
        block_views(found.matrix.document),
        (
            _chart(gettext("Bagan semula"), found.before),
            _chart(gettext("Bagan menjadi"), found.after),
        ),
        tuple(_document(document) for document in found.documents),
    )


def _answers(found: Example) -> Iterable[AnswerLine]:
    """Yield the answers beside the very questions that a new proposal asks."""
    form, given = NewProposalForm(), found.answers
    told = (
        (form.unit_id, found.unit.name),
        (form.new_name, given.new_name),
        (form.considerations, given.considerations),
        (form.effective_on, show_date(given.effective_on)),
        (form.facts_on, show_date(given.facts_on)),
        (form.background, given.background),
    )
    for field, text in told:
        yield AnswerLine(str(field.label.text), tuple(text.splitlines()))


def _chart(title: str, chart: ProposalChart) -> ChartDrawing:
    attributes = f'class="of-bagan" role="img" aria-label="{escape(title)}"'
    return ChartDrawing(title, InlineDrawing(chart.screen(attributes)))


def _document(document: RequiredDocument) -> DocumentLine:
    if document.is_derived:
        words = gettext("Disusun sendiri dari usulan")
    elif document.necessity is Necessity.REQUIRED:
        words = gettext("Diperlukan")
    else:
        words = gettext("Disarankan")
    return DocumentLine(document.title, words, document.basis, document.is_verified)
