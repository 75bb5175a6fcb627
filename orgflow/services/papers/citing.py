"""How instruments are cited in documents; what is not known is a visible gap."""

from typing import Final

from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.papers.document import Mark, Run, Runs

KINDS: Final = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "permenpanrb": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
}


def gap(label: str) -> Run:
    """Return a visible gap: ``[belum diisi: label]``."""
    return Run(f"[belum diisi: {label}]", Mark.GAP)


def cited(held: Instrument | None, kind: str = "pergub") -> Runs:
    """Return an instrument as it is cited, its kind first."""
    name = KINDS.get(held.kind if held is not None else kind, held.kind if held is not None else kind)
    number, year, title = (held.number, held.year, held.title) if held is not None else (None, None, None)
    return (
        Run(f"{name} Nomor "),
        Run(number) if number else gap("nomor"),
        Run(" Tahun "),
        Run(str(year)) if year else gap("tahun"),
        Run(" tentang "),
        Run(title) if title else gap("judul"),
    )
