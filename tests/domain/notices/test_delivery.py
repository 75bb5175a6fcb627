"""A mail is tried until it has gone out or is given up, and what may have gone twice says so."""

from datetime import UTC, datetime, timedelta

import pytest

from orgflow.domain.notices.addresses import MailAddressUnfit, clean_address, masked
from orgflow.domain.notices.delivery import CLAIM_LASTS, RETRY_MINUTES, Delivery, MailFault, MailState

NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
PROMISED = Delivery(MailState.WAITING, 0, NOW)
ADMISSIBLE = ("a@b.id", "nama.belakang+orgflow@sumselprov.go.id", "o'brien@x-y.example")
INADMISSIBLE = (
    "nama",
    "@contoh.go.id",
    "nama@",
    "nama@contoh",
    "na ma@contoh.go.id",
    "nama@contoh..id",
    "nama@-contoh.id",
    ".nama@contoh.id",
    "a@b.id, c@d.id",
    "a@b.id\nBcc: c@d.id",
    '"na ma"@contoh.id',
    "nama@[127.0.0.1]",
    f"{'a' * 65}@contoh.id",
)


def test_a_mail_is_sent_once_its_server_has_taken_it() -> None:
    sent = PROMISED.claimed(NOW).sent()

    assert (sent.state, sent.attempts, sent.may_be_double) == (MailState.SENT, 1, False)
    assert not sent.is_due(NOW + timedelta(days=1))


def test_a_mail_that_is_being_sent_is_left_alone_until_its_worker_must_be_gone() -> None:
    sending = PROMISED.claimed(NOW)

    assert not sending.is_due(NOW + CLAIM_LASTS)
    assert sending.is_due(NOW + CLAIM_LASTS + timedelta(seconds=1))


def test_a_mail_left_behind_by_a_worker_may_have_gone_twice_for_ever_after() -> None:
    again = PROMISED.claimed(NOW).claimed(NOW + 2 * CLAIM_LASTS)

    assert again.may_be_double
    assert again.failed(MailFault.DEFERRED, NOW).claimed(NOW).sent().may_be_double


def test_a_connection_that_broke_after_the_mail_leaves_it_open_whether_it_went() -> None:
    failed = PROMISED.claimed(NOW).failed(MailFault.UNSURE, NOW)

    assert failed.state is MailState.WAITING
    assert failed.may_be_double


def test_a_mail_is_tried_again_later_and_later_and_given_up_after_the_last_try() -> None:
    delivery, waits = PROMISED, []
    while delivery.state is MailState.WAITING:
        at = delivery.available_at
        delivery = delivery.claimed(at).failed(MailFault.UNREACHABLE, at)
        waits.append((delivery.available_at - at) // timedelta(minutes=1))

    assert tuple(waits[:-1]) == RETRY_MINUTES
    assert delivery.state is MailState.FAILED
    assert delivery.attempts == len(RETRY_MINUTES) + 1


def test_a_mail_that_ends_whoever_sends_it_is_given_up_too() -> None:
    delivery, at = PROMISED, NOW
    for _ in range(len(RETRY_MINUTES) + 1):
        assert not delivery.is_exhausted
        delivery, at = delivery.claimed(at), at + 2 * CLAIM_LASTS

    assert delivery.is_exhausted
    given_up = delivery.failed(MailFault.UNSURE, at)
    assert (given_up.is_given_up, given_up.may_be_double) == (True, True)


def test_what_the_server_will_never_take_is_given_up_at_once() -> None:
    refused = PROMISED.claimed(NOW).failed(MailFault.REFUSED, NOW)

    assert refused.is_given_up
    assert refused.again(NOW).is_due(NOW)


@pytest.mark.parametrize("typed", ADMISSIBLE)
def test_an_address_is_kept_as_typed(typed: str) -> None:
    assert clean_address(f" {typed} ") == typed


@pytest.mark.parametrize("typed", INADMISSIBLE)
def test_what_no_server_would_take_is_refused(typed: str) -> None:
    with pytest.raises(MailAddressUnfit):
        clean_address(typed)


def test_the_servers_name_has_no_case() -> None:
    assert clean_address("Nama@Contoh.GO.id") == "Nama@contoh.go.id"


def test_others_see_the_first_letter_and_the_server_only() -> None:
    assert masked("budi.santoso@contoh.go.id") == "b…@contoh.go.id"
