"""Data dukung of a proposal: chosen, let go, contradicted, refused."""

from uuid import UUID, uuid4

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.proposals import EditProposal, edit_proposal
from tests.factories.evidence import a_partner, a_precedent, a_tally
from tests.factories.governments import HUMAS
from tests.factories.roads import a_bare_draft, a_draft, a_proposal_in, letter_of, revision
from tests.factories.studies import write
from tests.web.desk_office import DeskOffice, main_of, words_of

R = Role


def test_a_proposal_rests_on_what_is_checked_and_lets_it_go(desks: DeskOffice) -> None:
    tally, precedent = a_tally(desks.office), a_precedent(desks.office)
    a_partner(desks.office)
    proposal_id = a_bare_draft(desks.office)
    path, head = f"/usulan/{proposal_id}/data-dukung", desks.reader(R.BUREAU_HEAD)
    assert "Belum ada data dukung" in head.read(path)

    checked = [f"tally:{tally}", f"precedent:{precedent}"]
    answer = head.send(path, bukti=checked, counted_on="2 Maret 2026")

    assert answer.status_code == 303
    shown = head.read(path)
    assert "3 data dukung dipakai, 3 belum diverifikasi" in shown
    assert all(key in shown for key in ("hitungan-1", "mitra-1", "pembanding-1"))
    assert head.open(f"{path}/unduh/pembanding.pdf").data.startswith(b"%PDF")
    assert head.open(f"{path}/unduh/pembanding.docx").data.startswith(b"PK")
    head.send(f"{path}/tally/{tally}/lepas", idempotency_key="a-key-that-lets-go")
    assert "hitungan-1" not in head.read(path)


def test_nothing_or_nonsense_that_is_chosen_is_said_so(desks: DeskOffice) -> None:
    path = f"/usulan/{a_bare_draft(desks.office)}/data-dukung"
    a_tally(desks.office)
    head = desks.reader(R.BUREAU_HEAD)

    for number, checked in enumerate(([], ["tally:zzz"], ["x"], [f"tally:{uuid4()}"])):
        answer = head.send(path, bukti=checked, idempotency_key=f"a-key-of-nonsense-{number}")
        assert answer.status_code == 422
        assert "Belum tersimpan" in words_of(answer)
    assert head.send(f"{path}/zzz/{uuid4()}/lepas").status_code == 404
    assert desks.reader(R.AUDITOR).send(path, bukti=[]).status_code == 403


def claiming(desks: DeskOffice, considerations: str) -> UUID:
    """Return a draft whose reasons say this."""
    proposal_id = a_draft(desks.office)
    ctx = desks.office.context(R.BUREAU_HEAD)
    seen = revision(desks.office, proposal_id)
    edit_proposal(ctx, EditProposal(proposal_id, seen, considerations, "", None, None))
    return proposal_id


def test_a_claim_of_being_the_only_one_is_held_against_the_precedents(desks: DeskOffice) -> None:
    a_precedent(desks.office)
    proposal_id = claiming(desks, f"{HUMAS} adalah satu-satunya yang membidangi publikasi")

    shown = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/data-dukung")

    assert "Pernyataan yang berlawanan dengan pembanding" in shown
    assert "Provinsi Karangan (Biro Humas dan Protokol)" in shown
    letter = letter_of(desks.office, proposal_id)
    assert "berlawanan dengan pembanding" in desks.reader(R.BUREAU_HEAD).read(f"/surat/{letter.id}")


def test_a_claim_of_a_study_is_held_against_the_precedents_too(desks: DeskOffice) -> None:
    a_precedent(desks.office)
    proposal_id = a_bare_draft(desks.office)
    said = "Biro ini satu-satunya yang membidangi publikasi. [bukti:pembanding-1]"

    write(desks.office, proposal_id, "permasalahan", said)

    shown = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/data-dukung")
    assert "Kajian: Permasalahan: “Biro ini satu-satunya yang membidangi publikasi.”" in shown


def test_a_text_that_claims_nothing_is_left_alone(desks: DeskOffice) -> None:
    a_precedent(desks.office)
    proposal_id = claiming(desks, "fungsi hubungan masyarakat perlu tetap dilaksanakan")

    shown = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/data-dukung")

    assert "berlawanan" not in shown


def test_once_submitted_the_bureau_chooses_no_more_and_still_reads(desks: DeskOffice) -> None:
    tally = a_tally(desks.office)
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    path, head = f"/usulan/{proposal_id}/data-dukung", desks.reader(R.BUREAU_HEAD)

    assert "Pilih dari register" not in head.read(path)
    for number, late in enumerate((path, f"{path}/tally/{tally}/lepas")):
        answer = head.send(late, bukti=[f"tally:{tally}"], idempotency_key=f"a-key-that-is-late-{number}")
        assert answer.status_code == 409
        assert f"/usulan/{proposal_id}" in main_of(answer)
    assert "Pilih dari register" in desks.reader(R.ORGANISATION_REVIEWER).read(path)
