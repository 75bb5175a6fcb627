"""What the last check of a letter looks at: its facts, and what its two files say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgflow.domain.errors import Fact
from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.blocks import Signature, Table, blocks_of
from orgflow.letters.compose import annex_of, worded_parts
from orgflow.letters.composed_frame import Frame
from orgflow.letters.docx_text import WordText, read_docx
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.pdf_places import Places
from orgflow.letters.pdf_structure import PdfStructure, read_structure
from orgflow.letters.pdf_text import PageText, read_pages
from orgflow.letters.templates import LetterTemplate
from orgflow.letters.word_sheet import WordSheet, read_sheet
from orgflow.letters.wording import bare

MM_IN_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Seen:
    """A letter under the check.

    ``pdf_words`` are those of all pages without what runs above them, and with the head of a table once: the
    PDF prints it again on each page that the table goes on to.
    """

    template: LetterTemplate
    facts: LetterFacts
    frame: Frame
    pdf: bytes
    word: WordText
    sheet: WordSheet
    pages: tuple[PageText, ...]
    structure: PdfStructure
    places: Places
    pdf_words: str

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each file and its words."""
        yield "DOCX", self.word.words
        yield "PDF", self.pdf_words


def see_letter(template: LetterTemplate, facts: LetterFacts, docx: bytes, pdf: bytes) -> Seen:
    """Read both files, each once; a catch-word stands outside the text."""
    shape = facts.shape
    pages = read_pages(pdf, shape.margins.bottom if shape.has_catchword else 0)
    return Seen(
        template,
        facts,
        Frame(template, facts),
        pdf,
        read_docx(docx),
        read_sheet(docx),
        pages,
        read_structure(pdf),
        Places(pdf),
        _words_of(pages, _table_heads(template, facts)),
    )


def _words_of(pages: tuple[PageText, ...], table_heads: tuple[str, ...]) -> str:
    said: list[str] = []
    met: set[str] = set()
    for page in pages:
        words = page.words
        for head in table_heads:
            if head in met and bare(words).startswith(head):
                words = bare(words).removeprefix(head)
            if head in bare(words):
                met.add(head)
        said.append(words)
    return "\n".join(said)


def _table_heads(template: LetterTemplate, facts: LetterFacts) -> tuple[str, ...]:
    annex = annex_of(template, facts)
    parts = (*worded_parts(template, facts), *(annex.parts if annex is not None else ()))
    heads = (
        bare("".join(run.words for head in block.heads for run in head))
        for block in blocks_of(parts)
        if isinstance(block, Table)
    )
    return tuple(dict.fromkeys(head for head in heads if head))


def found(code: FindingCode, place: PagePlace | None = None, **facts: Fact) -> Finding:
    """Return a finding of these facts."""
    return Finding(code, facts, place)


def titles_of(block: Signature) -> str:
    """Return what stands above a signer's place: the lead and the title."""
    lead = "".join(run.words for line in block.lead for run in line)
    return lead + "".join(block.title_lines)


def signer_of(block: Signature) -> tuple[str, ...]:
    """Return the lines below a signer's place: the name, then rank and NIP where there are any."""
    return tuple("".join(run.words for run in line) for line in block.signer)
