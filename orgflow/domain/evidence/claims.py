"""Claims in a text: sentences that name the evidence under them, and those that should and do not.

A claim is a sentence with a mark ``[bukti:KEY]`` in it or right after it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.calendar import MONTHS
from orgflow.domain.sentences import END
from orgflow.domain.values import comparable

KEY_LENGTH: Final = 60
MARK: Final = re.compile(r"[ \t\u00a0]{0,9}\[\s{0,9}bukti\s{0,9}:([^\[\]\n]{0,200})\]", re.IGNORECASE)
_KEY: Final = re.compile(rf"[a-z0-9][a-z0-9._-]{{0,{KEY_LENGTH - 1}}}")
_POINT: Final = re.compile(r"\s*\\?(?:\d{1,3}|[A-Za-z]{1,2})[.)]\s+")
_STRONG: Final = re.compile(
    r"\b(?:satu-satunya|terbanyak|terbesar|tertinggi|terbaik|terlengkap|tersibuk|tercepat|"
    r"pertama kali|seluruh|semua|setiap|hanya|selalu|tidak pernah|"
    r"mayoritas|sebagian besar|paling|meningkat|menurun|berlipat)\b",
    re.IGNORECASE,
)
_MONTHS: Final = "|".join(MONTHS)
_PLAIN_NUMBERS: Final = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_MONTHS})(?:\s+\d{{4}})?|\b(?:{_MONTHS})\s+\d{{4}}"
    r"|\b(?:nomor|no\.?|pasal|ayat|huruf|angka|bab|lampiran|halaman|butir|tabel|gambar)\s*\(?\d[\w./-]*\)?"
    r"|\b(?:uu|pp|perpres|perda|pergub|permendagri|permenpanrb|perka)\s+(?:\w+\s+)?\d[\w./-]*"
    r"|\b\d+/\d{4}\b|\(\d+\)|\b(?:tahun|t\.a\.)\s+\d{4}|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Numbers that claim nothing: dates, years, and where a rule stands."""
_GAP: Final = re.compile(r"\[belum diisi[^\]]*\]", re.IGNORECASE)


class Boldness(StrEnum):
    """Why a sentence without a mark should have one."""

    NUMBER = "number"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its marks, and the keys it names; ``broken`` are marks without one."""

    sentence: str
    keys: tuple[str, ...]
    broken: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells this sentence from every other, whatever its case and blanks."""
        return hashlib.sha256(comparable(self.sentence).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Bare:
    """A sentence that says much and names no evidence; ``words`` are those that give it away."""

    sentence: str
    boldness: Boldness
    words: str


def claims_in(text: str) -> tuple[Claim, ...]:
    """Return the sentences that name evidence, in their order; the same sentence once."""
    found: dict[str, Claim] = {}
    for claim in sentences_of(text):
        if claim.keys or claim.broken:
            earlier = found.get(claim.digest, claim)
            keys = tuple(dict.fromkeys((*earlier.keys, *claim.keys)))
            broken = tuple(dict.fromkeys((*earlier.broken, *claim.broken)))
            found[claim.digest] = Claim(claim.sentence, keys, broken)
    return tuple(found.values())


def bare_in(text: str) -> tuple[Bare, ...]:
    """Return the sentences that should name evidence and do not; the same sentence once."""
    found: dict[str, Bare] = {}
    for claim in sentences_of(text):
        if claim.keys:
            continue
        bare = _bare(claim.sentence)
        if bare is not None:
            found.setdefault(claim.digest, bare)
    return tuple(found.values())


def without_marks(text: str) -> str:
    """Return the text as it is printed where no sources are listed: its marks left out."""
    return MARK.sub("", text)


def mark_for(key: str) -> str:
    """Return the mark that names an entry."""
    return f"[bukti:{key}]"


def key_of(told: str) -> str | None:
    """Return the key within a mark, None where there is none."""
    key = told.strip().casefold()
    return key if _KEY.fullmatch(key) else None


def with_marks_of(before: str, after: str) -> str:
    """Return a text that lost its marks with those of the sentences that still stand word for word."""
    held: Mapping[str, tuple[str, ...]] = {claim.digest: claim.keys for claim in claims_in(before)}
    lines = []
    for line in after.split("\n"):
        marked, at = "", 0
        for claim, end in _spans(line):
            keys = held.get(claim.digest, ()) if not claim.keys else ()
            marks = "".join(f" {mark_for(key)}" for key in keys)
            whole = line[at:end]
            is_row = whole.lstrip().startswith("|") and whole.rstrip().endswith("|")
            marked += f"{whole.rstrip()[:-1].rstrip()}{marks} |" if is_row and marks else whole + marks
            at = end
        lines.append(marked + line[at:])
    return "\n".join(lines)


def sentences_of(text: str) -> Iterator[Claim]:
    """Yield every sentence of a text with the keys it names; a row of a table is one."""
    for line in text.split("\n"):
        yield from (claim for claim, _ in _spans(line) if claim.sentence)


def _spans(line: str) -> Iterator[tuple[Claim, int]]:
    """Yield the sentences of one line, and where each ends with all marks that belong to it."""
    if line.strip().startswith("|"):
        yield _claim(line), len(line)
        return
    point = _POINT.match(line)
    start = point.end() if point is not None else 0
    marks = {mark.start(): mark.end() for mark in MARK.finditer(line)}
    within = {at for begun, ended in marks.items() for at in range(begun + 1, ended + 1)}
    for stop in END.finditer(line, start):
        end = stop.end()
        if end <= start or end in within:
            continue
        while end in marks:
            end = marks[end]
        yield _claim(line[start:end]), end
        start = end
    if line[start:].strip():
        yield _claim(line[start:]), len(line)


def _claim(piece: str) -> Claim:
    keys: dict[str, None] = {}
    broken: list[str] = []
    for told in MARK.findall(piece):
        key = key_of(told)
        if key is None:
            broken.append(told.strip())
        else:
            keys[key] = None
    return Claim(" ".join(without_marks(piece).split()), tuple(keys), tuple(broken))


def _bare(sentence: str) -> Bare | None:
    said = _GAP.sub(" ", sentence)
    strong = _STRONG.search(said)
    if strong is not None:
        return Bare(sentence, Boldness.WORD, strong[0])
    number = re.search(r"\d[\d.,]*", _PLAIN_NUMBERS.sub(" ", said))
    if number is not None:
        return Bare(sentence, Boldness.NUMBER, number[0].rstrip(".,"))
    return None
