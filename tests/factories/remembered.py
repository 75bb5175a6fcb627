"""What many tests bring about first is done once a process; afterwards its outcome is copied."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar, cast

from tests.factories.copies import a_folder, bring_database, keep_database
from tests.factories.office import Office

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class _Kept:
    """An office as it was then, and what was returned."""

    database: str
    files: Path
    now: datetime
    next_number: int
    outcome: object


_KEPT: Final[dict[str, _Kept]] = {}


def remembered(
    office: Office, what: str, bring_about: Callable[[], Outcome], *, is_passing: bool = False
) -> Outcome:
    """Return what bringing it about returns, with the office as it is afterwards.

    An office to which only remembered things happened, and whose clock stands where it stood then,
    becomes a copy of the one that went through it; in any other it happens anew.

    Args:
        what: tells it apart from all else that is brought about with these outcomes.
        is_passing: whether it is only on the way to what a test wants, which is worth a copy only where
            copies cost little.
    """
    standing = office.standing
    if standing is None or (is_passing and not standing.is_quick) or not standing.is_sealed(office.resources):
        return bring_about()
    past = f"{standing.past}; {office.clock.now.isoformat()} {what}"
    if past in _KEPT:
        _bring(office, _KEPT[past])
    else:
        _KEPT[past] = _keep(office, bring_about())
    standing.past = past
    standing.seal()
    return cast("Outcome", _KEPT[past].outcome)


def _keep(office: Office, outcome: object) -> _Kept:
    standing = office.standing
    assert standing is not None
    standing.engine.dispose()
    files, filed = a_folder(), standing.folder / "files"
    if filed.exists():
        shutil.copytree(filed, files, dirs_exist_ok=True)
    numbers = standing.numbers.next
    return _Kept(keep_database(standing.url), files, office.clock.now, numbers, outcome)


def _bring(office: Office, kept: _Kept) -> None:
    standing = office.standing
    assert standing is not None
    standing.engine.dispose()
    bring_database(kept.database, standing.url)
    shutil.copytree(kept.files, standing.folder / "files", dirs_exist_ok=True)
    office.clock.stand_at(kept.now)
    standing.numbers.next = kept.next_number
