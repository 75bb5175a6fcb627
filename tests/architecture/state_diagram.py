"""The road of a proposal drawn from its table; run as a module it redraws docs/architecture.md."""

import re
from collections.abc import Mapping

from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from tests.architecture.source import DOCS

ARCHITECTURE = DOCS / "architecture.md"
BLOCK = re.compile(r"```mermaid\nstateDiagram-v2\n.*?```", re.DOTALL)

Transitions = Mapping[tuple[ProposalState, Action], tuple[ProposalState, ...]]


def drawn(transitions: Transitions) -> str:
    """Return the table as a Mermaid block: an arrow to each target of a row, ends where no row leads on."""
    starts = {state for state, _ in transitions}
    reached = dict.fromkeys(target for targets in transitions.values() for target in targets)
    ends = [state for state in reached if state not in starts]
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {ProposalState.DRAFT.value}",
        *(
            f"    {state.value} --> {then.value}: {action.value}"
            for (state, action), targets in transitions.items()
            for then in targets
        ),
        *(f"    {state.value} --> [*]" for state in ends),
        "```",
    ]
    return "\n".join(lines)


def is_in_step(text: str, transitions: Transitions) -> bool:
    """Tell whether a document's one state diagram is the table's."""
    return BLOCK.findall(text) == [drawn(transitions)]


def redraw() -> None:
    """Put the table's drawing in the place of the document's."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    redrawn, count = BLOCK.subn(lambda _: drawn(TRANSITIONS), text)
    if count != 1:
        raise SystemExit(f"{ARCHITECTURE} holds {count} state diagrams; it should hold one")
    ARCHITECTURE.write_text(redrawn, encoding="utf-8")


if __name__ == "__main__":
    redraw()
