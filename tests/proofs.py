"""How one slow proof is chosen by its name."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--proof NAME``, which keeps only the tests marked ``slow("NAME")``."""
    parser.addoption("--proof", metavar="NAME", help="with -m slow: only the proof of this name")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the chosen proof; an unknown name stops the run and lists those there are."""
    chosen = config.getoption("--proof")
    if chosen is None:
        return
    proofs: dict[str, list[pytest.Item]] = {}
    for item in items:
        for mark in item.iter_markers("slow"):
            proofs.setdefault(str(mark.args[0]), []).append(item)
    if chosen not in proofs:
        raise pytest.UsageError(
            f"no proof named {chosen!r}; there are: {', '.join(sorted(proofs)) or 'none'}"
        )
    kept = proofs[chosen]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept
