"""Articles that are inserted: their numbers, and what they say of a unit that begins."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.papers.lists import LETTERS

_NUMBER: Final = re.compile(r"^(.*?\d+)([A-Z]*)$")


def inserted_numbers(anchor: str, taken: AbstractSet[str]) -> str:
    """Return the first free number behind an article: ``Pasal 5A`` behind ``Pasal 5``."""
    match = _NUMBER.match(anchor.strip())
    stem = match[1] if match is not None else anchor.strip()
    for letter in LETTERS.upper():
        if f"{stem}{letter}" not in taken:
            return f"{stem}{letter}"
    return f"{stem}Z{LETTERS[0].upper()}"


def unit_article(after: Organisation, unit: Unit) -> str:
    """Return the article of a unit that begins; what is not recorded of it is a visible gap."""
    held = after.functions_of(unit.id)
    duties = [one.text for one in held if one.kind is FunctionKind.DUTY]
    functions = [one.text for one in held if one.kind is FunctionKind.FUNCTION]
    duty = "; ".join(duties) or f"[belum diisi: tugas {unit.name}]"
    listed = functions or [f"[belum diisi: fungsi {unit.name}]"]
    lead = f"(2) Dalam melaksanakan tugas sebagaimana dimaksud pada ayat (1), {unit.name} menyelenggarakan"
    first = f"(1) {unit.name} mempunyai tugas {duty.rstrip(' .;')}."
    if len(listed) == 1:
        return f"{first}\n{lead} fungsi {listed[0].rstrip(' .;')}."
    lines = [first, f"{lead} fungsi:"]
    for place, text in enumerate(listed):
        end = "." if place == len(listed) - 1 else "; dan" if place == len(listed) - 2 else ";"
        lines.append(f"{LETTERS[place % len(LETTERS)]}. {text.rstrip(' .;')}{end}")
    return "\n".join(lines)
