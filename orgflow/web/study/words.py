"""The office's words for how a study stands: its forms, the state of a section, and what is wrong with it."""

from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.study.checking import Fault, FaultCode, SectionState
from orgflow.domain.study.sections import Asked, StudyForm

FORMS: Final[dict[StudyForm, LazyString]] = {
    StudyForm.STUDY: lazy_gettext("Kajian (BAB I sampai V)"),
    StudyForm.SHORT: lazy_gettext("Telaahan staf (paling banyak tiga halaman)"),
}
FORM_NAMES: Final[dict[StudyForm, LazyString]] = {
    StudyForm.STUDY: lazy_gettext("Kajian perubahan nomenklatur"),
    StudyForm.SHORT: lazy_gettext("Telaahan staf"),
}
STATES: Final[dict[SectionState, tuple[str, str, LazyString]]] = {
    SectionState.EMPTY: ("rest", "", lazy_gettext("Kosong")),
    SectionState.FILLED: ("ok", "", lazy_gettext("Terisi")),
    SectionState.TO_CHECK: ("yours", "warn", lazy_gettext("Perlu diperiksa")),
}
"""State, symbol and words."""
ASKED: Final[dict[Asked, tuple[LazyString, LazyString]]] = {
    Asked.YEAR: (
        lazy_gettext("Tahun data"),
        lazy_gettext("Tahun dari data yang dipakai, empat angka, misalnya 2025."),
    ),
    Asked.WEAKNESS: (
        lazy_gettext("Kelemahan pilihan yang diusulkan"),
        lazy_gettext("Kementerian akan menanyakannya; menyebutnya lebih dahulu lebih dipercaya."),
    ),
}
"""Label and hint of what a section asks besides its text."""


def fault_words(fault: Fault, asks: Asked | None) -> str:
    """Return what is wrong as a sentence that says what to do."""
    match fault.code:
        case FaultCode.EMPTY:
            return gettext("Bagian ini wajib dan masih kosong. Tulis isinya.")
        case FaultCode.NOT_OWN:
            return gettext("Bagian ini perlu ditulis sendiri; susunan dari data hanya bahannya.")
        case FaultCode.ANSWER_MISSING:
            label = str(ASKED[asks][0]) if asks is not None else ""
            return gettext("%(label)s belum diisi.", label=label)
        case FaultCode.GAP:
            return gettext("Masih memuat tanda belum diisi. Lengkapi datanya, atau tulis sebabnya.")
        case FaultCode.REPEATED:
            return gettext(
                "Kalimat “%(words)s” ada juga pada %(other)s. Sisakan satu.",
                words=_shortened(fault.words),
                other=fault.other,
            )
        case FaultCode.OUTDATED:
            return gettext(
                "Data usulan berubah sejak bagian ini ditulis. Bandingkan dengan susunan dari data."
            )


def _shortened(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"


_EXCERPT: Final = 80
