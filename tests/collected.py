"""What the collector of garbage need not look at again and again: what a run has loaded stays to its end."""

import gc

_NEW_BEFORE_A_LOOK = 20_000


def pytest_collection_finish() -> None:
    """Set apart all there is once the tests are known, and look at what is new less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_BEFORE_A_LOOK, 20, 50)
