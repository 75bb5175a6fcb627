"""A letter as SRIKANDI takes it: its variables where it fills in, and the sheet that its form asks for.

Source: [SRIKANDI-VARIABLES].
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from orgflow.domain.letters.facts import LetterFacts, SignatureBlock
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.numbering import (
    SRIKANDI_DATE,
    SRIKANDI_NUMBER,
    SRIKANDI_SIGNATURE,
    SRIKANDI_SIGNER,
)
from orgflow.domain.values import comparable

SRIKANDI_URGENCY: Final = "${sifat}"
SRIKANDI_SUBJECT: Final = "${hal}"
SRIKANDI_NIP: Final = "${nip_pengirim}"
OUTSIDE: Final = ("menteri", "direktur jenderal", "dirjen", "inspektur jenderal", "kementerian")
"""How the titles begin of those who are reached in a SRIKANDI of their own."""


class Reach(StrEnum):
    """How an addressee is reached in SRIKANDI."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    BESIDE = "beside"
    """Not in SRIKANDI, or not known to be."""


@dataclass(frozen=True, slots=True)
class Destination:
    """An addressee or a copy, with how it is reached."""

    title: str
    reach: Reach


def for_srikandi(facts: LetterFacts) -> LetterFacts:
    """Return the facts with SRIKANDI's variables in the places that it fills in; once is as good as twice.

    A kind without a number keeps its date; of several signers the one of the office is SRIKANDI's.
    """
    if not facts.number:
        return replace(facts, signatures=_signatures(facts))
    return replace(
        facts,
        number=(SRIKANDI_NUMBER,),
        date=(SRIKANDI_DATE,),
        urgency=SRIKANDI_URGENCY,
        subject=SRIKANDI_SUBJECT,
        signatures=_signatures(facts),
    )


def own_block(facts: LetterFacts) -> int:
    """Return which of the signers is the office's own, counted from 0; -1 where nobody signs."""
    if not facts.signatures:
        return -1
    return len(facts.signatures) - 1 if facts.kind == LetterKind.COVER_LETTER else 0


def destination(title: str, own_titles: Iterable[str]) -> Destination:
    """Return how an addressee is reached: one of our own posts, a ministry, or what is to be looked up."""
    bare = comparable(title.removeprefix("Yth. ").removeprefix("Yth "))
    if any(bare.startswith(comparable(own)) for own in own_titles if own):
        return Destination(title, Reach.INTERNAL)
    if bare.startswith(OUTSIDE):
        return Destination(title, Reach.EXTERNAL)
    return Destination(title, Reach.BESIDE)


def _signatures(facts: LetterFacts) -> tuple[SignatureBlock, ...]:
    own = own_block(facts)
    return tuple(
        _filled_there(block) if place == own else block for place, block in enumerate(facts.signatures)
    )


def _filled_there(block: SignatureBlock) -> SignatureBlock:
    nip = SRIKANDI_NIP if block.nip is not None else None
    return SignatureBlock(block.title_lines, SRIKANDI_SIGNER, None, nip, SRIKANDI_SIGNATURE)
