"""What each kind of document is for, what its details are called, and who signs it, in words."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString, lazy_gettext

from orgflow.domain.letters.kinds import LetterKind, Signatory

K = LetterKind

GROUPS: Final[tuple[tuple[LazyString, tuple[LetterKind, ...]], ...]] = (
    (lazy_gettext("Menyiapkan usulan"), (K.MEMO, K.STAFF_STUDY, K.BUREAU_LETTER, K.DECREE)),
    (lazy_gettext("Rapat pembahasan"), (K.INVITATION, K.ATTENDANCE, K.MINUTES, K.NOTES)),
    (lazy_gettext("Mengajukan"), (K.SUBMISSION_MEMO, K.COVER_LETTER, K.SECRETARY_LETTER)),
    (
        lazy_gettext("Setelah dikirim ke kementerian"),
        (K.DISPOSITION, K.COMPLETION, K.FOLLOW_UP, K.ASSIGNMENT),
    ),
)
"""The kinds that may be begun, by the time when they are wanted."""

PURPOSES: Final[Mapping[LetterKind, LazyString]] = {
    K.GOVERNOR_LETTER: lazy_gettext("Surat usulan kepada Menteri Dalam Negeri."),
    K.SECRETARY_LETTER: lazy_gettext("Memohon konsultasi kepada Direktur Jenderal Otonomi Daerah."),
    K.BUREAU_LETTER: lazy_gettext("Meminta tanggapan perangkat daerah lain atas tugas yang beririsan."),
    K.MEMO: lazy_gettext("Melaporkan usulan kepada Sekretaris Daerah melalui Asisten."),
    K.SUBMISSION_MEMO: lazy_gettext("Mengajukan konsep surat Gubernur untuk ditandatangani."),
    K.STAFF_STUDY: lazy_gettext("Menguraikan persoalan, pilihan, simpulan, dan saran bagi pimpinan."),
    K.COVER_LETTER: lazy_gettext("Mengantar berkas usulan, dengan tanda terima."),
    K.INVITATION: lazy_gettext("Mengundang rapat pembahasan usulan."),
    K.ATTENDANCE: lazy_gettext("Daftar hadir kosong untuk ditandatangani peserta."),
    K.MINUTES: lazy_gettext("Mencatat hasil yang disepakati dan ditandatangani para pihak."),
    K.NOTES: lazy_gettext("Mencatat jalannya rapat dan kesimpulannya."),
    K.DISPOSITION: lazy_gettext("Meneruskan surat masuk dengan arahan pimpinan."),
    K.COMPLETION: lazy_gettext("Menjawab permintaan kelengkapan, dengan matriks tindak lanjut."),
    K.FOLLOW_UP: lazy_gettext("Menanyakan perkembangan bila jawaban belum diterima."),
    K.ASSIGNMENT: lazy_gettext("Menugaskan pegawai, misalnya mengantar berkas ke Jakarta."),
    K.DECREE: lazy_gettext("Menetapkan tim penyusun usulan."),
}

SIGNATORIES: Final[Mapping[Signatory, LazyString]] = {
    Signatory.GOVERNOR: lazy_gettext("Gubernur"),
    Signatory.SECRETARY_FOR_GOVERNOR: lazy_gettext("Sekretaris Daerah atas nama Gubernur"),
    Signatory.SECRETARY: lazy_gettext("Sekretaris Daerah"),
    Signatory.BUREAU_HEAD: lazy_gettext("Kepala Biro"),
}

_POINTS: Final = lazy_gettext("Satu baris satu butir.")
_PEOPLE: Final = lazy_gettext("Satu baris satu orang: nama | jabatan.")

DETAIL_WORDS: Final[Mapping[str, tuple[LazyString, LazyString | None]]] = {
    "subject": (
        lazy_gettext("Hal atau judul"),
        lazy_gettext("Kosongkan bila memakai judul yang disusun dari usulan."),
    ),
    "addressees": (
        lazy_gettext("Kepada"),
        lazy_gettext("Satu pejabat satu baris; bila lebih dari satu, pisahkan dengan baris kosong."),
    ),
    "addressee_place": (lazy_gettext("Di (tempat tujuan)"), None),
    "through": (lazy_gettext("Melalui"), lazy_gettext("Kosongkan bila melalui Asisten yang membawahi.")),
    "enclosed": (
        lazy_gettext("Yang dilampirkan"),
        lazy_gettext("Satu baris satu dokumen; jumlahnya dicetak pada Lampiran."),
    ),
    "topics": (lazy_gettext("Hal yang dikonsultasikan"), _POINTS),
    "wished_time": (lazy_gettext("Waktu yang diharapkan"), None),
    "overlaps": (
        lazy_gettext("Tugas dan fungsi yang beririsan"),
        lazy_gettext("Kosongkan untuk memakai yang ditemukan pada Persandingan. Satu baris satu butir."),
    ),
    "answer_by": (lazy_gettext("Tanggapan paling lambat"), None),
    "options": (lazy_gettext("Pilihan yang ditimbang"), _POINTS),
    "chosen_option": (lazy_gettext("Pilihan yang diusulkan"), None),
    "coordination": (lazy_gettext("Yang perlu dikoordinasikan"), _POINTS),
    "touches_budget": (lazy_gettext("Perubahan ini berdampak pada anggaran"), None),
    "reviewed_by": (lazy_gettext("Ditelaah oleh"), _POINTS),
    "sent": (
        lazy_gettext("Yang dikirim"),
        lazy_gettext("Satu baris satu dokumen: nama | banyaknya | keterangan."),
    ),
    "meeting_on": (lazy_gettext("Hari dan tanggal rapat"), None),
    "meeting_time": (lazy_gettext("Waktu rapat"), lazy_gettext("Misalnya: pukul 09.00 WIB")),
    "meeting_venue": (lazy_gettext("Tempat rapat"), None),
    "agenda": (lazy_gettext("Acara"), _POINTS),
    "people": (lazy_gettext("Nama dan jabatan"), _PEOPLE),
    "present": (lazy_gettext("Dihadiri oleh"), lazy_gettext("Satu baris satu unit atau lembaga.")),
    "agreed": (lazy_gettext("Yang disepakati"), _POINTS),
    "parties": (
        lazy_gettext("Pihak lain yang menandatangani"),
        lazy_gettext(
            "Satu baris satu pihak. Untuk pejabat kita tulis jabatannya saja; untuk pihak luar: "
            "jabatan | nama | pangkat | NIP."
        ),
    ),
    "said": (lazy_gettext("Pembahasan"), _POINTS),
    "concluded": (lazy_gettext("Kesimpulan"), _POINTS),
    "minutes_taker": (lazy_gettext("Notulis"), None),
    "incoming_sender": (lazy_gettext("Surat dari"), None),
    "incoming_number": (lazy_gettext("Nomor surat masuk"), None),
    "incoming_on": (lazy_gettext("Tanggal surat masuk"), None),
    "incoming_subject": (lazy_gettext("Hal surat masuk"), None),
    "received_on": (lazy_gettext("Diterima tanggal"), None),
    "agenda_number": (lazy_gettext("Nomor agenda"), None),
    "forward_to": (lazy_gettext("Diteruskan kepada"), _POINTS),
    "ministry_number": (lazy_gettext("Nomor surat kementerian"), None),
    "ministry_on": (lazy_gettext("Tanggal surat kementerian"), None),
    "ministry_subject": (lazy_gettext("Hal surat kementerian"), None),
    "answers": (
        lazy_gettext("Catatan dan tindak lanjutnya"),
        lazy_gettext("Satu baris satu catatan: catatan | tindak lanjut | halaman atau dokumen."),
    ),
    "contact_person": (lazy_gettext("Narahubung"), lazy_gettext("Nama dan nomor yang dapat dihubungi.")),
    "bases": (lazy_gettext("Dasar"), _POINTS),
    "tasks": (lazy_gettext("Tugas"), _POINTS),
    "considerations": (
        lazy_gettext("Menimbang"),
        lazy_gettext("Satu baris satu butir, diawali “bahwa”. Butir penutup ditambahkan sendiri."),
    ),
    "plain_name": (
        lazy_gettext("Nama penanda tangan tanpa gelar"),
        lazy_gettext("Keputusan mencetak nama tanpa gelar, pangkat, dan NIP."),
    ),
    "dicta": (lazy_gettext("Yang diputuskan"), lazy_gettext("Satu baris satu diktum.")),
}
"""The label of a detail and what helps to write it."""

FIELD_OF_GAP: Final[Mapping[str, str]] = {
    "signatory_plain_name": "plain_name",
    "meeting_day": "meeting_on",
    "meeting_time": "meeting_time",
    "meeting_venue": "meeting_venue",
    "meeting_agenda": "agenda",
    "addressees": "addressees",
    "agreed": "agreed",
    "said": "said",
    "concluded": "concluded",
    "answer_by": "answer_by",
    "topics": "topics",
    "people": "people",
    "tasks": "tasks",
    "bases": "bases",
    "chosen_option": "chosen_option",
    "contact_person": "contact_person",
    "ministry_number": "ministry_number",
    "ministry_date": "ministry_on",
    "ministry_subject": "ministry_subject",
    "rows": "answers",
    "answer": "answers",
    "page_of_answer": "answers",
    "sent": "sent",
    "incoming_sender": "incoming_sender",
    "incoming_number": "incoming_number",
    "incoming_date": "incoming_on",
    "incoming_subject": "incoming_subject",
    "received_date": "received_on",
    "agenda_number": "agenda_number",
}
"""Which field of the letter's page fills a gap."""
