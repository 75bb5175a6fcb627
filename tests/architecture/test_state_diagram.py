"""The state diagram in the documents is the table in the code."""

from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from tests.architecture.state_diagram import ARCHITECTURE, drawn, is_in_step


def test_the_documents_draw_the_table_in_the_code() -> None:
    assert is_in_step(ARCHITECTURE.read_text(encoding="utf-8"), TRANSITIONS), (
        "run: .venv/bin/python -m tests.architecture.state_diagram"
    )


def test_every_target_of_a_row_is_an_arrow() -> None:
    assert drawn(TRANSITIONS).count(" --> ") > sum(map(len, TRANSITIONS.values()))
    assert "    draft --> unit_review: submit\n" in drawn(TRANSITIONS)
    assert "    implemented --> [*]\n" in drawn(TRANSITIONS)


def test_a_row_that_is_not_drawn_is_found() -> None:
    document = f"# The road\n\n{drawn(TRANSITIONS)}\n"
    changed = {**TRANSITIONS, (ProposalState.DRAFT, Action.SIGN): (ProposalState.SIGNING,)}

    assert is_in_step(document, TRANSITIONS)
    assert not is_in_step(document, changed)
    assert not is_in_step("# No diagram\n", TRANSITIONS)
