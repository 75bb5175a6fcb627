"""What is frozen of a proposal: one function for each concept that belongs to its file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from orgflow.domain.changes.encoding import encode
from orgflow.domain.changes.overlap import SideBySide
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_from_json, facts_to_json
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.snapshots.snapshot import Piece, Section, Snapshot, snapshot_of
from orgflow.domain.study.outline import OUTLINES
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.evidence_register import entries_of
from orgflow.services.lettering import derive_facts
from orgflow.services.options import sentences
from orgflow.services.overlap import comparable_units, compared, compared_name
from orgflow.services.overlap_files import OUTDATED, VERDICTS
from orgflow.services.snapshot_papers import paper_pieces
from orgflow.services.workload_pages import workload_of
from orgflow.services.workload_sheet import reckoning_sentences
from orgflow.store import files, letters, options, overlaps, studies
from orgflow.store.letters import LetterRow

_FORMS: Final = {StudyForm.STUDY: "Kajian", StudyForm.SHORT: "Telaahan staf"}
PiecesOf = Callable[[Context, Dossier], Iterable[Piece]]


def file_of(ctx: Context, dossier: Dossier) -> Snapshot:
    """Return a proposal's whole file as it now is, in the present session."""
    return snapshot_of(piece for pieces in PIECES for piece in pieces(ctx, dossier))


def _facts(_: Context, dossier: Dossier) -> Iterator[Piece]:
    row = dossier.row
    told = (
        ("unit", "Unit pengusul", dossier.unit.name),
        ("considerations", "Alasan yang dicetak dalam surat", row.considerations),
        ("background", "Latar belakang untuk penelaah", row.background),
        ("effective_on", "Tanggal berlaku yang diharapkan", _day(row.effective_on)),
        ("facts_on", "Tanggal data", _day(row.facts_on)),
        ("base_on", "Tanggal susunan yang dipakai", _day(row.base_on)),
    )
    return (Piece(Section.FACTS, key, title, text) for key, title, text in told)


def _operations(_: Context, dossier: Dossier) -> Iterator[Piece]:
    said = sentences(dossier.organisation_before, dossier.operations)
    for number, placed in enumerate(dossier.operations):
        text = said[number] if number < len(said) else "Perubahan yang tidak lagi dapat diterapkan"
        yield Piece(Section.OPERATIONS, str(placed.id), "Perubahan", text, source=encode(placed.operation))


def _options(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    for row in options.options_of(ctx.session, dossier.row.id):
        name = row.name
        placed = dossier.operations if name.is_in_hand else options.aside(row)
        said = sentences(dossier.organisation_before, placed)
        chosen = ("Ditetapkan: " + name.choice.reason,) if name.choice is not None else ()
        lines = (name.title, name.sentence, *said, *chosen)
        yield Piece(
            Section.OPTIONS,
            str(name.letter),
            f"Pilihan {name.letter}",
            "\n".join(line for line in lines if line),
            source=options.written(placed),
        )


def _letters(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    for row in reversed(letters.letters_of(ctx.session, ProposalId(dossier.row.id))):
        if row.state != LetterState.VOID:
            yield _letter(ctx, row)


def _letter(ctx: Context, row: LetterRow) -> Piece:
    title = f"{row.subject} ({row.number})" if row.number else row.subject
    try:
        facts = (
            facts_from_json(row.facts)
            if row.facts is not None
            else derive_facts(ctx, row, sequence=None, is_concept=True)
        )
    except DomainError as refused:
        text = f"Belum dapat disusun ({refused.code})."
        return Piece(Section.LETTERS, str(row.id), title, text)
    text = "\n".join(_letter_words(facts))
    return Piece(Section.LETTERS, str(row.id), title, text, source=facts_to_json(facts))


def _letter_words(facts: LetterFacts) -> Iterator[str]:
    """Yield what a letter says, one thing a line, in the order in which it is read."""
    yield facts.subject
    yield from (text for text in (facts.urgency, facts.enclosures) if text)
    yield from (", ".join(lines) for lines in facts.addressees)
    yield from _leaves(facts.body)
    yield from _leaves(facts.passages)
    yield from facts.copies


def _leaves(value: object) -> Iterator[str]:
    match value:
        case str():
            yield from [value] if value.strip() else []
        case list() | tuple():
            for one in value:
                yield from _leaves(one)
        case Mapping():
            # What is read back from its JSON has lost the order that it was derived in.
            for key in sorted(value):
                yield from _leaves(value[key])
        case _:
            return


def _overlaps(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    standing = {unit.id for unit in comparable_units(dossier)}
    for row in overlaps.comparisons_of(ctx.session, ProposalId(dossier.row.id)):
        unit_id = UnitId(row.unit_id)
        if unit_id in standing:
            side = compared(ctx, dossier, row.id, unit_id)
            title = f"Persandingan dengan {compared_name(dossier, unit_id)}"
            yield Piece(Section.EVIDENCE, f"overlap:{unit_id}", title, "\n".join(_pairs(side)))


def _pairs(side: SideBySide) -> Iterator[str]:
    for own, pairs in side.pairs:
        for pair in pairs:
            said = pair.judgement
            verdict = VERDICTS[said.verdict] if said is not None else "Belum dinilai"
            note = f". {said.distinction}" if said is not None else ""
            note += f" {OUTDATED}" if pair.is_outdated else ""
            yield f"{own.text} / {pair.other.text}: {verdict}{note}"


def _evidence(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    for entry in entries_of(ctx, dossier.row.id):
        title = f"{entry.value} ({entry.key})"
        lines = (
            entry.sentence,
            entry.source,
            entry.dated,
            "" if entry.is_verified else "Belum diverifikasi.",
            "Sudah dikeluarkan dari registernya." if entry.is_withdrawn else "",
        )
        yield Piece(Section.EVIDENCE, entry.key, title, "\n".join(line for line in lines if line))


def _calculation(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    """Yield how the posts were reckoned, once somebody chose; the papers hold it only where it was taken."""
    page = workload_of(ctx, dossier)
    if page.choice is not None:
        said = reckoning_sentences(page.reckoning) if page.reckoning is not None else ()
        title = f"Perhitungan kebutuhan jabatan Tahun {page.choice.year}"
        yield Piece(Section.EVIDENCE, "workload", title, "\n".join(said))


def _documents(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    titles = {document.code: document.title for document in dossier.required}
    for code, held in dossier.documents.items():
        stored = files.stored_file(ctx.session, ctx.government_id, held.file_id)
        title = titles.get(code, code)
        yield Piece(Section.DOCUMENTS, code, title, stored.name, stored.sha256)
    for row in reversed(letters.letters_of(ctx.session, ProposalId(dossier.row.id))):
        if row.signed_file_id is not None and row.state != LetterState.VOID:
            stored = files.stored_file(ctx.session, ctx.government_id, row.signed_file_id)
            title = f"Ditandatangani: {row.subject}"
            yield Piece(Section.DOCUMENTS, f"signed:{row.id}", title, stored.name, stored.sha256)


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _study(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    """Yield the study's form and what people wrote in it; what is derived stands in its paper."""
    form = studies.chosen_form(ctx.session, dossier.row.id)
    yield Piece(Section.STUDY, "form", "Bentuk kajian", _FORMS[form])
    held = studies.sections_of(ctx.session, dossier.row.id)
    for asked in OUTLINES[form]:
        row = held.get(asked.key)
        if row is not None and (row.text or row.answer):
            lines = (row.text or "", row.answer)
            yield Piece(Section.STUDY, asked.key, asked.title, "\n".join(line for line in lines if line))


PIECES: Final[tuple[PiecesOf, ...]] = (
    _facts,
    _operations,
    _options,
    paper_pieces,
    _letters,
    _study,
    _evidence,
    _overlaps,
    _calculation,
    _documents,
)
"""A concept that belongs to the file stands here, or submissions are frozen without it."""
