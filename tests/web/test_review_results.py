"""Results of harmonisation and facilitation among a proposal's documents, as its pages tell of them."""

import io

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from tests.factories.roads import a_bare_draft, a_proposal_in, a_scan, page, revision
from tests.web.desk_office import DeskOffice, main_of

R, S = Role, ProposalState
HARMONIZED = "Hasil harmonisasi rancangan Peraturan Gubernur"
RECORD = "Catat hasil harmonisasi"


def test_a_draft_does_not_lack_what_only_comes_after_the_ministry(desks: DeskOffice) -> None:
    proposal_id, head = a_bare_draft(desks.office), desks.reader(R.BUREAU_HEAD)

    listed = head.read(f"/usulan/{proposal_id}/dokumen")

    assert f"{HARMONIZED} Belum waktunya; dicatat sesudah Kemendagri menyetujui" in listed
    assert "yang belum ada: Kajian perubahan nomenklatur, Rancangan Peraturan Gubernur." in listed
    assert HARMONIZED not in head.read(f"/usulan/{proposal_id}")


def test_kelengkapan_leads_to_where_the_awaited_result_is_recorded(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.HARMONIZATION)
    place, clerk = f"/usulan/{proposal_id}", desks.reader(R.LEGAL_REVIEWER)

    shown, listed = clerk.open(place), clerk.open(f"{place}/dokumen")

    assert "Catat hasil harmonisasi rancangan Peraturan Gubernur" in main_of(shown)
    for answer in (shown, listed):
        assert f'href="{place}/harmonisasi"' in main_of(answer)
        assert f"{place}/dokumen/HASIL_HARMONISASI" not in main_of(answer)
    assert "Dicatat Biro Hukum atau TU." in desks.reader(R.BUREAU_HEAD).read(place)


def test_a_result_is_told_with_its_number_its_day_and_how_it_came_out(desks: DeskOffice) -> None:
    office, clerk = desks.office, desks.reader(R.LEGAL_REVIEWER)
    proposal_id = a_proposal_in(office, S.HARMONIZATION)
    path, told = f"/usulan/{proposal_id}/harmonisasi", []

    for outcome, notes in (("needs_repair", "Pasal 3 diperbaiki."), ("finished_with_notes", "Judul bab.")):
        given = {"outcome": outcome, "document_number": f"UJI/{outcome}", "acted_on": "2 Maret 2026"}
        seen = {
            "seen_revision": revision(office, proposal_id),
            "idempotency_key": f"a-key-of-{len(told)}-results",
        }
        bare = clerk.send(path, **given, **seen, scan=(io.BytesIO(a_scan().content), "hasil.pdf"))
        sent = clerk.send(
            path, **given, **seen, reason=notes, scan=(io.BytesIO(a_scan().content), "hasil.pdf")
        )
        assert (bare.status_code, sent.status_code) == (422, 303)
        told.append(clerk.read(f"/usulan/{proposal_id}/dokumen"))

    assert (
        f"{HARMONIZED} Dikembalikan untuk diperbaiki Nomor UJI/needs_repair, tanggal 2 Maret 2026" in told[0]
    )
    assert f"{HARMONIZED} Selesai dengan catatan Nomor UJI/finished_with_notes" in told[1]
    assert page(office, proposal_id).state is S.FACILITATION
