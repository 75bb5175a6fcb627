"""Equal commands have one digest in every process; unequal ones never."""

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.services.answering import NOT_ASKED, digest_of

_PRINTED = (
    "from orgflow.domain.access.roles import Role; from orgflow.services.answering import digest_of;"
    " print(digest_of(frozenset(Role)))"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A command of this test's own."""

    text: str
    more: object = None
    derived: object = field(default=None, metadata=NOT_ASKED)


def test_what_is_asked_tells_digests_apart() -> None:
    asked = [
        Asked("a"), Asked("b"), Asked("a", "None"), Asked("a", ("b",)), Asked('a",more="b'), Asked("a", b"b"),
        Asked("a", 1), Asked("a", "1"), Asked("a", date(2026, 1, 1)), Asked("a", UUID(int=1)),
        Asked("a", True),
        Asked("a", {"x": "y"}), Asked("a", ("x", "y")), Asked("a", (("x", "y"),)),
        Asked("a", frozenset({"b"})),
    ]  # fmt: skip

    assert len({digest_of(command) for command in asked}) == len(asked)


def test_what_the_program_derived_is_not_asked() -> None:
    assert digest_of(Asked("a", derived="x")) == digest_of(Asked("a", derived="y"))


def test_a_digest_is_the_same_in_every_process() -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", _PRINTED],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    ]

    assert printed == [digest_of(frozenset(Role))] * 2
