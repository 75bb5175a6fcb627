"""What the sections of a study are derived from, gathered in the gate's session."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.changes.findings import Finding, review_dates, review_names
from orgflow.domain.changes.impact import Impact, impact
from orgflow.domain.changes.overlap import SideBySide
from orgflow.domain.changes.perda import review_perda
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.papers.case import Case, Surroundings
from orgflow.domain.proposals.follow_up import FollowUpRule
from orgflow.domain.values import PostId, ProposalId, UnitId
from orgflow.services.affected import holders_in_session
from orgflow.services.claim_cites import cites_of
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.overlap import compared, compared_name
from orgflow.services.papers.basis import case_of
from orgflow.services.papers.surroundings import surroundings_of
from orgflow.services.scope import scope_of
from orgflow.store import follow_ups, overlaps, proposals


@dataclass(frozen=True, slots=True)
class Comparison:
    """Duties beside another unit's; ``name`` is what the other unit is called."""

    name: str
    held: SideBySide


@dataclass(frozen=True, slots=True)
class StudySource:
    """All that a study is derived from.

    ``cites`` says what the list of sources prints of each entry that the texts may name, by its key.
    ``ctx`` holds the gate's session, for the parts of a study that read registers of their own.
    """

    ctx: Context
    proposal_id: ProposalId
    dossier: Dossier
    case: Case
    around: Surroundings
    impact: Impact
    findings: tuple[Finding, ...]
    comparisons: tuple[Comparison, ...]
    holders: dict[PostId, tuple[str, ...]]
    follow_up: tuple[FollowUpRule, ...]
    cites: Mapping[str, str]

    @property
    def unit_name(self) -> str:
        """What the unit is called before the change."""
        return self.case.unit_name

    @property
    def new_name(self) -> str | None:
        """What the unit is to be called; None where its name stays or it ends."""
        after = self.case.after.units.get(self.case.unit_id)
        return after.name if after is not None and after.name != self.unit_name else None

    @property
    def branch(self) -> tuple[UnitId, ...]:
        """The unit and all below it before the change."""
        return tuple(unit.id for unit in self.case.before.structure.subtree(self.case.unit_id))


def open_source(ctx: Context, proposal_id: UUID) -> StudySource:
    """Gather what a proposal's study is derived from.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    return source_of(ctx, open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id)))


def source_of(ctx: Context, dossier: Dossier) -> StudySource:
    """Return what the study of a dossier is derived from, in the present session."""
    held_id, case = dossier.proposal.id, case_of(ctx, dossier)
    found = impact(case.before, case.after, case.operations)
    return StudySource(
        ctx,
        held_id,
        dossier,
        case,
        surroundings_of(ctx, case, held_id),
        found,
        _findings(dossier),
        tuple(_comparisons(ctx, dossier, held_id)),
        _holders(ctx, dossier, case),
        tuple(held.rule for held in follow_ups.follow_up_rules(ctx.session, ctx.government_id)),
        cites_of(ctx, held_id),
    )


def _findings(dossier: Dossier) -> tuple[Finding, ...]:
    return (
        *review_names(dossier.changes, dossier.guideline),
        *review_perda(dossier.before, dossier.after, dossier.rules),
        *review_dates(dossier.row.effective_on, dossier.row.facts_on, dossier.today),
    )


def _comparisons(ctx: Context, dossier: Dossier, proposal_id: ProposalId) -> list[Comparison]:
    return [
        Comparison(compared_name(dossier, row.unit_id), compared(ctx, dossier, row.id, UnitId(row.unit_id)))
        for row in overlaps.comparisons_of(ctx.session, proposal_id)
        if row.unit_id in dossier.after.units
    ]


def _holders(ctx: Context, dossier: Dossier, case: Case) -> dict[PostId, tuple[str, ...]]:
    """Return who is known to hold each post of the unit and of all below it."""
    held: list[Post] = []
    for unit in case.before.structure.subtree(case.unit_id):
        held.extend(case.before.posts_of(unit.id))
    found = holders_in_session(ctx, held, dossier.today)
    return {post_id: tuple(one.name for one in holders) for post_id, holders in found.items()}
