"""The pages of a proposal whose structure changed meanwhile: told, answered, refused, asked, kept."""

import re
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY
from tests.factories.registry import Keeper
from tests.factories.roads import NEW_NAME, a_bare_draft, a_proposal_in, revision
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

FIRST = "Biro Hubungan Masyarakat"
R = Role


def the_path(proposal_id: ProposalId) -> str:
    return f"/usulan/{proposal_id}/penyesuaian"


def a_draft_overtaken(desks: DeskOffice, unit: str = HUMAS, name: str = FIRST) -> ProposalId:
    proposal_id = a_bare_draft(desks.office)
    Keeper.of(desks.office).rename(unit, TODAY, name)
    return proposal_id


def the_key(reader: Reader, proposal_id: ProposalId) -> str:
    found = re.search(r'name="jawab-([0-9a-f]+)"', main_of(reader.open(the_path(proposal_id))))
    assert found is not None
    return found[1]


def test_the_proposals_own_page_says_what_changed_and_leads_to_the_answer(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks)
    head = desks.reader(R.BUREAU_HEAD)

    shown = head.read(f"/usulan/{proposal_id}")

    assert "Berbenturan: 1 pertanyaan perlu dijawab" in shown
    assert f"{HUMAS} sekarang sudah bernama {FIRST}." in shown
    assert f'href="{the_path(proposal_id)}"' in main_of(head.open(f"/usulan/{proposal_id}"))


def test_nothing_is_said_where_nothing_changed(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head = desks.reader(R.BUREAU_HEAD)

    assert "Berbenturan" not in head.read(f"/usulan/{proposal_id}")
    assert "sesuai susunan sekarang" in head.read(the_path(proposal_id))
    assert "btn-primary" not in main_of(head.open(the_path(proposal_id)))


def test_an_answer_is_kept_and_the_list_before_can_be_read(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks)
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)
    for words in ("Pakai susunan terbaru", "Tetap usulan saya", "Tanya Biro Organisasi"):
        assert words in head.read(path)
    key = the_key(head, proposal_id)

    answer = head.send(path, **{f"jawab-{key}": "ours", "seen_revision": revision(desks.office, proposal_id)})

    assert answer.status_code == 303
    shown = head.read(path)
    assert "Disesuaikan dengan susunan per 2 Maret 2026" in shown
    found = re.search(rf'href="({path}/[0-9a-f-]+)"', main_of(head.open(path)))
    assert found is not None
    record = head.read(found[1])
    assert f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}" in record
    assert f"Nomenklatur {FIRST} diubah menjadi {NEW_NAME}" in record
    history = head.read(f"/usulan/{proposal_id}/riwayat")
    assert "Menyesuaikan usulan dari susunan per 2 Maret 2026" in history
    assert f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}" in history


def test_what_does_not_conflict_is_one_button(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks, UMUM, "Biro Umum dan Perlengkapan")
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)
    assert "Susunan berubah sejak usulan ini disusun" in head.read(f"/usulan/{proposal_id}")
    shown = head.read(path)
    assert f"{UMUM} sekarang bernama Biro Umum dan Perlengkapan" in shown
    assert "Sesuaikan usulan ini" in shown

    assert head.send(path, seen_revision=revision(desks.office, proposal_id)).status_code == 303

    assert "sesuai susunan sekarang" in head.read(path)


def test_what_was_refused_stands_beside_its_question(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks)
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)
    key, seen = the_key(head, proposal_id), revision(desks.office, proposal_id)

    without_words = head.send(path, **{f"jawab-{key}": "ask", "seen_revision": seen})
    nothing = head.send(path, seen_revision=seen, idempotency_key="another-key")

    assert without_words.status_code == nothing.status_code == 422
    assert f'id="salah-{key}"' in main_of(without_words)
    assert 'value="ask" checked' in main_of(without_words)
    assert "Belum ada pertanyaan yang dijawab" in words_of(nothing)


def test_a_name_taken_meanwhile_offers_no_way_to_keep_it(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks, UMUM, NEW_NAME)
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)

    shown = head.read(path)

    assert f"Nama {NEW_NAME} sekarang sudah dipakai unit lain, yang semula bernama {UMUM}." in shown
    assert "Tetap usulan saya" not in shown
    key = the_key(head, proposal_id)
    seen = revision(desks.office, proposal_id)
    assert head.send(path, **{f"jawab-{key}": "ours", "seen_revision": seen}).status_code == 422


def test_whoever_was_overtaken_reads_the_questions_anew(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks)
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)
    key = the_key(head, proposal_id)

    stale = head.send(path, **{f"jawab-{key}": "ours", "seen_revision": 99})
    gone = head.send(
        path,
        **{
            f"jawab-{'0' * 32}": "ours",
            "seen_revision": revision(desks.office, proposal_id),
            "idempotency_key": "another-key",
        },
    )

    assert stale.status_code == gone.status_code == 409
    assert 'value="ours" checked' in main_of(stale)
    assert "berubah lagi" in words_of(gone)


def test_biro_organisasi_answers_from_its_desk_and_the_bureau_decides(desks: DeskOffice) -> None:
    proposal_id = a_draft_overtaken(desks)
    head, reviewer, path = (
        desks.reader(R.BUREAU_HEAD),
        desks.reader(R.ORGANISATION_REVIEWER),
        the_path(proposal_id),
    )
    key, seen = the_key(head, proposal_id), revision(desks.office, proposal_id)
    assert "Jawab pertanyaan" not in reviewer.read("/")
    asked = {f"jawab-{key}": "ask", f"catatan-{key}": "Nama mana yang dipakai?", "seen_revision": seen}
    assert head.send(path, **asked).status_code == 303

    assert "Nama mana yang dipakai?" in reviewer.read("/")
    found = re.search(rf'href="({path}/tanya/[0-9a-f-]+)"', main_of(reviewer.open("/")))
    assert found is not None
    assert reviewer.send(found[1], note="", seen_revision=1).status_code == 422
    answer = reviewer.send(
        found[1], advice="ours", note="Nama usulan.", seen_revision=1, idempotency_key="another-key"
    )

    assert answer.status_code == 303
    assert "Jawab pertanyaan" not in reviewer.read("/")
    assert "Biro Organisasi menyarankan: Tetap usulan saya" in head.read("/")
    assert "Nama usulan." in head.read(path)
    late = reviewer.send(
        found[1], advice="latest", note="Lain.", seen_revision=1, idempotency_key="a-third-key"
    )
    assert late.status_code == 409
    assert head.open(found[1]).status_code == 403


def test_two_proposals_on_one_unit_lead_to_each_other(desks: DeskOffice) -> None:
    mine = a_bare_draft(desks.office)
    other = a_bare_draft(desks.office, "Biro Komunikasi Pimpinan")
    head = desks.reader(R.BUREAU_HEAD)

    shown = head.open(the_path(mine))

    assert f"Usulan {HUMAS} juga mengubah {HUMAS}" in words_of(shown)
    assert "Ikuti usulan itu" in words_of(shown)
    assert f'href="/usulan/{other}"' in main_of(shown)


def test_a_proposal_that_was_submitted_is_told_and_not_asked(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    Keeper.of(desks.office).rename(HUMAS, TODAY, FIRST)
    reviewer = desks.reader(R.ORGANISATION_REVIEWER)

    shown = main_of(reviewer.open(the_path(proposal_id)))

    assert "sekarang sudah bernama" in shown
    assert "kembalikan kepada penyusunnya" in shown
    assert "btn-primary" not in shown
    assert 'type="radio"' not in shown


def test_what_is_not_there_is_not_found(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head, reviewer = desks.reader(R.BUREAU_HEAD), desks.reader(R.ORGANISATION_REVIEWER)

    assert head.open(f"/usulan/{UUID(int=1)}/penyesuaian").status_code == 404
    assert head.open(f"{the_path(proposal_id)}/{UUID(int=1)}").status_code == 404
    assert reviewer.open(f"{the_path(proposal_id)}/tanya/{UUID(int=1)}").status_code == 404
    assert desks.reader(R.AUDITOR).send(the_path(proposal_id), seen_revision=1).status_code == 403
