"""The documents that are derived from a proposal, and under which of the documents asked for each stands."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class PaperKind(StrEnum):
    """The documents derived from a proposal; the value stands in addresses and file names."""

    MATRIX = "matriks"
    CHART_BEFORE = "bagan-semula"
    CHART_AFTER = "bagan-menjadi"
    CHART_DIFFERENCE = "bagan-perubahan"
    REGULATION = "rancangan-pergub"
    IMPACT = "daftar-dampak"
    STUDY = "kajian"


PAPER_OF_DOCUMENT: Final[Mapping[str, PaperKind]] = {
    "MATRIKS": PaperKind.MATRIX,
    "BAGAN": PaperKind.CHART_DIFFERENCE,
    "RANPERGUB": PaperKind.REGULATION,
    "KAJIAN": PaperKind.STUDY,
}
"""By the code of the document asked for."""
