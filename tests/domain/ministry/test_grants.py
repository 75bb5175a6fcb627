"""The ministry's answer item by item: the revised change-set, its lineage, and what cannot stand."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.operations import (
    AbolishUnit,
    Below,
    CreatePost,
    CreateUnit,
    MoveUnit,
    Operation,
    RenameUnit,
    ReviseDutyField,
)
from orgflow.domain.ministry.grants import (
    AskedOperation,
    ChangedOperationMissing,
    Grant,
    GrantDoesNotApply,
    GrantVerdict,
    RepliesMissing,
    Reply,
    ReplyForUnknownOperation,
    ReplyNeedsReason,
    ReplyTwice,
    require_standing,
    review,
    settle,
)
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import OperationId
from tests.factories.changes import post_id
from tests.factories.organisation import DIVISION
from tests.factories.secretariat import ACARA, HUMAS, NEW, PROTOKOL, PUBLIKASI, UMUM, a_new, a_secretariat

V = GrantVerdict
NO = "Tidak sesuai pedoman."
FIVE: tuple[Operation, ...] = (
    RenameUnit(HUMAS, "Biro Administrasi Pimpinan"),
    RenameUnit(PUBLIKASI, "Bagian Materi Pimpinan"),
    CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan", HUMAS)),
    ReviseDutyField(HUMAS, "administrasi pimpinan"),
    MoveUnit(ACARA, PUBLIKASI, 9),
)


def asked(*operations: Operation) -> tuple[AskedOperation, ...]:
    return tuple(
        AskedOperation(OperationId(UUID(int=place)), operation)
        for place, operation in enumerate(operations, start=1)
    )


def said(place: int, verdict: GrantVerdict, *changed: Operation, reason: str = NO) -> Reply:
    return Reply(OperationId(UUID(int=place)), verdict, reason if verdict is not V.GRANTED else "", changed)


def answer_to(operations: Sequence[Operation], *replies: Reply) -> Grant:
    """Return the grant in which every operation without a reply of its own is granted."""
    given = {reply.operation_id: reply for reply in replies}
    listed = asked(*operations)
    return settle(listed, [given.get(one.id, Reply(one.id, V.GRANTED)) for one in listed])


def test_three_of_five_granted_one_changed_one_refused_make_the_revised_set_with_its_lineage() -> None:
    other = RenameUnit(PUBLIKASI, "Bagian Materi dan Komunikasi Pimpinan")

    grant = answer_to(FIVE, said(2, V.CHANGED, other), said(5, V.REFUSED))

    assert grant.operations == (FIVE[0], other, FIVE[2], FIVE[3])
    assert [(one.place, one.asked, one.become) for one in grant.entries if one.become != (one.asked,)] == [
        (2, FIVE[1], (other,)),
        (5, FIVE[4], ()),
    ]
    assert grant.entries[4].reason == NO
    assert grant.outcome is Action.ANSWER_APPROVED_WITH_NOTES
    after = apply_all(a_secretariat(), grant.operations)
    assert after.units[PUBLIKASI].name == "Bagian Materi dan Komunikasi Pimpinan"
    assert after.units[ACARA].parent_id == PROTOKOL
    assert review(a_secretariat(), grant) == ()


@pytest.mark.parametrize(
    ("verdicts", "outcome"),
    [
        ((V.GRANTED, V.GRANTED), Action.ANSWER_APPROVED),
        ((V.GRANTED, V.REFUSED), Action.ANSWER_APPROVED_WITH_NOTES),
        ((V.CHANGED, V.CHANGED), Action.ANSWER_APPROVED_WITH_NOTES),
        ((V.CHANGED, V.REFUSED), Action.ANSWER_APPROVED_WITH_NOTES),
        ((V.REFUSED, V.REFUSED), Action.ANSWER_REJECTED),
    ],
)
def test_what_the_items_come_to_as_a_whole(verdicts: tuple[V, V], outcome: Action) -> None:
    changed = ReviseDutyField(UMUM, "umum")
    replies = [
        said(place, verdict, *((changed,) if verdict is V.CHANGED else ()))
        for place, verdict in enumerate(verdicts, start=1)
    ]

    assert settle(asked(*FIVE[:2]), replies).outcome is outcome


@pytest.mark.parametrize(
    ("replies", "refusal"),
    [
        ((said(1, V.GRANTED), said(9, V.GRANTED)), ReplyForUnknownOperation),
        ((said(1, V.GRANTED), said(1, V.REFUSED)), ReplyTwice),
        ((said(1, V.GRANTED),), RepliesMissing),
        ((said(1, V.GRANTED), said(2, V.REFUSED, reason=" ")), ReplyNeedsReason),
        ((said(1, V.GRANTED), said(2, V.CHANGED)), ChangedOperationMissing),
        ((said(1, V.GRANTED), said(2, V.CHANGED, FIVE[1])), ChangedOperationMissing),
    ],
)
def test_an_answer_that_lacks_something_or_answers_nothing_is_refused(
    replies: tuple[Reply, ...], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        settle(asked(*FIVE[:2]), replies)


def test_a_granted_operation_that_rests_on_a_refused_one_is_found_with_both_places() -> None:
    head = CreatePost(Post(post_id(60), NEW[0], PostRole.HEAD, None, "III.a"))
    grant = answer_to((FIVE[0], FIVE[2], head), said(2, V.REFUSED))

    (finding,) = review(a_secretariat(), grant)

    assert (finding.place, finding.because, finding.rule.code) == (3, (2,), "unknown_unit")
    with pytest.raises(GrantDoesNotApply) as refused:
        require_standing(a_secretariat(), grant)
    assert refused.value.facts == {"place": 3, "because": ("2",), "rule": "unknown_unit"}


def test_a_change_that_takes_the_name_a_later_one_needs_is_found() -> None:
    grant = answer_to(
        (FIVE[1], RenameUnit(PROTOKOL, "Bagian Acara Pimpinan")),
        said(1, V.CHANGED, RenameUnit(PUBLIKASI, "Bagian Acara Pimpinan")),
    )

    (finding,) = review(a_secretariat(), grant)

    assert (finding.place, finding.because, finding.rule.code) == (2, (1,), "name_taken")


def test_what_only_the_whole_breaks_is_found_without_a_place() -> None:
    swapped = (RenameUnit(UMUM, "Biro Rumah Tangga"), CreateUnit(a_new(0, DIVISION, "Bagian Umum", UMUM)))
    taken = RenameUnit(HUMAS, "Dinas Komunikasi dan Informatika")
    grant = answer_to(swapped, said(1, V.CHANGED, RenameUnit(UMUM, taken.new_name)))

    (finding,) = review(a_secretariat(), grant)

    assert (finding.place, finding.because) == (0, (1,))


def test_one_operation_may_become_several() -> None:
    gone = AbolishUnit(ACARA, children=Below.REFUSED)
    grant = answer_to(FIVE[:1], said(1, V.CHANGED, FIVE[0], gone))

    assert grant.operations == (FIVE[0], gone)
    assert review(a_secretariat(), grant) == ()
