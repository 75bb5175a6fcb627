"""What completes or corrects the record of a unit."""

from flask_babel import gettext, lazy_gettext
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from orgflow.web.office_form import OfficeForm


class CorrectionForm(OfficeForm):
    """Ralat data yang keliru atau belum dicatat; nothing in the office changes by it."""

    letter_code = StringField(
        lazy_gettext("Kode unit pengolah"),
        [Optional(), Length(max=60, message=lazy_gettext("Kode terlalu panjang. Paling banyak 60 huruf."))],
        description=lazy_gettext("Kode unit ini di dalam nomor surat."),
    )
    duty_field = StringField(
        lazy_gettext("Bidang tugas dan fungsi"),
        [Optional(), Length(max=500, message=lazy_gettext("Terlalu panjang. Paling banyak 500 huruf."))],
        description=lazy_gettext("Menurut Pergub, sebagai sambungan “tugas dan fungsi di bidang …”."),
    )
    parent = SelectField(lazy_gettext("Berada di bawah"), [Optional()])
    reason = StringField(
        lazy_gettext("Alasan ralat"),
        [InputRequired(lazy_gettext("Tulis alasan ralat, misalnya sumber datanya."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )

    def offer_parents(self, places: tuple[tuple[str, str], ...]) -> None:
        """Offer places for a unit whose own is not verified; none leaves the question out."""
        if places:
            self.parent.choices = [("", gettext("Biarkan seperti tercatat")), *places]
        else:
            del self.parent
