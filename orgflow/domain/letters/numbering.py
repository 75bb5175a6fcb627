"""How a letter's number is put together from an office's pattern, and which spaces stay blank."""

import re
from collections.abc import Mapping

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.facts import Gap, Piece

BLANK = "\N{NO-BREAK SPACE}" * 10
SRIKANDI_NUMBER = "${nomor_naskah}"
SRIKANDI_DATE = "${tanggal_naskah}"
SRIKANDI_SIGNATURE = "${ttd_pengirim}"
SRIKANDI_SIGNER = "${nama_pengirim}"
TOKENS = ("klasifikasi", "urut", "kode_unit", "tahun", "bulan_romawi", "kode_jenis")

_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN = re.compile(r"\{([^{}]*)\}")


class UnknownNumberToken(RuleBroken):
    """The pattern asks for a token that no letter number has; ``token`` is its text."""

    code = "unknown_number_token"


def number_pieces(
    pattern: str,
    classification: str,
    sequence: int | None,
    unit_code: str | None,
    year: int,
    *,
    month: int | None = None,
    kind_code: str | None = None,
) -> tuple[Piece, ...]:
    """Return the printed number, with a blank for a sequence not yet given and a gap for an unknown code.

    Args:
        pattern: Text with tokens in braces, as ``{klasifikasi}/{urut}/{kode_unit}/{tahun}``.
        sequence: ``None`` leaves ten no-break spaces to be filled in by hand.
        month: 1 to 12; read by ``{bulan_romawi}`` alone.
        kind_code: The office's short code for this kind of letter; read by ``{kode_jenis}`` alone.

    Raises:
        UnknownNumberToken: a token is not one of ``TOKENS``, or a brace is left over.
    """
    values: Mapping[str, Piece] = {
        "klasifikasi": classification,
        "urut": BLANK if sequence is None else str(sequence),
        "kode_unit": Gap("unit_letter_code") if unit_code is None else unit_code,
        "tahun": str(year),
        "bulan_romawi": Gap("letter_month") if month is None else _ROMAN_MONTHS[month - 1],
        "kode_jenis": Gap("letter_kind_code") if kind_code is None else kind_code,
    }
    pieces: list[Piece] = []
    for position, part in enumerate(_TOKEN.split(pattern)):
        is_token = position % 2 == 1
        if is_token and part not in values:
            raise UnknownNumberToken(token=part)
        if not is_token and ("{" in part or "}" in part):
            raise UnknownNumberToken(token=part)
        pieces.append(values[part] if is_token else part)
    return _joined(pieces)


def with_kind_code(pieces: tuple[Piece, ...], kind_code: str | None) -> tuple[Piece, ...]:
    """Return a number with the code of its kind in the gap that waits for it; None leaves the gap."""
    if kind_code is None:
        return pieces
    return _joined([kind_code if piece == Gap("letter_kind_code") else piece for piece in pieces])


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] = joined[-1] + piece
        elif piece != "":
            joined.append(piece)
    return tuple(joined)
