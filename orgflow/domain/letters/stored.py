"""Stored records read field by field, with the place of a fault at hand."""

from collections.abc import Mapping

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.facts import FactValue, Gap, Piece

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


class UnreadableFacts(RuleBroken):
    """A stored text is not the facts of a letter; ``at`` names the place."""

    code = "unreadable_letter_facts"


def write_value(value: FactValue) -> Plain:
    """Return a fact as plain JSON values."""
    if isinstance(value, Mapping):
        return {key: write_value(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [write_value(inner) for inner in value]
    return value


def read_value(value: Plain) -> FactValue:
    """Return the fact that ``write_value`` wrote.

    Raises:
        UnreadableFacts: it holds a number that is not whole.
    """
    if isinstance(value, dict):
        return {key: read_value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(read_value(inner) for inner in value)
    if isinstance(value, float):
        raise UnreadableFacts(at="body")
    return value


class Stored:
    """One stored record; whatever is missing or of a wrong type is ``UnreadableFacts`` with its place."""

    def __init__(self, stored: Plain, path: str) -> None:
        if not isinstance(stored, dict):
            raise UnreadableFacts(at=path)
        self._stored = stored
        self._path = path

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def holds(self, key: str) -> bool:
        """Whether the record has the field at all."""
        return key in self._stored

    def take(self, key: str) -> Plain:
        """Return a field as it stands."""
        if key not in self._stored:
            raise UnreadableFacts(at=self._at(key))
        return self._stored[key]

    def record(self, key: str) -> "Stored":
        """Return a field that is a record."""
        return Stored(self.take(key), self._at(key))

    def records(self, key: str) -> tuple["Stored", ...]:
        """Return a field that is a list of records."""
        return tuple(Stored(value, self._at(key)) for value in self._many(key))

    def text(self, key: str) -> str:
        """Return a field that is words."""
        return self._as_text(self.take(key), key)

    def text_or_none(self, key: str) -> str | None:
        """Return a field that is words or nothing."""
        return None if self.take(key) is None else self.text(key)

    def word(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return a field that is one of these words."""
        value = self.text(key)
        if value not in allowed:
            raise UnreadableFacts(at=self._at(key))
        return value

    def words(self, key: str) -> Mapping[str, str]:
        """Return a field that is words by their keys."""
        inner = self.record(key)
        return {name: inner.text(name) for name in inner._stored}

    def flag(self, key: str) -> bool:
        """Return a field that is yes or no."""
        value = self.take(key)
        if not isinstance(value, bool):
            raise UnreadableFacts(at=self._at(key))
        return value

    def number(self, key: str) -> int:
        """Return a field that is a whole number."""
        return self._as_number(self.take(key), key)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a field that is a list of whole numbers."""
        return tuple(self._as_number(value, key) for value in self._many(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of words."""
        return tuple(self._as_text(value, key) for value in self._many(key))

    def text_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a field that is a list of lists of words."""
        lists = self._many(key)
        if not all(isinstance(lines, list) for lines in lists):
            raise UnreadableFacts(at=self._at(key))
        return tuple(
            tuple(self._as_text(line, key) for line in lines) for lines in lists if isinstance(lines, list)
        )

    def piece(self, key: str) -> Piece:
        """Return a field that is words or a gap."""
        return self._as_piece(self.take(key), key)

    def piece_or_none(self, key: str) -> Piece | None:
        """Return a field that is words, a gap or nothing."""
        return None if self.take(key) is None else self.piece(key)

    def pieces(self, key: str) -> tuple[Piece, ...]:
        """Return a field that is a list of words and gaps."""
        return tuple(self._as_piece(value, key) for value in self._many(key))

    def _many(self, key: str) -> list[Plain]:
        value = self.take(key)
        if not isinstance(value, list):
            raise UnreadableFacts(at=self._at(key))
        return value

    def _as_text(self, value: Plain, key: str) -> str:
        if not isinstance(value, str):
            raise UnreadableFacts(at=self._at(key))
        return value

    def _as_number(self, value: Plain, key: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise UnreadableFacts(at=self._at(key))
        return value

    def _as_piece(self, value: Plain, key: str) -> Piece:
        if isinstance(value, str):
            return value
        if isinstance(value, dict) and list(value) == ["gap"] and isinstance(value["gap"], str):
            return Gap(value["gap"])
        raise UnreadableFacts(at=self._at(key))
