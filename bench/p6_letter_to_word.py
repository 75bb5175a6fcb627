"""P6: a letter as a Word file, from its facts to the bytes, against docxtpl; and how a long table grows.

The template for docxtpl is the same letter with a variable for each fact. Its choices are made, its
lists have their length, its emblem is in it: all in its favour. Both must write the same words.
"""

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

import docx
from docxtpl import DocxTemplate

from bench.letters import Asked, letters
from bench.pairs import measure, report
from orgflow.domain.letters.facts import FactValue, LetterFacts, Paper, SignatureBlock
from orgflow.domain.papers.document import Document, Face, Row, Table, plain
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.docx import write_docx
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.resources import letter_templates

TARGET: Final = 0.6
GROWTH: Final = 4.5
TURNS: Final = 24
SMALL, LARGE = 60, 240
TABLE_TURNS: Final = 7
_WIDTHS: Final = (8, 46, 46)


@dataclass(frozen=True, slots=True)
class _Both:
    """One letter as each of the two is asked for it."""

    asked: Asked
    words: Mapping[str, object]


def main() -> None:
    """Measure the letter against docxtpl, and 240 rows of a table against 60."""
    with tempfile.TemporaryDirectory(prefix="orgflow-bench-") as folder:
        template = Path(folder) / "surat.docx"
        template.write_bytes(_with_variables())

        def by_template(both: _Both) -> bytes:
            filled, written = DocxTemplate(template), io.BytesIO()
            filled.render(dict(both.words), autoescape=True)
            filled.save(written)
            return written.getvalue()

        for both in _both(2, first=10_000):
            if _paragraphs(_ours(both)) != _paragraphs(by_template(both)):
                raise AssertionError("the two letters must say the same")
        pair = measure(_both(TURNS), _ours, by_template)
    note = f"letter, {pair.ours * 1000:.0f} ms against {pair.theirs * 1000:.0f} ms by docxtpl"
    report("P6", pair.ratio, TARGET, note)
    _tables()


def _tables() -> None:
    sheet = load_paper_sheet(letter_templates())

    def written(document: Document) -> bytes:
        return write_paper(PaperSource(document, sheet), ChartFormat.DOCX)

    turns = range(TABLE_TURNS)
    pairs = [(_table(LARGE, turn), _table(SMALL, turn + TABLE_TURNS)) for turn in turns]
    written(pairs[0][0])
    growth = measure(pairs, lambda both: written(both[0]), lambda both: written(both[1]))
    note = f"{LARGE} rows, {growth.ours * 1000:.0f} ms; {SMALL} rows, {growth.theirs * 1000:.0f} ms"
    report("P6", growth.ratio, GROWTH, note)


def _ours(both: _Both) -> bytes:
    return write_docx(both.asked.composed())


def _both(turns: int, first: int = 0) -> Iterator[_Both]:
    for asked in letters(turns, first):
        yield _Both(asked, _variables(asked))


def _variables(asked: Asked) -> dict[str, object]:
    """Return the facts as docxtpl is given them: as they are, and as the wording makes them small."""
    told: list[str] = []
    _each_text(asked.facts, told.append)
    return {"F": told, "f": [text.lower() for text in told]}


def _with_variables() -> bytes:
    """Return a letter in whose facts docxtpl's variables stand."""
    asked, numbers = next(letters(1)), count()
    facts = _each_text(asked.facts, lambda _: f"{{{{ F[{next(numbers)}] }}}}")
    return write_docx(replace(asked, facts=facts).composed())


def _each_text(facts: LetterFacts, act: Callable[[str], object]) -> LetterFacts:
    """Return the facts with what the act makes of each text, the texts always in the same order."""

    def made(value: FactValue) -> FactValue:
        if isinstance(value, str):
            return str(act(value))
        if isinstance(value, Mapping):
            return {key: made(inner) for key, inner in value.items()}
        return tuple(made(inner) for inner in value) if isinstance(value, tuple) else value

    def texts(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(act(value)) for value in values)

    def signed(block: SignatureBlock) -> SignatureBlock:
        return replace(block, title_lines=texts(block.title_lines), name=str(act(str(block.name))))

    head = facts.letterhead
    return replace(
        facts,
        letterhead=replace(head, lines=texts(head.lines), contact=texts(head.contact)),
        date=(str(act("".join(map(str, facts.date)))),),
        number=(str(act("".join(map(str, facts.number)))),),
        subject=str(act(facts.subject)),
        enclosures=str(act(facts.enclosures)),
        addressees=tuple(texts(lines) for lines in facts.addressees),
        addressee_place=str(act(facts.addressee_place)),
        body={key: made(value) for key, value in facts.body.items()},
        signatures=tuple(signed(block) for block in facts.signatures),
        copies=texts(facts.copies),
    )


def _paragraphs(content: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(content)).element.body
    return ["".join(words.itertext()) for words in body.iter("{*}p")]


def _table(rows: int, turn: int) -> Document:
    lines = tuple(
        Row((plain(str(number)), plain(_duty(number, turn)), plain(f"{_duty(number, turn)} dan pembinaan")))
        for number in range(1, rows + 1)
    )
    block = Table(("No.", "Semula", "Menjadi"), _WIDTHS, lines)
    return Document(f"Matriks {turn}", Paper.A4, True, Face.LETTER, ("KONSEP",), (block,))


def _duty(number: int, turn: int) -> str:
    return f"penyiapan bahan koordinasi, fasilitasi, dan evaluasi kegiatan {turn}.{number} pimpinan"


if __name__ == "__main__":
    main()
