"""All that is known of one proposal at a moment: its structures before and after, facts, and lacks."""

from dataclasses import dataclass
from datetime import date

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.diff import UnitChange, changed_units
from orgflow.domain.changes.findings import GuidelineName, counterpart
from orgflow.domain.errors import DomainError
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
from orgflow.domain.values import GovernmentId, ProposalId, UnitId, comparable, lines_of
from orgflow.services.context import Context
from orgflow.store import governments, instruments, organisations, posts, proposals, structure_rules
from orgflow.store.governments import Government
from orgflow.store.proposals import PlacedOperation, ProposalDocumentRow, ProposalRow

OVERLAP_DOCUMENT = "MATRIKS_TUMPANG_TINDIH"
LETTER_DOCUMENT = "SURAT_USULAN"


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposal with everything derived from it.

    ``organisation_before`` is what the operations were written against, as known until they commenced, and
    ``organisation_after`` what they make of it; ``before`` and ``after`` are the structures of both.
    ``broken_by`` is the rule that refuses them on today's registry, None while they apply.
    """

    government: Government
    profile: Profile
    today: date
    row: ProposalRow
    proposal: Proposal
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
    documents: dict[str, ProposalDocumentRow]
    lacks: tuple[Lack, ...]
    broken_by: DomainError | None

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
        """Whose duties were compared with the unit's, once that comparison is among the documents."""
        if OVERLAP_DOCUMENT not in self.documents:
            return None
        agencies = [unit for unit in self.before.children(self.before.root().id) if unit.kind.is_agency]
        return agencies[0].name if agencies else None

    @property
    def enclosed(self) -> tuple[str, ...]:
        """Titles of the documents that really go with the letter, in their order, as words in a sentence."""
        return tuple(
            document.title[:1].lower() + document.title[1:]
            for document in self.required
            if document.code != LETTER_DOCUMENT and (document.is_derived or document.code in self.documents)
        )


def open_dossier(ctx: Context, row: ProposalRow) -> Dossier:
    """Gather a proposal's dossier in the present session."""
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    proposal_id = ProposalId(row.id)
    operations = proposals.operations_of(ctx.session, proposal_id)
    proposal = proposals.proposal_of(ctx.session, row)
    known_at = proposals.commenced_at(ctx.session, proposal_id)
    before = organisations.organisation_on(ctx.session, held.id, row.base_on, known_at)
    after, broken_by = _applied(before, operations)
    unit = before.structure.unit(UnitId(row.unit_id))
    regulation = (
        instruments.instrument(ctx.session, held.id, profile.setda_regulation)
        if profile.setda_regulation is not None
        else None
    )
    governor = governor_on(ctx, held.id, before.structure, today)
    required = governments.required_documents(ctx.session, held.id)
    documents = proposals.documents_of(ctx.session, proposal_id)
    facts = FactsAtHand(
        has_operations=bool(operations),
        has_considerations=bool(lines_of(row.considerations)),
        has_effective_on=row.effective_on is not None,
        has_setda_regulation=regulation is not None and regulation.number is not None,
        has_letter_code=unit.letter_code is not None,
        has_duty_field=unit.duty_field is not None,
        has_signer_name=governor is not None,
        has_emblem=profile.emblem is not None,
    )
    return Dossier(
        held,
        profile,
        today,
        row,
        proposal,
        operations,
        before,
        after,
        changed_units(before.structure, after.structure),
        unit,
        regulation,
        governor,
        governments.guideline_names(ctx.session, held.id),
        tuple(entry.rule for entry in structure_rules.structure_rules(ctx.session, held.id)),
        required,
        documents,
        lacks_of(facts, required, frozenset(documents)),
        broken_by,
    )


def governor_on(ctx: Context, government_id: GovernmentId, structure: Structure, day: date) -> Tenure | None:
    """Return the governor known to be in office on the day; None is *belum diisi*."""
    roots = [unit.id for unit in structure.children(None)]
    tenures = posts.tenures_of(ctx.session, government_id, roots)
    return holder_on((held.tenure for held in tenures if held.role is PostRole.GOVERNOR), day)


def required_lacks(dossier: Dossier) -> tuple[Lack, ...]:
    """Return the lacks that will block a step."""
    return tuple(lack for lack in dossier.lacks if lack.necessity is Necessity.REQUIRED)


def _applied(
    before: Organisation, operations: tuple[PlacedOperation, ...]
) -> tuple[Organisation, DomainError | None]:
    try:
        return apply_proposed(before, (placed.operation for placed in operations)), None
    except DomainError as refused:
        return before, refused
