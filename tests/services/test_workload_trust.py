"""Whether an activity is true to its source: said by whoever keeps the registers, lost with every change."""

from dataclasses import replace
from decimal import Decimal

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.services.history import proposal_history
from orgflow.services.organisation.importing import bring_table
from orgflow.services.settings import NothingChanged
from orgflow.services.workload import AddActivity, ChangeActivity, add_activity, change_activity
from orgflow.services.workload_import import ImportActivities, import_activities
from orgflow.services.workload_pages import HeldActivity, show_workload
from orgflow.services.workload_sheet import WorkloadFormat, workload_file
from orgflow.services.workload_trust import VerifyActivity, verify_activity
from orgflow.store.proposals import StaleRevision, UnknownProposal
from tests.factories.claiming import RELEASES
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_bare_draft

pytestmark = pytest.mark.both_databases
HEAD, TU = Role.BUREAU_HEAD, Role.LETTER_ADMINISTRATOR


@pytest.fixture
def added(office: Office) -> VerifyActivity:
    """Return the wish to verify an activity that was just entered."""
    proposal_id = a_bare_draft(office)
    activity_id = add_activity(office.context(HEAD), AddActivity(proposal_id, RELEASES))
    return VerifyActivity(proposal_id, activity_id, 1, is_verified=True)


def held(office: Office, wish: VerifyActivity) -> HeldActivity:
    """Return the activity as it is held now."""
    return show_workload(office.context(HEAD), wish.proposal_id).activities[0]


def test_whoever_keeps_the_registers_verifies_an_activity_and_who_records_it_may_not(
    office: Office, added: VerifyActivity
) -> None:
    for role in (HEAD, Role.DRAFTER, Role.ORGANISATION_REVIEWER):
        with pytest.raises(PermissionMissing):
            verify_activity(office.context(role), added)

    verify_activity(office.context(TU), added)

    assert (held(office, added).activity.is_verified, held(office, added).revision) == (True, 2)
    events = [view.event for view in proposal_history(office.as_system(), added.proposal_id)]
    assert events[0] == "proposal:workload_verified"


def test_an_activity_is_not_verified_by_entering_it_so(office: Office, added: VerifyActivity) -> None:
    other = replace(RELEASES, name="Kunjungan", is_verified=True)

    add_activity(office.context(HEAD), AddActivity(added.proposal_id, other))
    said = replace(RELEASES, is_verified=True)
    with pytest.raises(NothingChanged):
        change_activity(office.context(HEAD), ChangeActivity(added.proposal_id, added.activity_id, 1, said))

    page = show_workload(office.context(HEAD), added.proposal_id)
    assert [one.activity.is_verified for one in page.activities] == [False, False]


def test_a_changed_activity_is_to_be_verified_again(office: Office, added: VerifyActivity) -> None:
    verify_activity(office.context(TU), added)
    more = replace(RELEASES, volume=Decimal(1300), is_verified=True)

    change_activity(office.context(HEAD), ChangeActivity(added.proposal_id, added.activity_id, 2, more))

    assert held(office, added).activity == replace(more, is_verified=False)


def test_a_file_verifies_nothing_and_leaves_what_it_does_not_change(
    office: Office, added: VerifyActivity
) -> None:
    def bring(content: bytes) -> None:
        upload = bring_table(content, "upload", "beban.csv")
        import_activities(office.context(HEAD), ImportActivities(added.proposal_id, upload))

    verify_activity(office.context(TU), added)
    out = workload_file(office.context(HEAD), added.proposal_id, WorkloadFormat.XLSX)
    with pytest.raises(NothingChanged):
        bring(out.content)
    assert held(office, added).activity.is_verified

    heads = "fungsi,kegiatan,satuan_hasil,tahun,volume,norma_menit,sumber,terverifikasi"
    bring(f"{heads}\nPublikasi,Siaran pers,naskah,2025,1300,90,Buku uji,ya".encode())

    assert held(office, added).activity.volume == Decimal(1300)
    assert not held(office, added).activity.is_verified


def test_nobody_verifies_what_he_has_not_seen_or_does_not_reach(
    office: Office, added: VerifyActivity
) -> None:
    with pytest.raises(UnknownProposal):
        verify_activity(a_neighbour(office).context(TU), added)
    with pytest.raises(NothingChanged):
        verify_activity(office.context(TU), replace(added, is_verified=False))
    verify_activity(office.context(TU), added)

    with pytest.raises(StaleRevision):
        verify_activity(office.context(TU), replace(added, is_verified=False))
