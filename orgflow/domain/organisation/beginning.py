"""What a government is entered with before anything is known of its structure."""

import re
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import RuleBroken

_CODE: Final = re.compile(r"^[a-z][a-z0-9-]{1,19}$")
_LEVEL: Final = "Provinsi "


class GovernmentCodeUnfit(RuleBroken):
    """Not 2 to 20 small letters, digits and dashes."""

    code = "government_code_unfit"


class Zone(StrEnum):
    """The zones of Indonesia, each by its city in the time zone database."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"


def check_government_code(code: str) -> str:
    """Return the code in small letters.

    Raises:
        GovernmentCodeUnfit.
    """
    name = code.strip().casefold()
    if not _CODE.match(name):
        raise GovernmentCodeUnfit(field="code", text=code[:60])
    return name


def region_of(name: str) -> str:
    """Return the region's own name: ``Contoh`` of ``Provinsi Contoh``; a special region's stays whole."""
    return name.removeprefix(_LEVEL).strip() or name
