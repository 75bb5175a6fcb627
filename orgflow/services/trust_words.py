"""Whether something was held against its source, in the words of the office's lines and papers."""

from typing import Final

TRUST: Final = {True: "sudah diverifikasi", False: "belum diverifikasi"}


def doubt_words(is_verified: bool) -> str:
    """Return what is put behind a source that nobody looked up; '' where somebody did."""
    return "" if is_verified else f" ({TRUST[False]})"
