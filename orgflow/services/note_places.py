"""The places of a proposal that notes are put on, and what each says now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.contents import changed_functions, changed_posts
from orgflow.domain.changes.matrix import matrix
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_from_json
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.notes.anchoring import Anchor, PlaceKind, UnknownPlace
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import ProposalId, UnitId
from orgflow.letters.templates import LetterTemplate, load_template, template_from_source
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.letter_passages import held_passages
from orgflow.services.lettering import derive_facts
from orgflow.services.statements import sentence
from orgflow.services.study_printed import printed_sections
from orgflow.store import letters
from orgflow.store.letters import LetterRow

CONSIDERATIONS: Final = "considerations"
BACKGROUND: Final = "background"
PARTED: Final = "/"
"""Between a letter's id and a passage's key."""
BECOMES: Final = " → "


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it stands now.

    Attributes:
        name: what tells it from others of its kind: an operation's number, a unit, a passage, a title.
        letter_kind: of which kind the letter is that a passage belongs to.
    """

    kind: PlaceKind
    key: str
    name: str
    words: str
    letter_kind: str = ""


def places_of(ctx: Context, dossier: Dossier, kind: PlaceKind) -> Mapping[str, Place]:
    """Return the places of a kind by their keys, in the gate's session."""
    return {place.key: place for place in _FOUND[kind](ctx, dossier)}


def place_at(ctx: Context, dossier: Dossier, kind: PlaceKind, key: str) -> Place:
    """Return one place.

    Raises:
        UnknownPlace: the proposal has none of this kind and key.
    """
    found = places_of(ctx, dossier, kind).get(key)
    if found is None:
        raise UnknownPlace(kind=str(kind), key=key[:60])
    return found


def carried_over(anchor: Anchor, held: Sequence[LetterRow]) -> Anchor:
    """Return the anchor with the letter that stands for the one it was put on, once that was voided.

    Args:
        held: the letters of the proposal.
    """
    if anchor.kind is not PlaceKind.PASSAGE:
        return anchor
    letter_id, _, passage = anchor.key.partition(PARTED)
    own = next((row for row in held if str(row.id) == letter_id), None)
    if own is None or own.state != LetterState.VOID:
        return anchor
    heir = next((row for row in held if row.kind == own.kind and row.state != LetterState.VOID), None)
    if heir is None:
        return anchor
    return Anchor(anchor.kind, passage_key(heir, passage), anchor.words, anchor.quote)


def passage_key(letter: LetterRow, passage: str) -> str:
    """Return the key of a passage of a letter."""
    return f"{letter.id}{PARTED}{passage}"


def _proposal(_: Context, __: Dossier) -> Iterator[Place]:
    yield Place(PlaceKind.PROPOSAL, "", "", "")


def _sections(_: Context, dossier: Dossier) -> Iterator[Place]:
    yield Place(PlaceKind.SECTION, CONSIDERATIONS, "", dossier.row.considerations)
    yield Place(PlaceKind.SECTION, BACKGROUND, "", dossier.row.background)


def _operations(_: Context, dossier: Dossier) -> Iterator[Place]:
    listed = (placed.operation for placed in dossier.operations)
    met = steps(dossier.organisation_before, listed)
    for number, (placed, (operation, standing, _refused)) in enumerate(
        zip(dossier.operations, met, strict=True), start=1
    ):
        words = sentence(operation, standing)
        if operation.reason:
            words = f"{words}\n{operation.reason}"
        yield Place(PlaceKind.OPERATION, str(placed.id), str(number), words)


def _matrix_rows(_: Context, dossier: Dossier) -> Iterator[Place]:
    yield from _aspects(dossier)
    for change in dossier.changes:
        yield _row(
            f"place:{change.unit_id}", change.before.name, *_parents(dossier, change.before, change.after)
        )
        yield _row(
            f"kind:{change.unit_id}", change.before.name, change.before.kind.name, change.after.kind.name
        )
    for unit_id in dossier.before.units.keys() - dossier.after.units.keys():
        yield _row(
            f"gone:{unit_id}", dossier.before.unit(unit_id).name, dossier.before.unit(unit_id).name, ""
        )
    for unit_id in dossier.after.units.keys() - dossier.before.units.keys():
        yield _row(f"new:{unit_id}", dossier.after.unit(unit_id).name, "", dossier.after.unit(unit_id).name)
    yield from _contents(dossier)


def _aspects(dossier: Dossier) -> Iterator[Place]:
    touched: list[UnitId] = []
    listed = (placed.operation for placed in dossier.operations)
    for operation, met, _ in steps(dossier.organisation_before, listed):
        touched.extend(subjects(operation, met))
    for row in matrix(dossier.before, dossier.after, touched):
        before, after = ("".join(word.text for word in side) for side in (row.before, row.after))
        yield _row(f"{row.aspect}:{row.unit_id}", dossier.before.unit(row.unit_id).name, before, after)


def _contents(dossier: Dossier) -> Iterator[Place]:
    old, new = dossier.organisation_before, dossier.organisation_after
    for post in changed_posts(old, new):
        before = old.title_of(post.before) if post.before is not None else ""
        after = new.title_of(post.after) if post.after is not None else ""
        held = post.before or post.after
        if held is not None:
            yield _row(f"post:{held.id}", before or after, before, after)
    for function in changed_functions(old, new):
        was, becomes = function.before, function.after
        bearer = was or becomes
        if bearer is not None:
            unit = (old if was is not None else new).units[bearer.unit_id].name
            texts = was.text if was is not None else "", becomes.text if becomes is not None else ""
            yield _row(f"function:{bearer.id}", unit, *texts)


def _row(key: str, name: str, before: str, after: str) -> Place:
    return Place(PlaceKind.MATRIX_ROW, key, name, f"{before}{BECOMES}{after}".strip())


def _parents(dossier: Dossier, before: Unit, after: Unit) -> tuple[str, str]:
    return _parent(dossier.before, before), _parent(dossier.after, after)


def _parent(structure: Structure, unit: Unit) -> str:
    return structure.unit(unit.parent_id).name if unit.parent_id is not None else ""


def _passages(ctx: Context, dossier: Dossier) -> Iterator[Place]:
    for row in letters.letters_of(ctx.session, ProposalId(dossier.row.id)):
        if row.state != LetterState.VOID:
            yield from _passages_of(ctx, row)


def _passages_of(ctx: Context, row: LetterRow) -> Iterator[Place]:
    """Yield a letter's passages; none while its facts give no wording."""
    try:
        held = held_passages(ctx, row, *_wording(ctx, row))
    except DomainError:
        return
    for passage in held.values():
        key = passage_key(row, passage.asked.key)
        yield Place(PlaceKind.PASSAGE, key, passage.asked.label, passage.text, row.kind)


def _wording(ctx: Context, row: LetterRow) -> tuple[LetterTemplate, LetterFacts]:
    """Return a draft's wording and facts as they now are, an issued letter's as they were frozen."""
    if row.facts is None or row.template_id is None:
        template = load_template(ctx.resources.letter_templates, row.kind)
        return template, derive_facts(ctx, row, sequence=None, is_concept=True)
    source = letters.template_source(ctx.session, row.template_id)
    return template_from_source(source), facts_from_json(row.facts)


def _documents(_: Context, dossier: Dossier) -> Iterator[Place]:
    for document in dossier.required:
        yield Place(PlaceKind.DOCUMENT, document.code, document.title, document.title)


def _study_sections(ctx: Context, dossier: Dossier) -> Iterator[Place]:
    for asked, words in printed_sections(ctx, dossier):
        yield Place(PlaceKind.STUDY_SECTION, asked.key, asked.heading, words)


_FOUND: Final[Mapping[PlaceKind, Callable[[Context, Dossier], Iterator[Place]]]] = {
    PlaceKind.PROPOSAL: _proposal,
    PlaceKind.SECTION: _sections,
    PlaceKind.OPERATION: _operations,
    PlaceKind.MATRIX_ROW: _matrix_rows,
    PlaceKind.PASSAGE: _passages,
    PlaceKind.DOCUMENT: _documents,
    PlaceKind.STUDY_SECTION: _study_sections,
}
