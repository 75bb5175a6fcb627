"""Whether what a letter counts and whom it names agree with what stands in its two files."""

import re
from collections.abc import Iterator, Mapping

from orgflow.domain.letters.facts import HEAD_LINES
from orgflow.domain.letters.spelling import counted
from orgflow.letters.blocks import PartName
from orgflow.letters.compose import annex_of, copies_of
from orgflow.letters.findings import Finding, FindingCode
from orgflow.letters.preflight_seen import Seen, found
from orgflow.letters.wording import bare, occurrences

_LISTED = "enclosure_titles"
_COUNT = re.compile(r"(\d{1,9})\s*(?:\(([^)]*)\))?\s*(.*)", re.DOTALL)
_BUNDLES = frozenset({"berkas", "bundel", "jilid", "set", "eksemplar"})
_NONE = frozenset({"", "-", "–", "—"})
_SALUTED = re.compile(r"^(?:yth\.|kepada)+", re.IGNORECASE)


def check_counts(seen: Seen) -> Iterator[Finding]:
    """Yield where the enclosures, the addressees and the copies do not agree."""
    yield from _enclosures(seen)
    yield from _listed_titles(seen)
    yield from _named_twice(seen)
    yield from _recipients(seen)


def _enclosures(seen: Seen) -> Iterator[Finding]:
    said = seen.facts.enclosures.strip()
    if "enclosures" not in seen.template.layout.head_lines or PartName.META not in seen.template.layout.order:
        return
    line = f"{seen.frame.word('enclosures')}:{said}"
    place = seen.places.find(line) if said else None
    expected = _expected(said, _listed(seen), is_enclosing=_is_enclosing(seen))
    if expected != said:
        yield found(FindingCode.ENCLOSURES_DIFFER, place, said=said or "-", expected=expected)
    for file, words in seen.files():
        if not occurrences(line, words):
            missing = seen.places.find(f"{seen.frame.word('enclosures')}:")
            yield found(FindingCode.ENCLOSURE_MISSING, missing, words=said, file=file)


def _expected(said: str, listed: int | None, *, is_enclosing: bool) -> str:
    """Return what is to stand at *Lampiran*: several documents may be one bundle, else they are counted.

    Args:
        listed: how many documents the letter names one by one; None where its kind names none.
        is_enclosing: something that the letter names or holds is enclosed.
    """
    if said in _NONE:
        return f"{counted(1)} berkas" if is_enclosing else said
    told = _COUNT.fullmatch(said)
    if (listed is not None and not is_enclosing) or (told is not None and int(told[1]) == 0):
        return "-"
    if told is None:
        return said
    number, unit = int(told[1]), told[3].strip()
    is_bundle = not unit or unit.split()[0].casefold() in _BUNDLES
    if listed and (number > listed if is_bundle else number != listed):
        number = 1 if is_bundle else listed
    words = f"{counted(number)} {unit}".strip()
    is_so = number == int(told[1]) and (told[2] is None or bare(words) == bare(said))
    return said if is_so else words


def _listed(seen: Seen) -> int | None:
    return len(_titles(seen)) if _LISTED in seen.template.facts.fields else None


def _is_enclosing(seen: Seen) -> bool:
    return bool(_titles(seen)) or annex_of(seen.template, seen.facts) is not None


def _titles(seen: Seen) -> tuple[str, ...]:
    listed = seen.facts.body.get(_LISTED)
    return tuple(str(title) for title in listed) if isinstance(listed, tuple) else ()


def _listed_titles(seen: Seen) -> Iterator[Finding]:
    for title in _titles(seen):
        words = title.rstrip(" ;.")
        for file, text in seen.files():
            if not occurrences(words, text):
                place = seen.places.find(f"{seen.frame.word('enclosures')}:")
                yield found(FindingCode.ENCLOSURE_MISSING, place, words=words, file=file)


def _named_twice(seen: Seen) -> Iterator[Finding]:
    met: set[str] = set()
    for words in (*(" ".join(lines) for lines in seen.facts.addressees), *seen.facts.copies):
        name = _SALUTED.sub("", bare(words).casefold().rstrip(";."))
        if name in met:
            yield found(FindingCode.RECIPIENT_TWICE, seen.places.find_last(words), words=words.rstrip(" ;."))
        met.add(name)


def _recipients(seen: Seen) -> Iterator[Finding]:
    for opening, lines in _printed(seen):
        whole = opening + "".join(lines)
        for file, text in seen.files():
            count = occurrences(whole, text)
            if count > 1:
                yield found(FindingCode.RECIPIENT_TWICE, seen.places.find_last(whole), words=" ".join(lines))
            elif count == 0:
                words, before = _first_missing(opening, lines, text)
                place = seen.places.find(before or opening)
                yield found(FindingCode.RECIPIENT_MISSING, place, words=words, file=file)


def _printed(seen: Seen) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each place where recipients are named: how it begins, and its lines in their order."""
    layout, frame = seen.template.layout, seen.frame
    copies = copies_of(frame, seen.facts)
    if PartName.ADDRESS in layout.order:
        address = frame.address()
        place = (address.preposition, address.place) if address.place else ()
        yield address.salutation, (*address.lines, *place)
    if PartName.COPIES in layout.order and copies is not None:
        yield copies.heading, tuple(f"{number}. {line}" for number, line in enumerate(copies.lines, start=1))
    labels: Mapping[str, str] = {frame.word(key): key for key in HEAD_LINES if key in layout.head_lines}
    for line in frame.meta().lines:
        if labels.get(line.label) in {"salutation", "copies_line"}:
            yield f"{line.label}:", tuple("".join(run.words for run in runs) for runs in line.lines)


def _first_missing(opening: str, lines: tuple[str, ...], text: str) -> tuple[str, str]:
    """Return the first line that does not follow on those before it, and these."""
    before = opening
    for line in lines:
        if not occurrences(before + line, text):
            return line, before
        before += line
    return opening, ""
