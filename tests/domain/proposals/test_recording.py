"""Who may be named where TU records a leader's step."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.letters.authority import SigningKind, SigningPost, SigningRole
from orgflow.domain.letters.authority_rules import Severity, SigningRule, SigningRuleCode
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.proposals.recording import (
    ActingPersonDoubted,
    Named,
    PersonNotInPost,
    doubt_of,
    holding_on,
)

ON = date(2026, 3, 4)
HELD = Tenure(
    "Contoh Dua, S.H.",
    "Sekretaris Daerah",
    AppointmentKind.DEFINITIVE,
    date(2025, 1, 1),
    None,
    is_end_known=True,
)
AWAY = replace(
    HELD,
    official_name="Contoh Plh, S.E.",
    kind=AppointmentKind.DAILY_ACTING,
    valid_from=date(2026, 3, 2),
    valid_to=date(2026, 3, 7),
)
RULES = (
    SigningRule(
        code=SigningRuleCode.STRATEGIC_DECISION,
        citation="aturan uji",
        is_verified=False,
        severity=Severity.NEEDS_REASON,
        kinds=(SigningKind.PROPOSAL,),
        capacities=(AppointmentKind.DAILY_ACTING,),
    ),
)


def a_post(*tenures: Tenure) -> SigningPost:
    """Return the secretary's post with its holders."""
    return SigningPost(
        key="sekda", role=SigningRole.SECRETARY, title="Sekretaris Daerah", above=None, tenures=tenures
    )


@pytest.mark.parametrize("person", ["Contoh Dua, S.H.", "contoh  dua, s.h.", "Contoh Plh, S.E."])
def test_the_holder_and_the_substitute_of_the_day_may_be_named(person: str) -> None:
    assert doubt_of(Named(person, ON, decides=False), [a_post(HELD, AWAY)], RULES) is None


def test_who_is_known_not_to_have_held_the_post_is_doubted() -> None:
    refused = doubt_of(Named("Contoh Lain", ON, decides=False), [a_post(HELD, AWAY)], RULES)

    assert isinstance(refused, PersonNotInPost)
    assert refused.facts["holders"] == ("Contoh Plh, S.E.", "Contoh Dua, S.H.")


def test_a_substitute_is_doubted_after_the_period() -> None:
    refused = doubt_of(
        Named("Contoh Plh, S.E.", date(2026, 3, 7), decides=False), [a_post(HELD, AWAY)], RULES
    )

    assert isinstance(refused, PersonNotInPost)


def test_where_nobody_is_known_any_name_may_be_told() -> None:
    seen_once = replace(HELD, is_end_known=False)

    said = doubt_of(Named("Siapa Saja", ON, decides=True), [a_post(seen_once)], RULES)

    assert said is None
    assert holding_on([a_post(seen_once)], ON) == ()


def test_a_substitute_who_signs_for_a_change_of_structure_is_doubted_by_the_rule() -> None:
    refused = doubt_of(Named("Contoh Plh, S.E.", ON, decides=True), [a_post(HELD, AWAY)], RULES)

    assert isinstance(refused, ActingPersonDoubted)
    assert refused.facts["citation"] == "aturan uji"
