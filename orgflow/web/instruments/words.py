"""Legal instruments in words: their kinds and how they are cited."""

from typing import Final

from flask_babel import gettext, lazy_gettext

from orgflow.domain.organisation.instruments import Instrument

KINDS: Final = {
    "uu": lazy_gettext("Undang-Undang"),
    "pp": lazy_gettext("Peraturan Pemerintah"),
    "permendagri": lazy_gettext("Peraturan Menteri Dalam Negeri"),
    "permenpanrb": lazy_gettext("Peraturan Menteri PANRB"),
    "perda": lazy_gettext("Peraturan Daerah"),
    "pergub": lazy_gettext("Peraturan Gubernur"),
    "kepgub": lazy_gettext("Keputusan Gubernur"),
    "se": lazy_gettext("Surat Edaran"),
    "lain": lazy_gettext("Naskah hukum lain"),
}


def kind_name(code: str) -> str:
    """Return the kind in words; a kind that is not in the list is its own word."""
    return str(KINDS.get(code, code))


def citation(held: Instrument) -> str:
    """Return how an instrument is cited; what is not known says so."""
    kind = kind_name(held.kind)
    if held.number is None:
        return gettext("%(kind)s tentang %(title)s (nomor belum diisi)", kind=kind, title=held.title)
    return gettext(
        "%(kind)s Nomor %(number)s Tahun %(year)s tentang %(title)s",
        kind=kind,
        number=held.number,
        year=held.year or gettext("(belum diisi)"),
        title=held.title,
    )
