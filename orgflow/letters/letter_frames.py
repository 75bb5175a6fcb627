"""How a copy of a letter and the findings of its check are handed from one process to another."""

from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from orgflow.domain.errors import Fact
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_to_json
from orgflow.domain.letters.stored import Plain
from orgflow.letters.errors import RenderFailed
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.frames import Frame
from orgflow.letters.pdf_copies import ArchiveCopy, AskedCopy, FileCopy, ReadingCopy
from orgflow.letters.templates import LetterTemplate

_READING, _FILE, _ARCHIVE = "reading", "file", "archive"


def copy_frame(template: LetterTemplate, facts: LetterFacts, emblem: bytes | None, kind: AskedCopy) -> Frame:
    """Return the request for a copy: the emblem first, then what is put inside."""
    head: dict[str, Plain] = {
        "act": "copy",
        "template": template.source,
        "facts": facts_to_json(facts),
        "has_emblem": emblem is not None,
    }
    files = [] if emblem is None else [emblem]
    match kind:
        case ReadingCopy():
            head["copy"] = _READING
        case FileCopy():
            head["copy"] = _FILE
        case ArchiveCopy(change_set=change_set, saved_at=saved_at):
            head["copy"], head["saved_at"] = _ARCHIVE, saved_at.isoformat()
            files.append(change_set)
        case _:
            assert_never(kind)
    return Frame(head, tuple(files))


def copy_asked(frame: Frame) -> tuple[bytes | None, AskedCopy]:
    """Return the emblem and the copy that ``copy_frame`` asked for."""
    files = list(frame.files)
    emblem = files.pop(0) if frame.head["has_emblem"] else None
    if frame.head["copy"] == _ARCHIVE:
        return emblem, ArchiveCopy(files[0], datetime.fromisoformat(str(frame.head["saved_at"])))
    return emblem, FileCopy() if frame.head["copy"] == _FILE else ReadingCopy()


def finding_to_plain(finding: Finding) -> Plain:
    """Return a finding as plain values."""
    place = finding.place
    where: Plain = None if place is None else [place.page, str(place.x), str(place.y)]
    return {"code": finding.code.value, "facts": facts_to_plain(finding.facts), "place": where}


def finding_from_plain(told: Plain) -> Finding:
    """Return the finding that ``finding_to_plain`` told of.

    Raises:
        RenderFailed: it is none.
    """
    if not isinstance(told, dict) or not isinstance(told["facts"], dict):
        raise RenderFailed(reason="broken")
    place = None
    if isinstance(where := told["place"], list):
        page, x, y = (str(part) for part in where)
        place = PagePlace(int(page), float(x), float(y))
    return Finding(FindingCode(str(told["code"])), facts_from_plain(told["facts"]), place)


def facts_to_plain(fields: Mapping[str, Fact]) -> dict[str, Plain]:
    """Return what an error or a finding tells, as plain values."""
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in fields.items()}


def facts_from_plain(told: Mapping[str, Plain]) -> dict[str, Fact]:
    """Return what ``facts_to_plain`` told."""
    return {
        name: tuple(str(text) for text in fact) if isinstance(fact, list) else fact
        for name, fact in told.items()
        if not isinstance(fact, dict)
    }
