"""How a finished letter leaves for its signature."""

from enum import StrEnum


class WayOut(StrEnum):
    """A way out; an office has one that it usually takes."""

    TO_SIGN = "to_sign"
    """A PDF with an empty signature field."""
    SRIKANDI = "srikandi"
    """A Word file whose variables SRIKANDI fills in."""
    WORD = "word"
    """A Word file that a clerk goes on with."""
    WET = "wet"
    """A print that is signed in ink."""
