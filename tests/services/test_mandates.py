"""Mandates and rules of signing kept on both databases: granted, changed, ended, told, and each its own."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.letters.authority import SigningKind
from orgflow.domain.letters.authority_errors import (
    MandateExpired,
    MandateKindUnfit,
    MandateNotBegun,
    MandatePeriodUnfit,
    MandateToItself,
    SignerNotBelow,
    SignerTooFarBelow,
)
from orgflow.domain.letters.authority_rules import Severity, SigningRuleCode
from orgflow.services.mandates import (
    ChangeMandate,
    ChangeSigningRule,
    EndMandate,
    GrantMandate,
    MandateEndedAlready,
    MandatePostNotThen,
    change_mandate,
    change_signing_rule,
    end_mandate,
    grant_mandate,
)
from orgflow.services.signing_pages import show_authority, show_mandate
from orgflow.services.starting.signing_rules import signing_rules
from orgflow.store.mandates import UnknownMandate
from orgflow.store.proposals import StaleRevision
from orgflow.store.signing_rules import UnknownSigningRule
from tests.factories.governments import HUMAS
from tests.factories.office import Office, a_neighbour
from tests.factories.signing import found
from tests.factories.signing_office import (
    FOR_GOVERNOR,
    signed,
    staffed,
    terms,
    told,
)


def test_a_mandate_is_kept_and_holds_in_its_period_alone(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.LETTER_ADMINISTRATOR)

    mandate_id = grant_mandate(ctx, GrantMandate(terms(office, keeper, last_day=date(2025, 12, 31))))

    last = signed(ctx, replace(FOR_GOVERNOR, on=date(2025, 12, 31)))
    assert last.block.title_lines == ("a.n. GUBERNUR UJI", "SEKRETARIS DAERAH,")
    assert found(last) == ""
    with pytest.raises(MandateNotBegun):
        signed(ctx, replace(FOR_GOVERNOR, on=date(2025, 1, 1)))
    with pytest.raises(MandateExpired):
        signed(ctx, replace(FOR_GOVERNOR, on=date(2026, 1, 1)))
    assert show_mandate(ctx, mandate_id).held.mandate.letter == "CONTOH/M/001"
    (payload,) = told(office, "mandate:granted")
    assert "Sekretaris Daerah Provinsi Uji a.n. Gubernur Uji: surat dinas" in payload


def test_two_levels_down_a_mandate_is_u_b_under_the_post_between(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)

    grant_mandate(ctx, GrantMandate(terms(office, keeper, "Karo", kinds=())))

    block = signed(ctx, replace(FOR_GOVERNOR, signer=office.units[HUMAS])).block
    assert block.title_lines == ("a.n. GUBERNUR UJI", "SEKRETARIS DAERAH", "u.b.", "KEPALA BIRO HUMAS,")


def test_a_mandate_that_cannot_be_is_refused(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    refusals = {
        MandateToItself: terms(office, keeper, receiver="Sekda", giver=keeper.posts["Sekda"]),
        SignerTooFarBelow: terms(office, keeper, "Kabag"),
        SignerNotBelow: terms(office, keeper, giver=keeper.posts["Karo"]),
        MandatePostNotThen: terms(office, keeper, valid_from=date(2019, 1, 2)),
        MandatePeriodUnfit: terms(office, keeper, last_day=date(2025, 1, 1)),
        MandateKindUnfit: terms(office, keeper, kinds=(SigningKind.REGULATION,)),
    }

    for refusal, wrong in refusals.items():
        with pytest.raises(refusal):
            grant_mandate(ctx, GrantMandate(wrong))
    assert show_authority(ctx).mandates == ()


def test_a_mandate_is_changed_on_what_was_seen_and_the_history_tells_both(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    mandate_id = grant_mandate(ctx, GrantMandate(terms(office, keeper)))
    wider = terms(office, keeper, kinds=(), letter="", is_verified=False)

    change_mandate(ctx, ChangeMandate(mandate_id, 1, wider))

    with pytest.raises(StaleRevision):
        change_mandate(ctx, ChangeMandate(mandate_id, 1, wider))
    assert found(signed(ctx, FOR_GOVERNOR)) == "mandate_letter_missing mandate_unverified"
    (payload,) = told(office, "mandate:changed")
    assert "surat dinas" in payload
    assert "semua yang dapat diwakilkan" in payload


def test_a_mandate_is_ended_for_a_reason(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    mandate_id = grant_mandate(ctx, GrantMandate(terms(office, keeper)))

    end_mandate(ctx, EndMandate(mandate_id, 1, date(2025, 3, 31), "dicabut dengan surat CONTOH"))

    with pytest.raises(MandateExpired) as refused:
        signed(ctx, FOR_GOVERNOR)
    assert refused.value.facts["last_day"] == "2025-03-31"
    with pytest.raises(MandateEndedAlready):
        end_mandate(ctx, EndMandate(mandate_id, 2, date(2025, 4, 30), "lagi"))
    with pytest.raises(MandatePeriodUnfit):
        end_mandate(ctx, EndMandate(mandate_id, 2, date(2025, 1, 1), "lagi"))
    assert show_mandate(ctx, mandate_id).held.end_reason == "dicabut dengan surat CONTOH"
    assert "dicabut dengan surat CONTOH" in told(office, "mandate:ended")[0]


def test_a_government_begins_with_the_rules_and_changes_them(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    held = show_authority(ctx).rules
    assert tuple(one.rule for one in held) == signing_rules()
    kept = next(one for one in held if one.rule.code is SigningRuleCode.KEPT_TO)
    lighter = replace(kept.rule, severity=Severity.NEEDS_REASON, citation="CONTOH", is_verified=True)

    change_signing_rule(ctx, ChangeSigningRule(kept.id, 1, lighter))

    with pytest.raises(StaleRevision):
        change_signing_rule(ctx, ChangeSigningRule(kept.id, 1, lighter))
    assert lighter in [one.rule for one in show_authority(ctx).rules]
    assert "perlu alasan" in told(office, "signing_rule:changed")[0]


def test_only_who_keeps_the_settings_grants_and_each_government_keeps_its_own(office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    mandate_id = grant_mandate(ctx, GrantMandate(terms(office, keeper)))
    rule_id = show_authority(ctx).rules[0].id
    other = a_neighbour(office).context(Role.SYSTEM_ADMINISTRATOR)

    with pytest.raises(PermissionMissing):
        grant_mandate(office.context(Role.DRAFTER), GrantMandate(terms(office, keeper)))
    with pytest.raises(UnknownMandate):
        end_mandate(other, EndMandate(mandate_id, 1, date(2025, 3, 31), "bukan milik kami"))
    with pytest.raises(UnknownSigningRule):
        change_signing_rule(other, ChangeSigningRule(rule_id, 1, signing_rules()[0]))
    with pytest.raises(MandatePostNotThen):
        grant_mandate(other, GrantMandate(terms(office, keeper)))
    assert show_authority(other).mandates == ()
