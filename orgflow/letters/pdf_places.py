"""Where on a PDF's pages some words stand, so that whoever reads a finding sees what it is about."""

import re
from functools import cached_property

import pypdfium2

from orgflow.letters.findings import PagePlace
from orgflow.letters.pdf_text import each_page, text_of
from orgflow.letters.wording import bare

_SHORTEST = 8


class Places:
    """The places of a PDF's words; nothing is read before the first is asked for."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf

    def find(self, text: str) -> PagePlace | None:
        """Return where the text first begins; of one that runs over pages, its longest beginning counts."""
        return self._found(text, 0)

    def find_last(self, text: str) -> PagePlace | None:
        """Return where the text last begins."""
        return self._found(text, -1)

    def _found(self, text: str, which: int) -> PagePlace | None:
        wanted = bare(text)
        while wanted:
            found = [match.start() for match in re.finditer(re.escape(wanted), self._words, re.IGNORECASE)]
            if found:
                return self._place(*self._origins[found[which]])
            wanted = wanted[: len(wanted) // 2] if len(wanted) >= 2 * _SHORTEST else ""
        return None

    def _place(self, number: int, position: int) -> PagePlace:
        for page_number, page in enumerate(each_page(self._pdf), start=1):
            if page_number == number:
                width, height = page.get_size()
                with text_of(page) as text:
                    left, _, _, top = text.get_charbox(position)
                return PagePlace(number, round(left / width, 4), round(1 - top / height, 4))
        raise IndexError(number)

    @cached_property
    def _read(self) -> tuple[tuple[str, int, int], ...]:
        """Every character as ``bare`` has it, with its page and its position there."""
        return tuple(
            (plain, number, position)
            for number, page in enumerate(each_page(self._pdf), start=1)
            for position, character in enumerate(_characters(page))
            for plain in bare(character)
        )

    @cached_property
    def _words(self) -> str:
        return "".join(plain for plain, _, _ in self._read)

    @cached_property
    def _origins(self) -> tuple[tuple[int, int], ...]:
        return tuple((number, position) for _, number, position in self._read)


def _characters(page: pypdfium2.PdfPage) -> list[str]:
    with text_of(page) as text:
        count = text.count_chars()
        at_once = text.get_text_range(0, count)
        if len(at_once) == count:
            return list(at_once)
        return [text.get_text_range(position, 1) for position in range(count)]
