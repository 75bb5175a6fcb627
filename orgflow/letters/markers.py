"""How the items of a list are counted, the same in both formats."""

from typing import assert_never

from orgflow.letters.blocks import Marker

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def marker_text(marker: Marker, position: int) -> str:
    """Return what stands before the item at this position, from 1: ``1.``, ``a.``, ``A.``; after z aa."""
    match marker:
        case Marker.NUMBER:
            return f"{position}."
        case Marker.LETTER | Marker.CAPITAL:
            rounds, place = divmod(position - 1, len(_ALPHABET))
            letters = _ALPHABET[place] * (rounds + 1)
            return f"{letters if marker is Marker.LETTER else letters.upper()}."
        case _:
            assert_never(marker)
