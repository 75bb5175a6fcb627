"""The register of media: kept, filtered by kind and day, imported whole or not at all and told."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.evidence.partners import PartnerKind, PartnerTaken
from orgflow.domain.evidence.tallies import TallyUnsound
from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.services.evidence_files import (
    evidence_file,
    partners_paper,
    partners_workbook,
    precedents_paper,
    tally_paper,
)
from orgflow.services.evidence_keeping import Register, RemoveEntry, remove_entry
from orgflow.services.evidence_register import ChooseEvidence, choose_evidence
from orgflow.services.history import show_history
from orgflow.services.media_partners import (
    AddPartner,
    ChangePartner,
    PartnerWish,
    add_partner,
    change_partner,
    list_partners,
    show_partner,
)
from orgflow.services.media_tallies import AddTally, add_tally, list_tallies
from orgflow.services.organisation.importing import bring_table
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.partner_import import (
    BringPartners,
    ImportPartners,
    PartnerImportDone,
    PartnerImportFaulty,
    PartnerImportStale,
    bring_partners,
    import_partners,
    preview_partners,
)
from orgflow.services.precedents import PrecedentWish
from orgflow.services.settings import NothingChanged
from orgflow.store.imports import UnknownImport
from tests.factories.evidence import PARTNER, TALLY, a_partner, a_precedent, a_tally
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_bare_draft
from tests.factories.statements import counting

pytestmark = pytest.mark.both_databases
DRAFTER, AUDITOR = Role.DRAFTER, Role.AUDITOR
HEADS = "jenis_media,nama_media,kontrak_mulai,kontrak_sampai,kontak,sumber,catatan"
MEDIUM = "jenis_media,nama_media"
EVERYTHING = PartnerWish()


def brought(office: Office, *rows: str, heads: str = HEADS) -> UUID:
    """Bring a table of media."""
    upload = bring_table("\n".join((heads, *rows)).encode(), "upload", "mitra.csv")
    return bring_partners(office.context(DRAFTER), BringPartners(upload))


def taken_in(office: Office, import_id: UUID) -> None:
    """Look at a file and take it in."""
    seen = preview_partners(office.context(DRAFTER), import_id).digest
    import_partners(office.context(DRAFTER), ImportPartners(import_id, seen))


def names(office: Office, wish: PartnerWish = EVERYTHING) -> list[str]:
    return [one.partner.name for one in list_partners(office.context(AUDITOR), wish).partners]


def test_the_register_is_filtered_by_kind_by_day_and_by_words(office: Office) -> None:
    a_partner(office)
    a_partner(office, "Radio Uji", PartnerKind.RADIO)
    unknown = replace(PARTNER, name="Tanpa Kontrak", starts_on=None, last_day=None)
    add_partner(office.context(DRAFTER), AddPartner(unknown))

    page = list_partners(office.context(AUDITOR), PartnerWish(on=date(2026, 1, 1)))

    assert names(office) == ["Harian Uji", "Tanpa Kontrak", "Radio Uji"]
    assert names(office, PartnerWish(PartnerKind.RADIO)) == ["Radio Uji"]
    assert names(office, PartnerWish(on=date(2025, 12, 31))) == []
    assert names(office, PartnerWish(words="harian")) == ["Harian Uji"]
    assert (page.undated, page.held) == (1, 3)
    assert [one.count for one in page.count.counts] == [1, 0, 0, 1, 0]


def test_a_medium_stands_once(office: Office) -> None:
    a_partner(office)

    with pytest.raises(PartnerTaken):
        a_partner(office, "harian  UJI")


def test_who_only_reads_records_nothing_and_hands_out_no_contacts(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        add_partner(office.context(AUDITOR), AddPartner(PARTNER))
    with pytest.raises(PermissionMissing):
        partners_workbook(office.context(AUDITOR), EVERYTHING)


def test_a_count_that_does_not_add_up_is_not_kept(office: Office) -> None:
    with pytest.raises(TallyUnsound):
        add_tally(office.context(DRAFTER), AddTally(replace(TALLY, total=214)))

    assert list_tallies(office.context(AUDITOR)) == ()


def test_a_file_is_previewed_then_taken_in_whole(office: Office) -> None:
    a_partner(office)
    import_id = brought(office, "cetak,Harian Uji,,,0812,,", "radio,Radio Uji,2026-01-01,,,,")

    plan = preview_partners(office.context(DRAFTER), import_id)

    assert names(office) == ["Harian Uji"]
    assert [(change.row, change.before is None) for change in plan.changes] == [(2, False), (3, True)]
    taken_in(office, import_id)
    assert names(office) == ["Harian Uji", "Radio Uji"]
    with pytest.raises(PartnerImportDone):
        preview_partners(office.context(DRAFTER), import_id)


def test_a_file_with_one_faulty_row_changes_nothing(office: Office) -> None:
    import_id = brought(office, "radio,Radio Uji,,,,,", "koran,Harian Uji,,,,,")
    seen = preview_partners(office.context(DRAFTER), import_id).digest

    with pytest.raises(PartnerImportFaulty):
        import_partners(office.context(DRAFTER), ImportPartners(import_id, seen))

    assert names(office) == []


def test_what_a_file_has_no_column_for_stays_as_it_was(office: Office) -> None:
    held = a_partner(office)

    taken_in(office, brought(office, "cetak,Harian Uji,0812", heads="jenis_media,nama_media,kontak"))

    partner = show_partner(office.context(DRAFTER), held).partner
    assert (partner.contact, partner.starts_on) == ("0812", PARTNER.starts_on)


def test_a_contract_whose_end_is_held_and_whose_new_start_lies_behind_it_is_a_faulty_row(
    office: Office,
) -> None:
    a_partner(office)
    import_id = brought(office, "cetak,Harian Uji,2027-01-01", heads=f"{MEDIUM},kontrak_mulai")

    (fault,) = preview_partners(office.context(DRAFTER), import_id).faults

    assert (fault.row, fault.column, fault.value) == (2, "kontrak_sampai", "2026-12-31")


def test_a_file_with_one_day_of_the_contracts_is_held_with_the_day_that_the_register_knows(
    office: Office,
) -> None:
    held = a_partner(office)

    taken_in(office, brought(office, "cetak,Harian Uji,2026-06-30", heads=f"{MEDIUM},kontrak_sampai"))

    partner = show_partner(office.context(DRAFTER), held).partner
    assert (partner.starts_on, partner.last_day) == (PARTNER.starts_on, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("column", "row"),
    [("kontrak_sampai", "radio,Radio Uji,2026-06-30"), ("kontrak_mulai", "cetak,Harian Uji,")],
)
def test_a_row_that_would_leave_a_last_day_without_a_first_is_faulty(
    office: Office, column: str, row: str
) -> None:
    a_partner(office)
    import_id = brought(office, row, heads=f"{MEDIUM},{column}")

    (fault,) = preview_partners(office.context(DRAFTER), import_id).faults

    assert (fault.row, fault.column, fault.code) == (2, "kontrak_mulai", RowFaultCode.VALUE_MISSING)


def test_a_register_that_changed_meanwhile_is_looked_at_again(office: Office) -> None:
    import_id = brought(office, "radio,Radio Uji,,,,,")
    seen = preview_partners(office.context(DRAFTER), import_id).digest
    a_partner(office, "Radio Uji", PartnerKind.RADIO)

    with pytest.raises(PartnerImportStale):
        import_partners(office.context(DRAFTER), ImportPartners(import_id, seen))


def test_what_was_handed_out_comes_in_and_changes_nothing(office: Office) -> None:
    a_partner(office)
    book = partners_workbook(office.context(DRAFTER), EVERYTHING)
    upload = bring_table(book.content, "upload", book.name)
    import_id = bring_partners(office.context(DRAFTER), BringPartners(upload))

    plan = preview_partners(office.context(DRAFTER), import_id)

    assert (plan.faults, plan.changes, plan.same) == ((), (), 1)
    with pytest.raises(NothingChanged):
        taken_in(office, import_id)


def test_another_government_s_file_is_not_found(office: Office) -> None:
    import_id = brought(office, "radio,Radio Uji,,,,,")

    with pytest.raises(UnknownImport):
        preview_partners(a_neighbour(office).context(DRAFTER), import_id)


def test_every_act_is_told_in_the_history(office: Office) -> None:
    a_partner(office)
    taken_in(office, brought(office, "radio,Radio Uji,,,,,"))

    told = [one.event for one in show_history(office.context(AUDITOR)).events]

    assert told[:3] == ["evidence:partners_imported", "evidence:partners_brought", "evidence:recorded"]


def test_the_history_tells_no_contact_and_no_note_of_a_medium(office: Office) -> None:
    ctx = office.context(DRAFTER)
    said = replace(PARTNER, contact="0811-UJI", note="rahasia uji")
    partner = add_partner(ctx, AddPartner(said))
    change_partner(ctx, ChangePartner(partner, 1, replace(said, contact="0812-UJI")))
    taken_in(office, brought(office, "cetak,Harian Uji,0813-UJI", heads="jenis_media,nama_media,kontak"))
    remove_entry(ctx, RemoveEntry(Register.PARTNERS, partner, 3, "salah catat"))

    told = [one.payload for one in show_history(office.context(Role.AUDITOR)).events]

    assert "-UJI" not in repr(told)
    assert "rahasia" not in repr(told)
    assert repr(told).count("kontak diubah") == 2


def test_registers_are_printed_with_their_bars(office: Office) -> None:
    a_partner(office)
    tally_id = a_tally(office)
    a_precedent(office)
    ctx = office.context(AUDITOR)

    papers = (partners_paper(ctx, None), tally_paper(ctx, tally_id), precedents_paper(ctx, PrecedentWish()))

    files = [evidence_file(ctx, one, form) for one in papers for form in (PaperFormat.PDF, PaperFormat.DOCX)]
    assert [file.content[:2] for file in files] == [b"%P", b"PK"] * 3
    assert [paper.annex is not None for paper in papers] == [True, True, False]


def test_the_register_is_read_once_however_many_days_of_it_are_counted(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    read: list[int] = []
    for days in (1, 4):
        for number in range(days):
            wish = ChooseEvidence(proposal_id, (), date(2026, 3, days * 5 + number))
            choose_evidence(office.context(Role.BUREAU_HEAD), wish)
        with counting(office) as asked:
            a_partner(office, f"Media {days}")
        read.append(sum("FROM media_partners" in one for one in asked.statements))

    assert read[0] == read[1]
