"""Who writes a note from where, who answers it, and who settles it."""

from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.notes.note import (
    NoteAct,
    NoteKind,
    NoteNotAllowed,
    NoteSettled,
    NoteState,
    NotesUnanswered,
    Seat,
    Talk,
    check_answered,
    check_kind,
    side_of,
)
from orgflow.domain.values import PostId, UserId
from tests.factories.access import an_actor

A, K, P, R, S = NoteAct, NoteKind, Permission, Role, NoteState
REVIEWER = an_actor(R.ORGANISATION_REVIEWER)
DRAFTER = an_actor(R.DRAFTER)
AT_DESK = Seat(P.REVIEW_AS_ORGANISATION, is_drafter=False)
DRAFTING = Seat(None, is_drafter=True)
LOOKING_ON = Seat(None, is_drafter=False)
OVER = Seat(P.REVIEW_AS_ORGANISATION, is_drafter=True, is_open=False)


def a_talk(state: NoteState = S.OPEN, kind: NoteKind = K.QUESTION) -> Talk:
    return Talk(kind, state, REVIEWER.user_id, P.REVIEW_AS_ORGANISATION)


@pytest.mark.parametrize(
    ("seat", "kinds"),
    [(AT_DESK, (K.QUESTION, K.COMMENT)), (DRAFTING, (K.COMMENT,)), (LOOKING_ON, ()), (OVER, ())],
)
def test_what_may_be_written_is_told_by_the_seat(seat: Seat, kinds: tuple[NoteKind, ...]) -> None:
    assert seat.kinds == kinds
    for kind in K:
        if kind in kinds:
            check_kind(kind, seat)
        else:
            with pytest.raises(NoteNotAllowed):
                check_kind(kind, seat)


@pytest.mark.parametrize(
    ("state", "drafter", "reviewer"),
    [
        (S.OPEN, (A.ANSWER,), (A.FOLLOW_UP, A.RESOLVE)),
        (S.ANSWERED, (A.ANSWER,), (A.FOLLOW_UP, A.RESOLVE)),
        (S.RESOLVED, (), (A.FOLLOW_UP,)),
    ],
)
def test_the_other_side_answers_and_the_own_side_settles(
    state: NoteState, drafter: tuple[NoteAct, ...], reviewer: tuple[NoteAct, ...]
) -> None:
    talk = a_talk(state)

    assert talk.acts_of(DRAFTER, DRAFTING) == drafter
    assert talk.acts_of(REVIEWER, LOOKING_ON) == reviewer


def test_a_talk_goes_from_open_to_answered_back_to_open_and_to_settled() -> None:
    answered = a_talk().after(A.ANSWER, DRAFTER, DRAFTING)
    asked_again = a_talk(answered).after(A.FOLLOW_UP, REVIEWER, AT_DESK)
    settled = a_talk(asked_again).after(A.RESOLVE, REVIEWER, AT_DESK)

    assert (answered, asked_again, settled) == (S.ANSWERED, S.OPEN, S.RESOLVED)
    with pytest.raises(NoteSettled):
        a_talk(settled).after(A.ANSWER, DRAFTER, DRAFTING)


def test_whoever_holds_the_same_desk_settles_it_and_no_other_reviewer() -> None:
    colleague = an_actor(R.ORGANISATION_REVIEWER, user=77)
    other_desk = an_actor(R.LEGAL_REVIEWER)

    assert a_talk().after(A.RESOLVE, colleague, LOOKING_ON) is S.RESOLVED
    with pytest.raises(NoteNotAllowed):
        a_talk().after(A.RESOLVE, other_desk, AT_DESK)


def test_a_note_of_a_post_is_settled_by_whoever_holds_the_post_now() -> None:
    post, successor = PostId(UUID(int=8)), an_actor(R.ASSISTANT, user=78)
    talk = Talk(K.QUESTION, S.OPEN, REVIEWER.user_id, side_of(str(post)))

    assert talk.after(A.RESOLVE, replace(successor, posts=frozenset({post})), LOOKING_ON) is S.RESOLVED
    with pytest.raises(NoteNotAllowed):
        talk.after(A.RESOLVE, successor, LOOKING_ON)
    assert side_of(str(P.REVIEW_AS_LEGAL)) is P.REVIEW_AS_LEGAL


def test_whoever_wrote_it_settles_it_after_losing_the_desk() -> None:
    writer = an_actor(R.AUDITOR, user=5)
    talk = Talk(K.QUESTION, S.ANSWERED, UserId(writer.user_id) if writer.user_id else None, P.REVIEW_AS_LEGAL)

    assert talk.after(A.RESOLVE, writer, LOOKING_ON) is S.RESOLVED


def test_nobody_answers_his_own_note_nor_from_outside_nor_after_the_road() -> None:
    for actor, seat in ((REVIEWER, AT_DESK), (an_actor(R.AUDITOR), LOOKING_ON), (DRAFTER, OVER)):
        with pytest.raises(NoteNotAllowed):
            a_talk().after(A.ANSWER, actor, seat)


def test_questions_that_wait_stop_the_proposal_and_say_how_many() -> None:
    check_answered(0)

    with pytest.raises(NotesUnanswered) as refused:
        check_answered(3)

    assert refused.value.facts["count"] == 3
