"""A draft regulation read by its own form: title, bases, numbered changes or articles, and its closing.

It is never read to learn what changes: only what somebody wrote is held against what was derived.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TITLE: Final = re.compile(r"^tentang$", re.IGNORECASE)
_OPENING: Final = re.compile(r"^dengan rahmat tuhan", re.IGNORECASE)
_BASES: Final = re.compile(r"^mengingat\b", re.IGNORECASE)
_DECIDED: Final = re.compile(r"^memutuskan", re.IGNORECASE)
_PART_ONE: Final = re.compile(r"^pasal i$", re.IGNORECASE)
_PART_TWO: Final = re.compile(r"^pasal ii$", re.IGNORECASE)
_ORDER: Final = re.compile(r"^agar setiap orang", re.IGNORECASE)
_ARTICLE: Final = r"(?:Pasal\s+\d+[A-Z]*|Lampiran(?:\s+[IVX]+)?|BAB\s+[IVX]+|Bagian\s+\w+|Paragraf\s+\d+)"
_HEADING: Final = re.compile(rf"^{_ARTICLE}$")
_CITED: Final = re.compile(_ARTICLE)
_CHANGE: Final = re.compile(
    r"^(?:\d+\.\s+)?(Ketentuan|Judul|Di antara|Setelah|Pasal\s+\d+[A-Z]*\s+dihapus)\b"
)
_INSERTED: Final = re.compile(r"\byakni\s+(.*?)(?:\s+sehingga|$)")
_DAY: Final = re.compile(r"mulai berlaku pada tanggal\s+(.+?)\.?$")
_MENTION: Final = re.compile(r"penyebutan\s+(.+?)\s+dalam\s+.*?dimaknai sebagai\s+(.+?)\s+sepanjang")


@dataclass(frozen=True, slots=True)
class ReadChange:
    """One change or article: what is done to which article, and the lines that it is to read."""

    act: str
    articles: tuple[str, ...]
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a draft says in its fixed places; a part that is missing is empty."""

    title: str
    considerations: str
    bases: tuple[str, ...]
    changes: tuple[ReadChange, ...]
    closing: tuple[str, ...]
    day: str
    mentions: tuple[tuple[str, str], ...]
    parts: frozenset[str]


def read_draft(lines: Sequence[str]) -> Reading:
    """Return what the lines of a draft say."""
    title = _between(lines, _TITLE, _OPENING)
    considerations = _between(lines, _OPENING, _BASES)
    bases = _between(lines, _BASES, _DECIDED, keeps_first=True)
    operative = _between(lines, _DECIDED, _ORDER)
    is_amending = any(_PART_ONE.match(line) for line in operative)
    body = _between(operative, _PART_ONE, _PART_TWO) if is_amending else operative
    closing = _between(operative, _PART_TWO, None) if is_amending else operative
    return Reading(
        " ".join(title),
        " ".join(considerations),
        tuple(bases),
        tuple(_changes(body) if is_amending else _articles(body)),
        tuple(closing),
        next((found[1] for line in closing if (found := _DAY.search(line))), ""),
        tuple((found[1], found[2]) for line in closing if (found := _MENTION.search(line))),
        frozenset(_parts(lines, is_amending=is_amending)),
    )


def _parts(lines: Sequence[str], *, is_amending: bool) -> list[str]:
    wanted = {
        "MEMUTUSKAN": _DECIDED,
        "Mengingat": _BASES,
        "Perintah pengundangan": _ORDER,
        "Pengundangan": re.compile(r"^diundangkan di", re.IGNORECASE),
        "Penetapan": re.compile(r"^ditetapkan di", re.IGNORECASE),
    }
    if is_amending:
        wanted |= {"Pasal I": _PART_ONE, "Pasal II": _PART_TWO}
    return [name for name, pattern in wanted.items() if any(pattern.match(line) for line in lines)]


def _between(
    lines: Sequence[str],
    first: re.Pattern[str],
    last: re.Pattern[str] | None,
    *,
    keeps_first: bool = False,
) -> list[str]:
    """Return the lines after the first that matches, up to the next that matches the other."""
    start = next((place for place, line in enumerate(lines) if first.match(line)), None)
    if start is None:
        return []
    end = next(
        (
            place
            for place, line in enumerate(lines)
            if place > start and last is not None and last.match(line)
        ),
        len(lines),
    )
    return list(lines[start + (0 if keeps_first else 1) : end])


def _changes(lines: Sequence[str]) -> list[ReadChange]:
    found: list[ReadChange] = []
    sentence, body = "", list[str]()
    for line in lines:
        if _CHANGE.match(line):
            found += [_change(sentence, body)] if sentence else []
            sentence, body = line, []
        elif sentence:
            body.append(line)
    return [*found, _change(sentence, body)] if sentence else found


def _change(sentence: str, body: list[str]) -> ReadChange:
    inserted = _INSERTED.search(sentence)
    if inserted is not None:
        return ReadChange("inserted", tuple(_CITED.findall(inserted[1])), tuple(body))
    act = "repealed" if "dihapus" in sentence else "annex" if "dalam Lampiran" in sentence else "amended"
    return ReadChange(act, tuple(_CITED.findall(sentence)[:1]), tuple(body))


def _articles(lines: Sequence[str]) -> list[ReadChange]:
    found: list[ReadChange] = []
    heading, body = "", list[str]()
    for line in lines:
        if _HEADING.match(line):
            found += [ReadChange("amended", (heading,), tuple(body))] if heading else []
            heading, body = line, []
        elif heading:
            body.append(line)
    return [*found, ReadChange("amended", (heading,), tuple(body))] if heading else found
