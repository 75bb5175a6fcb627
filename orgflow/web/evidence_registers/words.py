"""The evidence registers' words that a page alone needs."""

from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.evidence.entries import EvidenceKind
from orgflow.domain.evidence.uniqueness import Contradiction
from orgflow.services.evidence_keeping import Register

REGISTERS: Final[dict[Register, LazyString]] = {
    Register.PARTNERS: lazy_gettext("Mitra media"),
    Register.TALLIES: lazy_gettext("Hitungan media"),
    Register.PRECEDENTS: lazy_gettext("Pembanding"),
}
INDEXES: Final = {
    Register.PARTNERS: "partners.index",
    Register.TALLIES: "partners.index",
    Register.PRECEDENTS: "precedents.index",
}
"""The page on which a register is listed."""
GROUPS: Final[dict[EvidenceKind, LazyString]] = {
    EvidenceKind.TALLY: lazy_gettext("Hitungan media"),
    EvidenceKind.PARTNERS: lazy_gettext("Mitra media menurut register"),
    EvidenceKind.PRECEDENT: lazy_gettext("Pembanding"),
    EvidenceKind.WORKLOAD: lazy_gettext("Beban kerja"),
    EvidenceKind.OVERLAP: lazy_gettext("Persandingan"),
    EvidenceKind.DOCUMENT: lazy_gettext("Dokumen"),
    EvidenceKind.REGULATION: lazy_gettext("Peraturan"),
}


def claim_words(found: Contradiction) -> str:
    """Return which precedents a claim contradicts."""
    rows = "; ".join(f"{row.province} ({row.unit_name})" for row in found.rows)
    return gettext(
        "Pernyataan “%(claim)s” berlawanan dengan pembanding: %(rows)s.", claim=found.claim, rows=rows
    )
