"""How much and which text one letter may hold."""

import unicodedata
from collections.abc import Iterator, Mapping

from orgflow.domain.letters.facts import FactValue, Gap, LetterFacts, Piece, SignatureBlock
from orgflow.letters.errors import LetterTooLong, UnprintableText

LONGEST_TEXT = 20_000
LONGEST_LIST = 200
LONGEST_LETTER = 120_000

_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn"})
_WHITE = frozenset("\t\r\n")
_TURNS_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check_limits(facts: LetterFacts) -> None:
    """Refuse a letter that cannot be printed as it stands.

    Raises:
        UnprintableText: control characters, lone surrogates, unassigned characters or overrides of direction.
        LetterTooLong: a text above 20,000 characters, a list above 200 items, or all of it above 120,000.
    """
    placed = tuple(_values(facts))
    texts = [(at, value) for at, value in placed if isinstance(value, str)]
    unprintable = tuple(at for at, text in texts if _holds_unprintable(text))
    if unprintable:
        raise UnprintableText(places=unprintable)
    long = [at for at, text in texts if len(text) > LONGEST_TEXT]
    long += [at for at, value in placed if isinstance(value, tuple) and len(value) > LONGEST_LIST]
    if sum(len(text) for _, text in texts) > LONGEST_LETTER:
        long.append("letter")
    if long:
        raise LetterTooLong(places=tuple(long))


def _holds_unprintable(text: str) -> bool:
    # What Python calls printable holds nothing that is refused here, and is told at once.
    return not text.isprintable() and any(_is_unprintable(character) for character in text)


def _is_unprintable(character: str) -> bool:
    if character in _TURNS_DIRECTION:
        return True
    return character not in _WHITE and unicodedata.category(character) in _UNPRINTABLE


def _values(facts: LetterFacts) -> Iterator[tuple[str, FactValue]]:
    head = facts.letterhead
    held: Mapping[str, FactValue] = {
        "letterhead.lines": head.lines,
        "letterhead.contact": head.contact,
        "letterhead.emblem_label": head.emblem_label,
        "place": facts.place,
        "date": tuple(piece for piece in facts.date if not isinstance(piece, Gap)),
        "number": tuple(piece for piece in facts.number if not isinstance(piece, Gap)),
        "urgency": facts.urgency,
        "enclosures": facts.enclosures,
        "subject": facts.subject,
        "addressees": facts.addressees,
        "addressee_place": facts.addressee_place,
        "sender": facts.sender,
        "through": facts.through,
        "signatures": tuple(
            (*block.title_lines, *(piece for piece in _signer(block) if isinstance(piece, str)))
            for block in facts.signatures
        ),
        "copies": facts.copies,
        "paraf": tuple((box.title, *box.lines) for box in facts.paraf),
        "words": facts.words,
        "passages": facts.passages,
        "body": facts.body,
    }
    return _within("", held)


def _signer(block: SignatureBlock) -> tuple[Piece | None, ...]:
    return (block.name, block.rank, block.nip, block.mark)


def _within(at: str, value: FactValue) -> Iterator[tuple[str, FactValue]]:
    yield at, value
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _within(f"{at}.{name}" if at else name, inner)
    elif isinstance(value, tuple):
        for position, inner in enumerate(value, start=1):
            yield from _within(f"{at}.{position}", inner)
