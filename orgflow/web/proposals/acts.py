"""Every action of the road as a page offers it: address, button, what it says before and after."""

from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.proposals.states import Action, ProposalState

A, S = Action, ProposalState


@dataclass(frozen=True, slots=True)
class Act:
    """An action in words; ``%(unit)s``, ``%(head)s`` and ``%(who)s`` stand for people.

    They are the unit, the title of its head, and whoever takes the step of the route. ``%(next)s`` says
    where the proposal will be.

    Attributes:
        slug: the last part of the address.
        button: what the button says.
        tells: what will happen, said before.
        done: what happened, said after.
        task: the sentence on the desk of whoever is to act; ``%(what)s`` is the proposal.
        recording: the button where the letter administrator records it for a leader.
        recording_task: the task there.
        is_grave: whether it cannot be undone by its own actor.
    """

    slug: str
    button: LazyString
    tells: LazyString
    done: LazyString
    task: LazyString | None = None
    recording: LazyString | None = None
    recording_task: LazyString | None = None
    is_grave: bool = False


_ANSWER_TASK = lazy_gettext("Catat jawaban Kemendagri atas %(what)s")

FORWARD_ACTS: Final[dict[Action, Act]] = {
    A.APPROVE: Act(
        "setujui",
        lazy_gettext("Setujui dan paraf"),
        lazy_gettext(
            "Persetujuan dan paraf %(who)s akan tercatat dalam riwayat. Sesudah itu usulan %(next)s."
        ),
        lazy_gettext("Usulan disetujui. Sekarang %(next)s."),
        lazy_gettext("Telaah %(what)s"),
        lazy_gettext("Catat persetujuan %(who)s"),
        lazy_gettext("Catat persetujuan %(who)s untuk %(what)s"),
    ),
    A.PARAF: Act(
        "paraf",
        lazy_gettext("Bubuhkan paraf"),
        lazy_gettext("Paraf %(who)s akan dicatat. Sesudah itu usulan %(next)s."),
        lazy_gettext("Paraf %(who)s dicatat. Sekarang %(next)s."),
        lazy_gettext("Bubuhkan paraf pada %(what)s"),
        lazy_gettext("Catat paraf %(who)s"),
        lazy_gettext("Catat paraf %(who)s untuk %(what)s"),
    ),
    A.SIGN: Act(
        "tanda-tangan",
        lazy_gettext("Catat surat bertanda tangan"),
        lazy_gettext(
            "Surat bertanda tangan %(who)s akan disimpan bersama usulan. Sesudah itu usulan %(next)s."
        ),
        lazy_gettext("Tanda tangan %(who)s dicatat. Sekarang usulan %(next)s."),
        lazy_gettext("Tanda tangani surat %(what)s"),
        lazy_gettext("Catat tanda tangan %(who)s"),
        lazy_gettext("Siapkan surat %(who)s dan catat tanda tangannya untuk %(what)s"),
    ),
    A.SUBMIT: Act(
        "ajukan",
        lazy_gettext("Ajukan usulan"),
        lazy_gettext(
            "Setelah diajukan, isi usulan dibekukan. Sesudah itu usulan %(next)s. "
            "Anda tetap dapat menariknya kembali."
        ),
        lazy_gettext("Usulan diajukan. Sekarang %(next)s."),
        lazy_gettext("Ajukan %(what)s"),
    ),
    A.FORWARD: Act(
        "teruskan",
        lazy_gettext("Ajukan usulan"),
        lazy_gettext(
            "Setelah diajukan, isi usulan dibekukan. Sesudah itu usulan %(next)s. "
            "Anda tetap dapat menariknya kembali."
        ),
        lazy_gettext("Usulan diajukan. Sekarang %(next)s."),
        lazy_gettext("Ajukan %(what)s"),
    ),
    A.SEND: Act(
        "kirim",
        lazy_gettext("Catat pengiriman surat"),
        lazy_gettext("Surat akan dicatat sebagai sudah dikirim dan tidak dapat diubah atau dibatalkan lagi."),
        lazy_gettext("Pengiriman surat dicatat. Sekarang di Kementerian Dalam Negeri."),
        lazy_gettext("Kirim surat %(what)s ke Kementerian Dalam Negeri"),
    ),
    A.RECEIVE: Act(
        "terima-kementerian",
        lazy_gettext("Catat penerimaan di Kemendagri"),
        lazy_gettext("Surat akan dicatat sebagai sudah diterima Kementerian Dalam Negeri."),
        lazy_gettext("Penerimaan dicatat. Sekarang menunggu jawaban Kemendagri."),
        lazy_gettext("Catat penerimaan surat %(what)s di Kemendagri"),
    ),
    A.ANSWER_APPROVED: Act(
        "jawaban-disetujui",
        lazy_gettext("Catat jawaban: disetujui"),
        lazy_gettext("Usulan akan dicatat sebagai disetujui. Sesudah itu usulan %(next)s."),
        lazy_gettext("Persetujuan Kemendagri dicatat. Sekarang %(next)s."),
        _ANSWER_TASK,
    ),
    A.ANSWER_APPROVED_WITH_NOTES: Act(
        "jawaban-disetujui-dengan-catatan",
        lazy_gettext("Catat jawaban: disetujui dengan catatan"),
        lazy_gettext(
            "Usulan akan dicatat sebagai disetujui dengan catatan. Catatannya tampil pada tanggapan. "
            "Sesudah itu usulan %(next)s."
        ),
        lazy_gettext("Persetujuan dengan catatan dicatat. Sekarang %(next)s."),
        _ANSWER_TASK,
    ),
    A.ANSWER_ASKS_COMPLETION: Act(
        "jawaban-minta-kelengkapan",
        lazy_gettext("Catat jawaban: meminta kelengkapan"),
        lazy_gettext("Usulan tetap di Kemendagri dan menunggu kelengkapan yang diminta."),
        lazy_gettext("Permintaan kelengkapan dicatat. Sekarang kelengkapannya yang ditunggu."),
        _ANSWER_TASK,
    ),
    A.COMPLETE: Act(
        "lengkapi",
        lazy_gettext("Catat kelengkapan dikirim"),
        lazy_gettext(
            "Surat penyampaian kelengkapan akan dicatat. Sesudah itu usulan menunggu jawaban Kemendagri."
        ),
        lazy_gettext("Pengiriman kelengkapan dicatat. Sekarang menunggu jawaban Kemendagri."),
        lazy_gettext("Kirim kelengkapan yang diminta Kemendagri untuk %(what)s"),
    ),
    A.RECORD_HARMONIZATION: Act(
        "harmonisasi",
        lazy_gettext("Catat hasil harmonisasi"),
        lazy_gettext(
            "Hasil harmonisasi rancangan Pergub di Kanwil Kementerian Hukum akan dicatat. "
            "Bila selesai, usulan %(next)s."
        ),
        lazy_gettext("Hasil harmonisasi dicatat. Sekarang usulan %(next)s."),
        lazy_gettext("Catat hasil harmonisasi rancangan Pergub untuk %(what)s"),
    ),
    A.RECORD_FACILITATION: Act(
        "fasilitasi",
        lazy_gettext("Catat hasil fasilitasi"),
        lazy_gettext("Hasil fasilitasi rancangan Pergub akan dicatat. Bila selesai, usulan %(next)s."),
        lazy_gettext("Hasil fasilitasi dicatat. Sekarang usulan %(next)s."),
        lazy_gettext("Catat hasil fasilitasi rancangan Pergub untuk %(what)s"),
    ),
    A.ENACT: Act(
        "tetapkan",
        lazy_gettext("Catat penetapan Pergub"),
        lazy_gettext("Pergub akan dicatat sebagai dasar perubahan. Susunan belum berubah."),
        lazy_gettext("Penetapan Pergub dicatat. Sekarang menunggu diundangkan."),
        lazy_gettext("Catat penetapan Pergub untuk %(what)s"),
    ),
    A.PROMULGATE: Act(
        "undangkan",
        lazy_gettext("Catat pengundangan"),
        lazy_gettext("Nomor Berita Daerah dan tanggal mulai berlaku akan dicatat. Susunan belum berubah."),
        lazy_gettext("Pengundangan dicatat. Sekarang menunggu diberlakukan."),
        lazy_gettext("Catat pengundangan Pergub untuk %(what)s"),
    ),
    A.COMMENCE: Act(
        "berlakukan",
        lazy_gettext("Berlakukan perubahan"),
        lazy_gettext(
            "Susunan resmi akan berubah. Keadaan sebelum tanggal itu tetap tercatat seperti semula."
        ),
        lazy_gettext("Perubahan resmi diberlakukan. Susunan sudah mencatatnya."),
        lazy_gettext("Berlakukan perubahan menurut Pergub untuk %(what)s"),
        is_grave=True,
    ),
}
"""What brings a proposal on."""

OTHER_ACTS: Final[dict[Action, Act]] = {
    A.ANSWER_REJECTED: Act(
        "jawaban-ditolak",
        lazy_gettext("Catat jawaban: ditolak"),
        lazy_gettext(
            "Usulan akan berakhir sebagai ditolak dan tidak dapat dilanjutkan. "
            "Usulan baru dapat disusun dari usulan ini."
        ),
        lazy_gettext("Penolakan Kemendagri dicatat. Usulan berakhir."),
        _ANSWER_TASK,
        is_grave=True,
    ),
    A.RETURN: Act(
        "kembalikan",
        lazy_gettext("Kembalikan untuk diperbaiki"),
        lazy_gettext(
            "Usulan akan kembali ke langkah yang Anda pilih. Semua langkah sesudahnya dijalani lagi; "
            "yang kembali ke %(unit)s untuk diperbaiki ditelaah lagi dari awal."
        ),
        lazy_gettext("Usulan dikembalikan. Sekarang %(next)s."),
        recording=lazy_gettext("Catat pengembalian untuk diperbaiki"),
    ),
    A.RECALL: Act(
        "tarik-kembali",
        lazy_gettext("Tarik kembali untuk diperbaiki"),
        lazy_gettext("Usulan akan kembali menjadi draf di %(unit)s dan dapat diubah, lalu diajukan lagi."),
        lazy_gettext("Usulan ditarik kembali. Sekarang dapat diperbaiki."),
    ),
    A.REJECT: Act(
        "tolak",
        lazy_gettext("Tolak usulan"),
        lazy_gettext(
            "Usulan akan berakhir sebagai ditolak dan tidak dapat dilanjutkan. "
            "Usulan baru dapat disusun dari usulan ini."
        ),
        lazy_gettext("Usulan ditolak dan berakhir."),
        recording=lazy_gettext("Catat penolakan usulan"),
        is_grave=True,
    ),
    A.WITHDRAW: Act(
        "tarik",
        lazy_gettext("Tarik usulan"),
        lazy_gettext(
            "Usulan akan berakhir sebagai ditarik dan tidak dapat dilanjutkan. "
            "Usulan baru dapat disusun dari usulan ini."
        ),
        lazy_gettext("Usulan ditarik dan berakhir."),
        is_grave=True,
    ),
}
"""What brings a proposal back or to an end, beside the road."""

ACTS: Final[dict[Action, Act]] = {**FORWARD_ACTS, **OTHER_ACTS}
"""Every action with a page of its own; copying an ended proposal is another page."""
