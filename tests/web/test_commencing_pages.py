"""The pages of a commencement: refused with a sentence, asked in words, and what follows told."""

from datetime import timedelta

from werkzeug.test import TestResponse

from orgflow.domain.access.roles import Role
from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.follow_ups import show_follow_ups
from orgflow.services.organisation.pages import show_structure
from tests.factories.deciding import commencement
from tests.factories.governments import HUMAS
from tests.factories.registry import Keeper
from tests.factories.roads import EFFECTIVE_ON, NEW_NAME, a_proposal_in, go, page, revision
from tests.web.desk_office import DeskOffice

R, S = Role, ProposalState


def send(desks: DeskOffice, proposal_id: ProposalId, path: str, **typed: str) -> TestResponse:
    """Send a form as TU, upon the proposal as it is now."""
    seen = str(revision(desks.office, proposal_id))
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    return clerk.send(f"/usulan/{proposal_id}/{path}", **{"seen_revision": seen, **typed})


def test_a_changed_structure_leads_from_the_refusal_to_the_question_and_on(desks: DeskOffice) -> None:
    office = desks.office
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    Keeper.of(office).rename(HUMAS, EFFECTIVE_ON - timedelta(days=1), "Biro Lain")

    refused = send(desks, proposal_id, "berlakukan")
    (question,) = commencement(office, proposal_id).questions
    chosen = {f"putusan-{question.key}": "ours"}
    without_reason = send(desks, proposal_id, "pemberlakuan", **chosen)
    reasoned = {**chosen, f"alasan-{question.key}": "menurut rapat"}
    decided = send(desks, proposal_id, "pemberlakuan", **reasoned)
    done = send(desks, proposal_id, "berlakukan")

    assert (refused.status_code, page(office, proposal_id).state) == (409, S.IMPLEMENTED)
    assert "Berlakukan menurut Pergub" in refused.text
    assert (without_reason.status_code, decided.status_code, done.status_code) == (422, 303, 303)
    named = show_structure(office.as_system(), EFFECTIVE_ON).structure.unit(office.units[HUMAS]).name
    assert named == NEW_NAME


def test_a_task_is_told_with_its_reason_or_refused_beside_the_field(desks: DeskOffice) -> None:
    office = desks.office
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    go(office, proposal_id, Action.COMMENCE)
    task, listed = show_follow_ups(office.as_system(), proposal_id).tasks[0], "pemberlakuan/tindak-lanjut"
    place, said = f"{listed}/{task.id}", {"seen_revision": "1", "state": "not_needed"}

    refused = send(desks, proposal_id, place, **said)
    told = send(desks, proposal_id, place, **said, reason="tidak ada pejabat")

    assert (refused.status_code, told.status_code) == (422, 303)
    assert 'id="reason-error"' in refused.text
    shown = desks.reader(R.LETTER_ADMINISTRATOR).read(f"/usulan/{proposal_id}/{listed}")
    assert "tidak ada pejabat" in shown
    assert "9 hal belum selesai" in shown


def test_an_unknown_day_stands_on_the_desk_instead_of_a_closed_door(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.ENACTED)

    sent = send(
        desks,
        proposal_id,
        "undangkan",
        gazette_number="UJI-BD-001",
        promulgated_on="2 Maret 2026",
        commencing="belum-diketahui",
    )

    assert sent.status_code == 303
    desk = desks.reader(R.LETTER_ADMINISTRATOR).read("/")
    assert "Catat hari mulai berlaku Pergub Nomor UJI-002 Tahun 2026" in desk
    assert "Berlakukan" not in desk


def test_the_election_is_set_and_found_beside_the_day(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.PROMULGATED)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    assert "Tanggal pemilihan belum diisi" in clerk.read(f"/usulan/{proposal_id}/pemberlakuan")

    sent = clerk.send("/pengaturan/tindak-lanjut", candidates_on="22 September 2026", term_ends_on="")

    assert sent.status_code == 303
    assert "Dekat pemilihan kepala daerah" in clerk.read(f"/usulan/{proposal_id}/pemberlakuan")


def test_what_was_typed_of_a_day_stays_when_somebody_saved_first_and_is_then_kept(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.ENACTED)
    unknown = {
        "gazette_number": "UJI-BD-001",
        "promulgated_on": "2 Maret 2026",
        "commencing": "belum-diketahui",
    }
    assert send(desks, proposal_id, "undangkan", **unknown).status_code == 303
    clerk, path = desks.reader(R.LETTER_ADMINISTRATOR), f"/usulan/{proposal_id}/pemberlakuan/hari"
    typed = {"effective_on": "1 Juli 2026", "early_reason": ""}

    stale = clerk.send(path, **typed, seen_revision=1)
    again = send(desks, proposal_id, "pemberlakuan/hari", **typed)

    assert (stale.status_code, again.status_code) == (409, 303)
    assert 'value="1 Juli 2026"' in stale.text
    assert f'name="seen_revision" value="{revision(desks.office, proposal_id) - 1}"' in stale.text
    assert "Mulai berlaku 1 Juli 2026" in clerk.read(f"/usulan/{proposal_id}/pemberlakuan")


def test_a_corrected_day_is_refused_beside_its_field_and_what_names_no_field_stands_above(
    desks: DeskOffice,
) -> None:
    proposal_id = a_proposal_in(desks.office, S.PROMULGATED)
    reason, path = {"reason": "salah ketik"}, "pemberlakuan/ralat"

    missing = send(desks, proposal_id, path, effective_on="", **reason)
    same = send(desks, proposal_id, path, effective_on=format_date(EFFECTIVE_ON), **reason)
    known = send(desks, proposal_id, "pemberlakuan/hari", effective_on="1 Juli 2026")

    assert (missing.status_code, same.status_code, known.status_code) == (422, 422, 422)
    assert 'id="effective_on-error"' in missing.text
    assert 'id="effective_on-error"' in same.text
    assert 'class="of-wrong"' in known.text
    assert 'id="effective_on-error"' not in known.text
