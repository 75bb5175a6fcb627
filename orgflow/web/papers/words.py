"""Words of the draft regulation: its forms, and what the linter finds."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.papers.linting import LintCode
from orgflow.domain.papers.regulation_form import RegulationForm

FORMS: Final[dict[str, LazyString]] = {
    RegulationForm.AMENDING: lazy_gettext("Pergub perubahan (Pasal I dan Pasal II)"),
    RegulationForm.REPLACING: lazy_gettext("Pergub baru yang mencabut yang lama"),
}
LINTS: Final[dict[LintCode, LazyString]] = {
    LintCode.TITLE_DIFFERS: lazy_gettext("Judul tidak sama. Menurut materi usulan: %(expected)s."),
    LintCode.BASE_MISSING: lazy_gettext("%(expected)s tidak ada lagi dalam Mengingat."),
    LintCode.BASES_OUT_OF_ORDER: lazy_gettext("Urutan Mengingat berubah. Seharusnya: %(expected)s."),
    LintCode.CHANGE_MISSING: lazy_gettext("Perubahan %(where)s tidak ada lagi."),
    LintCode.CHANGE_UNFOUNDED: lazy_gettext("%(where)s diubah tanpa dasar dalam materi usulan."),
    LintCode.ACT_DIFFERS: lazy_gettext("%(where)s diperlakukan lain daripada menurut materi usulan."),
    LintCode.OLD_NAME_LEFT: lazy_gettext("Nama lama %(found)s masih tertulis dalam %(where)s."),
    LintCode.NEW_NAME_MISSING: lazy_gettext("Nama %(expected)s tidak tertulis lagi dalam %(where)s."),
    LintCode.FUNCTION_DIFFERS: lazy_gettext("Fungsi “%(expected)s” berbunyi lain dalam %(where)s."),
    LintCode.DAY_DIFFERS: lazy_gettext("Tanggal mulai berlaku %(found)s, menurut usulan %(expected)s."),
    LintCode.HEIR_DIFFERS: lazy_gettext("%(where)s dimaknai lain; menurut materi usulan %(expected)s."),
    LintCode.PART_MISSING: lazy_gettext("Bagian ini tidak ada lagi: %(where)s."),
    LintCode.APPROVAL_UNRECORDED: lazy_gettext(
        "Persetujuan Menteri disebut, padahal suratnya belum dicatat."
    ),
}
