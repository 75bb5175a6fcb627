"""How far an office and one of its proposals have come on the way to a submitted file."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgflow.domain.access.roles import Permission
from orgflow.domain.guidance.guide import GuideKey
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.proposals.completeness import Lack, LackCode, NeededFor, blocking
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.services.context import Context
from orgflow.services.dossier import governor_on
from orgflow.services.makeable import STUDY_DOCUMENT
from orgflow.services.overview import ProposalCard, cards_of
from orgflow.services.scope import scope_of, structure_today
from orgflow.services.use_case import read
from orgflow.store import governments, proposal_sets, structure_rules


@dataclass(frozen=True, slots=True)
class Guide:
    """What the guide tells of.

    Attributes:
        rules, unverified_rules: how many rules there are, and how many of them nobody has verified.
        card: the proposal that it is about: the latest draft, else the latest that runs; None before any.
    """

    has_structure: bool
    has_contact: bool
    has_governor: bool
    has_regulation: bool
    rules: int
    unverified_rules: int
    card: ProposalCard | None

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What keeps the proposal from being submitted."""
        if self.card is None or self.card.state is not ProposalState.DRAFT:
            return ()
        return blocking(self.card.required, NeededFor.SUBMISSION)

    @property
    def done(self) -> frozenset[GuideKey]:
        """The steps that are done."""
        return frozenset(self._done())

    def _done(self) -> Iterator[GuideKey]:
        if self.has_structure:
            yield GuideKey.STRUCTURE
        if self.has_contact and self.has_governor and self.has_regulation:
            yield GuideKey.FORMAT
        if self.rules:
            yield GuideKey.RULES
        if self.card is None:
            return
        yield GuideKey.PROPOSAL
        if not any(_is_study(lack) for lack in self.missing):
            yield GuideKey.STUDY
        if not self.missing:
            yield GuideKey.COMPLETENESS
        if self.card.state is not ProposalState.DRAFT:
            yield GuideKey.SUBMISSION


@read(requires=Permission.VIEW_PROPOSALS)
def show_guide(ctx: Context) -> Guide:
    """Return how far the actor's office is, and the proposal in the actor's reach that comes next."""
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    structure = structure_today(ctx)
    rules = [entry.rule for entry in structure_rules.structure_rules(ctx.session, held.id)]
    return Guide(
        bool(structure.units),
        bool(profile.letterhead_contact),
        governor_on(ctx, held.id, structure, structure.on) is not None,
        profile.setda_regulation is not None,
        len(rules),
        sum(1 for rule in rules if not rule.is_verified),
        _latest(ctx),
    )


def _latest(ctx: Context) -> ProposalCard | None:
    for states in (frozenset({ProposalState.DRAFT}), RUNNING):
        rows = proposal_sets.proposals_page(ctx.session, scope_of(ctx), states, first=0, limit=1)
        if rows:
            return cards_of(ctx, rows)[0]
    return None


def _is_study(lack: Lack) -> bool:
    return (
        lack.code is LackCode.DOCUMENT and lack.document is not None and lack.document.code == STUDY_DOCUMENT
    )
