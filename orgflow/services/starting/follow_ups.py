"""What follows a commencement, as every government starts with it; none of it was verified.

Source: [REINAUGURATION], [UU-10-2016 Pasal 71(2)], [PP-49-2008 Pasal 132A].
"""

from typing import Final

from orgflow.domain.proposals.commencement_findings import InaugurationForm, InaugurationRule
from orgflow.domain.proposals.follow_up import ChangeKind, FollowUpRule
from orgflow.domain.values import GovernmentId
from orgflow.services.context import Context
from orgflow.store import follow_ups

_CUSTOM: Final = "Kebiasaan kantor; dasar hukumnya belum diisi"
_INAUGURATION: Final = (
    "Setelah nomenklatur berubah, pejabat di beberapa daerah dikukuhkan kembali (Gunungkidul 2020, Padang"
    " Pariaman 2021, menurut berita); dasar hukumnya belum dibaca"
)
_ELECTION: Final = (
    "UU 10/2016 Pasal 71 ayat (2): penggantian pejabat dilarang sejak 6 bulan sebelum penetapan calon sampai"
    " akhir masa jabatan, kecuali dengan persetujuan tertulis Menteri; dibaca dari berita, naskahnya belum"
    " diperiksa"
)
_ACTING_HEAD: Final = (
    "PP 49/2008 Pasal 132A: penjabat atau pelaksana tugas kepala daerah tidak melakukan mutasi pegawai tanpa"
    " persetujuan; dibaca dari berita, naskahnya belum diperiksa"
)
_NAMES, _STRUCTURE = ChangeKind.NAMES, ChangeKind.STRUCTURE
_POSTS, _DUTIES = ChangeKind.POSTS, ChangeKind.DUTIES


def follow_up_rules() -> tuple[FollowUpRule, ...]:
    """Return the tasks in the order in which a page lists them."""
    everything = frozenset(ChangeKind)
    visible = frozenset({_NAMES, _STRUCTURE})
    held = visible | {_POSTS}
    return (
        _rule("PENGUKUHAN", "Pengukuhan pejabat yang nama jabatannya berubah", "BKD", held, _INAUGURATION),
        _rule("CAP", "Cap dinas dan cap jabatan diganti", "unit yang berubah", visible),
        _rule("KOP", "Kop surat diganti", "unit yang berubah", visible),
        _rule("PAPAN_NAMA", "Papan nama diganti", "unit yang berubah", visible),
        _rule("DPA_SIPD", "DPA dan kode unit di SIPD disesuaikan", "BPKAD", visible),
        _rule("SIASN", "Unit dan jabatan di SIASN disesuaikan", "BKD", held),
        _rule("ASET", "Pencatatan aset dialihkan ke unit yang baru", "BPKAD", visible),
        _rule("ANJAB", "Analisis jabatan dimutakhirkan", "Biro Organisasi", held | {_DUTIES}),
        _rule("ABK", "Analisis beban kerja dimutakhirkan", "Biro Organisasi", held | {_DUTIES}),
        _rule("JDIH", "Pergub diunggah ke JDIH dan dibagikan kepada unit", "Biro Hukum", everything),
    )


def inauguration_rules() -> tuple[InaugurationRule, ...]:
    """Return the rules on when officials may not be replaced without approval."""
    return (
        InaugurationRule(InaugurationForm.NEAR_ELECTION, 6, _ELECTION, is_verified=False),
        InaugurationRule(InaugurationForm.ACTING_HEAD, None, _ACTING_HEAD, is_verified=False),
    )


def enter_follow_ups(ctx: Context, government_id: GovernmentId) -> None:
    """Enter both lists for a government in the gate's session."""
    for rule in follow_up_rules():
        follow_ups.add_follow_up_rule(ctx.session, government_id, rule, new_id=ctx.new_id())
    for position, held in enumerate(inauguration_rules(), start=1):
        follow_ups.add_inauguration_rule(
            ctx.session, government_id, held, new_id=ctx.new_id(), position=position
        )


def _rule(
    code: str, title: str, usual: str, kinds: frozenset[ChangeKind], basis: str = _CUSTOM
) -> FollowUpRule:
    return FollowUpRule(code, title, usual, kinds, basis, is_verified=False)
