"""Issuing a letter: checked first, then its facts frozen in one transaction with its number."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.letters.facts import Gap, LetterFacts
from orgflow.domain.letters.facts_json import facts_digest, facts_to_json
from orgflow.domain.letters.kinds import KIND_RULES, kind_of
from orgflow.domain.letters.lifecycle import (
    LetterNotReady,
    LetterState,
    NumberSource,
    NumberTaken,
    require_state,
)
from orgflow.domain.proposals.completeness import Lack, LackCode, NeededFor, check_ready
from orgflow.domain.proposals.refusals import TransitionNotAllowed
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.domain.values import LetterId, clean_text
from orgflow.letters.errors import RenderFailed
from orgflow.letters.findings import Severity
from orgflow.letters.templates import load_template
from orgflow.services.acting import record_issuing
from orgflow.services.answering import NOT_ASKED
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.letter_signer import require_signer
from orgflow.services.lettering import LetterSource, derive_facts, letter_source, render
from orgflow.services.letters import file_letter
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import answered_before, use_case
from orgflow.store import gate, letters
from orgflow.store.letters import LetterNumberRow, LetterRow, LetterTemplateRow, NumberKey
from orgflow.store.proposals import ProposalRow

RENDER_TASK = "render_letter"
FILLED_BY_SRIKANDI = frozenset({LackCode.SIGNER_NAME, LackCode.UNIT_LETTER_CODE})


@dataclass(frozen=True, slots=True)
class IssueLetter:
    """Freeze the letter for signing; ``reason`` says why, where something speaks against its signer."""

    letter_id: LetterId
    seen_revision: int
    reason: str = ""


def issue_letter(ctx: Context, command: IssueLetter) -> UUID:
    """Check the letter as it would be signed, then freeze it.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState.
        LetterNotReady: the final check found something that blocks; ``findings`` lists the codes.
        TransitionNotAllowed: the proposal is not yet, or no longer, waiting to be signed.
        ProposalIncomplete: documents or facts are missing.
        SigningRefused, SigningNeedsReason: as ``require_signer``.
    """
    source = letter_source(ctx, command.letter_id)
    earlier = answered_before(
        ctx, freeze_letter, FreezeLetter(command.letter_id, command.seen_revision, source, command.reason)
    )
    if earlier is not None:
        return earlier
    require_state(source.state, LetterState.DRAFT)
    final = replace(source, facts=replace(source.facts, is_concept=False))
    blocking = [f for f in render(ctx, final).findings if f.severity is Severity.BLOCKS]
    if blocking:
        raise LetterNotReady(findings=tuple(finding.code for finding in blocking))
    issued = freeze_letter(ctx, FreezeLetter(command.letter_id, command.seen_revision, final, command.reason))
    with suppress(RenderFailed):
        # The letter stands either way: its files were promised, a worker or the first who asks makes them.
        file_letter(ctx, LetterId(issued))
    return issued


@dataclass(frozen=True, slots=True)
class FreezeLetter:
    """Freeze a letter whose final form was checked."""

    letter_id: LetterId
    seen_revision: int
    checked: LetterSource = field(metadata=NOT_ASKED)
    reason: str = ""


@use_case(requires=Permission.ISSUE_LETTER)
def freeze_letter(ctx: Context, command: FreezeLetter) -> UUID:
    """Freeze facts, wording and, from an own book, the number: all of it or nothing.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState, TransitionNotAllowed, ProposalIncomplete.
        LetterNotReady: the facts changed since they were checked.
        NumberTaken: a letter numbered elsewhere this year bears the book's next number.
        SigningRefused, SigningNeedsReason: as ``require_signer``.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.DRAFT)
    for proposal in letters.proposals_of_letter(ctx.session, row.id):
        _require_road(ctx, row, proposal)
    checked = derive_facts(ctx, row, sequence=None, is_concept=False)
    if facts_digest(checked) != facts_digest(command.checked.facts):
        raise LetterNotReady(findings=("changed_meanwhile",))
    reason = clean_text(command.reason, field="reason", limit=1000)
    require_signer(ctx, row, reason)
    facts = _numbered(ctx, row) if _is_own(row) else checked
    _freeze(ctx, row, facts)
    gate.promise(ctx.session, ctx.government_id, RENDER_TASK, row.id, new_id=ctx.new_id(), at=ctx.now)
    record_issuing(
        ctx,
        LetterChanged(str(row.id), "issued", row.kind, row.number, reason or None, digest=row.facts_digest),
    )
    return row.id


def _require_road(ctx: Context, row: LetterRow, proposal: ProposalRow) -> None:
    """Refuse the letter that carries the proposal before its initials, and any once the road has ended."""
    is_main = KIND_RULES[kind_of(row.kind)].is_main
    if proposal.state not in ((ProposalState.SIGNING,) if is_main else RUNNING):
        raise TransitionNotAllowed(action="issue_letter", state=proposal.state)
    if is_main:
        check_ready(_needed(row, open_dossier(ctx, proposal).lacks), NeededFor.ISSUE)


def _needed(row: LetterRow, lacks: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """Return the lacks that matter to this letter: what SRIKANDI fills in need not be known here."""
    if NumberSource(row.number_source) is not NumberSource.SRIKANDI:
        return lacks
    return tuple(lack for lack in lacks if lack.code not in FILLED_BY_SRIKANDI)


def _is_own(row: LetterRow) -> bool:
    is_numbered = KIND_RULES[kind_of(row.kind)].register is not None
    return is_numbered and NumberSource(row.number_source) is NumberSource.OWN_BOOK


def _numbered(ctx: Context, row: LetterRow) -> LetterFacts:
    """Take the next number in this transaction and return the facts that bear it."""
    today = today_of(ctx)
    register = KIND_RULES[kind_of(row.kind)].register or ""
    key = NumberKey(ctx.government_id, register, today.year)
    sequence = letters.take_number(ctx.session, key)
    letters.add_number(
        ctx.session,
        LetterNumberRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            register=register,
            year=today.year,
            sequence=sequence,
            state="issued",
            letter_id=row.id,
            taken_by=ctx.actor.name,
            taken_at=ctx.now,
            is_own=True,
        ),
    )
    facts = derive_facts(ctx, row, sequence=sequence, is_concept=False)
    number = "".join(piece for piece in facts.number if not isinstance(piece, Gap))
    borne = letters.letter_with_number(ctx.session, ctx.government_id, number, other_than=LetterId(row.id))
    if borne is not None and borne.dated_on is not None and borne.dated_on.year == today.year:
        raise NumberTaken(number=number)
    row.number, row.dated_on = number, today
    return facts


def _freeze(ctx: Context, row: LetterRow, facts: LetterFacts) -> None:
    template = load_template(ctx.resources.letter_templates, row.kind)
    row.template_id = letters.keep_template(
        ctx.session,
        LetterTemplateRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            kind=template.kind,
            version=template.version,
            digest=template.digest,
            source=template.source,
            recorded_at=ctx.now,
        ),
    )
    row.facts, row.facts_digest = facts_to_json(facts), facts_digest(facts)
    row.subject, row.state, row.issued_at = facts.subject, str(LetterState.ISSUED), ctx.now
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()
