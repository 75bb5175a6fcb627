"""What the registers of evidence and the options add to a study."""

from collections.abc import Iterator
from uuid import UUID

from orgflow.domain.evidence.entries import EvidenceKind
from orgflow.domain.evidence.partners import day_count
from orgflow.domain.papers.document import Block, Figure, Line, Style, Table, plain
from orgflow.letters.plot_svg import bars_figure
from orgflow.services.evidence_documents import (
    Counted,
    count_blocks,
    counted_partners,
    counted_tally,
    precedent_blocks,
)
from orgflow.services.evidence_words import tally_sentence
from orgflow.services.option_study import options_blocks
from orgflow.services.study_source import StudySource
from orgflow.store import evidence, media_partners, precedents
from orgflow.store.precedents import held_precedent, held_tally


def counts_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the counts of media that the proposal rests on, each as a table and as bars."""
    return tuple(_counts(source))


def precedents_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the precedents that the proposal rests on; nothing while it rests on none."""
    ids = _chosen(source, EvidenceKind.PRECEDENT)
    rows = precedents.precedents_by_id(source.ctx.session, source.ctx.government_id, ids) if ids else ()
    held = [held_precedent(row).precedent for row in rows if row.removed_at is None]
    if not held:
        return ()
    title = "Nomenklatur pada provinsi lain"
    return (Line(Style.TABLE_TITLE, plain(title), keeps_next=True), *precedent_blocks(held))


def compared_options(source: StudySource) -> tuple[Block, ...]:
    """Return the options side by side; nothing where there is only one."""
    found = options_blocks(source.ctx, source.dossier)
    title = Line(Style.TABLE_TITLE, plain("Perbandingan pilihan penataan"), keeps_next=True)
    return (title, *found) if found else ()


def _counts(source: StudySource) -> Iterator[Block]:
    for counted in _counted(source):
        for block in count_blocks(counted):
            if isinstance(block, Table):
                yield Line(Style.TABLE_TITLE, plain(counted.title), keeps_next=True)
            yield block
        if counted.counts:
            yield Figure(bars_figure(counted.plot), counted.title)
            yield Line(Style.FIGURE_TITLE, plain(counted.title))


def _counted(source: StudySource) -> Iterator[Counted]:
    session, government_id = source.ctx.session, source.ctx.government_id
    tallies = _chosen(source, EvidenceKind.TALLY)
    for row in precedents.tallies_by_id(session, government_id, tallies) if tallies else ():
        if row.removed_at is None:
            tally = held_tally(row).tally
            yield counted_tally(tally, tally_sentence(tally))
    days = _chosen(source, EvidenceKind.PARTNERS)
    if not days:
        return
    rows = media_partners.partner_rows(session, government_id)
    held = [media_partners.partner_of(row) for row in rows]
    for count in media_partners.count_rows(session, government_id, days):
        yield counted_partners(day_count(held, count.on_day))


def _chosen(source: StudySource, kind: EvidenceKind) -> list[UUID]:
    rows = evidence.chosen_rows(source.ctx.session, source.proposal_id)
    return [row.entry_id for row in rows if row.kind == kind]
