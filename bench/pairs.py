"""How two things are measured: in adjacent pairs, on unique content, as the ratio of medians."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians in seconds of what is ours and of what it is held against."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.theirs


def measure(
    contents: Iterable[Content], ours: Callable[[Content], object], theirs: Callable[[Content], object]
) -> Pair:
    """Return the medians over all contents; which of the two goes first alternates."""
    mine: list[float] = []
    other: list[float] = []
    with _quiet():
        for turn, content in enumerate(contents):
            order = ((ours, mine), (theirs, other))
            for act, times in order if turn % 2 == 0 else reversed(order):
                begun = time.perf_counter()
                act(content)
                times.append(time.perf_counter() - begun)
    return Pair(median(mine), median(other))


def report(name: str, measured: float, target: float, note: str, *, is_met: bool | None = None) -> None:
    """Print one line: the target, what was measured, and whether it is met."""
    met = measured <= target if is_met is None else is_met
    print(f"{name} {measured:.2f} <= {target:.2f} {'met' if met else 'not met'}  ({note})", flush=True)


def report_rate(name: str, measured: float, target: float, note: str) -> None:
    """Print the line of a target that is to be reached or passed: so many times as fast."""
    verdict = "met" if measured >= target else "not met"
    print(f"{name} {measured:.2f} >= {target:.2f} {verdict}  ({note})", flush=True)


@contextmanager
def _quiet() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
