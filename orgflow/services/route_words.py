"""A route in one line, as the audit keeps it."""

from itertools import groupby

from orgflow.domain.proposals.routes import Route


def route_words(route: Route) -> str:
    """Return who takes the steps, one after another; those taken in any order stand together."""
    groups = groupby(route.steps, key=lambda step: step.position)
    return "; ".join(" + ".join(step.title for step in beside) for _, beside in groups)
