"""Which tests run on PostgreSQL too: those in whose rule the database has a part, and one of each module.

The others run there under ``make slow PROOF=postgresql``; docs/how-to/test.md says which are which.
"""

from typing import Final

import pytest

PROOF: Final = "postgresql"
MARK: Final = "both_databases"
_FIXTURES: Final = ("database_url", "blank_database_url")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave a module without the mark its first test on PostgreSQL; the rest become slow proofs."""
    seen: set[str] = set()
    for item in items:
        if not is_on_postgresql(item) or item.get_closest_marker(MARK) is not None:
            continue
        module = item.nodeid.partition("::")[0]
        if module in seen:
            item.add_marker(pytest.mark.slow(PROOF))
        seen.add(module)


def is_on_postgresql(item: pytest.Item) -> bool:
    """Tell whether this is the run of a test on PostgreSQL."""
    told = getattr(item, "callspec", None)
    return told is not None and any(told.params.get(name) == "postgresql" for name in _FIXTURES)
