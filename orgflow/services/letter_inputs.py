"""What a document is derived from, gathered in the gate's session."""

from collections.abc import Iterable

from orgflow.domain.changes.impact import impact
from orgflow.domain.letters.authority import SigningRole
from orgflow.domain.letters.authority_posts import roles_of
from orgflow.domain.letters.kinds import LetterKind, kind_of, signatory_of
from orgflow.domain.letters.letter_inputs import (
    BaseRegulation,
    Correspondence,
    LetterBefore,
    LetterInputs,
    NameChange,
    OfficeFacts,
    ProposalFacts,
)
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.letters.office_format import OfficeFormat
from orgflow.domain.ministry.items import completion_rows
from orgflow.domain.organisation.organisation import Function
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.proposals.states import BEFORE_SIGNING, Action
from orgflow.domain.values import ProposalId, UnitId, lines_of
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.letter_blocks import blocks_of, details_of
from orgflow.services.letter_filing import code_borne
from orgflow.services.ministry import subject_by_step
from orgflow.services.ministry_items import items_to_complete
from orgflow.services.overlap import compared, compared_name
from orgflow.store import letters, overlaps
from orgflow.store.letters import LetterRow


def inputs_of(
    ctx: Context,
    row: LetterRow,
    dossier: Dossier,
    form: OfficeFormat,
    *,
    sequence: int | None,
    is_concept: bool,
) -> LetterInputs:
    """Return what a letter's facts are derived from as its proposal now stands."""
    kind, profile, details = kind_of(row.kind), dossier.profile, details_of(row)
    signatory = signatory_of(kind, row.signatory)
    return LetterInputs(
        kind=kind,
        on=dossier.today,
        office=_office(dossier),
        proposal=_proposal(ctx, dossier, kind),
        signatory=signatory,
        signatures=blocks_of(ctx, row, dossier.today, form.capitals),
        class_words=form.classes.printed(Urgency(row.urgency), SecurityClass(row.security_class)),
        number_source=NumberSource(row.number_source),
        number_pattern=profile.number_pattern,
        classification=code_borne(row, profile),
        sequence=sequence,
        copies=lines_of(row.copies),
        is_concept=is_concept,
        has_all_paraf=dossier.proposal.state not in BEFORE_SIGNING,
        details=details,
        letters=_correspondence(ctx, dossier),
    )


def _office(dossier: Dossier) -> OfficeFacts:
    held = dossier.government
    return OfficeFacts(
        head=held.head,
        secretariat=held.secretariat,
        government_name=held.name,
        capital=held.capital,
        is_sample=held.is_sample,
    )


def _proposal(ctx: Context, dossier: Dossier, kind: LetterKind) -> ProposalFacts:
    regulation, unit = dossier.regulation, dossier.unit
    totals = impact(dossier.organisation_before, dossier.organisation_after, ()).totals
    agency, overlapping = _compared(ctx, dossier) if kind is LetterKind.BUREAU_LETTER else (None, ())
    return ProposalFacts(
        unit_name=unit.name,
        unit_kind_name=unit.kind.name,
        unit_letter_code=unit.letter_code,
        unit_duty_field=unit.duty_field,
        changes=tuple(
            NameChange(change.before.name, change.after.name)
            for change in dossier.changes
            if change.before.name != change.after.name
        ),
        structure_changes=_places(dossier.before) != _places(dossier.after),
        duties_change=_duties(dossier.organisation_before.functions.values())
        != _duties(dossier.organisation_after.functions.values()),
        posts_before=sum(total.posts_before for total in totals),
        posts_after=sum(total.posts_after for total in totals),
        echelons_change=any(total.posts_before != total.posts_after for total in totals),
        regulation=BaseRegulation(
            regulation.number if regulation else None,
            regulation.year if regulation else None,
            regulation.title if regulation else None,
        ),
        guideline_name=dossier.guideline_name,
        follows_guideline=dossier.follows_guideline,
        considerations=lines_of(dossier.row.considerations),
        other_agency=agency or dossier.other_agency,
        enclosure_titles=dossier.enclosed,
        assistant=_assistant(dossier),
        overlaps=overlapping,
    )


def _places(structure: Structure) -> set[tuple[UnitId, UnitId | None, str]]:
    """Return where each unit stands and what it is, whatever it is called."""
    return {(unit.id, unit.parent_id, unit.kind.code) for unit in structure.units.values()}


def _duties(functions: Iterable[Function]) -> set[tuple[UnitId, str, str]]:
    """Return which duties and functions which unit bears."""
    return {(one.unit_id, str(one.kind), one.text) for one in functions}


def _assistant(dossier: Dossier) -> str | None:
    """Return the title of the assistant above the bureau."""
    above = dossier.unit.parent_id
    if above is None or roles_of(dossier.before).get(above) is not SigningRole.ASSISTANT:
        return None
    return dossier.before.units[above].head_title


def _compared(ctx: Context, dossier: Dossier) -> tuple[str | None, tuple[str, ...]]:
    """Return the agency first compared with, and our duties that stand beside its own."""
    rows = overlaps.comparisons_of(ctx.session, ProposalId(dossier.row.id))
    for row in rows:
        unit_id = UnitId(row.unit_id)
        if unit_id not in dossier.after.units:
            continue
        held = compared(ctx, dossier, row.id, unit_id)
        texts = (function.text for function, _ in held.pairs)
        return compared_name(dossier, unit_id), tuple(dict.fromkeys(texts))
    return None, ()


def _correspondence(ctx: Context, dossier: Dossier) -> Correspondence:
    ours = next(
        (
            LetterBefore(row.number, row.dated_on, row.subject)
            for row in letters.main_letters_of(ctx.session, ProposalId(dossier.row.id))
            if row.state != LetterState.VOID
        ),
        LetterBefore(),
    )
    asking = [step for step in dossier.steps if step.action == Action.ANSWER_ASKS_COMPLETION]
    if not asking:
        return Correspondence(ours)
    last, proposal_id = asking[-1], ProposalId(dossier.row.id)
    subject = subject_by_step(ctx, last.id)
    ministry = LetterBefore(last.document_number, last.acted_on, subject)
    items = completion_rows(items_to_complete(ctx, proposal_id))
    return Correspondence(ours, ministry, lines_of(last.reason or ""), items)
