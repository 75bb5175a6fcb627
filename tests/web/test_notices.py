"""What a person was told stands on a page of his own, is counted on every page, and mail is his choice."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.notices.delivery import MailMode
from orgflow.domain.proposals.states import ProposalState
from tests.factories.governments import HUMAS
from tests.factories.mailing import MailOffice
from tests.factories.roads import a_proposal_in
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

R = Role
LIST, OUTBOX, NOWHERE = "/pemberitahuan", "/pengaturan/surel", "smtp://127.0.0.1:1"


def counted(reader: Reader, path: str = "/") -> str:
    """Return what the head of a page says of unread notices, "" for none."""
    body = reader.open(path).get_data(as_text=True)
    found = re.search(r'class="of-count[^"]*">([^<]+)<', body)
    return found[1] if found else ""


def test_a_notice_is_counted_opened_and_then_read(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.ORG_REVIEW)
    reviewer = desks.reader(R.ORGANISATION_REVIEWER)
    assert counted(reviewer) == "1"
    assert f"Usulan {HUMAS} menunggu telaah Biro Organisasi." in reviewer.read(LIST)
    (follow,) = re.findall(r'action="(/pemberitahuan/[^"]+/buka)"', main_of(reviewer.open(LIST)))

    answer = reviewer.send(follow)

    assert (answer.status_code, answer.location) == (303, f"/usulan/{proposal_id}")
    assert counted(reviewer) == ""
    assert f'<a href="/usulan/{proposal_id}">' in main_of(reviewer.open(LIST))


def test_all_are_marked_as_read_but_what_came_after_the_page_was_opened(desks: DeskOffice) -> None:
    post = MailOffice(desks.office, NOWHERE)
    auditor = desks.reader(R.AUDITOR)
    post.tell(R.AUDITOR, "Ganti kop")
    post.tell(R.AUDITOR, "Cetak papan nama")
    (until,) = re.findall(r'name="sampai" value="([^"]+)"', main_of(auditor.open(LIST)))
    post.tell(R.AUDITOR, "Ubah DPA")

    answer = auditor.send(f"{LIST}/dibaca", sampai=until)

    assert answer.status_code == 303
    assert counted(auditor) == "1"
    shown = auditor.read(LIST)
    assert shown.index("Ubah DPA") < shown.index("Cetak papan nama") < shown.index("Ganti kop")


def test_a_moment_that_is_none_is_refused(desks: DeskOffice) -> None:
    auditor = desks.reader(R.AUDITOR)

    answers = [auditor.send(f"{LIST}/dibaca", sampai=typed) for typed in ("", "kemarin", "2026-03-02")]

    assert [answer.status_code for answer in answers] == [400, 400, 400]


def test_anothers_notice_is_not_there(desks: DeskOffice) -> None:
    MailOffice(desks.office, NOWHERE).tell(R.AUDITOR)
    (mark,) = re.findall(
        r'action="(/pemberitahuan/[^"]+/dibaca)"', main_of(desks.reader(R.AUDITOR).open(LIST))
    )

    answer = desks.reader(R.SECRETARY).send(mark)

    assert answer.status_code == 404
    assert counted(desks.reader(R.AUDITOR)) == "1"


def test_a_person_chooses_mail_and_an_unfit_address_stands_beside_its_field(desks: DeskOffice) -> None:
    head = desks.reader(R.BUREAU_HEAD)

    refused = head.send("/akun/surel", mode="daily", address="budi di kantor")
    kept = head.send("/akun/surel", mode="daily", address="budi@contoh.go.id", idempotency_key="another-key")

    assert refused.status_code == 422
    assert "Alamat surel ini tidak terbaca." in words_of(refused)
    assert 'value="budi di kantor"' in main_of(refused)
    assert kept.status_code == 303
    assert 'value="budi@contoh.go.id"' in main_of(head.open("/akun"))
    user_id = desks.office.actors[R.BUREAU_HEAD].user_id
    assert "budi@contoh.go.id" in desks.reader(R.SYSTEM_ADMINISTRATOR).read(f"/pengguna/{user_id}")


def test_the_outbox_shows_what_did_not_go_out_with_its_address_masked(desks: DeskOffice) -> None:
    post = MailOffice(desks.office, NOWHERE)
    post.wishes(R.AUDITOR, MailMode.AT_ONCE, "budi@contoh.go.id")
    post.tell(R.AUDITOR)
    keeper = desks.reader(R.LETTER_ADMINISTRATOR)
    assert "Tidak ada yang perlu dilihat" in keeper.read(OUTBOX)

    post.send_due()

    shown = keeper.read(OUTBOX)
    assert "Menunggu dikirim lagi Server surel tidak dapat dihubungi." in shown
    assert "b…@contoh.go.id" in shown
    assert "budi@" not in shown
    assert desks.reader(R.AUDITOR).open(OUTBOX).status_code == 403


def test_the_history_tells_of_the_choice_without_the_address(desks: DeskOffice) -> None:
    MailOffice(desks.office, NOWHERE).wishes(R.AUDITOR, MailMode.AT_ONCE, "budi@contoh.go.id")

    shown = desks.reader(R.AUDITOR).read("/riwayat")

    assert "Mengatur surel pemberitahuan. Alamat surelnya diganti." in shown
    assert "budi@" not in shown
