"""Why a setting stops the start, in one sentence that says what to do."""

from typing import Final

from orgflow.config import Refusal, SettingRefused

_SENTENCES: Final[dict[Refusal, str]] = {
    Refusal.UNKNOWN: "Pengaturan {name} tidak dikenal. Periksa ejaannya, atau hapus dari lingkungan.",
    Refusal.NOT_A_NUMBER: "Pengaturan {name} harus angka dari {least} sampai {most}.",
    Refusal.NOT_A_SWITCH: "Pengaturan {name} harus 0 atau 1.",
    Refusal.NOT_A_LEVEL: "Pengaturan {name} harus debug, info, warning, atau error.",
    Refusal.DATABASE_URL: "Pengaturan {name} harus sqlite:///BERKAS atau postgresql://....",
    Refusal.FILES_URL: "Pengaturan {name} harus file:///FOLDER.",
    Refusal.QUEUE_URL: "Pengaturan {name} harus sqlite:///BERKAS, postgresql://..., atau redis://SERVER:PORT/NOMOR.",
    Refusal.SMTP_URL: (
        "Pengaturan {name} harus smtp://SERVER:PORT, smtp+starttls://NAMA:SANDI@SERVER:PORT, atau"
        " smtps://NAMA:SANDI@SERVER:PORT; sandi ke komputer lain hanya lewat dua yang terakhir."
    ),
    Refusal.MAIL_FROM: "Pengaturan {name} harus alamat surel, misalnya orgflow@contoh.go.id.",
    Refusal.MAIL_FROM_NEEDED: "Pengaturan {name} wajib diisi bila ORGFLOW_SMTP_URL diisi.",
    Refusal.KEY_WEAK: "Pengaturan {name} terlalu lemah. Pakai sedikitnya {length} karakter acak.",
    Refusal.KEY_MISSING: "Kunci rahasia belum ada. Jalankan: orgflow init",
    Refusal.HOSTS_NEEDED: "Pengaturan {name} wajib diisi bila OrgFlow dibuka untuk alamat lain.",
    Refusal.HTTPS_NEEDED: "Di luar komputer ini OrgFlow hanya boleh dibuka lewat HTTPS. Isi {name}=1.",
    Refusal.DATA_UNUSABLE: "Folder data tidak dapat dibaca atau ditulis ({name}). Periksa izinnya.",
}


def sentence(refused: SettingRefused) -> str:
    """Return the sentence about a refused setting."""
    known = {"length": 32, "least": 0, "most": 0, **refused.facts}
    return _SENTENCES[refused.refusal].format(name=refused.name, **known)
