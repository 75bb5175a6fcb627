"""Every action of the road as a page offers it: address, button, what it says before and after."""

from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.proposals.states import Action, ProposalState

A, S = Action, ProposalState


@dataclass(frozen=True, slots=True)
class Act:
    """An action in words; ``%(unit)s``, ``%(head)s`` and ``%(desk)s`` stand for people.

    They are the unit, the title of its head, and whoever has the proposal on the desk after the act.

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


_APPROVE = lazy_gettext("Setujui dan paraf")
_PARAF = lazy_gettext("Bubuhkan paraf")
_REVIEW_TASK = lazy_gettext("Telaah %(what)s")
_ANSWER_TASK = lazy_gettext("Catat jawaban Kemendagri atas %(what)s")

FORWARD_ACTS: Final[dict[Action, Act]] = {
    A.SUBMIT: Act(
        "ajukan",
        lazy_gettext("Ajukan usulan"),
        lazy_gettext(
            "Setelah diajukan, isi usulan dibekukan dan diteruskan ke %(head)s. "
            "Anda tetap dapat menariknya kembali."
        ),
        lazy_gettext("Usulan diajukan. Sekarang di meja %(head)s."),
        lazy_gettext("Ajukan %(what)s"),
    ),
    A.FORWARD: Act(
        "teruskan",
        lazy_gettext("Ajukan usulan"),
        lazy_gettext(
            "Setelah diajukan, isi usulan dibekukan dan diteruskan ke Biro Organisasi. "
            "Anda tetap dapat menariknya kembali."
        ),
        lazy_gettext("Usulan diajukan. Sekarang di Biro Organisasi."),
        lazy_gettext("Ajukan %(what)s"),
    ),
    A.APPROVE_UNIT: Act(
        "setujui-unit",
        _APPROVE,
        lazy_gettext(
            "Usulan akan diteruskan ke Biro Organisasi untuk ditelaah. "
            "Paraf Anda akan tercatat dalam riwayat."
        ),
        lazy_gettext("Usulan disetujui. Sekarang di Biro Organisasi."),
        _REVIEW_TASK,
    ),
    A.APPROVE_ORGANISATION: Act(
        "setujui-organisasi",
        _APPROVE,
        lazy_gettext(
            "Usulan akan diteruskan ke Biro Hukum untuk ditelaah. Paraf Anda akan tercatat dalam riwayat."
        ),
        lazy_gettext("Usulan disetujui. Sekarang di Biro Hukum."),
        _REVIEW_TASK,
    ),
    A.APPROVE_LEGAL: Act(
        "setujui-hukum",
        _APPROVE,
        lazy_gettext(
            "Usulan akan diteruskan untuk diparaf Asisten dan Sekretaris Daerah. "
            "Paraf Anda akan tercatat dalam riwayat."
        ),
        lazy_gettext("Usulan disetujui. Sekarang menunggu paraf Asisten."),
        _REVIEW_TASK,
    ),
    A.PARAF_ASSISTANT: Act(
        "paraf-asisten",
        _PARAF,
        lazy_gettext("Paraf Asisten akan dicatat. Sesudah itu usulan menunggu paraf Sekretaris Daerah."),
        lazy_gettext("Paraf Asisten dicatat. Sekarang menunggu paraf Sekretaris Daerah."),
        lazy_gettext("Bubuhkan paraf pada %(what)s"),
        lazy_gettext("Catat paraf Asisten"),
        lazy_gettext("Catat paraf Asisten untuk %(what)s"),
    ),
    A.PARAF_SECRETARY: Act(
        "paraf-sekda",
        _PARAF,
        lazy_gettext(
            "Paraf Sekretaris Daerah akan dicatat. Sesudah itu surat menunggu tanda tangan Gubernur."
        ),
        lazy_gettext("Paraf Sekretaris Daerah dicatat. Sekarang menunggu tanda tangan Gubernur."),
        lazy_gettext("Bubuhkan paraf pada %(what)s"),
        lazy_gettext("Catat paraf Sekretaris Daerah"),
        lazy_gettext("Catat paraf Sekretaris Daerah untuk %(what)s"),
    ),
    A.SIGN: Act(
        "tanda-tangan",
        lazy_gettext("Catat surat bertanda tangan"),
        lazy_gettext(
            "Surat yang sudah ditandatangani akan disimpan bersama usulan. Sesudah itu surat dapat dikirim."
        ),
        lazy_gettext("Surat sudah ditandatangani. Sekarang menunggu dikirim."),
        lazy_gettext("Tanda tangani surat %(what)s"),
        lazy_gettext("Catat tanda tangan Gubernur"),
        lazy_gettext("Siapkan surat Gubernur dan catat tanda tangannya untuk %(what)s"),
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
        lazy_gettext("Usulan akan dicatat sebagai disetujui. Sesudah itu rancangan Pergub difasilitasi."),
        lazy_gettext("Persetujuan Kemendagri dicatat. Sekarang menunggu hasil fasilitasi."),
        _ANSWER_TASK,
    ),
    A.ANSWER_APPROVED_WITH_NOTES: Act(
        "jawaban-disetujui-dengan-catatan",
        lazy_gettext("Catat jawaban: disetujui dengan catatan"),
        lazy_gettext(
            "Usulan akan dicatat sebagai disetujui dengan catatan. Catatannya tampil pada tanggapan, "
            "lalu rancangan Pergub difasilitasi."
        ),
        lazy_gettext("Persetujuan dengan catatan dicatat. Sekarang menunggu hasil fasilitasi."),
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
    A.RECORD_FACILITATION: Act(
        "fasilitasi",
        lazy_gettext("Catat hasil fasilitasi"),
        lazy_gettext("Hasil fasilitasi rancangan Pergub akan dicatat. Sesudah itu Pergub dapat ditetapkan."),
        lazy_gettext("Hasil fasilitasi dicatat. Sekarang menunggu Pergub ditetapkan."),
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
        lazy_gettext("Usulan akan kembali ke %(unit)s untuk diperbaiki, lalu ditelaah lagi dari awal."),
        lazy_gettext("Usulan dikembalikan ke %(unit)s untuk diperbaiki."),
        recording=lazy_gettext("Catat pengembalian untuk diperbaiki"),
    ),
    A.GO_BACK: Act(
        "mundur",
        lazy_gettext("Kembalikan satu tahap"),
        lazy_gettext("Usulan akan kembali ke meja %(desk)s untuk diperiksa lagi."),
        lazy_gettext("Usulan dikembalikan ke meja %(desk)s."),
        recording=lazy_gettext("Catat pengembalian satu tahap"),
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

ANSWERS: Final = (
    A.ANSWER_APPROVED,
    A.ANSWER_APPROVED_WITH_NOTES,
    A.ANSWER_ASKS_COMPLETION,
    A.ANSWER_REJECTED,
)
"""What the ministry may answer, in the order in which it is asked."""
