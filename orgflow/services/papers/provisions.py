"""Pasal I of an amending regulation: its numbered changes, each article whole as it is to read."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from orgflow.domain.letters.spelling import counted
from orgflow.domain.papers.article_changes import Act, ArticleChange
from orgflow.domain.papers.document import Block, Line, Style, plain
from orgflow.domain.papers.drafting import Drafting, runs_of
from orgflow.domain.papers.lists import in_sentence

_VERSE: Final = re.compile(r"^(\(\d+[a-z]?\))\s+(.*)$", re.DOTALL)
_LETTER: Final = re.compile(r"^([a-z]\.)\s+(.*)$", re.DOTALL)
_NUMBER: Final = re.compile(r"^(\d+\.)\s+(.*)$", re.DOTALL)


def provisions(changes: tuple[ArticleChange, ...], base: str, drafting: Drafting) -> Iterator[Block]:
    """Yield the numbered changes; a single one stands without number in the opening sentence.

    Args:
        base: the opening sentences' regulation as it is cited.
    """
    groups = [tuple(group) for _, group in groupby(changes, key=_together)]
    for number, group in enumerate(groups, start=1):
        sentence = _sentence(group, drafting)
        if len(groups) == 1:
            yield Line(Style.BODY, runs_of(_single(sentence, base)), keeps_next=True)
        else:
            yield Line(Style.ITEM, runs_of(sentence), f"{number}.", 1, keeps_next=group[0].act in _WITH_TEXT)
        for change in group:
            yield from _text(change, drafting, 0 if len(groups) == 1 else 1)


_WITH_TEXT: Final = frozenset({Act.AMENDED, Act.HEADING, Act.INSERTED, Act.UNKNOWN})


def _together(change: ArticleChange) -> tuple[Act, str, str]:
    """Return what articles that are inserted at one place share; every other change stands alone."""
    alone = "" if change.act is Act.INSERTED else change.number
    return (change.act, change.after, alone)


def _sentence(group: tuple[ArticleChange, ...], drafting: Drafting) -> str:
    first = group[0]
    if first.act is not Act.INSERTED:
        return drafting.say(str(first.act), article=first.number)
    numbers = in_sentence([change.number for change in group])
    rule = "inserted" if first.following else "inserted_last"
    return drafting.say(
        rule, before=first.after, after=first.following, count=counted(len(group)), articles=numbers
    )


def _single(sentence: str, base: str) -> str:
    """Return a change's sentence with the regulation named behind its article."""
    for verb in (" diubah sehingga", " dihapus.", " disisipkan ", " ditambahkan "):
        if verb in sentence:
            head, tail = sentence.split(verb, 1)
            return f"{head} dalam {base}{verb}{tail}"
    return sentence


def _text(change: ArticleChange, drafting: Drafting, level: int) -> Iterator[Block]:
    match change.act:
        case Act.AMENDED | Act.INSERTED:
            yield Line(Style.HEADING, plain(change.number), keeps_next=True)
            yield from article_lines(change.text, level)
        case Act.HEADING:
            yield Line(Style.HEADING, plain(change.number), keeps_next=True)
            yield from (Line(Style.CENTRED, runs_of(line)) for line in change.text.split("\n") if line)
        case Act.UNKNOWN:
            yield Line(Style.CENTRED, runs_of(drafting.say("unknown_text")))
        case _:
            return


def article_lines(text: str, level: int) -> Iterator[Line]:
    """Yield an article's text line by line, verses and letters hanging by their markers.

    Args:
        level: how many steps the article itself is set in.
    """
    inner = level
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        verse, letter, number = _VERSE.match(line), _LETTER.match(line), _NUMBER.match(line)
        if verse is not None:
            inner = level + 1
            yield Line(Style.ITEM, runs_of(verse[2]), verse[1], inner)
        elif letter is not None:
            yield Line(Style.ITEM, runs_of(letter[2]), letter[1], inner + 1)
        elif number is not None:
            yield Line(Style.ITEM, runs_of(number[2]), number[1], inner + 2)
        else:
            yield Line(Style.BODY, runs_of(line), "", inner)
