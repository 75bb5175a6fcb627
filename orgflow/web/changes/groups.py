"""Lines of the impact put together under one heading."""

from dataclasses import dataclass

from orgflow.web.proposals.lacks import FindingView


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the impact that say the same of different things; told ones are folded."""

    heading: str
    lines: tuple[FindingView, ...]
    is_told: bool
