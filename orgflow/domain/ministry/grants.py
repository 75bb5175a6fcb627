"""The ministry's answer item by item: what became of each operation, and whether what it granted holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.changes.apply import apply_proposed, steps
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import OperationId


class GrantVerdict(StrEnum):
    """What the ministry said to one operation."""

    GRANTED = "granted"
    CHANGED = "changed"
    REFUSED = "refused"


class ReplyForUnknownOperation(RuleBroken):
    """An answer is given to an operation that the proposal does not hold."""

    code = "reply_for_unknown_operation"


class ReplyTwice(RuleBroken):
    """One operation is answered twice; ``place`` counts from 1."""

    code = "reply_twice"


class RepliesMissing(RuleBroken):
    """Operations are left without an answer; ``places`` count from 1."""

    code = "replies_missing"


class ReplyNeedsReason(RuleBroken):
    """A refused operation says why."""

    code = "reply_needs_reason"


class ChangedOperationMissing(RuleBroken):
    """An operation granted with a change says what it became, and that is not what was asked."""

    code = "changed_operation_missing"


class GrantDoesNotApply(RuleBroken):
    """What was granted cannot stand without what was refused or changed.

    ``place`` is the granted operation that fails, 0 where all together do; ``because`` are the places of
    those it rests on.
    """

    code = "grant_does_not_apply"


@dataclass(frozen=True, slots=True)
class AskedOperation:
    """An operation as it was submitted."""

    id: OperationId
    operation: Operation


@dataclass(frozen=True, slots=True)
class Reply:
    """What the ministry said to one operation; ``changed`` stand in its place where it was changed."""

    operation_id: OperationId
    verdict: GrantVerdict
    reason: str = ""
    changed: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class Granted:
    """Which operation became what, and why.

    Attributes:
        place: in the proposal's list, from 1.
        become: the operations in its place; none where it was refused.
    """

    id: OperationId
    place: int
    asked: Operation
    verdict: GrantVerdict
    reason: str
    become: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """The whole answer, one entry an operation, in the proposal's order."""

    entries: tuple[Granted, ...]

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What was granted, in order: the revised change-set."""
        return tuple(operation for entry in self.entries for operation in entry.become)

    @property
    def outcome(self) -> Action:
        """What the answer comes to as a whole."""
        verdicts = {entry.verdict for entry in self.entries}
        if verdicts == {GrantVerdict.REFUSED}:
            return Action.ANSWER_REJECTED
        if verdicts == {GrantVerdict.GRANTED}:
            return Action.ANSWER_APPROVED
        return Action.ANSWER_APPROVED_WITH_NOTES

    def count(self, verdict: GrantVerdict) -> int:
        """Return how many operations were answered so."""
        return sum(entry.verdict is verdict for entry in self.entries)


@dataclass(frozen=True, slots=True)
class GrantFinding:
    """A granted operation that cannot stand.

    Attributes:
        place: of the operation, from 1; 0 where all together leave what may not be.
        because: the places of the refused or changed operations without which it fails.
        rule: the rule that refuses it.
    """

    place: int
    because: tuple[int, ...]
    rule: DomainError


def settle(asked: Sequence[AskedOperation], replies: Iterable[Reply]) -> Grant:
    """Return what became of every operation.

    Raises:
        ReplyForUnknownOperation, ReplyTwice, RepliesMissing: the answers are not one for each operation.
        ReplyNeedsReason, ChangedOperationMissing: an answer lacks what it rests on.
    """
    given: dict[OperationId, Reply] = {}
    places = {one.id: place for place, one in enumerate(asked, start=1)}
    for reply in replies:
        if reply.operation_id not in places:
            raise ReplyForUnknownOperation(operation_id=str(reply.operation_id))
        if reply.operation_id in given:
            raise ReplyTwice(place=places[reply.operation_id])
        given[reply.operation_id] = reply
    missing = tuple(str(place) for held, place in places.items() if held not in given)
    if missing or not asked:
        raise RepliesMissing(places=missing)
    return Grant(tuple(_granted(one, places[one.id], given[one.id]) for one in asked))


def review(before: Organisation, grant: Grant) -> tuple[GrantFinding, ...]:
    """Return which granted operations cannot stand on the structure, with what they rest on."""
    findings: list[GrantFinding] = []
    failing = _failing(before, grant.entries)
    for place, rule in failing.items():
        rests_on = tuple(
            other.place
            for other in grant.entries
            if other.verdict is not GrantVerdict.GRANTED
            and other.place != place
            and place not in _failing(before, _restored(grant.entries, other.place))
        )
        findings.append(GrantFinding(place, rests_on, rule))
    if not findings:
        whole = _refused_whole(before, grant.operations)
        if whole is not None:
            findings.append(GrantFinding(0, _culprits_of_whole(before, grant), whole))
    return tuple(findings)


def require_standing(before: Organisation, grant: Grant) -> None:
    """Refuse a grant that cannot stand.

    Raises:
        GrantDoesNotApply.
    """
    for finding in review(before, grant):
        because = tuple(str(place) for place in finding.because)
        raise GrantDoesNotApply(place=finding.place, because=because, rule=finding.rule.code)


def _granted(asked: AskedOperation, place: int, reply: Reply) -> Granted:
    become: tuple[Operation, ...] = ()
    match reply.verdict:
        case GrantVerdict.GRANTED:
            become = (asked.operation,)
        case GrantVerdict.CHANGED:
            if not reply.changed or reply.changed == (asked.operation,):
                raise ChangedOperationMissing(place=place)
            become = reply.changed
        case GrantVerdict.REFUSED:
            if not reply.reason.strip():
                raise ReplyNeedsReason(place=place)
    return Granted(asked.id, place, asked.operation, reply.verdict, reply.reason, become)


def _failing(before: Organisation, entries: Iterable[Granted]) -> dict[int, DomainError]:
    """Return the places of the operations that are refused, each with the rule."""
    placed = [(entry.place, operation) for entry in entries for operation in entry.become]
    met = steps(before, (operation for _, operation in placed))
    return {
        place: refused for (place, _), (_, _, refused) in zip(placed, met, strict=True) if refused is not None
    }


def _restored(entries: Iterable[Granted], place: int) -> list[Granted]:
    """Return the entries with one granted as it was asked."""
    return [
        Granted(entry.id, place, entry.asked, GrantVerdict.GRANTED, "", (entry.asked,))
        if entry.place == place
        else entry
        for entry in entries
    ]


def _refused_whole(before: Organisation, operations: tuple[Operation, ...]) -> DomainError | None:
    try:
        apply_proposed(before, operations)
    except DomainError as refused:
        return refused
    return None


def _culprits_of_whole(before: Organisation, grant: Grant) -> tuple[int, ...]:
    return tuple(
        entry.place
        for entry in grant.entries
        if entry.verdict is not GrantVerdict.GRANTED
        and _refused_whole(before, Grant(tuple(_restored(grant.entries, entry.place))).operations) is None
    )
