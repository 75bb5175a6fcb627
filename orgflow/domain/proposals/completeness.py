"""What a proposal still lacks, for which step it is needed, and who mends it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.results import RESULT_OF
from orgflow.domain.proposals.states import ROUTED, Action, ProposalState


class Necessity(StrEnum):
    """Whether a lack blocks or is only pointed out."""

    REQUIRED = "required"
    SUGGESTED = "suggested"


class NeededFor(StrEnum):
    """The step before which a lack must be mended."""

    SUBMISSION = "submission"
    ORGANISATION = "organisation"
    ISSUE = "issue"
    ENACTMENT = "enactment"


class LackCode(StrEnum):
    """What is lacking."""

    OPERATION = "operation"
    CONSIDERATION = "consideration"
    EFFECTIVE_ON = "effective_on"
    DOCUMENT = "document"
    SETDA_REGULATION = "setda_regulation"
    UNIT_LETTER_CODE = "unit_letter_code"
    UNIT_DUTY_FIELD = "unit_duty_field"
    SIGNER_NAME = "signer_name"
    EMBLEM = "emblem"
    NOTES = "notes"


class ProposalIncomplete(RuleBroken):
    """The step needs documents or facts that are not there."""

    code = "proposal_incomplete"


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A document the office asks for; ``is_derived`` when OrgFlow itself produces it."""

    code: str
    title: str
    necessity: Necessity
    needed_for: NeededFor
    basis: str
    is_verified: bool
    is_derived: bool

    @property
    def result_of(self) -> Action | None:
        """The step that brings it as a review's result; None where it is uploaded or derived."""
        return RESULT_OF.get(self.code)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing; ``document`` names it when the code is DOCUMENT, ``count`` says how many."""

    code: LackCode
    necessity: Necessity
    needed_for: NeededFor
    document: RequiredDocument | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class FactsAtHand:
    """What is known of the facts a proposal and its letter rest on."""

    has_operations: bool
    has_considerations: bool
    has_effective_on: bool
    has_setda_regulation: bool
    has_letter_code: bool
    has_duty_field: bool
    has_signer_name: bool
    has_emblem: bool
    open_notes: int = 0


_ORDER: Final = tuple(NeededFor)
_SUBMITTING: Final = frozenset({Action.SUBMIT, Action.FORWARD})


def lacks_of(
    facts: FactsAtHand, documents: Iterable[RequiredDocument], present: frozenset[str]
) -> tuple[Lack, ...]:
    """Return all that is missing, what is needed first first, required before suggested.

    Args:
        present: codes of the documents that are there; derived ones always are.
    """
    required, suggested = Necessity.REQUIRED, Necessity.SUGGESTED
    table = (
        (facts.has_operations, LackCode.OPERATION, required, NeededFor.SUBMISSION),
        (facts.has_considerations, LackCode.CONSIDERATION, required, NeededFor.SUBMISSION),
        (facts.has_effective_on, LackCode.EFFECTIVE_ON, suggested, NeededFor.SUBMISSION),
        (facts.has_setda_regulation, LackCode.SETDA_REGULATION, required, NeededFor.ISSUE),
        (facts.has_letter_code, LackCode.UNIT_LETTER_CODE, required, NeededFor.ISSUE),
        (facts.has_duty_field, LackCode.UNIT_DUTY_FIELD, required, NeededFor.ISSUE),
        (facts.has_signer_name, LackCode.SIGNER_NAME, required, NeededFor.ISSUE),
        (facts.has_emblem, LackCode.EMBLEM, suggested, NeededFor.ISSUE),
    )
    lacks = [Lack(code, necessity, needed) for is_there, code, necessity, needed in table if not is_there]
    if facts.open_notes:
        lacks.append(Lack(LackCode.NOTES, required, NeededFor.SUBMISSION, count=facts.open_notes))
    lacks += [
        Lack(LackCode.DOCUMENT, document.necessity, document.needed_for, document)
        for document in documents
        if not document.is_derived and document.code not in present
    ]
    return tuple(sorted(lacks, key=lambda lack: (lack.necessity is suggested, _ORDER.index(lack.needed_for))))


def blocking(lacks: Iterable[Lack], by: NeededFor) -> tuple[Lack, ...]:
    """Return the required lacks that must be mended by then."""
    limit = _ORDER.index(by)
    return tuple(
        lack
        for lack in lacks
        if lack.necessity is Necessity.REQUIRED and _ORDER.index(lack.needed_for) <= limit
    )


def needed_for(action: Action, state: ProposalState) -> NeededFor | None:
    """Return by when a lack must be mended for an action in a state; None where none keeps it back."""
    if action in _SUBMITTING:
        return NeededFor.SUBMISSION
    if action in ROUTED and state is ProposalState.ORG_REVIEW:
        return NeededFor.ORGANISATION
    return None


def lacks_before(lacks: Iterable[Lack], action: Action, state: ProposalState) -> tuple[Lack, ...]:
    """Return the required lacks that keep an action back in a state."""
    limit = needed_for(action, state)
    return blocking(lacks, limit) if limit is not None else ()


def check_complete(lacks: Iterable[Lack], action: Action, state: ProposalState) -> None:
    """Refuse a step whose required documents or facts are missing.

    Raises:
        ProposalIncomplete: ``missing`` lists titles of documents and lack codes.
    """
    limit = needed_for(action, state)
    if limit is not None:
        check_ready(lacks, limit)


def check_ready(lacks: Iterable[Lack], by: NeededFor) -> None:
    """Refuse what must not go on before the required lacks are mended.

    Raises:
        ProposalIncomplete.
    """
    missing = blocking(lacks, by)
    if missing:
        names = tuple(lack.document.title if lack.document else str(lack.code) for lack in missing)
        raise ProposalIncomplete(missing=names, needed_for=str(by))
