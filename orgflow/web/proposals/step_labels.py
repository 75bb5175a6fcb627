"""How the fields of a step are called, step by step."""

from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString, lazy_gettext

from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome

A = Action


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field's label, and its hint where it differs from the usual one."""

    label: LazyString
    hint: LazyString | None = None


_W = FieldWords
_SHEET: Final = lazy_gettext("Lembar paraf yang sudah dibubuhi paraf, dipindai sebagai PDF.")
_NOTES: Final = _W(
    lazy_gettext("Catatan atau yang perlu diperbaiki"),
    lazy_gettext("Diisi bila selesai dengan catatan atau dikembalikan; satu hal setiap baris."),
)
_LETTER_NUMBER: Final = _W(lazy_gettext("Nomor surat jawaban"))
_LETTER_DAY: Final = _W(lazy_gettext("Tanggal surat jawaban"))
_LETTER_SCAN: Final = _W(
    lazy_gettext("Pindaian surat jawaban (PDF)"), lazy_gettext("Surat jawaban dipindai sebagai PDF.")
)
_ANSWER: Final = {"document_number": _LETTER_NUMBER, "acted_on": _LETTER_DAY, "scan": _LETTER_SCAN}

OUTCOMES: Final[dict[ReviewOutcome, LazyString]] = {
    ReviewOutcome.FINISHED: lazy_gettext("Selesai"),
    ReviewOutcome.FINISHED_WITH_NOTES: lazy_gettext("Selesai dengan catatan"),
    ReviewOutcome.NEEDS_REPAIR: lazy_gettext("Dikembalikan untuk diperbaiki"),
}
"""How a review of the draft regulation came out."""

LABELS: Final[dict[Action, dict[str, FieldWords]]] = {
    A.APPROVE: {
        "person": _W(lazy_gettext("Nama pejabat yang menyetujui")),
        "acted_on": _W(lazy_gettext("Tanggal disetujui")),
        "scan": _W(lazy_gettext("Pindaian lembar paraf (PDF)"), _SHEET),
    },
    A.PARAF: {
        "person": _W(lazy_gettext("Nama pejabat yang membubuhkan paraf")),
        "acted_on": _W(lazy_gettext("Tanggal paraf")),
        "scan": _W(lazy_gettext("Pindaian lembar paraf (PDF)"), _SHEET),
    },
    A.SIGN: {
        "person": _W(lazy_gettext("Nama pejabat yang menandatangani")),
        "acted_on": _W(lazy_gettext("Tanggal ditandatangani")),
        "scan": _W(
            lazy_gettext("Surat yang sudah ditandatangani (PDF)"),
            lazy_gettext("Seluruh halaman surat bertanda tangan, dipindai sebagai PDF."),
        ),
    },
    A.SEND: {"acted_on": _W(lazy_gettext("Tanggal dikirim"))},
    A.RECEIVE: {"acted_on": _W(lazy_gettext("Tanggal diterima Kemendagri"))},
    A.ANSWER_APPROVED: _ANSWER,
    A.ANSWER_APPROVED_WITH_NOTES: {
        **_ANSWER,
        "reason": _W(
            lazy_gettext("Catatan Kemendagri"),
            lazy_gettext("Salin pokok-pokoknya, satu catatan setiap baris."),
        ),
    },
    A.ANSWER_ASKS_COMPLETION: {
        **_ANSWER,
        "reason": _W(lazy_gettext("Kelengkapan yang diminta"), lazy_gettext("Satu permintaan setiap baris.")),
    },
    A.ANSWER_REJECTED: {
        **_ANSWER,
        "reason": _W(lazy_gettext("Alasan penolakan"), lazy_gettext("Salin dari surat jawabannya.")),
    },
    A.COMPLETE: {
        "document_number": _W(lazy_gettext("Nomor surat penyampaian kelengkapan")),
        "acted_on": _W(lazy_gettext("Tanggal surat")),
        "scan": _W(lazy_gettext("Pindaian surat (PDF)")),
    },
    A.RECORD_HARMONIZATION: {
        "document_number": _W(lazy_gettext("Nomor surat atau berita acara harmonisasi")),
        "acted_on": _W(lazy_gettext("Tanggal surat atau berita acara")),
        "reason": _NOTES,
        "scan": _W(lazy_gettext("Pindaian surat atau berita acara (PDF)")),
    },
    A.RECORD_FACILITATION: {
        "document_number": _W(lazy_gettext("Nomor surat hasil fasilitasi")),
        "acted_on": _W(lazy_gettext("Tanggal surat")),
        "reason": _NOTES,
        "scan": _W(lazy_gettext("Pindaian surat hasil fasilitasi (PDF)")),
    },
    A.ENACT: {
        "scan": _W(
            lazy_gettext("Pindaian Pergub (PDF)"),
            lazy_gettext("Naskah Pergub yang sudah ditandatangani, dipindai sebagai PDF."),
        )
    },
    A.RETURN: {
        "reason": _W(
            lazy_gettext("Catatan perbaikan"),
            lazy_gettext("Tulis apa yang harus diperbaiki; catatan ini dibaca penyusun."),
        ),
        "person": _W(lazy_gettext("Nama pejabat yang mengembalikan")),
        "acted_on": _W(lazy_gettext("Tanggal dikembalikan")),
        "scan": _W(lazy_gettext("Pindaian catatan atau disposisinya (PDF)")),
    },
    A.RECALL: {"reason": _W(lazy_gettext("Alasan menarik kembali"))},
    A.REJECT: {
        "reason": _W(lazy_gettext("Alasan menolak")),
        "person": _W(lazy_gettext("Nama pejabat yang menolak")),
        "acted_on": _W(lazy_gettext("Tanggal ditolak")),
        "scan": _W(lazy_gettext("Pindaian catatan atau disposisinya (PDF)")),
    },
    A.WITHDRAW: {"reason": _W(lazy_gettext("Alasan menarik usulan"))},
}
