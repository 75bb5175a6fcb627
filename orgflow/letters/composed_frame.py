"""What stands around the body of a letter: marks, head lines, heading, address and signing blocks."""

import re
from collections.abc import Iterable
from typing import Final

from orgflow.domain.letters.facts import Gap, LetterFacts, Piece, SignatureBlock
from orgflow.letters.blocks import Address, Blank, Meta, MetaLine, PartName, Run, Runs, Signature, Text
from orgflow.letters.errors import UnknownGap
from orgflow.letters.templates import LetterTemplate

_TOKEN = re.compile(r"\{(subject|SUBJECT|number|place|date|head)\}")
ADDRESSEES: Final = "addressees"
_WIDE = frozenset({"number", "salutation", "through", "sender", "copies_line", "date"})


class Frame:
    """The frame of one letter, from its wording's fixed words and its facts."""

    def __init__(self, template: LetterTemplate, facts: LetterFacts) -> None:
        self._template = template
        self._facts = facts

    def word(self, key: str) -> str:
        """Return a fixed word, as this office prints it."""
        return self._facts.words.get(key) or self._template.frame[key]

    def marks(self) -> tuple[str, ...]:
        """Return what stands above every page."""
        held = (("concept", self._facts.is_concept), ("sample", self._facts.is_sample))
        return tuple(self.word(key) for key, holds in held if holds)

    def place_and_date(self) -> Runs:
        """Return where and when the letter was written; nothing where the kind prints it elsewhere."""
        if PartName.DATE not in self._template.layout.order:
            return ()
        return self.runs((f"{self._facts.place}, ", *self._facts.date))

    def meta(self) -> Meta:
        """Return the lines under the letterhead, in the office's order or the kind's own."""
        layout = self._template.layout
        if PartName.META not in layout.order:
            return Meta(())
        order = tuple(key for key in self._facts.head_lines if key in layout.head_lines)
        order += tuple(key for key in layout.head_lines if key not in order)
        lines = (self._meta_line(key, is_closed=layout.is_closed) for key in order)
        return Meta(tuple(line for line in lines if line is not None), is_closed=layout.is_closed)

    def heading(self) -> tuple[Runs, ...]:
        """Return the centred lines of the title."""
        return tuple(self._filled(line) for line in self._template.layout.heading)

    def address(self) -> Address:
        """Return to whom the letter goes; several are numbered."""
        return Address(
            salutation=self.word("salutation"),
            lines=self._addressees(),
            preposition=self.word("preposition"),
            place=line_of(self._facts.addressee_place),
        )

    def signatures(self) -> tuple[Signature, ...]:
        """Return the signing blocks in their order; the lead stands above the last of them."""
        blocks = self._facts.signatures
        last = len(blocks) - 1
        return tuple(
            self._signature(block, self._template.layout.lead if position == last else ())
            for position, block in enumerate(blocks)
        )

    def annex_head(self) -> tuple[MetaLine, ...]:
        """Return the block at the top right of what is enclosed. Source: [PERMENDAGRI-1-2023]."""
        return (
            MetaLine(self.word("annex"), ((Text(self._template.layout.annex),),), is_wide=True),
            MetaLine(self.word("number"), (self.runs(self._facts.number),), is_wide=True),
            MetaLine(self.word("date"), (self.runs(self._facts.date),), is_wide=True),
        )

    def runs(self, pieces: tuple[Piece, ...]) -> Runs:
        """Return the pieces as runs; words side by side are one run, so that a variable stays whole.

        Raises:
            UnknownGap: a gap's key has no label in the template.
        """
        labels = self._template.gap_labels
        runs: list[Run] = []
        for piece in pieces:
            if isinstance(piece, Gap):
                if piece.key not in labels:
                    raise UnknownGap(key=piece.key)
                runs.append(Blank(piece.key, labels[piece.key]))
            elif runs and isinstance(runs[-1], Text):
                runs[-1] = Text(runs[-1].words + line_of(piece))
            else:
                runs.append(Text(line_of(piece)))
        return tuple(runs)

    def _addressees(self) -> tuple[str, ...]:
        """Return the addressees' lines; a gap where the form has some and none is known."""
        lines = _numbered(lines_of(lines) for lines in self._facts.addressees)
        label = self._template.gap_labels.get(ADDRESSEES)
        return lines or ((Blank(ADDRESSEES, label).words,) if label is not None else ())

    def _meta_line(self, key: str, *, is_closed: bool) -> MetaLine | None:
        facts = self._facts
        values: dict[str, tuple[Runs, ...]] = {
            "number": (self.runs(facts.number),),
            "urgency": _plain(lines_of(facts.urgency.split("\n"))),
            "enclosures": (self.runs((facts.enclosures,)),),
            "subject": (self.runs((facts.subject,)),),
            "date": (self.runs(facts.date),),
            "salutation": _plain(self._addressees()),
            "through": _plain(lines_of(facts.through)),
            "sender": _plain(lines_of(facts.sender)),
            "copies_line": _plain(_numbered((line,) for line in lines_of(facts.copies))),
        }
        value = values[key]
        is_wide = is_closed or key in _WIDE
        return MetaLine(self.word(key), value, is_wide=is_wide) if value else None

    def _filled(self, line: str) -> Runs:
        facts = self._facts
        values: dict[str, tuple[Piece, ...]] = {
            "subject": (facts.subject,),
            "SUBJECT": (_in_capitals(facts.subject),),
            "number": facts.number,
            "place": (facts.place,),
            "date": facts.date,
            "head": facts.letterhead.lines[:1],
        }
        pieces: list[Piece] = []
        for position, part in enumerate(_TOKEN.split(line)):
            pieces.extend(values[part] if position % 2 else (part,))
        return self.runs(tuple(piece for piece in pieces if piece != ""))

    def _signature(self, block: SignatureBlock, lead: tuple[str, ...]) -> Signature:
        titles = lines_of(block.title_lines)
        signer = [self.runs((block.name,))]
        if block.rank is not None:
            signer.append(self.runs((block.rank,)))
        if block.nip is not None:
            signer.append(self.runs((f"{self.word('nip')} ", block.nip)))
        return Signature(
            title_lines=(*titles[:-1], f"{titles[-1].rstrip(',')},") if titles else (),
            signer=tuple(signer),
            mark=line_of(block.mark or ""),
            lead=tuple(self._filled(line) for line in lead),
        )


def _in_capitals(text: str) -> str:
    """Return the text in capitals; a variable that another system fills in keeps its own letters."""
    return text if text.startswith("${") else text.upper()


def line_of(text: str) -> str:
    """Return the text in one line, otherwise as typed."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def lines_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts, each in one line."""
    return tuple(line_of(text) for text in texts)


def _numbered(entries: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the lines of all entries; of several, each begins with its number."""
    held = tuple(entry for entry in entries if entry)
    if len(held) <= 1:
        return held[0] if held else ()
    return tuple(
        f"{number}. {line}" if place == 0 else line
        for number, entry in enumerate(held, start=1)
        for place, line in enumerate(entry)
    )


def _plain(lines: tuple[str, ...]) -> tuple[Runs, ...]:
    return tuple((Text(line),) for line in lines)
