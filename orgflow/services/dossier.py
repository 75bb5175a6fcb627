"""All that is known of one proposal at a moment: its structures before and after, facts, and lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.diff import UnitChange, changed_units
from orgflow.domain.changes.findings import GuidelineName, counterpart
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.grants import Granted
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.rules import StructureRule
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.organisation.tenure import Tenure, holder_on
from orgflow.domain.proposals.completeness import (
    FactsAtHand,
    Lack,
    Necessity,
    RequiredDocument,
    lacks_of,
)
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.values import GovernmentId, UnitId, comparable, lines_of
from orgflow.services.context import Context
from orgflow.services.held_documents import (
    HeldDocument,
    Result,
    TakenDocument,
    documents_in,
    results_in,
    taken_in,
)
from orgflow.services.makeable import OVERLAP_DOCUMENT, makeable, written
from orgflow.store import (
    governments,
    instruments,
    organisations,
    posts,
    proposal_sets,
    proposals,
    structure_rules,
)
from orgflow.store.governments import Government
from orgflow.store.organisations import AsOf
from orgflow.store.posts import PostTenure
from orgflow.store.proposal_sets import Parts
from orgflow.store.proposals import PlacedOperation, ProposalRow, StepRow
from orgflow.store.routes import Roads, roads_of

LETTER_DOCUMENT = "SURAT_USULAN"
OTHER_AGENCIES = "perangkat daerah lain"


@dataclass(frozen=True, slots=True)
class Told:
    """What a proposal is about: what it asks, and what was granted of it once the ministry answered."""

    operations: tuple[PlacedOperation, ...]
    organisation_after: Organisation
    changes: tuple[UnitChange, ...]
    broken_by: DomainError | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposal with everything derived from it.

    ``organisation_before`` is what the operations were written against, as known until they commenced, and
    ``organisation_after`` what they make of it; ``before`` and ``after`` are the structures of both.
    ``results`` are the newest of the reviews, also those that sent the draft back.
    ``taken`` is what OrgFlow makes and somebody took, while it can be made; ``produced`` are the codes of
    those, and of what was written here and is whole.
    ``broken_by`` is the rule that refuses them on today's registry, None while they apply.
    ``granted`` is what the ministry said to each of them, where it said it item by item.
    """

    government: Government
    profile: Profile
    today: date
    row: ProposalRow
    proposal: Proposal
    steps: tuple[StepRow, ...]
    operations: tuple[PlacedOperation, ...]
    organisation_before: Organisation
    organisation_after: Organisation
    changes: tuple[UnitChange, ...]
    unit: Unit
    regulation: Instrument | None
    governor: Tenure | None
    guideline: tuple[GuidelineName, ...]
    rules: tuple[StructureRule, ...]
    required: tuple[RequiredDocument, ...]
    documents: dict[str, HeldDocument]
    results: dict[str, Result]
    taken: dict[str, TakenDocument]
    produced: frozenset[str]
    lacks: tuple[Lack, ...]
    broken_by: DomainError | None
    granted: tuple[Granted, ...]
    told: Told

    @property
    def before(self) -> Structure:
        """The structure before the operations."""
        return self.organisation_before.structure

    @property
    def after(self) -> Structure:
        """The structure after the operations."""
        return self.organisation_after.structure

    @property
    def guideline_name(self) -> str | None:
        """The guideline's name for this unit, None where it has none or the unit keeps to it."""
        row = counterpart(self.unit.name, self.guideline)
        if row is None or (self._bears(row.name) and not self._is_renamed):
            return None
        return row.name

    @property
    def _is_renamed(self) -> bool:
        return any(change.unit_id == self.unit.id for change in self.changes)

    def _bears(self, name: str) -> bool:
        return comparable(name) == comparable(self.unit.name)

    @property
    def follows_guideline(self) -> bool:
        """Whether the unit now bears the guideline's own name, so that the proposed one is what deviates."""
        return self.guideline_name is not None and self._bears(self.guideline_name)

    @property
    def other_agency(self) -> str | None:
        """Whose duties were compared with the unit's, once that comparison is among the documents.

        Which of several agencies it was is not recorded: the letter then names none of them.
        """
        if OVERLAP_DOCUMENT not in {*self.documents, *self.taken}:
            return None
        agencies = [unit for unit in self.before.children(self.before.root().id) if unit.kind.is_agency]
        if len(agencies) > 1:
            return OTHER_AGENCIES
        return agencies[0].name if agencies else None

    def holds(self, document: RequiredDocument) -> bool:
        """Say whether a document asked for is there: derived, brought, or written here and whole."""
        return document.is_derived or document.code in {*self.documents, *self.produced}

    @property
    def enclosed(self) -> tuple[str, ...]:
        """Titles of the documents that really go with the letter, in their order, as words in a sentence."""
        return tuple(
            document.title[:1].lower() + document.title[1:]
            for document in self.required
            if document.code != LETTER_DOCUMENT and self.holds(document)
        )


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the dossiers of one government share."""

    government: Government
    profile: Profile
    today: date
    regulation: Instrument | None
    guideline: tuple[GuidelineName, ...]
    rules: tuple[StructureRule, ...]
    required: tuple[RequiredDocument, ...]
    roads: Roads
    made: Mapping[UUID, frozenset[str]]


def open_dossier(ctx: Context, row: ProposalRow) -> Dossier:
    """Gather a proposal's dossier in the present session."""
    return open_dossiers(ctx, [row])[0]


def open_dossiers(ctx: Context, rows: Sequence[ProposalRow]) -> tuple[Dossier, ...]:
    """Gather the dossiers of several proposals; as many statements are asked as for one."""
    parts = proposal_sets.parts_of(ctx.session, [row.id for row in rows])
    made = makeable(ctx, [row for row in rows if taken_in(parts[row.id].documents)])
    shelf = _shelf(ctx, made)
    moments = {row.id: AsOf(row.base_on, parts[row.id].commenced_at) for row in rows}
    held = organisations.organisations_on(ctx.session, shelf.government.id, list(moments.values()))
    roots = {unit.id for before in held.values() for unit in before.structure.children(None)}
    tenures = posts.tenures_of(ctx.session, shelf.government.id, roots)
    return tuple(_dossier(shelf, row, parts[row.id], held[moments[row.id]], tenures) for row in rows)


def _shelf(ctx: Context, made: Mapping[UUID, frozenset[str]]) -> _Shelf:
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    regulation = (
        instruments.instrument(ctx.session, held.id, profile.setda_regulation)
        if profile.setda_regulation is not None
        else None
    )
    return _Shelf(
        held,
        profile,
        ctx.today(held.zone),
        regulation,
        governments.guideline_names(ctx.session, held.id),
        tuple(entry.rule for entry in structure_rules.structure_rules(ctx.session, held.id)),
        governments.required_documents(ctx.session, held.id),
        roads_of(ctx.session, held.id),
        made,
    )


def _dossier(
    shelf: _Shelf, row: ProposalRow, parts: Parts, before: Organisation, tenures: tuple[PostTenure, ...]
) -> Dossier:
    operations = tuple(parts.operations)
    asked = _told(before, operations)
    unit = before.structure.unit(UnitId(row.unit_id))
    governor = _governor(tenures, before.structure, shelf.today)
    facts = FactsAtHand(
        has_operations=bool(operations),
        has_considerations=bool(lines_of(row.considerations)),
        has_effective_on=row.effective_on is not None,
        has_setda_regulation=shelf.regulation is not None and shelf.regulation.number is not None,
        has_letter_code=unit.letter_code is not None,
        has_duty_field=unit.duty_field is not None,
        has_signer_name=governor is not None,
        has_emblem=shelf.profile.emblem is not None,
        open_notes=parts.open_notes,
    )
    results = results_in(parts.steps)
    documents = documents_in(parts.documents, results)
    made = shelf.made.get(row.id, frozenset())
    taken = {code: one for code, one in taken_in(parts.documents).items() if code in made}
    produced = written(parts.study) | frozenset(taken)
    return Dossier(
        shelf.government,
        shelf.profile,
        shelf.today,
        row,
        proposals.proposal_from(
            row,
            parts.drafters,
            parts.steps,
            shelf.roads.of(row.route_id, (placed.operation for placed in operations)),
        ),
        tuple(parts.steps),
        operations,
        before,
        asked.organisation_after,
        asked.changes,
        unit,
        shelf.regulation,
        governor,
        shelf.guideline,
        shelf.rules,
        shelf.required,
        documents,
        results,
        taken,
        produced,
        lacks_of(facts, shelf.required, frozenset(documents) | produced),
        asked.broken_by,
        parts.granted,
        _told(before, parts.told) if parts.granted else asked,
    )


def governor_on(ctx: Context, government_id: GovernmentId, structure: Structure, day: date) -> Tenure | None:
    """Return the governor known to be in office on the day; None is *belum diisi*."""
    roots = [unit.id for unit in structure.children(None)]
    return _governor(posts.tenures_of(ctx.session, government_id, roots), structure, day)


def _governor(tenures: Iterable[PostTenure], structure: Structure, day: date) -> Tenure | None:
    roots = {unit.id for unit in structure.children(None)}
    held = (one.tenure for one in tenures if one.role is PostRole.GOVERNOR and one.unit_id in roots)
    return holder_on(held, day)


def required_lacks(dossier: Dossier) -> tuple[Lack, ...]:
    """Return the lacks that will block a step."""
    return tuple(lack for lack in dossier.lacks if lack.necessity is Necessity.REQUIRED)


def _told(before: Organisation, operations: tuple[PlacedOperation, ...]) -> Told:
    try:
        after = apply_proposed(before, (placed.operation for placed in operations))
    except DomainError as refused:
        return Told(operations, before, (), refused)
    return Told(operations, after, changed_units(before.structure, after.structure), None)
