"""The office's words for the codes that errors carry: states, acts, roles, what a step asks for."""

from typing import Final

from orgflow.web.sentences.authority import CAPACITY_WORDS
from orgflow.web.sentences.importing import FAULTS
from orgflow.web.sentences.marking import say
from orgflow.web.sentences.signing import MANDATE_FORMS, SIGNING_KINDS, SIGNING_ROLES

STATES: Final = {
    "draft": say("draf"),
    "unit_review": say("ditelaah biro pengusul"),
    "org_review": say("ditelaah Biro Organisasi"),
    "legal_review": say("ditelaah Biro Hukum"),
    "initialling": say("menunggu paraf"),
    "signing": say("menunggu tanda tangan"),
    "submitted": say("dikirim ke Kementerian"),
    "ministry_review": say("ditelaah Kementerian"),
    "harmonization": say("dalam harmonisasi Pergub"),
    "facilitation": say("dalam fasilitasi Pergub"),
    "enacted": say("sudah ditetapkan"),
    "promulgated": say("sudah diundangkan"),
    "implemented": say("sudah berlaku"),
    "withdrawn": say("ditarik"),
    "rejected": say("ditolak"),
    "superseded": say("diganti usulan baru"),
    "issued": say("sudah diterbitkan"),
    "signed": say("sudah ditandatangani"),
    "sent": say("sudah dikirim"),
    "void": say("batal"),
}
ACTIONS: Final = {
    "submit": say("pengajuan"),
    "forward": say("penerusan ke Biro Organisasi"),
    "approve": say("persetujuan"),
    "paraf": say("paraf"),
    "sign": say("tanda tangan"),
    "send": say("pengiriman surat"),
    "receive": say("penerimaan oleh Kementerian"),
    "answer_approved": say("jawaban Kementerian: disetujui"),
    "answer_approved_with_notes": say("jawaban Kementerian: disetujui dengan catatan"),
    "answer_asks_completion": say("permintaan kelengkapan dari Kementerian"),
    "answer_rejected": say("jawaban Kementerian: ditolak"),
    "complete": say("penyampaian kelengkapan"),
    "record_harmonization": say("hasil harmonisasi Pergub"),
    "record_facilitation": say("hasil fasilitasi Pergub"),
    "enact": say("penetapan Pergub"),
    "promulgate": say("pengundangan Pergub"),
    "commence": say("pemberlakuan"),
    "return": say("pengembalian untuk diperbaiki"),
    "recall": say("penarikan kembali"),
    "reject": say("penolakan"),
    "withdraw": say("penarikan usulan"),
    "supersede": say("penggantian dengan usulan baru"),
    "change_route": say("pemindahan ke jalur lain"),
    "issue_letter": say("penerbitan surat"),
}
ASKS: Final = {
    "reason": say("alasan"),
    "acted_on": say("tanggal"),
    "person": say("nama pejabat"),
    "document": say("nomor surat"),
    "scan": say("hasil pindai"),
    "regulation": say("nomor dan tanggal Pergub"),
    "gazette": say("nomor Berita Daerah"),
    "outcome": say("hasilnya"),
    "late_reason": say("alasan dicatat tidak menurut urutan"),
}
LACKS: Final = {
    "operation": say("perubahan yang diusulkan"),
    "consideration": say("alasan usulan"),
    "effective_on": say("tanggal mulai berlaku"),
    "setda_regulation": say("Pergub susunan Sekretariat Daerah"),
    "unit_letter_code": say("kode unit pengolah"),
    "unit_duty_field": say("bidang tugas unit"),
    "signer_name": say("nama Gubernur"),
    "emblem": say("lambang"),
    "notes": say("jawaban atas catatan"),
}
DATES: Final = {
    "enacted_on": say("tanggal penetapan"),
    "promulgated_on": say("tanggal pengundangan"),
    "effective_on": say("tanggal mulai berlaku"),
    "year": say("tahun Pergub"),
}
DANGERS: Final = {
    "script": say("skrip"),
    "action": say("perintah yang berjalan sendiri"),
    "launch": say("perintah membuka program"),
    "embedded_file": say("berkas lain di dalamnya"),
    "media": say("suara atau video"),
    "form_script": say("formulir bernaskah"),
    "encrypted": say("kunci kata sandi"),
    "too_many_parts": say("terlalu banyak bagian"),
    "too_deep": say("bagian yang terlalu berlapis"),
}
KINDS: Final = {"pdf": say("PDF"), "picture": say("gambar PNG atau JPEG"), "word": say("Word (DOCX)")}
ROLES: Final = {
    "drafter": say("Penyusun usulan"),
    "bureau_head": say("Kepala Biro"),
    "organisation_reviewer": say("Penelaah Biro Organisasi"),
    "legal_reviewer": say("Penelaah Biro Hukum"),
    "assistant": say("Asisten"),
    "secretary": say("Sekretaris Daerah"),
    "governor_office": say("Kantor Gubernur"),
    "letter_administrator": say("Petugas surat (TU)"),
    "system_administrator": say("Administrator"),
    "auditor": say("Pemeriksa"),
}
WORDS: Final = {
    "state": STATES,
    "action": ACTIONS,
    "first": ACTIONS | DATES,
    "second": DATES,
    "missing": ASKS | LACKS,
    "reason": DANGERS,
    "expected": KINDS,
    "alone": ROLES,
    "fault": FAULTS,
    "signing_kind": SIGNING_KINDS,
    "signing_roles": SIGNING_ROLES,
    "capacity": CAPACITY_WORDS,
    "mandate_form": MANDATE_FORMS,
    "recorded_form": MANDATE_FORMS,
}
"""Which words belong to which fact of an error."""
