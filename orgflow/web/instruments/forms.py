"""What is asked of a legal instrument."""

from flask_babel import lazy_gettext
from wtforms import BooleanField, FileField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from orgflow.web.instruments.words import KINDS
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.uploads import PDF

_LONG = lazy_gettext("Terlalu panjang.")


class InstrumentForm(OfficeForm):
    """Kind, number, title and dates; what is not known stays empty."""

    kind = SelectField(lazy_gettext("Jenis"), choices=list(KINDS.items()))
    number = StringField(lazy_gettext("Nomor"), [Optional(), Length(max=60, message=_LONG)])
    year = IntegerField(
        lazy_gettext("Tahun"),
        [Optional(), NumberRange(1945, 2200, lazy_gettext("Tulis tahun dengan empat angka."))],
    )
    title = StringField(
        lazy_gettext("Tentang"),
        [
            InputRequired(lazy_gettext("Tulis judulnya, sesudah kata “tentang”.")),
            Length(max=500, message=_LONG),
        ],
    )
    enacted_on = DayField(lazy_gettext("Ditetapkan pada"), [Optional()])
    promulgated_on = DayField(lazy_gettext("Diundangkan pada"), [Optional()])
    effective_on = DayField(lazy_gettext("Mulai berlaku"), [Optional()])
    gazette_number = StringField(
        lazy_gettext("Nomor Berita atau Lembaran Daerah"), [Optional(), Length(max=60, message=_LONG)]
    )
    source = StringField(
        lazy_gettext("Sumber"),
        [Optional(), Length(max=500, message=_LONG)],
        description=lazy_gettext("Dari mana data ini, misalnya JDIH atau salinan di Biro Hukum."),
    )
    is_verified = BooleanField(lazy_gettext("Sudah dicocokkan dengan naskah aslinya"))
    scan = FileField(lazy_gettext("Naskah (PDF)"), [Optional()], render_kw={"accept": PDF})


class ArticleForm(OfficeForm):
    """An article or annex that names a unit, pasted by hand."""

    number = StringField(
        lazy_gettext("Pasal atau lampiran"),
        [
            InputRequired(lazy_gettext("Tulis nomornya, misalnya Pasal 12 ayat (1) atau Lampiran I.")),
            Length(max=60, message=_LONG),
        ],
        description=lazy_gettext("Misalnya Pasal 12 ayat (1), atau Lampiran I."),
    )
    text = TextAreaField(
        lazy_gettext("Bunyinya sekarang"),
        [Optional(), Length(max=20_000, message=_LONG)],
        description=lazy_gettext("Tempel sesuai naskah. Kosongkan untuk menghapus pasal ini dari catatan."),
        render_kw={"rows": 6},
    )


class AmendmentForm(OfficeForm):
    """Which instrument this one amended."""

    amended = SelectField(lazy_gettext("Mengubah peraturan"))
