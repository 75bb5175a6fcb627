"""A proposal's study as it stands: each section, derived and written, and what it lacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.entries import EvidenceEntry
from orgflow.domain.letters.passages import mark_of, tidied
from orgflow.domain.papers.document import Block, Figure, Line, Table, row_text, words_of
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.study.checking import (
    Fault,
    SectionFacts,
    SectionState,
    faults_of,
    lacking,
    pages_about,
    state_of,
)
from orgflow.domain.study.outline import OUTLINES
from orgflow.domain.study.sections import SHORT_PAGES, SectionAsked, StudyForm
from orgflow.domain.values import ProposalId
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.evidence_register import entries_of
from orgflow.services.study_blocks import (
    basis_blocks,
    duty_blocks,
    overlap_blocks,
    resource_blocks,
    standing_blocks,
)
from orgflow.services.study_hooks import HOOKS, StudyHook
from orgflow.services.study_impact_blocks import (
    follow_up_blocks,
    proposed_blocks,
    regulation_blocks,
    staff_blocks,
)
from orgflow.services.study_source import StudySource, open_source
from orgflow.services.study_texts import TEXTS
from orgflow.services.use_case import read
from orgflow.store import studies
from orgflow.store.studies import StudySectionRow

BLOCKS: Final[Mapping[str, StudyHook]] = {
    "dasar_hukum": basis_blocks,
    "kedudukan": standing_blocks,
    "tugas_fungsi": duty_blocks,
    "sumber_daya": resource_blocks,
    "persandingan": overlap_blocks,
    "usulan": proposed_blocks,
    "kepegawaian": staff_blocks,
    "regulasi": regulation_blocks,
    "tindak_lanjut": follow_up_blocks,
}


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section.

    Attributes:
        text: as it stands, structured; ``mark`` says which text it is.
        derived: what the facts give now in its place.
        answer: what was answered to what it asks besides.
        blocks: what stands below the text whatever is written.
        is_own: somebody wrote the text.
        revision: 0 while nobody saved it.
    """

    asked: SectionAsked
    text: str
    mark: str
    derived: str
    answer: str
    blocks: tuple[Block, ...]
    is_own: bool
    revision: int
    changed_by: str
    changed_at: datetime | None
    faults: tuple[Fault, ...]
    state: SectionState

    @property
    def key(self) -> str:
        """Its key in the outline."""
        return self.asked.key


@dataclass(frozen=True, slots=True)
class Study:
    """A study whole.

    Attributes:
        lacking: the keys of the required sections that keep it from being whole.
        pages: about how many the text fills.
        other_written: how many sections of the other form were written; they are kept.
        entries: what the proposal rests on, which its sentences may name.
        year: of its latest save, or the present one while nothing was saved.
    """

    proposal_id: ProposalId
    source: StudySource
    form: StudyForm
    sections: tuple[SectionView, ...]
    lacking: tuple[str, ...]
    pages: int
    other_written: int
    year: int
    may_write: bool
    entries: tuple[EvidenceEntry, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every required section is filled."""
        return not self.lacking

    @property
    def is_too_long(self) -> bool:
        """Whether the short form fills more pages than it may."""
        return self.form is StudyForm.SHORT and self.pages > SHORT_PAGES

    def section(self, key: str) -> SectionView | None:
        """Return the section of this key; None where the chosen form has none."""
        return next((held for held in self.sections if held.key == key), None)


@read(requires=Permission.VIEW_PROPOSALS)
def show_study(ctx: Context, proposal_id: UUID) -> Study:
    """Return a proposal's study.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
        TemplateUnreadable: the charts' words.
    """
    return study_of(ctx, proposal_id)


def study_of(ctx: Context, proposal_id: UUID) -> Study:
    """Return the same in the gate's session.

    Raises:
        UnknownProposal, TemplateUnreadable: as ``show_study``.
    """
    return study_from(ctx, open_source(ctx, proposal_id))


def study_from(ctx: Context, source: StudySource) -> Study:
    """Return the study of what it is derived from, in the present session.

    Raises:
        TemplateUnreadable: as ``show_study``.
    """
    proposal_id = source.proposal_id
    rows = studies.sections_of(ctx.session, proposal_id)
    form = studies.chosen_form(ctx.session, proposal_id)
    outline = OUTLINES[form]
    blocks = {asked.key: blocks_of(source, asked.key) for asked in outline}
    derived = {asked.key: derived_text(source, asked.key) for asked in outline}
    facts = tuple(
        _facts(asked, derived[asked.key], rows.get(asked.key), blocks[asked.key]) for asked in outline
    )
    faults = faults_of(facts)
    written, answered = written_keys(rows), answered_keys(rows)
    own = {asked.key for asked in outline}
    days = [row.changed_at for row in rows.values() if row.key in own]
    return Study(
        proposal_id,
        source,
        form,
        tuple(
            _view(held, derived[held.asked.key], rows.get(held.asked.key), blocks[held.asked.key], found)
            for held, found in ((one, faults[one.asked.key]) for one in facts)
        ),
        lacking(outline, written, answered),
        pages_about(facts),
        len(written - own),
        max(days).year if days else source.dossier.today.year,
        _may_write(ctx, source),
        entries_of(ctx, proposal_id),
    )


def _may_write(ctx: Context, source: StudySource) -> bool:
    reader = reader_of(ctx, source.dossier.row.unit_id)
    return source.dossier.proposal.state is ProposalState.DRAFT and reader.may(Permission.EDIT_PROPOSAL)


def derived_text(source: StudySource, key: str) -> str:
    """Return the words that a section begins with; empty where it has none."""
    words: Callable[[StudySource], str] | None = TEXTS.get(key)
    return tidied(words(source)) if words is not None else ""


def text_of(row: StudySectionRow | None, derived: str) -> str:
    """Return the text that a section has: its own, or what is derived while nobody wrote one."""
    return row.text if row is not None and row.text is not None else derived


def blocks_of(source: StudySource, key: str) -> tuple[Block, ...]:
    """Return what a section shows besides its words.

    Raises:
        TemplateUnreadable: the charts' words.
    """
    own = BLOCKS.get(key)
    hooks = ((own,) if own is not None else ()) + HOOKS.get(key, ())
    return tuple(block for hook in hooks for block in hook(source))


def written_keys(rows: Mapping[str, StudySectionRow]) -> frozenset[str]:
    """Return the keys of the sections whose text somebody wrote."""
    return frozenset(key for key, row in rows.items() if row.text is not None)


def answered_keys(rows: Mapping[str, StudySectionRow]) -> frozenset[str]:
    """Return the keys of the sections whose question is answered."""
    return frozenset(key for key, row in rows.items() if row.answer)


def _facts(
    asked: SectionAsked, derived: str, row: StudySectionRow | None, blocks: tuple[Block, ...]
) -> SectionFacts:
    own = row.text if row is not None else None
    return SectionFacts(
        asked,
        text_of(row, derived),
        row.answer if row is not None else "",
        tuple(words for block in blocks for words in _lines(block)),
        own is not None,
        own is not None and row is not None and row.upon != derived,
    )


def _view(
    held: SectionFacts,
    derived: str,
    row: StudySectionRow | None,
    blocks: tuple[Block, ...],
    faults: tuple[Fault, ...],
) -> SectionView:
    return SectionView(
        held.asked,
        held.text,
        mark_of(held.text),
        derived,
        held.answer,
        blocks,
        held.is_own,
        row.revision if row is not None else 0,
        row.changed_by if row is not None else "",
        row.changed_at if row is not None else None,
        faults,
        state_of(held, faults),
    )


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Line(runs=runs):
            return (words_of(runs),)
        case Table(heads=heads, rows=rows):
            return (" ".join(heads), *map(row_text, rows))
        case Figure(label=label):
            return (label,)
        case _:
            return ()
