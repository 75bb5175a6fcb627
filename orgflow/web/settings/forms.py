"""What an office sets for itself: its regulation and its governor."""

from typing import Final

from flask_babel import LazyString, lazy_gettext
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, NumberRange

from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.web.office_form import DayField, OfficeForm

APPOINTMENTS: Final[dict[AppointmentKind, LazyString]] = {
    AppointmentKind.DEFINITIVE: lazy_gettext("Definitif"),
    AppointmentKind.INTERIM: lazy_gettext("Penjabat (Pj.)"),
    AppointmentKind.TEMPORARY: lazy_gettext("Penjabat sementara (Pjs.)"),
    AppointmentKind.ACTING: lazy_gettext("Pelaksana tugas (Plt.)"),
    AppointmentKind.DAILY_ACTING: lazy_gettext("Pelaksana harian (Plh.)"),
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
