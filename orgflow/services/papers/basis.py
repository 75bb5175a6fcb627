"""A proposal gathered as the case that its documents are written from."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from orgflow.domain.letters.authority import PREFIXES
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.tenure import holder_on
from orgflow.domain.papers.case import Case, MinistryAnswer
from orgflow.domain.proposals.states import ANSWERS, Action, ProposalState
from orgflow.domain.values import ProposalId, lines_of
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.ministry import grant_of
from orgflow.services.papers.approval import granted_case
from orgflow.services.papers.charts import top_of
from orgflow.services.scope import scope_of
from orgflow.store import instruments, posts, proposals
from orgflow.store.proposals import StepRow


def open_case(ctx: Context, proposal_id: UUID) -> Case:
    """Gather what a proposal's documents are derived from, in the present session.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    return case_of(ctx, open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id)))


def case_of(ctx: Context, dossier: Dossier) -> Case:
    """Return the case that a dossier makes, in the present session."""
    government, base = dossier.government, dossier.regulation
    held = instruments.all_instruments(ctx.session, government.id)
    pairs = instruments.amendments(ctx.session, government.id)
    linked = instruments.instruments_of(ctx.session, government.id, dossier.proposal.id)
    amended_by = [
        one for one in held if base is not None and (one.id, base.id) in pairs and one not in linked
    ]
    governor = dossier.governor
    case = Case(
        unit_id=dossier.unit.id,
        government_code=government.code,
        government_name=government.name,
        secretariat=government.secretariat,
        head=government.head,
        capital=government.capital,
        is_sample=government.is_sample,
        is_draft=dossier.proposal.state is ProposalState.DRAFT,
        sheet=dossier.profile.paper,
        emblem=dossier.profile.emblem,
        before=dossier.organisation_before,
        after=dossier.organisation_after,
        operations=tuple(placed.operation for placed in dossier.operations),
        considerations=lines_of(dossier.row.considerations),
        effective_on=dossier.row.effective_on,
        regulation=base,
        articles=instruments.articles_of(ctx.session, base.id) if base is not None else (),
        amendments=tuple(sorted(amended_by, key=_age)),
        instruments=tuple(one for one in held if one not in linked),
        amending=pairs,
        answer=_answer(proposals.steps_of(ctx.session, ProposalId(dossier.row.id))),
        governor=governor.official_name if governor is not None else None,
        governor_prefix=PREFIXES[governor.kind] if governor is not None else "",
        secretary=_secretary(ctx, dossier),
    )
    granted = grant_of(ctx, ProposalId(dossier.row.id))
    return granted_case(case, granted.grant) if granted is not None else case


def _age(held: Instrument) -> tuple[int, str]:
    return (held.year or 0, (held.enacted_on or date.min).isoformat())


def _secretary(ctx: Context, dossier: Dossier) -> str | None:
    """Return who is known to head the secretariat today; a regulation is promulgated by its head."""
    top = top_of(dossier.before, dossier.unit.id)
    held = posts.tenures_of(ctx.session, dossier.government.id, [top])
    holder = holder_on((one.tenure for one in held if one.role is PostRole.HEAD), dossier.today)
    return holder.official_name if holder is not None else None


def _answer(steps: Iterable[StepRow]) -> MinistryAnswer | None:
    answers = [step for step in steps if Action(step.action) in ANSWERS]
    if not answers:
        return None
    last = answers[-1]
    return MinistryAnswer(Action(last.action), last.document_number, last.acted_on, last.reason or "")
