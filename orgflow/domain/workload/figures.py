"""Figures as an Indonesian office writes them: a point parts thousands, a comma begins the fraction."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from orgflow.domain.errors import RuleBroken

PLACES: Final = 2
"""Digits behind the comma that are kept of what is typed."""
_LENGTH: Final = 30
_YEAR_LENGTH: Final = 6
_WHOLE: Final = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_POINT: Final = re.compile(r"-?[0-9]+\.[0-9]+")
_BARE: Final = re.compile(r"-?[0-9]+(?:[.,]([0-9]+))?")
_GROUPED: Final = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class FigureUnreadable(RuleBroken):
    """A text is not a figure with at most two digits behind its comma."""

    code = "figure_unreadable"


class FigureUnclear(RuleBroken):
    """A point may part thousands or begin the fraction; whoever wrote it must say which."""

    code = "figure_unclear"


def parse_figure(text: str, *, field: str) -> Decimal:
    """Read ``1.250`` (a thousand and more), ``1250`` or ``12,5``, exactly.

    Raises:
        FigureUnclear: a point that parts no thousands, as in ``12.5``.
        FigureUnreadable: it is no figure, or a finer one than hundredths.
    """
    typed = _trimmed(text)
    told = _WHOLE.fullmatch(typed) if len(typed) <= _LENGTH else None
    if told is not None and len(told[1] or "") <= PLACES:
        return Decimal(typed.replace(".", "").replace(",", "."))
    if told is None and _POINT.fullmatch(typed):
        raise FigureUnclear(field=field, text=typed[:_LENGTH])
    raise FigureUnreadable(field=field, text=typed[:_LENGTH])


def parse_cell_figure(text: str, *, field: str) -> Decimal:
    """Read a figure out of a table's cell, where a point begins the fraction, as tables keep their numbers.

    Raises:
        FigureUnclear: one group of thousands, as in ``1.250``: a table keeps 1,25 so too.
        FigureUnreadable: as ``parse_figure``.
    """
    typed = _trimmed(text)
    if _GROUPED.fullmatch(typed):
        raise FigureUnclear(field=field, text=typed)
    told = _BARE.fullmatch(typed) if len(typed) <= _LENGTH else None
    if told is not None and len(told[1] or "") <= PLACES:
        return Decimal(typed.replace(",", "."))
    return parse_figure(text, field=field)


def parse_year(text: str, *, field: str) -> int:
    """Read ``2025``; whether the year is one of those that may be asked for is for its rule to say.

    Raises:
        FigureUnreadable: it is no year.
    """
    typed = _trimmed(text)
    if not (typed.isascii() and typed.isdigit() and len(typed) <= _YEAR_LENGTH):
        raise FigureUnreadable(field=field, text=typed[:_LENGTH])
    return int(typed)


def format_figure(value: Fraction | Decimal | int, places: int = PLACES) -> str:
    """Return ``1.250`` or ``0,72``: rounded half away from zero, without noughts at its end.

    Args:
        places: the most digits behind the comma.
    """
    exact = Fraction(value)
    scale = 10**places
    hundredths = (abs(exact) * scale * 2 + 1) // 2
    whole, rest = divmod(int(hundredths), scale)
    fraction = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if exact < 0 and hundredths else ""
    grouped = f"{whole:,}".replace(",", ".")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def plain_figure(value: Decimal) -> str:
    """Return a figure as a table of one's own bears it: ``1250`` or ``12,5``, thousands not parted."""
    return format_figure(value).replace(".", "")


def _trimmed(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").strip().replace("\N{MINUS SIGN}", "-")
