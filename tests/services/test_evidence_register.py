"""What a proposal rests on: entries of the registers as they are now, each with its key and version."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, PermissionMissing, Role
from orgflow.domain.evidence.entries import (
    EvidenceEntry,
    EvidenceKind,
    EvidenceRef,
    EvidenceTwice,
    SourceMissing,
    UnknownEvidence,
)
from orgflow.domain.evidence.partners import PartnerKind
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from orgflow.domain.workload.activities import Activity
from orgflow.services.accounts import ChangeUser, change_user
from orgflow.services.context import Context
from orgflow.services.evidence_keeping import Register, RemoveEntry, VerifyEntry, remove_entry, verify_entry
from orgflow.services.evidence_pages import show_evidence
from orgflow.services.evidence_register import (
    ChooseEvidence,
    LetEvidenceGo,
    choose_evidence,
    entries_of,
    let_evidence_go,
)
from orgflow.services.media_partners import ChangePartner, change_partner
from orgflow.services.precedents import ChangePrecedent, change_precedent, show_precedent
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read
from orgflow.services.workload import AddActivity, add_activity
from orgflow.store.proposals import StaleRevision, UnknownProposal
from tests.factories.authority import acting, lend, user_of
from tests.factories.evidence import COUNTED_ON, PARTNER, PRECEDENT, a_partner, a_precedent, a_tally
from tests.factories.governments import UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_bare_draft, a_proposal_in

pytestmark = pytest.mark.both_databases
RELEASES = Activity("Publikasi", "Siaran pers", "naskah", 2025, Decimal(1200), Decimal(90), "Buku uji")
HEAD, DRAFTER, TU = Role.BUREAU_HEAD, Role.DRAFTER, Role.LETTER_ADMINISTRATOR


@read(requires=())
def entries(ctx: Context, proposal_id: UUID) -> tuple[EvidenceEntry, ...]:
    """Return what a proposal rests on."""
    return entries_of(ctx, proposal_id)


def ref(kind: EvidenceKind, entry_id: UUID) -> EvidenceRef:
    return EvidenceRef(kind, entry_id)


def chosen(office: Office, *refs: EvidenceRef, on: date | None = None) -> ProposalId:
    """Return a draft that rests on these entries."""
    proposal_id = a_bare_draft(office)
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, refs, on))
    return proposal_id


def test_a_proposal_rests_on_entries_with_their_source_day_and_trust(office: Office) -> None:
    tally, precedent = a_tally(office), a_precedent(office)

    proposal_id = chosen(office, ref(EvidenceKind.PRECEDENT, precedent), ref(EvidenceKind.TALLY, tally))

    first, second = entries(office.context(HEAD), proposal_id)
    assert (first.key, first.value, first.source, first.dated) == (
        "hitungan-1",
        "213",
        "Berita uji",
        "7 Desember 2022",
    )
    assert first.sentence == (
        "Mitra media biro berjumlah 213 per 7 Desember 2022: 71 media cetak, 115 media online, 10 televisi,"
        " dan 17 radio."
    )
    assert (second.key, second.is_verified, second.version) == ("pembanding-1", False, 1)
    assert second.recorded_by == office.actors[DRAFTER].name


def test_a_changed_entry_has_a_higher_version_and_is_to_be_verified_again(office: Office) -> None:
    entry_id = a_precedent(office)
    proposal_id = chosen(office, ref(EvidenceKind.PRECEDENT, entry_id))
    verify_entry(office.context(TU), VerifyEntry(Register.PRECEDENTS, entry_id, 1, is_verified=True))
    (verified,) = entries(office.context(HEAD), proposal_id)

    changed = replace(PRECEDENT, unit_name="Biro Administrasi Pimpinan")
    change_precedent(office.context(DRAFTER), ChangePrecedent(entry_id, 2, changed))

    (entry,) = entries(office.context(HEAD), proposal_id)
    assert (verified.is_verified, entry.is_verified) == (True, False)
    assert entry.version > verified.version > 1
    assert entry.value == "Biro Administrasi Pimpinan"


def test_the_register_counted_on_a_day_changes_with_what_the_contracts_cover_then(office: Office) -> None:
    first = a_partner(office)
    proposal_id = chosen(office, on=COUNTED_ON)
    (before,) = entries(office.context(HEAD), proposal_id)

    a_partner(office, "Radio Uji", PartnerKind.RADIO)
    (after,) = entries(office.context(HEAD), proposal_id)
    ended = replace(PARTNER, last_day=date(2026, 1, 31))
    change_partner(office.context(DRAFTER), ChangePartner(first, 1, ended))

    (last,) = entries(office.context(HEAD), proposal_id)
    assert [(one.value, one.version) for one in (before, after, last)] == [("1", 1), ("2", 2), ("1", 3)]
    assert last.sentence.endswith("berjumlah 1: 1 radio.")


def test_what_does_not_touch_the_count_of_a_day_leaves_it_as_it_was(office: Office) -> None:
    partner = a_partner(office)
    proposal_id = chosen(office, on=COUNTED_ON)

    change_partner(office.context(DRAFTER), ChangePartner(partner, 1, replace(PARTNER, contact="0711")))

    (entry,) = entries(office.context(HEAD), proposal_id)
    assert entry.version == 1


def test_an_entry_that_left_its_register_stays_seen_as_withdrawn(office: Office) -> None:
    entry_id = a_tally(office)
    proposal_id = chosen(office, ref(EvidenceKind.TALLY, entry_id))

    remove_entry(office.context(DRAFTER), RemoveEntry(Register.TALLIES, entry_id, 1, "salah catat"))

    (entry,) = entries(office.context(HEAD), proposal_id)
    assert (entry.is_withdrawn, entry.version) == (True, 2)
    with pytest.raises(UnknownEvidence):
        chosen(office, ref(EvidenceKind.TALLY, entry_id))


def test_an_entry_let_go_and_chosen_again_keeps_its_key(office: Office) -> None:
    first = ref(EvidenceKind.PRECEDENT, a_precedent(office))
    second = ref(EvidenceKind.PRECEDENT, a_precedent(office, replace(PRECEDENT, province="Lain")))
    proposal_id = chosen(office, first, second)

    let_evidence_go(office.context(HEAD), LetEvidenceGo(proposal_id, first))
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (first,)))

    held = {one.ref: one.key for one in entries(office.context(HEAD), proposal_id)}
    assert held == {first: "pembanding-1", second: "pembanding-2"}


def test_an_entry_is_chosen_once_and_nothing_is_no_choice(office: Office) -> None:
    one = ref(EvidenceKind.TALLY, a_tally(office))
    proposal_id = chosen(office, one)

    with pytest.raises(EvidenceTwice):
        choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (one,)))
    with pytest.raises(NothingChanged):
        choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, ()))


def test_another_government_s_entry_is_not_found(office: Office) -> None:
    foreign = a_tally(a_neighbour(office))

    with pytest.raises(UnknownEvidence):
        chosen(office, ref(EvidenceKind.TALLY, foreign))


def test_the_bureau_chooses_for_a_draft_only_and_who_only_reads_never(office: Office) -> None:
    one = ref(EvidenceKind.TALLY, a_tally(office))
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)

    with pytest.raises(NotEditable):
        choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (one,)))
    with pytest.raises(PermissionMissing):
        choose_evidence(office.context(Role.AUDITOR), ChooseEvidence(proposal_id, (one,)))
    choose_evidence(office.context(Role.ORGANISATION_REVIEWER), ChooseEvidence(proposal_id, (one,)))


def test_a_proposal_rests_on_the_work_of_its_own_unit_only(office: Office) -> None:
    foreign = ProposalId(
        create_proposal(office.as_system(), CreateProposal(office.units[UMUM], "Biro Umum Lain", "alasan"))
    )
    theirs = add_activity(office.as_system(), AddActivity(foreign, RELEASES))
    mine = a_bare_draft(office)
    own = add_activity(office.context(HEAD), AddActivity(mine, RELEASES))

    with pytest.raises(UnknownEvidence):
        choose_evidence(office.context(HEAD), ChooseEvidence(mine, (ref(EvidenceKind.WORKLOAD, theirs),)))
    choose_evidence(office.context(HEAD), ChooseEvidence(mine, (ref(EvidenceKind.WORKLOAD, own),)))

    assert [one.ref.id for one in entries(office.context(HEAD), mine)] == [own]


def test_a_lent_task_lets_nobody_choose_for_a_draft_of_another_bureau(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    drafter = user_of(office, DRAFTER)
    elsewhere = ChangeUser(drafter, 1, "Penyusun", frozenset({DRAFTER}), office.units[UMUM])
    change_user(office.context(Role.SYSTEM_ADMINISTRATOR), elsewhere)

    lend(office, Role.ASSISTANT, DRAFTER, Permission.PARAF_AS_ASSISTANT)

    assert not show_evidence(acting(office, DRAFTER), proposal_id).may_choose
    assert show_evidence(acting(office, HEAD), proposal_id).may_choose


def test_a_proposal_out_of_reach_rests_on_nothing_that_a_stranger_chooses(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    neighbour = a_neighbour(office)
    one = ref(EvidenceKind.TALLY, a_tally(neighbour))

    with pytest.raises(UnknownProposal):
        choose_evidence(neighbour.context(HEAD), ChooseEvidence(proposal_id, (one,)))


def test_who_records_does_not_verify_and_nothing_is_verified_without_a_source(office: Office) -> None:
    partner, tally = a_partner(office), a_tally(office)

    with pytest.raises(PermissionMissing):
        verify_entry(office.context(DRAFTER), VerifyEntry(Register.TALLIES, tally, 1, is_verified=True))
    with pytest.raises(SourceMissing):
        verify_entry(office.context(TU), VerifyEntry(Register.PARTNERS, partner, 1, is_verified=True))
    with pytest.raises(NothingChanged):
        verify_entry(office.context(TU), VerifyEntry(Register.TALLIES, tally, 1, is_verified=False))


def test_who_saves_upon_an_older_version_is_told(office: Office) -> None:
    entry_id = a_precedent(office)
    change_precedent(office.context(DRAFTER), ChangePrecedent(entry_id, 1, replace(PRECEDENT, note="satu")))

    with pytest.raises(StaleRevision):
        change_precedent(office.context(TU), ChangePrecedent(entry_id, 1, replace(PRECEDENT, note="dua")))

    assert show_precedent(office.context(TU), entry_id).precedent.note == "satu"
