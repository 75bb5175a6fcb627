from collections.abc import Callable
from datetime import datetime
from typing import ParamSpec, TypeVar

from huey.consumer import Consumer

_P = ParamSpec("_P")
_R = TypeVar("_R")

class Huey:
    def task(self) -> Callable[[Callable[_P, _R]], Callable[_P, object]]: ...
    def periodic_task(
        self, validate_datetime: Callable[[datetime], bool]
    ) -> Callable[[Callable[[], None]], Callable[[], object]]: ...
    def create_consumer(
        self, *, workers: int = ..., worker_type: str = ..., periodic: bool = ..., max_delay: float = ...
    ) -> Consumer: ...

class SqliteHuey(Huey):
    def __init__(self, name: str, *, filename: str) -> None: ...

def crontab(minute: str = ...) -> Callable[[datetime], bool]: ...
