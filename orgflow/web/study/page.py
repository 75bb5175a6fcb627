"""A study as its pages print it: the guided list, one section, and its versions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.calendar import format_instant
from orgflow.domain.errors import DomainError
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.study.sections import StudyForm
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.study import SectionView, Study
from orgflow.web.current import current_actor
from orgflow.web.notes.links import NoteLink, NoteLinks
from orgflow.web.papers.page import BlockView, view_of_blocks
from orgflow.web.study.fields import FieldView, fields_of
from orgflow.web.study.words import FORM_NAMES, FORMS, STATES, fault_words


@dataclass(frozen=True, slots=True)
class StepLine:
    """A section in the guided list."""

    title: str
    prompt: str
    url: str
    state: str
    symbol: str
    words: str
    note: str
    is_suggested: bool
    notes: NoteLink | None


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its sections; the one before the first chapter has no title."""

    anchor: str
    title: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One of the two forms."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class StudyView:
    """The study's own page; ``main_url`` leads to the section to be written next, or to the preview."""

    name: str
    is_whole: bool
    summary: str
    notes: tuple[str, ...]
    chapters: tuple[ChapterView, ...]
    forms: tuple[FormChoice, ...]
    choose_url: str
    preview_url: str
    files: tuple[tuple[str, str], ...]
    main_url: str
    main_label: str
    may_write: bool


@dataclass(frozen=True, slots=True)
class SectionPage:
    """The page on which a section is written; for ``keeper`` its tab holds what is not saved yet."""

    title: str
    chapter: str
    prompt: str
    step: str
    revision: int
    url: str
    list_url: str
    versions_url: str | None
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    fields: tuple[FieldView, ...]
    state: str
    symbol: str
    words: str
    saved: str
    faults: tuple[str, ...]
    derived: tuple[str, ...]
    blocks: tuple[BlockView, ...]
    may_write: bool
    keeper: str
    notes: NoteLink | None

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """The fields that were refused, with why."""
        return tuple((field.name, field.error) for field in self.fields if field.error)


def study_view(study: Study, links: NoteLinks) -> StudyView:
    """Return the study for its own page."""
    first = study.section(study.lacking[0]) if study.lacking else None
    preview = url_for("papers.show", proposal_id=study.proposal_id, kind=str(PaperKind.STUDY))
    goes_on = first is not None and study.may_write
    main = _url(study, first.key) if first is not None and goes_on else preview
    return StudyView(
        str(FORM_NAMES[study.form]),
        study.is_whole,
        _summary(study),
        tuple(_notes(study)),
        tuple(_chapters(study, links)),
        tuple(FormChoice(str(form), str(words), form is study.form) for form, words in FORMS.items()),
        url_for("study.choose", proposal_id=study.proposal_id),
        preview,
        tuple(
            (label, url_for("papers.download", proposal_id=study.proposal_id, kind="kajian", form=str(form)))
            for form, label in (
                (PaperFormat.PDF, gettext("Unduh PDF")),
                (PaperFormat.DOCX, gettext("Unduh Word")),
            )
        ),
        main,
        gettext("Tulis %(title)s", title=first.asked.title)
        if first is not None and goes_on
        else gettext("Lihat pratinjau"),
        study.may_write,
    )


def section_page(
    study: Study,
    held: SectionView,
    links: NoteLinks,
    typed: Mapping[str, str],
    refused: DomainError | None,
) -> SectionPage:
    """Return the page of a section; what was typed and refused stays in its fields."""
    place = study.sections.index(held)
    state, symbol, words = STATES[held.state]
    chapter = held.asked.chapter
    return SectionPage(
        held.asked.heading,
        f"BAB {chapter.number} {chapter.title}" if chapter is not None else str(FORM_NAMES[study.form]),
        held.asked.prompt,
        gettext("Bagian %(number)s dari %(count)s", number=place + 1, count=len(study.sections)),
        held.revision,
        _url(study, held.key),
        url_for("study.index", proposal_id=study.proposal_id),
        url_for("study.versions", proposal_id=study.proposal_id, key=held.key) if held.revision else None,
        _neighbour(study, place - 1),
        _neighbour(study, place + 1),
        tuple(fields_of(held, typed, refused)),
        state,
        symbol,
        str(words),
        _saved(study, held),
        tuple(fault_words(fault, held.asked.asks) for fault in held.faults),
        tuple(held.derived.split("\n")) if held.is_own and held.derived else (),
        view_of_blocks(held.blocks),
        study.may_write,
        str(current_actor().user_id),
        _link(links, held),
    )


def _url(study: Study, key: str) -> str:
    return url_for("study.section", proposal_id=study.proposal_id, key=key)


def _neighbour(study: Study, place: int) -> tuple[str, str] | None:
    if not 0 <= place < len(study.sections):
        return None
    held = study.sections[place]
    return held.asked.heading, _url(study, held.key)


def _summary(study: Study) -> str:
    if study.is_whole:
        return gettext("Semua bagian wajib sudah terisi.")
    return ngettext(
        "%(num)s bagian wajib belum terisi.", "%(num)s bagian wajib belum terisi.", len(study.lacking)
    )


def _notes(study: Study) -> Iterator[str]:
    if study.is_too_long:
        yield gettext(
            "Telaahan staf paling banyak tiga halaman; isinya sekarang kira-kira %(pages)s halaman.",
            pages=study.pages,
        )
    if study.other_written:
        yield gettext(
            "%(count)s bagian dari bentuk lain tetap tersimpan dan tidak dicetak.", count=study.other_written
        )
    if not study.may_write:
        yield gettext("Kajian dapat dibaca, tetapi hanya ditulis unit pengusul selama usulan masih draf.")


def _chapters(study: Study, links: NoteLinks) -> Iterator[ChapterView]:
    for number, (chapter, held) in enumerate(groupby(study.sections, key=lambda one: one.asked.chapter)):
        title = f"BAB {chapter.number} {chapter.title}" if chapter is not None else ""
        if not title:
            title = gettext("Sebelum bab pertama") if study.form is StudyForm.STUDY else gettext("Bagian")
        yield ChapterView(f"bab-{number}", title, tuple(_step(study, one, links) for one in held))


def _step(study: Study, held: SectionView, links: NoteLinks) -> StepLine:
    state, symbol, words = STATES[held.state]
    return StepLine(
        held.asked.heading,
        held.asked.prompt,
        _url(study, held.key),
        state,
        symbol,
        str(words),
        fault_words(held.faults[0], held.asked.asks) if held.faults else "",
        not held.asked.is_required,
        _link(links, held),
    )


def _link(links: NoteLinks, held: SectionView) -> NoteLink | None:
    return links.of(PlaceKind.STUDY_SECTION, held.key, held.asked.heading)


def _saved(study: Study, held: SectionView) -> str:
    if held.changed_at is None:
        return gettext("Mengikuti data usulan") if held.text else ""
    at = format_instant(held.changed_at, study.source.dossier.government.zone)
    return gettext("Disimpan %(who)s, %(at)s", who=held.changed_by, at=at)
