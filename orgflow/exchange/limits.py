"""How much of a file is taken: an organisation is small, a trap is large."""

from typing import Final

FILE_BYTES: Final = 5_000_000
UNPACKED_BYTES: Final = 60_000_000
SMALL_BYTES: Final = 10_000_000
UNPACKED_RATIO: Final = 200
MOST_PARTS: Final = 500
MOST_SHEETS: Final = 20
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 100
CELL_LENGTH: Final = 20_000
