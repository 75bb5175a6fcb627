"""What is asked of whoever changes an operation."""

from flask_babel import lazy_gettext
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired

from orgflow.web.office_form import OfficeForm


class RenameForm(OfficeForm):
    """Which unit, and its new name."""

    unit_id = SelectField(lazy_gettext("Unit mana yang namanya akan diubah?"), validate_choice=False)
    new_name = StringField(
        lazy_gettext("Nama barunya apa?"),
        [DataRequired(lazy_gettext("Nama baru belum diisi. Tulis nama lengkapnya."))],
        description=lazy_gettext("Tulis lengkap seperti yang akan dicetak dalam Pergub, tanpa singkatan."),
        render_kw={"autocomplete": "off"},
    )


class OperationForm(OfficeForm):
    """An operation moved, removed or put back: nothing is asked."""
