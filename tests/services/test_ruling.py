"""Rules, guideline names and kinds kept on both databases: changed, removed, told in the history."""

from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.changes.findings import FindingCode, GuidelineName
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    NeedsPerda,
    RuleFindingCode,
    RuleTwice,
    StructureRule,
)
from orgflow.services.history import show_history
from orgflow.services.organisation import posts
from orgflow.services.organisation.guideline import (
    AddName,
    ChangeName,
    RemoveName,
    add_name,
    change_name,
    remove_name,
    show_name,
)
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.ruling import (
    AddRule,
    ChangeRule,
    RemoveRule,
    add_rule,
    change_rule,
    list_rules,
    remove_rule,
    review,
    show_rule,
)
from orgflow.services.organisation.unit_kinds import AddKind, ChangeKind, add_kind, change_kind, list_kinds
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.store.proposals import StaleRevision
from orgflow.store.structure_rules import UnknownRule
from tests.factories.governments import HUMAS, SINCE
from tests.factories.office import Office, a_neighbour
from tests.factories.registry import BASIS

SOURCE = "Karangan untuk uji"
ONE_BUREAU = MaximumBelow(
    kind_code="setda", below_kind_code="biro", amount=2, citation=SOURCE, is_verified=False
)
PERDA = NeedsPerda(kind_code="dinas", citation=SOURCE, is_verified=False)
NAME = GuidelineName("biro", "Biro Administrasi Pimpinan", HUMAS, SOURCE, is_verified=False)


def kept(office: Office) -> list[StructureRule]:
    """Return the rules the office keeps."""
    return [held.rule for held in list_rules(office.context(Role.LETTER_ADMINISTRATOR)).rules]


def told(office: Office) -> list[tuple[str, str]]:
    """Return what the history tells of rules and kinds, the newest first."""
    events = show_history(office.context(Role.AUDITOR)).events
    return [(e.event, e.payload) for e in events if e.event in ("rule:changed", "unit_kind:changed")]


def test_a_rule_is_kept_changed_and_removed_and_each_is_told(office: Office) -> None:
    ctx = office.context(Role.LETTER_ADMINISTRATOR)

    rule_id = add_rule(ctx, AddRule(ONE_BUREAU))
    change_rule(ctx, ChangeRule(rule_id, 1, replace(ONE_BUREAU, amount=3, is_verified=True)))
    assert kept(office) == [replace(ONE_BUREAU, amount=3, is_verified=True)]
    remove_rule(ctx, RemoveRule(rule_id, 2, "dicabut"))

    assert kept(office) == []
    payloads = [payload for _, payload in told(office)]
    assert len(payloads) == 3
    assert "dicabut" in payloads[0]
    assert "paling banyak 3 Biro" in payloads[0].replace("Paling", "paling")


@pytest.mark.parametrize(
    "rule",
    [
        ONE_BUREAU,
        PERDA,
        EchelonOf(kind_code="biro", echelon="II.b", citation=SOURCE, is_verified=True),
    ],
)
def test_every_form_of_rule_comes_back_as_it_was_kept(office: Office, rule: StructureRule) -> None:
    rule_id = add_rule(office.context(Role.SYSTEM_ADMINISTRATOR), AddRule(rule))

    assert show_rule(office.context(Role.SYSTEM_ADMINISTRATOR), rule_id).held.rule == rule


def test_the_same_is_not_ruled_twice(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    add_rule(ctx, AddRule(ONE_BUREAU))
    other = add_rule(ctx, AddRule(PERDA))

    with pytest.raises(RuleTwice):
        add_rule(ctx, AddRule(replace(ONE_BUREAU, amount=9)))
    with pytest.raises(RuleTwice):
        change_rule(ctx, ChangeRule(other, 1, ONE_BUREAU))
    assert kept(office) == [ONE_BUREAU, PERDA]


def test_who_saves_second_is_told_and_nothing_is_changed(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    rule_id = add_rule(ctx, AddRule(ONE_BUREAU))
    change_rule(ctx, ChangeRule(rule_id, 1, replace(ONE_BUREAU, amount=5)))

    with pytest.raises(StaleRevision):
        change_rule(ctx, ChangeRule(rule_id, 1, replace(ONE_BUREAU, amount=7)))
    with pytest.raises(StaleRevision):
        remove_rule(ctx, RemoveRule(rule_id, 1, "terlambat"))
    assert kept(office) == [replace(ONE_BUREAU, amount=5)]


def test_a_form_sent_twice_keeps_one_rule(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR, key="a-key-of-the-form")

    first, second = add_rule(ctx, AddRule(ONE_BUREAU)), add_rule(ctx, AddRule(ONE_BUREAU))

    assert first == second
    assert len(kept(office)) == 1


def test_another_government_neither_sees_nor_changes_a_rule(office: Office) -> None:
    neighbour = a_neighbour(office)
    rule_id = add_rule(office.context(Role.SYSTEM_ADMINISTRATOR), AddRule(ONE_BUREAU))
    name_id = add_name(office.context(Role.SYSTEM_ADMINISTRATOR), AddName(NAME))
    stranger = neighbour.context(Role.SYSTEM_ADMINISTRATOR)

    assert kept(neighbour) == []
    with pytest.raises(UnknownRule):
        show_rule(stranger, rule_id)
    with pytest.raises(UnknownRule):
        change_rule(stranger, ChangeRule(rule_id, 1, PERDA))
    with pytest.raises(UnknownRule):
        remove_name(stranger, RemoveName(name_id, 1, "bukan milik kami"))
    assert kept(office) == [ONE_BUREAU]


@pytest.mark.parametrize("role", [Role.BUREAU_HEAD, Role.ORGANISATION_REVIEWER, Role.AUDITOR])
def test_rules_are_kept_by_who_keeps_the_settings(office: Office, role: Role) -> None:
    with pytest.raises(PermissionMissing):
        add_rule(office.context(role), AddRule(ONE_BUREAU))
    with pytest.raises(PermissionMissing):
        list_rules(office.context(role))


def test_a_guidelines_name_is_kept_changed_and_removed(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)

    name_id = add_name(ctx, AddName(NAME))
    change_name(ctx, ChangeName(name_id, 1, replace(NAME, name="Biro Pimpinan", is_verified=True)))
    held = show_name(ctx, name_id).held
    assert (held.revision, held.name.name, held.name.is_verified) == (2, "Biro Pimpinan", True)
    with pytest.raises(StaleRevision):
        change_name(ctx, ChangeName(name_id, 1, NAME))
    remove_name(ctx, RemoveName(name_id, 2, "keliru"))

    assert list_rules(ctx).names == ()
    assert len(told(office)) == 3


def test_the_structure_of_a_day_is_held_against_the_rules(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    for rule in (ONE_BUREAU, EchelonOf(kind_code="biro", echelon="II.b", citation=SOURCE, is_verified=True)):
        add_rule(ctx, AddRule(rule))
    add_name(ctx, AddName(NAME))
    unit_id = office.units[HUMAS]
    posts.found_post(
        ctx,
        posts.FoundPost(unit_id, PostRole.HEAD, posts.PostFields(echelon="III.a"), SINCE, BASIS),
    )

    reader = office.context(Role.DRAFTER)
    found = review(reader, show_structure(reader).structure)

    assert {(f.code, f.unit.name, f.detail) for f in found} >= {
        (RuleFindingCode.TOO_MANY_BELOW, "Sekretariat Daerah", "3"),
        (RuleFindingCode.NAME_OUTSIDE_GUIDELINE, HUMAS, "Biro Administrasi Pimpinan"),
        (RuleFindingCode.ECHELON_DIFFERS, HUMAS, "III.a"),
    }
    assert review(reader, show_structure(reader, SINCE.replace(year=2019)).structure) == ()


def test_a_proposal_that_needs_a_perda_is_told_so(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    add_rule(ctx, AddRule(replace(PERDA, kind_code="biro")))
    head = office.context(Role.BUREAU_HEAD)

    proposal_id = create_proposal(head, CreateProposal(office.units[HUMAS], "Biro Pimpinan", "alasan", ""))

    found = [f for f in show_proposal(head, proposal_id).findings if f.code is FindingCode.NEEDS_PERDA]
    assert [(f.unit_id, f.detail, f.citation, f.is_verified) for f in found] == [
        (office.units[HUMAS], "renamed", SOURCE, False)
    ]


def test_a_kind_of_unit_is_added_and_changed_and_its_code_stays(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)

    kind_id = add_kind(ctx, AddKind(UnitKind("uptb", "UPTB", 2, "Kepala {unit}")))
    change_kind(
        ctx, ChangeKind(kind_id, 1, UnitKind("lain", "Unit Pelaksana", 3, "Ketua {unit}", is_agency=True))
    )

    held = {entry.id: entry.kind for entry in list_kinds(ctx)}[kind_id]
    assert held == UnitKind("uptb", "Unit Pelaksana", 3, "Ketua {unit}", is_agency=True)
    with pytest.raises(StaleRevision):
        change_kind(ctx, ChangeKind(kind_id, 1, held))
    assert [event for event, _ in told(office)] == ["unit_kind:changed"] * 2


def test_an_unknown_rule_is_not_found(office: Office) -> None:
    with pytest.raises(UnknownRule):
        show_rule(office.context(Role.SYSTEM_ADMINISTRATOR), UUID(int=1))
