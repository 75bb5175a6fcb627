"""A clock that stands until it is moved."""

from datetime import UTC, datetime, timedelta


class StandingClock:
    """Tells the same instant until it is moved."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 2, tzinfo=UTC)) -> None:
        self._now = now

    def __call__(self) -> datetime:
        """Return the present instant."""
        return self._now

    def move(self, by: timedelta) -> None:
        """Go on, or back by a negative time."""
        self._now += by
