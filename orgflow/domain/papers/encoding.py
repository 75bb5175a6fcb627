"""Documents as plain JSON, to be handed to the process that renders them and to be kept."""

import json
from collections.abc import Mapping

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.facts import Paper
from orgflow.domain.letters.stored import Plain
from orgflow.domain.papers.document import (
    Block,
    Contents,
    Document,
    EmblemPlace,
    Face,
    Figure,
    HeadLine,
    Line,
    Listed,
    Mark,
    NewPage,
    Part,
    Row,
    Run,
    Runs,
    Style,
    Table,
)

VERSION = 1


class UnreadableDocument(RuleBroken):
    """A stored text is not a document of this version."""

    code = "unreadable_document"


def document_to_json(document: Document) -> str:
    """Return the one canonical text of a document."""
    heads: list[Plain] = [[line.label, _write_runs(line.value)] for line in document.head]
    written: dict[str, Plain] = {
        "v": VERSION,
        "title": document.title,
        "sheet": document.sheet.value,
        "landscape": document.is_landscape,
        "face": document.face.value,
        "marks": list(document.marks),
        "blocks": [_write_block(block) for block in document.blocks],
        **({"head": heads} if heads else {}),
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def document_from_json(text: str) -> Document:
    """Return the document that ``document_to_json`` wrote.

    Raises:
        UnreadableDocument: the text is something else.
    """
    try:
        told: Plain = json.loads(text)
        fields = _record(told)
        if fields["v"] != VERSION:
            raise UnreadableDocument(at="v")
        return Document(
            str(fields["title"]),
            Paper(str(fields["sheet"])),
            bool(fields["landscape"]),
            Face(str(fields["face"])),
            tuple(str(mark) for mark in _items(fields["marks"])),
            tuple(_read_block(block) for block in _items(fields["blocks"])),
            tuple(_read_head(line) for line in _items(fields.get("head", []))),
        )
    except (KeyError, ValueError) as broken:
        raise UnreadableDocument(at="") from broken


def _read_head(told: Plain) -> HeadLine:
    label, value = _items(told)
    return HeadLine(str(label), _read_runs(value))


def _write_block(block: Block) -> Plain:
    match block:
        case Line():
            return {
                "line": block.style.value,
                "runs": _write_runs(block.runs),
                "marker": block.marker,
                "level": block.level,
                "keeps": block.keeps_next,
            }
        case Table():
            rows: list[Plain] = [[_write_runs(cell) for cell in row.cells] for row in block.rows]
            return {"table": list(block.heads), "widths": list(block.widths), "rows": rows}
        case EmblemPlace(is_large=is_large):
            return {"emblem": True, **({"large": True} if is_large else {})}
        case NewPage(part=part):
            return {"page": True, **({"part": part.value} if part is not None else {})}
        case Figure(svg=svg, label=label):
            return {"figure": svg, "label": label}
        case Contents(listed=listed):
            return {"contents": listed.value}


def _read_block(told: Plain) -> Block:
    fields = _record(told)
    if "line" in fields:
        level = fields["level"]
        return Line(
            Style(str(fields["line"])),
            _read_runs(fields["runs"]),
            str(fields["marker"]),
            level if isinstance(level, int) else 0,
            bool(fields["keeps"]),
        )
    if "table" in fields:
        return Table(
            tuple(str(head) for head in _items(fields["table"])),
            tuple(width for width in _items(fields["widths"]) if isinstance(width, int)),
            tuple(Row(tuple(_read_runs(cell) for cell in _items(row))) for row in _items(fields["rows"])),
        )
    if "figure" in fields:
        return Figure(str(fields["figure"]), str(fields["label"]))
    if "contents" in fields:
        return Contents(Listed(str(fields["contents"])))
    if "emblem" in fields:
        return EmblemPlace(is_large=bool(fields.get("large", False)))
    part = fields.get("part")
    return NewPage(Part(str(part)) if part is not None else None)


def _write_runs(runs: Runs) -> Plain:
    return [[run.mark.value, run.words] for run in runs]


def _read_runs(told: Plain) -> Runs:
    return tuple(Run(str(words), Mark(str(mark))) for mark, words in map(_items, _items(told)))


def _record(told: Plain) -> Mapping[str, Plain]:
    if not isinstance(told, dict):
        raise UnreadableDocument(at="")
    return told


def _items(told: Plain) -> list[Plain]:
    if not isinstance(told, list):
        raise UnreadableDocument(at="")
    return told
