"""What drafting shares: loading a draft at the seen revision, saving it, and its letter to the ministry."""

from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.letters.kind_frames import usual_subject
from orgflow.domain.letters.kinds import MAIN_KIND, LetterKind
from orgflow.domain.letters.lifecycle import LetterState, SecurityClass, Urgency
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId, ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.letter_passages import carry_passages
from orgflow.services.scope import scope_of
from orgflow.store import governments, letters, proposals, structures
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow


def load_draft(ctx: Context, proposal_id: ProposalId, seen: int) -> ProposalRow:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id, seen=seen)
    if row.state != ProposalState.DRAFT:
        raise NotEditable(state=row.state)
    return row


def save_edited(ctx: Context, row: ProposalRow) -> None:
    edited = proposals.proposal_of(ctx.session, row).edited_by(ctx.actor)
    proposals.save(ctx.session, row, edited, ctx.now)


def draft_letter(ctx: Context, proposal_id: ProposalId, kind: LetterKind) -> LetterId:
    """Begin a document of a proposal; what it says is derived until it is issued.

    What an office wrote in one that was voided meanwhile stands in the new one too.
    """
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    unit = unit_of(ctx, proposal_id)
    row = LetterRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        kind=str(kind),
        state=str(LetterState.DRAFT),
        revision=1,
        subject=usual_subject(kind, unit.name, held.secretariat, held.head),
        urgency=str(Urgency.IMPORTANT),
        security_class=str(SecurityClass.ORDINARY),
        number_source=str(profile.number_source),
        copies="\n".join(profile.copies) if kind is MAIN_KIND else "",
        created_at=ctx.now,
        changed_at=ctx.now,
    )
    letters.add_letter(ctx.session, row, proposal_id)
    carry_passages(ctx, proposal_id, row)
    ctx.record(LetterChanged(str(row.id), "drafted", str(kind)))
    return LetterId(row.id)


def unit_of(ctx: Context, proposal_id: ProposalId) -> Unit:
    """Return the unit a proposal is about, as it was on the proposal's base date."""
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    structure = structures.structure_on(ctx.session, ctx.government_id, row.base_on)
    return structure.unit(UnitId(row.unit_id))
