"""Every kind of notice is a whole sentence from the words it bears."""

import pytest

from orgflow.domain.notices.kinds import WORDS, NoticeKind, NoticeWordsUnfit, check_words
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.notice_words import notice_told

DAY, DAY_SAID = "2026-03-02", "2 Maret 2026"


def words_for(kind: NoticeKind, **codes: str) -> dict[str, str]:
    """Return a word for each place of a kind's sentence."""
    made = {name: DAY if name.endswith("_on") else f"[{name}]" for name in WORDS[kind]}
    return {**made, "unit": "Biro Humas", **codes}


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_is_a_sentence_with_all_its_words(kind: NoticeKind) -> None:
    said = notice_told(kind, words_for(kind)).said()

    assert said.endswith(".")
    coded = {"state", "action"}
    for name in WORDS[kind] - coded:
        assert (DAY_SAID if name.endswith("_on") else f"[{name}]") in said


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize("kind", [NoticeKind.YOUR_TURN, NoticeKind.ENDED])
def test_every_state_of_the_road_can_be_told(kind: NoticeKind, state: ProposalState) -> None:
    assert "Biro Humas" in notice_told(kind, words_for(kind, state=str(state))).said()


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("kind", [NoticeKind.RECORDED_FOR_YOU, NoticeKind.MINISTRY_ANSWERED])
def test_every_action_of_the_road_can_be_told(kind: NoticeKind, action: Action) -> None:
    assert "Biro Humas" in notice_told(kind, words_for(kind, action=str(action))).said()


def test_a_date_that_is_none_is_refused_before_it_is_told() -> None:
    words = {"post": "Asisten", "person": "Contoh", "ends_on": "lusa"}

    with pytest.raises(NoticeWordsUnfit):
        check_words(NoticeKind.DELEGATION_ENDS, None, words)


def test_a_notice_about_a_proposal_names_one() -> None:
    with pytest.raises(NoticeWordsUnfit):
        check_words(NoticeKind.RETURNED, None, {"by": "Contoh"})
