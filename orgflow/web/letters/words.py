"""Words for letters: their states and kinds, and what each choice is called."""

from typing import Final

from flask_babel import LazyString, lazy_gettext

from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency

KINDS: Final[dict[str, LazyString]] = {
    "surat_gubernur": lazy_gettext("Surat Gubernur kepada Menteri Dalam Negeri"),
    "nota_dinas": lazy_gettext("Nota dinas"),
    "nota_pengajuan": lazy_gettext("Nota pengajuan konsep naskah dinas"),
    "telaahan_staf": lazy_gettext("Telaahan staf"),
    "surat_pengantar": lazy_gettext("Surat pengantar"),
    "undangan_rapat": lazy_gettext("Surat undangan rapat"),
    "berita_acara": lazy_gettext("Berita acara rapat"),
    "surat_sekda": lazy_gettext("Surat Sekretaris Daerah atas nama Gubernur"),
    "surat_biro": lazy_gettext("Surat biro kepada perangkat daerah lain"),
    "daftar_hadir": lazy_gettext("Daftar hadir rapat"),
    "notula": lazy_gettext("Notula rapat"),
    "lembar_disposisi": lazy_gettext("Lembar disposisi"),
    "surat_tugas": lazy_gettext("Surat tugas"),
    "keputusan_gubernur": lazy_gettext("Keputusan Gubernur"),
    "surat_tindak_lanjut": lazy_gettext("Surat permohonan tindak lanjut"),
    "surat_penyampaian": lazy_gettext("Surat penyampaian kelengkapan/perbaikan dokumen"),
}
STATES: Final[dict[LetterState, tuple[str, str, LazyString]]] = {
    LetterState.DRAFT: ("yours", "pen", lazy_gettext("Konsep")),
    LetterState.ISSUED: ("yours", "hand", lazy_gettext("Siap ditandatangani")),
    LetterState.SIGNED: ("ok", "done", lazy_gettext("Sudah ditandatangani")),
    LetterState.SENT: ("ok", "done", lazy_gettext("Sudah dikirim")),
    LetterState.VOID: ("bad", "lack", lazy_gettext("Batal")),
}
URGENCIES: Final[dict[Urgency, LazyString]] = {
    Urgency.ORDINARY: lazy_gettext("Biasa"),
    Urgency.IMPORTANT: lazy_gettext("Penting"),
    Urgency.URGENT: lazy_gettext("Segera"),
    Urgency.VERY_URGENT: lazy_gettext("Sangat Segera"),
}
CLASSES: Final[dict[SecurityClass, LazyString]] = {
    SecurityClass.ORDINARY: lazy_gettext("Biasa"),
    SecurityClass.RESTRICTED: lazy_gettext("Terbatas"),
    SecurityClass.CONFIDENTIAL: lazy_gettext("Rahasia"),
    SecurityClass.STRICTLY_CONFIDENTIAL: lazy_gettext("Sangat Rahasia"),
}
SOURCES: Final[dict[NumberSource, LazyString]] = {
    NumberSource.EXTERNAL: lazy_gettext("Dikosongkan, diisi tata usaha"),
    NumberSource.OWN_BOOK: lazy_gettext("Diambil dari buku nomor sendiri"),
    NumberSource.SRIKANDI: lazy_gettext("Diisi oleh SRIKANDI"),
}


def kind_name(kind: str) -> str:
    """Return what a kind of letter is called."""
    return str(KINDS.get(kind, lazy_gettext("Surat")))
