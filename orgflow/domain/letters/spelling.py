"""How numbers are spelt out in Indonesian letters (terbilang)."""

from orgflow.domain.errors import RuleBroken

LARGEST = 999_999_999

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))


class NumberNotSpellable(RuleBroken):
    """The number lies outside 0 to 999,999,999."""

    code = "number_not_spellable"


def spell_number(number: int) -> str:
    """Return the number in words: ``213`` is ``dua ratus tiga belas``.

    Raises:
        NumberNotSpellable: the number is negative or above 999,999,999.
    """
    if not 0 <= number <= LARGEST:
        raise NumberNotSpellable(number=number)
    return _spell(number)


def counted(number: int) -> str:
    """Return the number as letters print it: ``1 (satu)``.

    Raises:
        NumberNotSpellable: the number is negative or above 999,999,999.
    """
    return f"{number} ({spell_number(number)})"


def _spell(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number == 11:
        return "sebelas"
    if 12 <= number <= 19:
        return f"{_DIGITS[number - 10]} belas"
    for scale, word in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            head = f"se{word}" if count == 1 and scale < 1_000_000 else f"{_spell(count)} {word}"
            return f"{head} {_spell(rest)}" if rest else head
    return _DIGITS[number]
