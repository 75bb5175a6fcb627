"""Two people who act at the same moment: each waits for the other wherever a use case looks at the world."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Barrier, BrokenBarrierError
from typing import Final, TypeVar
from uuid import UUID

from orgflow.domain.errors import DomainError
from tests.factories.office import Office

Seen = TypeVar("Seen")

PATIENCE: Final = 0.7
"""Seconds that one waits for the other; who is kept out by a lock never comes."""


def at_once(office: Office, acts: Sequence[Callable[[Office], UUID]]) -> list[DomainError]:
    """Do all of it at the same moment and return what was refused.

    At each look at the clock and each new id they wait for one another: where nothing keeps them apart,
    all have read before any writes.
    """
    barrier = Barrier(len(acts))

    def meeting(look: Callable[[], Seen]) -> Callable[[], Seen]:
        def meet() -> Seen:
            with suppress(BrokenBarrierError):
                barrier.wait(PATIENCE)
            return look()

        return meet

    resources = office.resources
    there = replace(
        office,
        resources=replace(resources, clock=meeting(resources.clock), new_id=meeting(resources.new_id)),
    )

    def try_it(act: Callable[[Office], UUID]) -> DomainError | None:
        try:
            act(there)
        except DomainError as refused:
            return refused
        return None

    with ThreadPoolExecutor(len(acts)) as threads:
        return [refused for refused in threads.map(try_it, acts) if refused is not None]
