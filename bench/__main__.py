"""Runs the measurements named on the command line, or all of them."""

import os
import sys

from bench import (
    p1_letter_to_pdf,
    p3_matrix,
    p4_letters_a_second,
    p5_memory,
    p6_letter_to_word,
    p8_structure_page,
    p9_structure_on_a_date,
    p10_diff_and_apply,
)

MEASUREMENTS = {
    "P1": p1_letter_to_pdf.main,
    "P2": p1_letter_to_pdf.main_archival,
    "P3": p3_matrix.main,
    "P4": p4_letters_a_second.main,
    "P5": p5_memory.main,
    "P6": p6_letter_to_word.main,
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
