"""Runs the measurements named on the command line, or all of them."""

import os
import sys

from bench import p3_matrix, p8_structure_page, p9_structure_on_a_date, p10_diff_and_apply

MEASUREMENTS = {
    "P3": p3_matrix.main,
    "P8": p8_structure_page.main,
    "P9": p9_structure_on_a_date.main,
    "P10": p10_diff_and_apply.main,
}


def main(asked: list[str]) -> int:
    """Run the measurements asked for, in their order; an unknown name is refused."""
    unknown = [name for name in asked if name not in MEASUREMENTS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    for name, measured in MEASUREMENTS.items():
        if not asked or name in asked:
            measured()
    return 0


if __name__ == "__main__":
    ended = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # The font libraries under WeasyPrint may crash while Python frees them at its end.
    os._exit(ended)
