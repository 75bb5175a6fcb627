"""A unit's workload: entered, changed, taken out, reckoned, brought from a file, and printed."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from openpyxl import Workbook

from orgflow.domain.access.roles import Role
from orgflow.domain.calendar import YearOutOfRange
from orgflow.domain.errors import Forbidden
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.domain.workload.activities import Activity, ActivityTwice, VolumeUnfit
from orgflow.domain.workload.figures import FigureUnclear
from orgflow.domain.workload.reckoning import NothingToReckon, Rounding, ShareUnfit
from orgflow.letters.pdf_text import read_pages
from orgflow.services.history import proposal_history
from orgflow.services.organisation.importing import bring_table
from orgflow.services.proposals import CopyProposal, copy_proposal
from orgflow.services.settings import NothingChanged
from orgflow.services.workload import (
    AddActivity,
    ChangeActivity,
    ChooseCalculation,
    RemoveActivity,
    add_activity,
    change_activity,
    choose_calculation,
    remove_activity,
)
from orgflow.services.workload_import import ImportActivities, RowsFaulty, import_activities
from orgflow.services.workload_pages import WorkloadPage, show_workload
from orgflow.services.workload_sheet import WorkloadFormat, workload_file
from orgflow.store.proposals import StaleRevision, UnknownProposal
from orgflow.store.workload import UnknownActivity, UnknownWorkingTime
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_bare_draft, a_draft, a_proposal_in, revision, take

RELEASES = Activity(
    "Publikasi", "Siaran pers", "naskah", 2025, Decimal(1200), Decimal(90), "Buku siaran pers, CONTOH"
)
HEADS = ["fungsi", "kegiatan", "satuan_hasil", "tahun", "volume", "norma_menit", "sumber"]


def add(office: Office, proposal_id: ProposalId, activity: Activity = RELEASES) -> UUID:
    return add_activity(office.context(Role.BUREAU_HEAD), AddActivity(proposal_id, activity))


def shown(office: Office, proposal_id: ProposalId) -> WorkloadPage:
    return show_workload(office.context(Role.BUREAU_HEAD), proposal_id)


def choose(
    office: Office,
    proposal_id: ProposalId,
    seen: int = 0,
    *,
    time_code: str = "permenpanrb_1_2020",
    rounding: Rounding = Rounding.UP,
    share: str | None = None,
) -> None:
    part = Decimal(share) if share is not None else None
    command = ChooseCalculation(proposal_id, seen, 2025, time_code, rounding, part)
    choose_calculation(office.context(Role.BUREAU_HEAD), command)


def bring(
    office: Office, proposal_id: ProposalId, *rows: list[object], heads: list[str] | None = None
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (heads or HEADS, *rows):
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    upload = bring_table(written.getvalue(), "upload", "beban kerja.xlsx")
    import_activities(office.context(Role.BUREAU_HEAD), ImportActivities(proposal_id, upload))


@pytest.fixture
def proposal_id(office: Office) -> ProposalId:
    return a_bare_draft(office)


def test_an_activity_is_entered_changed_and_taken_out(office: Office, proposal_id: ProposalId) -> None:
    activity_id = add(office, proposal_id)
    (held,) = shown(office, proposal_id).activities
    assert (held.activity, held.revision) == (RELEASES, 1)

    more = replace(RELEASES, volume=Decimal("1300.5"), dated_on=date(2026, 1, 5))
    ctx = office.context(Role.BUREAU_HEAD)
    change_activity(ctx, ChangeActivity(proposal_id, activity_id, 1, more))
    (held,) = shown(office, proposal_id).activities
    assert (held.activity, held.revision) == (more, 2)

    remove_activity(ctx, RemoveActivity(proposal_id, activity_id, 2))
    assert shown(office, proposal_id).activities == ()
    events = [view.event for view in proposal_history(office.as_system(), proposal_id)]
    assert events[:3] == ["proposal:workload_changed"] * 3


def test_the_unit_keeps_its_figures_for_its_next_proposal(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)

    other = a_bare_draft(office, "Biro Protokol Pimpinan")

    assert [held.activity for held in shown(office, other).activities] == [RELEASES]


def test_what_is_wrong_is_refused_and_nothing_is_kept(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    with pytest.raises(ActivityTwice):
        add(office, proposal_id, replace(RELEASES, name="siaran PERS"))
    with pytest.raises(VolumeUnfit):
        add(office, proposal_id, replace(RELEASES, name="Lain", volume=Decimal(-1)))
    with pytest.raises(YearOutOfRange):
        add(office, proposal_id, replace(RELEASES, year=2027))

    assert len(shown(office, proposal_id).activities) == 1


def test_nobody_overwrites_what_he_has_not_seen(office: Office, proposal_id: ProposalId) -> None:
    activity_id = add(office, proposal_id)
    ctx = office.context(Role.BUREAU_HEAD)
    change = ChangeActivity(proposal_id, activity_id, 1, replace(RELEASES, volume=Decimal(5)))
    change_activity(ctx, change)

    with pytest.raises(StaleRevision):
        change_activity(ctx, replace(change, activity=replace(RELEASES, volume=Decimal(6))))
    with pytest.raises(StaleRevision):
        remove_activity(ctx, RemoveActivity(proposal_id, activity_id, 1))
    with pytest.raises(NothingChanged):
        change_activity(ctx, replace(change, seen_revision=2))


def test_posts_are_reckoned_by_what_was_chosen_and_follow_the_figures(
    office: Office, proposal_id: ProposalId
) -> None:
    activity_id = add(office, proposal_id)
    assert shown(office, proposal_id).reckoning is None

    choose(office, proposal_id)
    found = shown(office, proposal_id).reckoning
    assert found is not None
    assert (found.minutes, found.posts) == (108_000, 2)

    choose(office, proposal_id, 1, time_code="perka_bkn_19_2011", rounding=Rounding.FROM_SHARE, share="0.75")
    change = ChangeActivity(proposal_id, activity_id, 1, replace(RELEASES, volume=Decimal(1399)))
    change_activity(office.context(Role.BUREAU_HEAD), change)

    found = shown(office, proposal_id).reckoning
    assert found is not None
    # 1.399 x 90 = 125.910; / 72.000 = 1,74875: under three quarters.
    assert (found.minutes, found.posts, found.time.minutes) == (125_910, 1, 72_000)


def test_a_proposal_begun_from_an_old_one_reckons_alike(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    choose(office, proposal_id)
    take(office, proposal_id, Action.WITHDRAW, Role.BUREAU_HEAD, reason="Disusun ulang.")

    copied = CopyProposal(proposal_id, revision(office, proposal_id))
    new = ProposalId(copy_proposal(office.context(Role.BUREAU_HEAD), copied))

    assert shown(office, new).reckoning == shown(office, proposal_id).reckoning
    choice = shown(office, new).choice
    assert choice is not None
    assert choice.revision == 1


def test_nothing_follows_from_a_year_without_figures(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id, replace(RELEASES, norm=None))
    choose(office, proposal_id)

    page = shown(office, proposal_id)

    assert page.reckoning is None
    assert isinstance(page.unreckoned, NothingToReckon)


def test_a_choice_that_says_nothing_is_refused(office: Office, proposal_id: ProposalId) -> None:
    with pytest.raises(UnknownWorkingTime):
        choose(office, proposal_id, time_code="lain")
    with pytest.raises(ShareUnfit):
        choose(office, proposal_id, rounding=Rounding.FROM_SHARE)
    choose(office, proposal_id)
    with pytest.raises(StaleRevision):
        choose(office, proposal_id, rounding=Rounding.NEAREST)


def test_only_those_who_work_on_the_proposal_keep_its_figures(office: Office) -> None:
    proposal_id = a_draft(office)
    for role in (Role.AUDITOR, Role.GOVERNOR_OFFICE, Role.LETTER_ADMINISTRATOR):
        with pytest.raises(Forbidden):
            add_activity(office.context(role), AddActivity(proposal_id, RELEASES))
    with pytest.raises(UnknownProposal):
        add(a_neighbour(office), proposal_id)

    ended = a_proposal_in(office, ProposalState.IMPLEMENTED)
    with pytest.raises(NotEditable):
        add(office, ended)


def test_another_units_activity_is_not_there(office: Office, proposal_id: ProposalId) -> None:
    with pytest.raises(UnknownActivity):
        remove_activity(office.context(Role.BUREAU_HEAD), RemoveActivity(proposal_id, UUID(int=5), 1))


def test_a_file_is_taken_whole_and_comes_back_as_it_was(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    row: list[object] = ["Publikasi", "Siaran pers", "naskah", 2025, 1250, "90", "Buku siaran pers"]
    new: list[object] = ["Protokol", "Acara pimpinan", "kegiatan", "2025", "312,5", None, "Agenda pimpinan"]

    bring(office, proposal_id, row, new)

    page = shown(office, proposal_id)
    events, releases = (held.activity for held in page.activities)
    assert (events.volume, events.norm) == (Decimal("312.5"), None)
    assert (releases.volume, releases.source) == (Decimal(1250), "Buku siaran pers")
    file = workload_file(office.context(Role.BUREAU_HEAD), proposal_id, WorkloadFormat.XLSX)
    again = ImportActivities(proposal_id, bring_table(file.content, "upload", file.name))
    with pytest.raises(NothingChanged):
        import_activities(office.context(Role.BUREAU_HEAD), again)


def test_every_faulty_row_is_named_and_none_is_taken(office: Office, proposal_id: ProposalId) -> None:
    good: list[object] = ["Publikasi", "Siaran pers", "naskah", 2025, 120, 90, "Buku"]
    rows: list[list[object]] = [
        good,
        ["Publikasi", "A", "naskah", 2025, -1, 90, "Buku"],
        ["Publikasi", "B", "naskah", 2025, 5, 0, "Buku"],
        ["Publikasi", "C", "naskah", 1900, 5, 9, "Buku"],
        ["", "D", "naskah", 2025, 5, 9, "Buku"],
        ["Publikasi", "E", "naskah", "tahun ini", 10**12, "1.250", "Buku"],
        good,
    ]

    with pytest.raises(RowsFaulty) as refused:
        bring(office, proposal_id, *rows)

    found = [(fault.number, fault.column, fault.error.code) for fault in refused.value.rows]
    assert found == [
        (3, "volume", "workload_volume_unfit"),
        (4, "norma_menit", "workload_norm_unfit"),
        (5, "tahun", "year_out_of_range"),
        (6, "fungsi", "text_empty"),
        (7, "tahun", "figure_unreadable"),
        (7, "norma_menit", FigureUnclear.code),
        (8, "kegiatan", "workload_activity_twice"),
    ]
    assert shown(office, proposal_id).activities == ()


def test_a_file_without_the_columns_or_with_formulas_is_refused(
    office: Office, proposal_id: ProposalId
) -> None:
    with pytest.raises(RowsFaulty) as lacking:
        bring(office, proposal_id, ["Publikasi", "A"], heads=["fungsi", "kegiatan"])
    with pytest.raises(RowsFaulty) as computed:
        bring(office, proposal_id, ["Publikasi", "A", "naskah", 2025, "=1+1", 9, "Buku"])
    with pytest.raises(RowsFaulty):
        bring(office, proposal_id)

    assert {fault.value for fault in lacking.value.file} == {"satuan_hasil", "tahun", "volume", "sumber"}
    assert [str(fault.code) for fault in computed.value.file] == ["formula_cell"]


def test_the_paper_says_how_the_posts_come_about(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    add(office, proposal_id, replace(RELEASES, year=2024, volume=Decimal(900)))
    add(office, proposal_id, replace(RELEASES, name="Kunjungan", norm=None, volume=Decimal(1)))
    choose(office, proposal_id, rounding=Rounding.NEAREST)
    ctx = office.context(Role.BUREAU_HEAD)

    pdf = workload_file(ctx, proposal_id, WorkloadFormat.PDF)
    docx = workload_file(ctx, proposal_id, WorkloadFormat.DOCX)

    said = " ".join(" ".join(f"{page.running} {page.words}".split()) for page in read_pages(pdf.content))
    assert "108.000 ÷ 75.000 = 1,44; pembulatan ke bilangan terdekat: 1 jabatan." in said
    assert "PermenPANRB 1/2020" in said
    assert "Belum dihitung karena norma waktunya belum diisi: Kunjungan." in said
    assert "Buku siaran pers, CONTOH (belum diverifikasi)" in said
    assert "KECENDERUNGAN VOLUME KEGIATAN" in said
    assert docx.content.startswith(b"PK")
