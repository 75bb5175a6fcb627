"""A study as a document: cover, foreword, lists of contents, chapters, and what is enclosed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from orgflow.domain.evidence.citing import cited_blocks
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.papers.document import (
    Block,
    Contents,
    Document,
    EmblemPlace,
    Face,
    Line,
    Listed,
    Mark,
    NewPage,
    Part,
    Run,
    Style,
    listed_in,
    plain,
)
from orgflow.domain.study.sections import Chapter, StudyForm
from orgflow.letters.chart_pages import ChartPages
from orgflow.services.makeable import STUDY_DOCUMENT
from orgflow.services.papers.charts import ChartSide, proposal_chart
from orgflow.services.papers.citing import gap
from orgflow.services.papers.marks import concept_marks
from orgflow.services.study import SectionView, Study
from orgflow.services.study_words import ANSWERS, blocks_of_text, runs_of_text

_TITLES: Final = {Style.TABLE_TITLE: "Tabel", Style.FIGURE_TITLE: "Gambar"}
_ABOVE, _BELOW = 4, 5
"""Empty lines on the cover over its title, and under the emblem."""
_LETTERS: Final = "ABCDEFGHIJ"
_ENCLOSED: Final = (
    "Bagan susunan organisasi semula",
    "Bagan susunan organisasi menjadi",
)


def study_document(study: Study) -> Document:
    """Return the study as it is printed."""
    case = study.source.case
    blocks = _whole(study) if study.form is StudyForm.STUDY else _short(study)
    return Document(
        " ".join(_title(study)).capitalize(),
        case.sheet,
        is_landscape=False,
        face=Face.LETTER,
        marks=concept_marks(case),
        blocks=tuple(_numbered(blocks)),
    )


def study_annex(root: Path, study: Study) -> ChartPages | None:
    """Return the charts before and after that end the whole study; None for its short form.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    if study.form is StudyForm.SHORT:
        return None
    before, after = (
        proposal_chart(root, study.source.case, side).pages() for side in (ChartSide.BEFORE, ChartSide.AFTER)
    )
    return ChartPages("Bagan susunan organisasi", before.size_mm, before.pages + after.pages)


def section_blocks(held: SectionView) -> tuple[Block, ...]:
    """Return what is printed of a section below its title; nothing where it has nothing to say."""
    return tuple(_said(held))


def _title(study: Study) -> tuple[str, ...]:
    source = study.source
    kind = "KAJIAN" if study.form is StudyForm.STUDY else "TELAAHAN STAF"
    if source.new_name is not None:
        return (
            f"{kind} PERUBAHAN NOMENKLATUR",
            source.unit_name.upper(),
            f"MENJADI {source.new_name.upper()}",
        )
    return (f"{kind} PENATAAN", source.unit_name.upper())


def _whole(study: Study) -> list[Block]:
    source = study.source
    blank = Line(Style.COVER, ())
    cover: list[Block] = [
        *(blank,) * _ABOVE,
        *(Line(Style.COVER_TITLE, plain(words)) for words in _title(study)),
        EmblemPlace(is_large=True),
        *(blank,) * _BELOW,
        Line(Style.COVER, plain(source.unit_name.upper())),
        Line(Style.COVER, plain(source.case.secretariat.upper())),
        Line(Style.COVER, plain(f"TAHUN {study.year}")),
    ]
    body = list(_chapters(study))
    whole = (*cover, *_front(study, body), NewPage(Part.BODY), *body[1:])
    said, sources = cited_blocks(whole, source.cites)
    head = (NewPage(), Line(Style.FRONT, plain("DAFTAR SUMBER"))) if sources else ()
    return [*said, *head, *sources, *_enclosed(study)]


def _front(study: Study, body: Iterable[Block]) -> Iterator[Block]:
    held = tuple(body)
    pages = [held for held in study.sections if held.asked.chapter is None]
    yield NewPage(Part.FRONT)
    for section in pages:
        said = section_blocks(section)
        if said:
            yield Line(Style.FRONT, plain(section.asked.title.upper()))
            yield from said
            yield NewPage()
    yield Line(Style.FRONT, plain("DAFTAR ISI"))
    yield Contents(Listed.HEADINGS)
    named = ((Listed.TABLES, "DAFTAR TABEL"), (Listed.FIGURES, "DAFTAR GAMBAR"))
    lists = [(listed, words) for listed, words in named if listed_in(held, listed)]
    for number, (listed, words) in enumerate(lists):
        yield NewPage() if number == 0 else Line(Style.BODY, ())
        yield Line(Style.FRONT, plain(words))
        yield Contents(listed)


def _chapters(study: Study) -> Iterator[Block]:
    """Yield the chapters, each on a page of its own; their sections are lettered as they are printed."""
    sections = (held for held in study.sections if held.asked.chapter is not None)
    for chapter, held in groupby(sections, key=lambda section: section.asked.chapter):
        if chapter is not None:
            yield NewPage()
            yield from _chapter(chapter, tuple(held))


def _chapter(chapter: Chapter, sections: tuple[SectionView, ...]) -> Iterator[Block]:
    yield Line(Style.CHAPTER, plain(chapter.title), f"BAB {chapter.number}", keeps_next=True)
    said = [(held, section_blocks(held)) for held in sections]
    printed = [(held, blocks) for held, blocks in said if blocks or held.asked.is_required]
    for letter, (held, blocks) in zip(_LETTERS, printed, strict=False):
        yield Line(Style.SECTION, plain(held.asked.title), f"{letter}.", keeps_next=True)
        yield from blocks or (Line(Style.BODY, (gap(held.asked.title.lower()),)),)


def _said(held: SectionView) -> Iterator[Block]:
    yield from blocks_of_text(held.text)
    asked = held.asked.asks
    if asked is not None and (held.answer or held.asked.is_required):
        answer = runs_of_text(held.answer) if held.answer else (gap(ANSWERS[asked].rstrip(": ").lower()),)
        yield Line(Style.BODY, (Run(ANSWERS[asked], Mark.BOLD), *answer))
    yield from held.blocks


def _enclosed(study: Study) -> Iterator[Block]:
    """Yield the list of what goes with the study: the charts at its end, the other documents as files."""
    dossier = study.source.dossier
    own = next((held.title for held in dossier.required if held.code == STUDY_DOCUMENT), "")
    others = (f"{words[:1].upper()}{words[1:]}" for words in dossier.enclosed)
    apart = (f"{words} (berkas tersendiri)" for words in others if words != own)
    yield NewPage()
    yield Line(Style.FRONT, plain("LAMPIRAN"))
    for number, words in enumerate((*_ENCLOSED, *apart), start=1):
        yield Line(Style.ITEM, plain(words), f"{number}.", 1)


def _short(study: Study) -> list[Block]:
    source = study.source
    head, *about = _title(study)
    kind, _, subject = head.partition(" STAF ")
    blocks: list[Block] = [
        Line(Style.TITLE, (Run(f"{kind} STAF", Mark.BOLD),)),
        Line(Style.TITLE, plain("TENTANG")),
        Line(Style.TITLE, (Run(" ".join((subject, *about)), Mark.BOLD),)),
    ]
    for held in study.sections:
        heading = f"{held.asked.letter}. {held.asked.title}"
        blocks.append(Line(Style.HEADING, plain(heading), keeps_next=True))
        blocks += section_blocks(held) or (Line(Style.BODY, (gap(held.asked.title.lower()),)),)
    said, sources = cited_blocks(blocks, source.cites)
    listed = (Line(Style.HEADING, plain("Sumber"), keeps_next=True),) if sources else ()
    blocks = [*said, *listed, *sources]
    before = source.case.before
    unit = before.units[source.case.unit_id]
    heads = (post for post in before.posts_of(unit.id) if post.role is PostRole.HEAD)
    names = [name for post in heads for name in source.holders.get(post.id, ())]
    blocks += (
        Line(Style.BODY, ()),
        Line(Style.SIGN, plain(f"{unit.head_title.upper()},"), keeps_next=True),
        Line(Style.NAME, plain(names[0]) if names else (gap(f"nama {unit.head_title}"),)),
    )
    return blocks


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, the titles of tables and figures numbered through the document."""
    counts = dict.fromkeys(_TITLES, 0)
    for block in blocks:
        if isinstance(block, Line) and block.style in _TITLES:
            counts[block.style] += 1
            yield replace(block, marker=f"{_TITLES[block.style]} {counts[block.style]}.")
        else:
            yield block
