"""What a proposal begun from an old one takes along, beside its reasons, dates and operations."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.claim_carrying import carry_claims_along
from orgflow.services.claim_texts import section_place
from orgflow.services.context import Context
from orgflow.services.study_versions import SaveOrigin, keep_version
from orgflow.store import evidence, options, overlaps, studies, workload
from orgflow.store.evidence import ProposalEvidenceRow
from orgflow.store.options import ProposalOptionRow
from orgflow.store.overlaps import OverlapComparisonRow, OverlapJudgementRow
from orgflow.store.proposals import ProposalRow
from orgflow.store.studies import StudyRow, StudySectionRow
from orgflow.store.workload import WorkloadCalculationRow

Carry = Callable[[Context, ProposalRow, ProposalRow], None]


def carry_parts(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Take along from an old proposal all that is copied, in the gate's session."""
    for carry in CARRIED:
        carry(ctx, old, new)


def _carry_options(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Take the options along to a proposal begun from an old one, with what was chosen and why."""
    for one in options.options_of(ctx.session, old.id):
        placed = tuple(replace(held, id=OperationId(ctx.new_id())) for held in options.aside(one))
        ctx.session.add(
            ProposalOptionRow(
                id=ctx.new_id(),
                government_id=ctx.government_id,
                proposal_id=new.id,
                letter=one.letter,
                title=one.title,
                sentence=one.sentence,
                operations=options.written(placed) if one.operations is not None else None,
                chosen_reason=one.chosen_reason,
                chosen_by=one.chosen_by,
                chosen_at=one.chosen_at,
                begun_by=one.begun_by,
                begun_at=one.begun_at,
            )
        )
    ctx.session.flush()


def _carry_evidence(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Let the new proposal rest on what the old one rested on, under the same keys."""
    for one in evidence.evidence_rows(ctx.session, ProposalId(old.id)):
        ctx.session.add(
            ProposalEvidenceRow(
                id=ctx.new_id(),
                government_id=ctx.government_id,
                proposal_id=new.id,
                kind=one.kind,
                entry_id=one.entry_id,
                number=one.number,
                chosen_by=one.chosen_by,
                chosen_at=one.chosen_at,
                removed_at=one.removed_at,
            )
        )
    ctx.session.flush()


def _carry_study(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Take along the form of the study and what was written in either; versions of the texts begin anew."""
    form = studies.study_row(ctx.session, old.id)
    if form is not None:
        ctx.session.add(
            StudyRow(
                id=ctx.new_id(),
                government_id=ctx.government_id,
                proposal_id=new.id,
                form=form.form,
                chosen_by=form.chosen_by,
                chosen_at=form.chosen_at,
            )
        )
    for held in studies.sections_of(ctx.session, old.id).values():
        row = StudySectionRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=new.id,
            key=held.key,
            text=held.text,
            upon=held.upon,
            answer=held.answer,
            revision=1,
            changed_by=held.changed_by,
            changed_at=held.changed_at,
        )
        ctx.session.add(row)
        ctx.session.flush()
        if held.text is not None:
            keep_version(ctx, row, held.text, SaveOrigin.BUTTON)
        carry_claims_along(ctx, ProposalId(old.id), ProposalId(new.id), section_place(held.key))


def _carry_overlaps(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Take along with which units duties were compared, and every judgement with the texts it was of."""
    for held in overlaps.comparisons_of(ctx.session, ProposalId(old.id)):
        compared = OverlapComparisonRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=new.id,
            unit_id=held.unit_id,
            begun_by=held.begun_by,
            begun_at=held.begun_at,
        )
        ctx.session.add(compared)
        ctx.session.flush()
        for one in overlaps.judgement_rows(ctx.session, held.id):
            ctx.session.add(
                OverlapJudgementRow(
                    id=ctx.new_id(),
                    government_id=ctx.government_id,
                    comparison_id=compared.id,
                    function_id=one.function_id,
                    other_function_id=one.other_function_id,
                    text=one.text,
                    other_text=one.other_text,
                    verdict=one.verdict,
                    distinction=one.distinction,
                    revision=1,
                    judged_by=one.judged_by,
                    judged_at=one.judged_at,
                )
            )
    ctx.session.flush()


def _carry_calculation(ctx: Context, old: ProposalRow, new: ProposalRow) -> None:
    """Take along how the posts were reckoned; the activities are the unit's own."""
    held = workload.calculation_row(ctx.session, ProposalId(old.id))
    if held is None:
        return
    ctx.session.add(
        WorkloadCalculationRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=new.id,
            year=held.year,
            time_code=held.time_code,
            rounding=held.rounding,
            share=held.share,
            chosen_by=held.chosen_by,
            chosen_at=held.chosen_at,
            revision=1,
        )
    )


CARRIED: Final[tuple[Carry, ...]] = (
    _carry_options,
    _carry_evidence,
    _carry_overlaps,
    _carry_calculation,
    _carry_study,
)
"""Each takes one concept from the old proposal to the new one; a concept that is copied stands here."""
