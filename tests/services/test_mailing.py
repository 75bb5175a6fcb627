"""Every notice for which mail is wanted goes out through a real server once, and what failed is seen."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.notices.addresses import MailAddressUnfit
from orgflow.domain.notices.delivery import RETRY_MINUTES, MailFault, MailMode, MailState
from orgflow.services.accounts import CloseAccount, close_account
from orgflow.services.mail_wishes import MailAddressNeeded, mail_wish_of, own_mail_wish
from orgflow.services.mailing import claim_mail, due_mails, promise_digests, send_mail
from orgflow.services.outbox_pages import MailNotGivenUp, RetryMail, retry_mail, show_outbox
from tests.factories.mailing import MailOffice
from tests.factories.office import Office, a_neighbour
from tests.mail_server import MailServerHere, free_port

R = Role
MINUTE = timedelta(minutes=1)


@pytest.fixture
def post(office: Office, mail_server: MailServerHere) -> MailOffice:
    """The office beside a server that takes every mail."""
    return MailOffice(office, mail_server.url)


def test_each_reader_who_wants_it_at_once_gets_one_mail_a_notice(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.wishes(R.SECRETARY, MailMode.NEVER)
    for task in ("Ganti kop", "Cetak papan nama"):
        post.tell(R.AUDITOR, task)
        post.tell(R.SECRETARY, task)
        post.tell(R.ASSISTANT, task)

    post.send_due()
    post.send_due()

    texts = [message.get_content() for message in mail_server.box.arrived]
    assert mail_server.box.receivers == ["auditor@contoh.go.id"] * 2
    assert ["Ganti kop" in texts[0], "Cetak papan nama" in texts[1]] == [True, True]
    assert len(set(mail_server.box.ids())) == 2
    assert post.outbox().lines == ()
    assert post.outbox().sent == 2


def test_without_a_server_the_mail_waits_and_goes_out_when_there_is_one(
    office: Office, mail_server: MailServerHere
) -> None:
    down = MailOffice(office, f"smtp://127.0.0.1:{free_port()}")
    down.wishes(R.AUDITOR, MailMode.AT_ONCE)
    down.tell(R.AUDITOR)

    assert down.send_due() == [MailState.WAITING]
    assert down.send_due() == []
    assert (down.line().fault, down.line().attempts) == (MailFault.UNREACHABLE, 1)
    up = MailOffice(office, mail_server.url)
    up.later(2 * MINUTE)

    assert up.send_due() == [MailState.SENT]
    assert len(mail_server.box.arrived) == 1
    assert up.outbox().lines == ()


def test_a_server_that_is_busy_is_asked_again_and_again_until_the_mail_is_given_up(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    mail_server.box.data = "451 busy"
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.tell(R.AUDITOR)

    states = []
    for minutes in (*RETRY_MINUTES, 1):
        states += post.send_due()
        post.later((minutes + 1) * MINUTE)

    assert states == [MailState.WAITING] * len(RETRY_MINUTES) + [MailState.FAILED]
    assert (post.line().fault, post.line().reply_code) == (MailFault.DEFERRED, 451)


def test_a_mail_that_was_refused_is_given_up_and_sent_when_somebody_asks(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    mail_server.box.rcpt = "550 unknown"
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.tell(R.AUDITOR)
    assert post.send_due() == [MailState.FAILED]
    mail_server.box.rcpt = "250 taken"

    retry_mail(post.context(R.SYSTEM_ADMINISTRATOR), RetryMail(post.line().id))

    assert post.send_due() == [MailState.SENT]
    assert post.outbox().lines == ()
    with pytest.raises(PermissionMissing):
        show_outbox(post.context(R.AUDITOR))


def test_only_a_mail_that_was_given_up_is_sent_again_by_hand(post: MailOffice) -> None:
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.tell(R.AUDITOR)
    (mail_id,) = due_mails(post.worker, 50)

    with pytest.raises(MailNotGivenUp):
        retry_mail(post.context(R.SYSTEM_ADMINISTRATOR), RetryMail(mail_id))


@pytest.mark.both_databases
def test_a_mail_is_sent_by_one_worker_at_a_time(post: MailOffice, mail_server: MailServerHere) -> None:
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.tell(R.AUDITOR)
    (mail_id,) = due_mails(post.worker, 50)

    claim_mail(post.worker, mail_id)

    assert send_mail(post.worker, mail_id) is None
    assert mail_server.box.arrived == []


def test_whoever_has_no_address_any_more_gets_no_mail_and_it_is_seen(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    for role in (R.AUDITOR, R.SECRETARY):
        post.wishes(role, MailMode.AT_ONCE)
        post.tell(role)
    post.wishes(R.AUDITOR, MailMode.NEVER, "")
    closing = CloseAccount(post.user(R.SECRETARY), 1)
    close_account(post.context(R.SYSTEM_ADMINISTRATOR), closing)

    post.send_due()

    assert mail_server.box.arrived == []
    assert {line.state for line in post.outbox().lines} == {MailState.DROPPED}


def test_whoever_wants_no_mail_any_more_gets_none_that_waited(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    post.wishes(R.AUDITOR, MailMode.AT_ONCE)
    post.tell(R.AUDITOR)
    post.wishes(R.AUDITOR, MailMode.NEVER)

    post.send_due()

    assert mail_server.box.arrived == []
    assert post.line().state is MailState.DROPPED


def test_the_digest_is_one_mail_a_day_from_the_morning_of_the_governments_zone(
    post: MailOffice, mail_server: MailServerHere
) -> None:
    post.later(timedelta(hours=-4))
    post.wishes(R.AUDITOR, MailMode.DAILY)
    for task in ("Ganti kop", "Cetak papan nama"):
        post.tell(R.AUDITOR, task)

    at_five = promise_digests(post.worker)
    post.later(timedelta(hours=1))
    at_six = [promise_digests(post.worker), promise_digests(post.worker)]
    post.tell(R.AUDITOR, "Ubah DPA")
    post.send_due()
    post.later(timedelta(days=1))
    next_day = promise_digests(post.worker)
    post.send_due()

    first, second = (message.get_content() for message in mail_server.box.arrived)
    assert (at_five, at_six, next_day) == (0, [1, 0], 1)
    assert ["Ganti kop" in first, "Cetak papan nama" in first, "Ubah DPA" in first] == [True, True, False]
    assert "Ubah DPA" in second
    assert "2 Maret 2026" in mail_server.box.arrived[0]["Subject"]


def test_an_address_is_seen_by_its_owner_and_the_keeper_of_accounts_alone(post: MailOffice) -> None:
    post.wishes(R.AUDITOR, MailMode.AT_ONCE, "Budi.Santoso@contoh.go.id")
    post.tell(R.AUDITOR)
    MailOffice(post.office, "smtp://127.0.0.1:1").send_due()

    assert own_mail_wish(post.context(R.AUDITOR)).address == "Budi.Santoso@contoh.go.id"
    keeper = post.context(R.SYSTEM_ADMINISTRATOR)
    assert mail_wish_of(keeper, post.user(R.AUDITOR)).address == "Budi.Santoso@contoh.go.id"
    assert post.line().address == "B…@contoh.go.id"
    with pytest.raises(PermissionMissing):
        mail_wish_of(post.context(R.LETTER_ADMINISTRATOR), post.user(R.AUDITOR))


def test_mail_without_a_fit_address_is_refused_and_nothing_changes(post: MailOffice) -> None:
    post.wishes(R.AUDITOR, MailMode.DAILY)

    with pytest.raises(MailAddressNeeded):
        post.wishes(R.AUDITOR, MailMode.AT_ONCE, " ")
    with pytest.raises(MailAddressUnfit):
        post.wishes(R.AUDITOR, MailMode.AT_ONCE, "budi di kantor")

    assert own_mail_wish(post.context(R.AUDITOR)).mode is MailMode.DAILY


def test_another_governments_outbox_is_not_seen(post: MailOffice) -> None:
    neighbour = MailOffice(a_neighbour(post.office), "smtp://127.0.0.1:1")
    neighbour.wishes(R.AUDITOR, MailMode.AT_ONCE)
    neighbour.tell(R.AUDITOR)
    neighbour.send_due()

    assert post.outbox().lines == ()
    assert len(neighbour.outbox().lines) == 1
