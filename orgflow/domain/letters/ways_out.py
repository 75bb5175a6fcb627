"""How a finished letter leaves for its signature, and which copies are kept of it."""

from enum import StrEnum

from orgflow.domain.errors import NotFound, RuleBroken


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


class KeptCopy(StrEnum):
    """A copy that stays."""

    FILE_COPY = "file_copy"
    """With boxes for initials."""
    ARCHIVE = "archive"
    """With the proposal's changes as data inside."""


Way = WayOut | KeptCopy


class UnknownWayOut(NotFound):
    """Letters do not leave so."""

    code = "unknown_way_out"


class WayNotReady(RuleBroken):
    """The letter cannot leave so yet; ``why`` is a code of the reason."""

    code = "way_out_not_ready"


def way_of(word: str) -> Way:
    """Return the way out of this name.

    Raises:
        UnknownWayOut: there is none.
    """
    if word in tuple(WayOut):
        return WayOut(word)
    if word in tuple(KeptCopy):
        return KeptCopy(word)
    raise UnknownWayOut(way=word[:20])
