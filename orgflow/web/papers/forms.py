"""What is asked about a draft regulation: its form with the reason, and the Word file that comes back."""

from flask_babel import lazy_gettext
from wtforms import FileField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from orgflow.domain.values import LINE_LENGTH
from orgflow.web.office_form import OfficeForm
from orgflow.web.papers.words import FORMS
from orgflow.web.uploads import WORD


class RegulationFormForm(OfficeForm):
    """Whether the regulation amends or replaces."""

    form = RadioField(
        lazy_gettext("Bentuk Peraturan Gubernur"),
        [InputRequired(lazy_gettext("Pilih salah satu bentuk."))],
        choices=list(FORMS.items()),
    )
    reason = TextAreaField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasannya.")), Length(max=LINE_LENGTH)],
        description=lazy_gettext("Tercatat dalam riwayat."),
        render_kw={"rows": 3},
    )


class ReturnForm(OfficeForm):
    """A draft that was edited in Word."""

    upload = FileField(
        lazy_gettext("Berkas Word (DOCX)"),
        description=lazy_gettext("Rancangan yang diunduh dari halaman ini dan disunting di Word."),
        render_kw={"accept": WORD},
    )
