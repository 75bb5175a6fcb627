"""What a proposal lacks, and which step it keeps back."""

from dataclasses import replace

import pytest

from orgflow.domain.proposals.completeness import (
    FactsAtHand,
    Lack,
    LackCode,
    Necessity,
    NeededFor,
    ProposalIncomplete,
    RequiredDocument,
    blocking,
    check_complete,
    check_ready,
    lacks_of,
)
from orgflow.domain.proposals.states import Action, ProposalState

S = ProposalState
WHOLE = FactsAtHand(
    has_operations=True,
    has_considerations=True,
    has_effective_on=True,
    has_setda_regulation=True,
    has_letter_code=True,
    has_duty_field=True,
    has_signer_name=True,
    has_emblem=True,
)


def a_document(
    code: str,
    necessity: Necessity = Necessity.REQUIRED,
    needed_for: NeededFor = NeededFor.SUBMISSION,
    *,
    is_derived: bool = False,
) -> RequiredDocument:
    return RequiredDocument(code, code.title(), necessity, needed_for, "Uji", False, is_derived)


STUDY = a_document("KAJIAN")
REGULATION = a_document("RANPERGUB", needed_for=NeededFor.ORGANISATION)
MINUTES = a_document("BA_RAPAT", Necessity.SUGGESTED)
CHART = a_document("BAGAN", is_derived=True)


def codes(lacks: tuple[Lack, ...]) -> list[str]:
    return [lack.document.code if lack.document else str(lack.code) for lack in lacks]


def test_a_whole_proposal_lacks_nothing() -> None:
    assert lacks_of(WHOLE, [STUDY, CHART], frozenset({"KAJIAN"})) == ()


def test_what_orgflow_makes_itself_is_never_lacking() -> None:
    assert lacks_of(WHOLE, [CHART], frozenset()) == ()


def test_what_is_needed_first_stands_first_and_suggestions_last() -> None:
    facts = replace(WHOLE, has_operations=False, has_setda_regulation=False, has_emblem=False)

    lacks = lacks_of(facts, [MINUTES, REGULATION, STUDY], frozenset())

    assert codes(lacks) == ["operation", "KAJIAN", "RANPERGUB", "setda_regulation", "BA_RAPAT", "emblem"]


def test_a_wished_day_is_only_suggested() -> None:
    lacks = lacks_of(replace(WHOLE, has_effective_on=False), [], frozenset())

    assert [(lack.code, lack.necessity) for lack in lacks] == [(LackCode.EFFECTIVE_ON, Necessity.SUGGESTED)]


@pytest.mark.parametrize("action", [Action.SUBMIT, Action.FORWARD])
def test_a_proposal_is_not_submitted_without_its_study(action: Action) -> None:
    lacks = lacks_of(WHOLE, [STUDY, REGULATION], frozenset())

    with pytest.raises(ProposalIncomplete) as refused:
        check_complete(lacks, action, S.DRAFT)

    assert refused.value.facts["missing"] == (STUDY.title,)


def test_biro_organisasi_agrees_once_the_draft_regulation_is_there() -> None:
    lacking = lacks_of(WHOLE, [STUDY, REGULATION], frozenset({"KAJIAN"}))

    check_complete(lacking, Action.SUBMIT, S.DRAFT)
    check_complete(lacking, Action.APPROVE, S.UNIT_REVIEW)
    with pytest.raises(ProposalIncomplete):
        check_complete(lacking, Action.APPROVE, S.ORG_REVIEW)


def test_suggestions_keep_nothing_back() -> None:
    lacks = lacks_of(WHOLE, [MINUTES], frozenset())

    assert codes(lacks) == ["BA_RAPAT"]
    for action in Action:
        check_complete(lacks, action, S.ORG_REVIEW)


def test_a_letter_is_not_issued_while_a_fact_it_prints_is_unknown() -> None:
    lacks = lacks_of(replace(WHOLE, has_signer_name=False, has_letter_code=False), [], frozenset())

    check_complete(lacks, Action.APPROVE, S.ORG_REVIEW)
    with pytest.raises(ProposalIncomplete) as refused:
        check_ready(lacks, NeededFor.ISSUE)
    assert refused.value.facts["missing"] == ("unit_letter_code", "signer_name")


def test_what_blocks_an_early_step_blocks_every_later_one() -> None:
    lacks = lacks_of(replace(WHOLE, has_considerations=False), [REGULATION], frozenset())

    assert codes(blocking(lacks, NeededFor.SUBMISSION)) == ["consideration"]
    assert codes(blocking(lacks, NeededFor.ISSUE)) == ["consideration", "RANPERGUB"]
