"""What is asked of whoever compares duties."""

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired

from orgflow.domain.changes.overlap import Verdict
from orgflow.web.office_form import OfficeForm
from orgflow.web.overlap.words import HINTS, VERDICT_WORDS


class ComparisonForm(OfficeForm):
    """Which unit is compared with."""

    unit_id = SelectField(
        lazy_gettext("Bandingkan dengan unit mana?"),
        description=lazy_gettext("Misalnya dinas yang menangani urusan serupa."),
        validate_choice=False,
    )


class JudgementForm(OfficeForm):
    """What two duties are to each other, and what sets them apart."""

    verdict = RadioField(
        lazy_gettext("Bagaimana hubungan keduanya?"),
        [DataRequired(lazy_gettext("Putusan belum dipilih. Pilih salah satu."))],
        choices=[(str(one), VERDICT_WORDS[one], {"hint": HINTS[one]}) for one in Verdict],
    )
    distinction = TextAreaField(
        lazy_gettext("Apa pembedanya?"),
        [DataRequired(lazy_gettext("Pembeda belum diisi. Tulis satu atau dua kalimat."))],
        description=lazy_gettext(
            "Tulis batas lingkup keduanya, atau cara menyelesaikan tumpang tindihnya. Kalimat ini dicetak"
            " dalam matriks."
        ),
        render_kw={"rows": 4},
    )
