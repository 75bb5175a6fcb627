"""Rounds, the days of letters and proofs, and what comes late."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.ministry.delivery import (
    DeliveredBeforeSent,
    DeliveredInFuture,
    DeliveryMethod,
    Proof,
    ProofEmpty,
    check_proof,
)
from orgflow.domain.ministry.incoming import (
    ReceivedBeforeWritten,
    ReceivedInFuture,
    check_days,
    require_order,
)
from orgflow.domain.ministry.items import (
    DueBeforeAsked,
    Item,
    ItemAnswer,
    ItemKind,
    ItemPlace,
    ItemStanding,
    ItemsUnanswered,
    NewItem,
    NothingAsked,
    check_asked,
    completion_rows,
    require_answered,
)
from orgflow.domain.ministry.rounds import (
    LateReasonMissing,
    LetterBeforeSending,
    Taken,
    answered_round,
    require_late_reason,
    round_on,
    rounds_of,
)
from orgflow.domain.proposals.states import Action

A = Action
STEPS = (
    Taken(A.SIGN, date(2026, 3, 1)),
    Taken(A.SEND, date(2026, 3, 2)),
    Taken(A.RECEIVE, date(2026, 3, 4)),
    Taken(A.ANSWER_ASKS_COMPLETION, date(2026, 3, 10)),
    Taken(A.COMPLETE, date(2026, 3, 20)),
)
ROUNDS = rounds_of(STEPS)
TODAY = date(2026, 4, 1)
HAND = DeliveryMethod.HAND


def an_item(number: int, answer: ItemAnswer | None = None, due_on: date | None = None) -> Item:
    place = ItemPlace()
    return Item(
        UUID(int=number), 1, number, ItemKind.COMPLETION, f"Lampiran {number}.", place, due_on, answer
    )


def test_each_sending_begins_a_round() -> None:
    assert [(one.number, one.action, one.sent_on) for one in ROUNDS] == [
        (1, A.SEND, date(2026, 3, 2)),
        (2, A.COMPLETE, date(2026, 3, 20)),
    ]


@pytest.mark.parametrize(
    ("day", "number"), [((2026, 3, 1), 0), ((2026, 3, 2), 1), ((2026, 3, 19), 1), ((2026, 3, 20), 2)]
)
def test_a_letter_answers_the_sending_before_it(day: tuple[int, int, int], number: int) -> None:
    assert round_on(ROUNDS, date(*day)) == number


def test_a_letter_dated_before_anything_was_sent_answers_nothing() -> None:
    with pytest.raises(LetterBeforeSending) as refused:
        answered_round(ROUNDS, date(2026, 3, 1))

    assert refused.value.facts["sent_on"] == "2026-03-02"
    with pytest.raises(LetterBeforeSending):
        answered_round((), date(2026, 3, 1))


def test_an_answer_to_an_earlier_round_says_why_it_comes_late() -> None:
    with pytest.raises(LateReasonMissing):
        require_late_reason(ROUNDS, 1, " ")

    assert require_late_reason(ROUNDS, 1, "Surat terselip di Biro Umum.")
    assert not require_late_reason(ROUNDS, 2, "")


def test_a_letter_is_not_received_before_it_was_written_nor_tomorrow() -> None:
    with pytest.raises(ReceivedBeforeWritten):
        check_days(date(2026, 3, 11), date(2026, 3, 10), TODAY)
    with pytest.raises(ReceivedInFuture):
        check_days(date(2026, 3, 11), date(2026, 4, 2), TODAY)

    check_days(TODAY, TODAY, TODAY)


def test_a_letter_entered_after_a_later_one_says_why() -> None:
    with pytest.raises(LateReasonMissing):
        require_order(date(2026, 3, 10), date(2026, 3, 11), "")

    assert require_order(date(2026, 3, 10), date(2026, 3, 11), "Baru diserahkan.")
    assert not require_order(date(2026, 3, 11), date(2026, 3, 11), "")
    assert not require_order(date(2026, 3, 11), None, "")


@pytest.mark.parametrize(
    ("proof", "refusal"),
    [
        (Proof(HAND, date(2026, 3, 3)), ProofEmpty),
        (Proof(HAND, date(2026, 3, 1), "Contoh Satu"), DeliveredBeforeSent),
        (Proof(HAND, date(2026, 4, 2), "Contoh Satu"), DeliveredInFuture),
    ],
)
def test_a_proof_that_shows_nothing_or_cannot_be_is_refused(proof: Proof, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_proof(proof, date(2026, 3, 2), TODAY)


def test_a_receipts_number_a_name_or_a_scan_is_a_proof() -> None:
    for proof in (
        Proof(HAND, TODAY, received_by="Contoh Satu"),
        Proof(DeliveryMethod.POST, TODAY, reference="UJI-RESI-1"),
        Proof(DeliveryMethod.COURIER, TODAY, has_scan=True),
    ):
        check_proof(proof, date(2026, 3, 2), TODAY)


def test_a_request_asks_something_and_gives_time() -> None:
    with pytest.raises(NothingAsked):
        check_asked((), TODAY)
    with pytest.raises(DueBeforeAsked):
        check_asked((NewItem(ItemKind.QUESTION, "Mengapa?", due_on=date(2026, 3, 31)),), TODAY)


def test_a_completion_goes_out_when_every_item_is_answered() -> None:
    answered = an_item(1, ItemAnswer("Dilampirkan."))

    with pytest.raises(ItemsUnanswered) as refused:
        require_answered((answered, an_item(2), an_item(3)))

    assert refused.value.facts["numbers"] == ("2", "3")
    require_answered((answered,))


def test_an_item_is_overdue_the_day_after_it_was_due() -> None:
    item = an_item(1, due_on=TODAY)

    assert item.standing_on(TODAY) is ItemStanding.OPEN
    assert item.standing_on(date(2026, 4, 2)) is ItemStanding.OVERDUE
    assert an_item(1, ItemAnswer("Sudah."), TODAY).standing_on(date(2026, 5, 1)) is ItemStanding.ANSWERED


def test_the_completion_letters_rows_are_the_items() -> None:
    rows = completion_rows(
        (an_item(1, ItemAnswer("Dilampirkan", "ABK disusun ulang.", "Lampiran II halaman 4")), an_item(2))
    )

    assert rows == (
        ("Lampiran 1.", "Dilampirkan. ABK disusun ulang.", "Lampiran II halaman 4"),
        ("Lampiran 2.", "", ""),
    )
