"""What is asked of a file to import: the file and its day, what its columns mean, the decision."""

from typing import Final

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, HiddenField, SelectField
from wtforms.validators import InputRequired

from orgflow.services.organisation.importing_maps import ColumnMap, Heading, Meaning
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.uploads import TABLE

M = Meaning
LONGEST: Final = 60


class ImportForm(OfficeForm):
    """A file and the day whose state it describes."""

    on = DayField(
        lazy_gettext("Keadaan per"),
        [InputRequired(lazy_gettext("Tulis tanggalnya, misalnya 7 Desember 2022."))],
        description=lazy_gettext(
            "Hari yang digambarkan berkas ini. Yang berubah tercatat mulai hari itu; riwayat di dalam berkas "
            "memakai tanggalnya sendiri."
        ),
    )
    upload = FileField(
        lazy_gettext("Berkas susunan (XLSX atau CSV)"),
        description=lazy_gettext(
            "Berkas dengan kolom OrgFlow langsung dikenal. Untuk berkas lain Anda ditanya arti kolomnya."
        ),
        render_kw={"accept": TABLE},
    )


class DecisionForm(OfficeForm):
    """The decision on a preview that was looked at."""

    seen_preview = HiddenField()


def _column(label: str) -> SelectField:
    return SelectField(label, default="")


class MapForm(OfficeForm):
    """Which column holds what; each field is named as in a map file."""

    sheet = HiddenField()
    heading_row = HiddenField()
    unit_name = _column(lazy_gettext("Nama unit"))
    unit_code = _column(lazy_gettext("Kode unit"))
    parent_name = _column(lazy_gettext("Nama unit atasan"))
    parent_code = _column(lazy_gettext("Kode unit atasan"))
    unit_kind = _column(lazy_gettext("Jenis unit"))
    short_name = _column(lazy_gettext("Singkatan unit"))
    letter_code = _column(lazy_gettext("Kode unit dalam nomor surat"))
    duty_field = _column(lazy_gettext("Bidang tugas"))
    post = _column(lazy_gettext("Nama jabatan"))
    echelon = _column(lazy_gettext("Eselon"))
    functional_rank = _column(lazy_gettext("Jenjang jabatan fungsional"))
    seats = _column(lazy_gettext("Formasi"))
    holder = _column(lazy_gettext("Nama pejabat"))
    nip = _column(lazy_gettext("NIP"))
    rank = _column(lazy_gettext("Pangkat dan golongan ruang"))
    quality = _column(lazy_gettext("Kedudukan (definitif, Plt., Plh.)"))
    letter = _column(lazy_gettext("Surat pengangkatan"))

    def offer(self, heading: Heading, said: ColumnMap) -> None:
        """Offer a table's columns; unless the form was sent, choose those that a map says."""
        named = zip(heading.headings, heading.examples, strict=True)
        offered = [
            ("", gettext("(tidak ada di berkas ini)")),
            *((text, _shown(text, one)) for text, one in named),
        ]
        for meaning in Meaning:
            item = self[str(meaning)]
            if isinstance(item, SelectField):
                item.choices = offered
            if not self.is_submitted():
                chosen = said.columns.get(meaning, "")
                item.data = chosen if chosen in heading.headings else ""
        self.sheet.data, self.heading_row.data = heading.sheet, str(heading.row)

    @property
    def columns(self) -> dict[Meaning, str]:
        """What was chosen, by meaning."""
        return {meaning: self[str(meaning)].data or "" for meaning in Meaning}


GROUPS: Final = (
    (lazy_gettext("Unit"), (M.UNIT_NAME, M.PARENT_NAME, M.UNIT_CODE, M.PARENT_CODE, M.UNIT_KIND)),
    (lazy_gettext("Jabatan"), (M.POST, M.ECHELON, M.FUNCTIONAL_RANK, M.SEATS)),
    (lazy_gettext("Pejabat"), (M.HOLDER, M.NIP, M.RANK, M.QUALITY, M.LETTER)),
    (lazy_gettext("Lainnya tentang unit"), (M.SHORT_NAME, M.LETTER_CODE, M.DUTY_FIELD)),
)
"""The fields as the page groups them; every meaning stands in one."""


def _shown(heading: str, example: str) -> str:
    said = heading if len(heading) <= LONGEST else f"{heading[:LONGEST]}…"
    seen = example if len(example) <= LONGEST else f"{example[:LONGEST]}…"
    return f"{said} ({seen})" if seen else said
