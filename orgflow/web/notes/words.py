"""The office's words for notes: their kinds, states, acts, and the places they stand on."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteState
from orgflow.services.note_places import BACKGROUND, CONSIDERATIONS, Place
from orgflow.web.letters.words import kind_name

SLUGS: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.PROPOSAL: "usulan",
    PlaceKind.SECTION: "bagian",
    PlaceKind.OPERATION: "perubahan",
    PlaceKind.MATRIX_ROW: "matriks",
    PlaceKind.PASSAGE: "surat",
    PlaceKind.DOCUMENT: "dokumen",
    PlaceKind.STUDY_SECTION: "kajian",
}
KINDS_BY_SLUG: Final = {slug: kind for kind, slug in SLUGS.items()}

PLACES: Final[Mapping[PlaceKind, LazyString]] = {
    PlaceKind.PROPOSAL: lazy_gettext("Usulan seluruhnya"),
    PlaceKind.SECTION: lazy_gettext("Bagian usulan"),
    PlaceKind.OPERATION: lazy_gettext("Perubahan"),
    PlaceKind.MATRIX_ROW: lazy_gettext("Matriks"),
    PlaceKind.PASSAGE: lazy_gettext("Surat"),
    PlaceKind.DOCUMENT: lazy_gettext("Dokumen"),
    PlaceKind.STUDY_SECTION: lazy_gettext("Bagian kajian"),
}
_SECTIONS: Final[Mapping[str, LazyString]] = {
    CONSIDERATIONS: lazy_gettext("Alasan usulan"),
    BACKGROUND: lazy_gettext("Latar belakang"),
}
_TITLED: Final[Mapping[PlaceKind, LazyString]] = {
    PlaceKind.DOCUMENT: lazy_gettext("Dokumen: %(title)s"),
    PlaceKind.STUDY_SECTION: lazy_gettext("Kajian: %(title)s"),
}
_ROWS: Final[Mapping[str, LazyString]] = {
    "name": lazy_gettext("Matriks: nama %(name)s"),
    "head": lazy_gettext("Matriks: kepala %(name)s"),
    "structure": lazy_gettext("Matriks: susunan %(name)s"),
    "duties": lazy_gettext("Matriks: bidang tugas %(name)s"),
    "place": lazy_gettext("Matriks: atasan %(name)s"),
    "kind": lazy_gettext("Matriks: jenis %(name)s"),
    "gone": lazy_gettext("Matriks: %(name)s"),
    "new": lazy_gettext("Matriks: %(name)s"),
    "post": lazy_gettext("Matriks: jabatan %(name)s"),
    "function": lazy_gettext("Matriks: tugas dan fungsi %(name)s"),
}

KINDS: Final[Mapping[NoteKind, LazyString]] = {
    NoteKind.QUESTION: lazy_gettext("Harus dijawab"),
    NoteKind.COMMENT: lazy_gettext("Komentar"),
}
KIND_HINTS: Final[Mapping[NoteKind, LazyString]] = {
    NoteKind.QUESTION: lazy_gettext(
        "Ikut bersama pengembalian; usulan baru dapat diajukan lagi sesudah dijawab."
    ),
    NoteKind.COMMENT: lazy_gettext("Untuk dibaca; tidak menahan usulan."),
}
STATES: Final[Mapping[NoteState, tuple[str, str, LazyString]]] = {
    NoteState.OPEN: ("yours", "", lazy_gettext("Belum dijawab")),
    NoteState.ANSWERED: ("rest", "", lazy_gettext("Sudah dijawab")),
    NoteState.RESOLVED: ("ok", "", lazy_gettext("Selesai")),
}
"""How a state is marked, its symbol, and its word."""
OPEN_COMMENT: Final = lazy_gettext("Belum ditanggapi")
FILTERS: Final[Mapping[str, tuple[NoteState, LazyString]]] = {
    "terbuka": (NoteState.OPEN, lazy_gettext("Belum dijawab")),
    "dijawab": (NoteState.ANSWERED, lazy_gettext("Sudah dijawab")),
    "selesai": (NoteState.RESOLVED, lazy_gettext("Selesai")),
}
ACTS: Final[Mapping[NoteAct, LazyString]] = {
    NoteAct.ANSWER: lazy_gettext("Jawab"),
    NoteAct.FOLLOW_UP: lazy_gettext("Tanya lagi"),
    NoteAct.RESOLVE: lazy_gettext("Selesai"),
}
DONE: Final[Mapping[NoteAct, LazyString]] = {
    NoteAct.ANSWER: lazy_gettext("Jawaban disimpan."),
    NoteAct.FOLLOW_UP: lazy_gettext("Catatan dibuka lagi."),
    NoteAct.RESOLVE: lazy_gettext("Catatan selesai."),
}
SAID: Final[Mapping[NoteAct, LazyString]] = {
    NoteAct.ANSWER: lazy_gettext("Jawaban"),
    NoteAct.FOLLOW_UP: lazy_gettext("Bertanya lagi"),
    NoteAct.RESOLVE: lazy_gettext("Selesai"),
}


def place_label(place: Place) -> str:
    """Return what a place is called."""
    if place.kind is PlaceKind.SECTION:
        return str(_SECTIONS.get(place.key, PLACES[place.kind]))
    if place.kind is PlaceKind.OPERATION:
        return gettext("Perubahan %(number)s", number=place.name)
    if place.kind is PlaceKind.MATRIX_ROW:
        aspect = place.key.partition(":")[0]
        return str(_ROWS.get(aspect, _ROWS["gone"]) % {"name": place.name})
    if place.kind is PlaceKind.PASSAGE:
        return gettext("%(letter)s: %(passage)s", letter=kind_name(place.letter_kind), passage=place.name)
    if place.kind in _TITLED:
        return str(_TITLED[place.kind] % {"title": place.name})
    return str(PLACES[place.kind])
