"""What may be typed about a letter: its class and copies, its number, why it is voided."""

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.services.letter_pages import LetterDesk
from orgflow.web.letters.words import CLASSES, SOURCES, URGENCIES
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.uploads import PDF


class LetterForm(OfficeForm):
    """What may change on a draft."""

    urgency = SelectField(
        lazy_gettext("Sifat (urgensi)"), choices=[(str(code), words) for code, words in URGENCIES.items()]
    )
    security_class = SelectField(
        lazy_gettext("Keamanan"),
        choices=[(str(code), words) for code, words in CLASSES.items()],
        description=lazy_gettext("Bila bukan Biasa, kata ini yang dicetak pada Sifat."),
    )
    number_source = SelectField(lazy_gettext("Nomor surat"))
    classification = SelectField(
        lazy_gettext("Kode klasifikasi"),
        validate_choice=False,
        description=lazy_gettext("Tercetak dalam nomor surat dan menentukan lama simpannya."),
    )
    copies = TextAreaField(
        lazy_gettext("Tembusan, satu baris satu alamat"),
        [Optional(), Length(max=4000, message=lazy_gettext("Tembusan terlalu panjang. Ringkas."))],
        render_kw={"rows": 4},
    )

    def offer(self, desk: LetterDesk) -> None:
        """Offer the sources of numbers that the office allows, and its classification codes."""
        usual = gettext("%(code)s (biasa dipakai kantor)", code=desk.usual_code)
        others = [one for one in desk.codes if one.code != desk.usual_code]
        self.classification.choices = [
            ("", usual),
            *((one.code, f"{one.code} {one.title}") for one in others),
        ]
        self.number_source.choices = [
            (str(code), words)
            for code, words in SOURCES.items()
            if desk.may_use_own_book or code is not NumberSource.OWN_BOOK
        ]


class NumberForm(OfficeForm):
    """The number and date given elsewhere."""

    number = StringField(
        lazy_gettext("Nomor surat"),
        [InputRequired(lazy_gettext("Tulis nomor surat seperti yang diberikan."))],
    )
    dated_on = DayField(lazy_gettext("Tanggal surat"), [InputRequired(lazy_gettext("Tulis tanggal surat."))])


class VoidForm(OfficeForm):
    """Why an issued letter is voided."""

    reason = StringField(
        lazy_gettext("Alasan yang dicatat"),
        [InputRequired(lazy_gettext("Tulis alasan pembatalan, sekurangnya sepuluh huruf."))],
    )


class IssueForm(OfficeForm):
    """The letter is issued as it stands; the reason is asked where something speaks against its signer."""

    reason = TextAreaField(
        lazy_gettext("Alasan tetap ditandatangani"),
        [Optional(), Length(max=1000, message=lazy_gettext("Alasan terlalu panjang. Ringkas."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat surat."),
        render_kw={"rows": 2},
    )


class SignedForm(OfficeForm):
    """The signed document as a scan."""

    upload = FileField(
        lazy_gettext("Pindai surat bertanda tangan (PDF)"),
        description=lazy_gettext("Paling besar 10 MB."),
        render_kw={"accept": PDF},
    )


class SentForm(OfficeForm):
    """The day a document went out."""

    sent_on = DayField(lazy_gettext("Dikirim tanggal"), [InputRequired(lazy_gettext("Tulis tanggal kirim."))])
