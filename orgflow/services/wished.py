"""From a wished-for state to the operations of a draft: brought, compared, and what must be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import WishedStateBrought
from orgflow.domain.changes.apply import left_by, steps
from orgflow.domain.changes.matching import Answers, Coded, Doubt, Thing
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.subjects import begun_by, subjects
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import FunctionId, PostId, ProposalId, UnitId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.changes import branch_of, joining
from orgflow.services.context import Context
from orgflow.services.deriving import derive_change_set
from orgflow.services.drafting import load_draft
from orgflow.services.files import keep_upload
from orgflow.services.registry import held_history
from orgflow.services.scope import scope_of
from orgflow.services.structure_files import Side, StructureFile, side_of_file
from orgflow.services.use_case import read, use_case
from orgflow.store import files, proposals
from orgflow.store.organisation import kinds

PURPOSE: Final = "wished"


@dataclass(frozen=True, slots=True)
class BringWished:
    """Bring a file with the state that a draft is to lead to."""

    proposal_id: ProposalId
    seen_revision: int
    upload: CheckedUpload


@dataclass(frozen=True, slots=True)
class Wished:
    """Which state is wished for: that of a file, or that of the registry on a day."""

    file_id: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A doubtful pair, by what both are called; ``is_one`` as it is held to be now."""

    doubt: Doubt
    before: str
    after: str
    is_one: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What leads from a draft's present result to the wished-for state.

    Attributes:
        standing: the organisation that the first of the operations meets.
        operations: those that are about the proposal's branch.
        left_out: how many are about other units, which the proposal does not change.
    """

    name: str
    standing: Organisation
    operations: tuple[Operation, ...]
    left_out: int
    asked: tuple[Question, ...]


@use_case(requires=Permission.EDIT_PROPOSAL)
def bring_wished(ctx: Context, command: BringWished) -> UUID:
    """Keep a file with a wished-for state; nothing of the draft changes.

    Raises:
        UnknownProposal, StaleRevision, NotEditable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    file_id = keep_upload(ctx, command.upload, purpose=PURPOSE)
    ctx.record(WishedStateBrought(str(row.id), command.upload.name, command.upload.sha256))
    return file_id


@read(requires=Permission.EDIT_PROPOSAL)
def compare_wished(ctx: Context, proposal_id: UUID, wished: Wished, answers: Answers) -> Comparison:
    """Return the operations that lead a draft to a wished-for state.

    Args:
        answers: what a person said of pairs that were asked; of other pairs nothing is heard.

    Raises:
        UnknownProposal, UnknownFile.
        FileFaulty: any row of the file is wrong.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    history = held_history(ctx)
    base = history.organisation_on(row.base_on)
    listed = [placed.operation for placed in proposals.operations_of(ctx.session, ProposalId(row.id))]
    present = _present(
        base, listed, Coded(base, history.unit_codes, history.post_codes, history.function_codes)
    )
    name, after = _after(ctx, row.id, wished, row.base_on)
    first = derive_change_set(present, after)
    known = {(doubt.thing, doubt.from_id, doubt.to_id) for doubt in first.asked}
    said = {pair: is_one for pair, is_one in answers.items() if pair in known}
    found = derive_change_set(present, after, answers=said) if said else first
    reach = branch_of(UnitId(row.unit_id), base, listed)
    kept = tuple(_about(reach, present.coded.organisation, found.operations))
    return Comparison(
        name,
        present.coded.organisation,
        kept,
        len(found.operations) - len(kept),
        tuple(_question(doubt, present, after, said) for doubt in first.asked),
    )


def _present(base: Organisation, listed: list[Operation], coded: Coded) -> Side:
    """Return the draft's present result, with the codes of what is held and of what begins by it."""
    units = dict(coded.unit_codes)
    for operation in listed:
        units |= {new.unit_id: new.code for new in begun_by(operation) if new.code is not None}
    after = left_by(base, listed)
    return Side(Coded(after, units, coded.post_codes, coded.function_codes))


def _after(ctx: Context, proposal_id: UUID, wished: Wished, on: date) -> tuple[str, Side]:
    if wished.file_id is None:
        history = held_history(ctx)
        there = history.organisation_on(wished.on or on)
        return "", Side(Coded(there, history.unit_codes, history.post_codes, history.function_codes))
    stored = files.stored_file(ctx.session, ctx.government_id, wished.file_id)
    if stored.purpose != PURPOSE:
        raise files.UnknownFile(file_id=str(wished.file_id))
    given = StructureFile(stored.name, ctx.resources.files.read(stored.sha256))
    scheme = kinds(ctx.session, ctx.government_id)
    return stored.name, side_of_file(given, scheme, on, role=str(proposal_id))


def _about(
    reach: frozenset[UnitId], standing: Organisation, operations: tuple[Operation, ...]
) -> Iterator[Operation]:
    """Yield the operations that name a unit of the branch, or one that begins or comes under it by them."""
    for operation, met, _ in steps(standing, operations):
        if reach.intersection(subjects(operation, met)):
            yield operation
            reach |= joining(operation, reach)


def _question(doubt: Doubt, before: Side, after: Side, said: Answers) -> Question:
    is_one = said.get((doubt.thing, doubt.from_id, doubt.to_id), doubt.is_taken)
    old, new = before.coded.organisation, after.coded.organisation
    return Question(
        doubt, _called(old, doubt.thing, doubt.from_id), _called(new, doubt.thing, doubt.to_id), is_one
    )


def _called(organisation: Organisation, thing: Thing, held_id: UUID) -> str:
    """Return what a unit, post or function is called, with the unit it is of."""
    units = organisation.units
    match thing:
        case Thing.UNIT:
            unit = organisation.structure.unit(UnitId(held_id))
            above = units[unit.parent_id].name if unit.parent_id is not None else ""
            return f"{unit.name} ({above})" if above else unit.name
        case Thing.POST:
            post = organisation.post(PostId(held_id))
            return f"{organisation.title_of(post)} ({units[post.unit_id].name})"
        case Thing.FUNCTION:
            held = organisation.function(FunctionId(held_id))
            return f"{held.text} ({units[held.unit_id].name})"
