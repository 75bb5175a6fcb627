"""Objections seen elsewhere, read from the file beside.

Source: [OBJECTIONS-SEEN].
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from orgflow.domain.options.objections import Ground, KnownObjection

_FILE: Final = Path(__file__).with_name("objections.toml")


class _Objection(TypedDict, total=False):
    ground: str
    sentence: str
    source: str
    words: list[str]


@cache
def known_objections() -> tuple[KnownObjection, ...]:
    """Return the objections in their order; the rule behind none of them was looked up."""
    sheet: dict[str, list[_Objection]] = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(
        KnownObjection(
            Ground(held["ground"]),
            held["sentence"],
            held["source"],
            is_verified=False,
            words=tuple(held.get("words", [])),
        )
        for held in sheet["objections"]
    )
