"""What is asked of whoever drafts: the few questions of a new proposal, and its reasons and dates."""

from flask_babel import lazy_gettext
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.web.office_form import DayField, OfficeForm


class ReasonsForm(OfficeForm):
    """Why, and when; every proposal may be begun before the answers are known."""

    considerations = TextAreaField(
        lazy_gettext("Mengapa perlu diubah?"),
        description=lazy_gettext(
            "Satu alasan setiap baris. Dicetak dalam surat kepada Menteri sebagai huruf a, b, c, jadi tulis "
            "dalam bahasa surat. Boleh dilengkapi nanti, sebelum diajukan."
        ),
        render_kw={"rows": 6},
    )
    background = TextAreaField(
        lazy_gettext("Latar belakang untuk penelaah"),
        [Optional()],
        description=lazy_gettext("Tidak dicetak dalam surat; hanya dibaca Biro Organisasi dan Biro Hukum."),
        render_kw={"rows": 4},
    )
    effective_on = DayField(
        lazy_gettext("Mulai kapan diharapkan berlaku?"),
        [Optional()],
        description=lazy_gettext(
            "Tulis tanggal seperti 1 Januari 2027. Tanggal 1 Januari memudahkan, karena anggaran, aset, kop, "
            "dan cap ikut berubah pada awal tahun."
        ),
        render_kw={"autocomplete": "off"},
    )
    facts_on = DayField(
        lazy_gettext("Data dalam usulan ini keadaan per tanggal berapa?"),
        [Optional()],
        description=lazy_gettext("Misalnya tanggal jumlah media atau beban kerja dihitung."),
        render_kw={"autocomplete": "off"},
    )


class NewProposalForm(ReasonsForm):
    """The few questions of a new proposal."""

    unit_id = SelectField(lazy_gettext("Unit mana yang namanya akan diubah?"), validate_choice=False)
    new_name = StringField(
        lazy_gettext("Nama barunya apa?"),
        [DataRequired(lazy_gettext("Nama baru belum diisi. Tulis nama lengkapnya."))],
        description=lazy_gettext("Tulis lengkap seperti yang akan dicetak dalam Pergub, tanpa singkatan."),
        render_kw={"autocomplete": "off"},
    )


class CopyForm(OfficeForm):
    """Nothing is asked; it carries the key and the revision."""
