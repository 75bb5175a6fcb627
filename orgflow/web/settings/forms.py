"""What an office sets for itself: its regulation, its governor, its emblem, how its letters look."""

from typing import Final

from flask_babel import LazyString, lazy_gettext
from wtforms import FileField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.web.letters.words import SOURCES
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.uploads import PICTURE

APPOINTMENTS: Final[dict[AppointmentKind, LazyString]] = {
    AppointmentKind.DEFINITIVE: lazy_gettext("Definitif"),
    AppointmentKind.INTERIM: lazy_gettext("Penjabat (Pj.)"),
    AppointmentKind.TEMPORARY: lazy_gettext("Penjabat sementara (Pjs.)"),
    AppointmentKind.ACTING: lazy_gettext("Pelaksana tugas (Plt.)"),
    AppointmentKind.DAILY_ACTING: lazy_gettext("Pelaksana harian (Plh.)"),
}
PAPERS: Final[dict[Paper, LazyString]] = {
    Paper.A4: lazy_gettext("A4 (21 × 29,7 cm)"),
    Paper.F4: lazy_gettext("F4 (21,5 × 33 cm)"),
    Paper.F4_NARROW: lazy_gettext("F4 (21 × 33 cm)"),
}


class RegulationForm(OfficeForm):
    """The regulation that forms the secretariat."""

    number = StringField(lazy_gettext("Nomor"), [InputRequired(lazy_gettext("Tulis nomor Pergub."))])
    year = IntegerField(
        lazy_gettext("Tahun"),
        [
            InputRequired(lazy_gettext("Tulis tahun Pergub dengan angka, seperti 2016.")),
            NumberRange(1945, 2199, lazy_gettext("Tulis tahun antara 1945 dan 2199.")),
        ],
    )
    title = StringField(
        lazy_gettext("Tentang"),
        [InputRequired(lazy_gettext("Tulis judul Pergub sesudah kata “tentang”."))],
        description=lazy_gettext("Judul sesudah kata “tentang”, seperti pada Berita Daerah."),
    )


class GovernorForm(OfficeForm):
    """Who is governor since when."""

    name = StringField(
        lazy_gettext("Nama"),
        [InputRequired(lazy_gettext("Tulis nama lengkap seperti pada surat resmi."))],
        description=lazy_gettext("Tulis lengkap seperti pada surat resmi."),
    )
    kind = SelectField(
        lazy_gettext("Sebagai"), choices=[(str(kind), words) for kind, words in APPOINTMENTS.items()]
    )
    valid_from = DayField(
        lazy_gettext("Sejak tanggal"), [InputRequired(lazy_gettext("Tulis tanggal mulai menjabat."))]
    )


class EmblemForm(OfficeForm):
    """The emblem of the letterhead."""

    emblem = FileField(
        lazy_gettext("Gambar lambang (PNG atau JPEG)"),
        render_kw={"accept": PICTURE},
        description=lazy_gettext("OrgFlow tidak menggambar lambang; pakai berkas resmi dari kantor Anda."),
    )


class LetterShapeForm(OfficeForm):
    """How letters look and where their numbers come from."""

    contact = TextAreaField(
        lazy_gettext("Baris kop sesudah nama jabatan"),
        [Optional(), Length(max=1000, message=lazy_gettext("Kop terlalu panjang. Ringkas."))],
        description=lazy_gettext("Alamat dan kontak, satu baris satu baris; boleh kosong."),
        render_kw={"rows": 3},
    )
    copies = TextAreaField(
        lazy_gettext("Tembusan bawaan, satu baris satu alamat"),
        [Optional(), Length(max=4000, message=lazy_gettext("Tembusan terlalu panjang. Ringkas."))],
        render_kw={"rows": 4},
    )
    classification = StringField(
        lazy_gettext("Kode klasifikasi arsip"),
        [InputRequired(lazy_gettext("Tulis kode klasifikasi, seperti 000.8.1.2."))],
        description=lazy_gettext("000.8.1.2: pengubahan struktur organisasi (Permendagri 83/2022)."),
    )
    number_pattern = StringField(
        lazy_gettext("Pola nomor surat"),
        [InputRequired(lazy_gettext("Tulis pola nomor surat."))],
        description=lazy_gettext("Bagian: {klasifikasi}, {urut}, {kode_unit}, {tahun}, {bulan_romawi}."),
    )
    number_source = SelectField(
        lazy_gettext("Nomor surat diberikan"), choices=[(str(code), words) for code, words in SOURCES.items()]
    )
    paper = SelectField(
        lazy_gettext("Kertas"), choices=[(str(paper), words) for paper, words in PAPERS.items()]
    )
