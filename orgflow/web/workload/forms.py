"""What is asked of whoever records a unit's work, and how its posts are reckoned."""

from decimal import Decimal
from typing import Final

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.figures import format_figure, parse_figure, parse_year
from orgflow.domain.workload.reckoning import Rounding
from orgflow.services.workload_pages import HeldActivity, WorkloadPage
from orgflow.services.workload_words import ROUNDINGS
from orgflow.web.office_form import DayField, OfficeForm, day_text
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import TABLE

SUGGESTIONS: Final = "fungsi-unit"
"""The id of the list of functions that a field offers."""
_FIGURE: Final = {"autocomplete": "off", "inputmode": "decimal", "maxlength": 30}


class ActivityForm(KeptForm):
    """One activity of the unit in one year."""

    function = StringField(
        lazy_gettext("Fungsi yang dilayani"),
        [DataRequired(lazy_gettext("Fungsi belum diisi. Tulis misalnya Publikasi atau Keprotokolan."))],
        description=lazy_gettext("Kegiatan dari fungsi yang sama dijumlahkan bersama."),
        render_kw={"autocomplete": "off", "maxlength": 200, "list": SUGGESTIONS},
    )
    name = StringField(
        lazy_gettext("Kegiatan"),
        [DataRequired(lazy_gettext("Kegiatan belum diisi. Tulis misalnya Siaran pers."))],
        description=lazy_gettext("Misalnya: Siaran pers, Peliputan kegiatan pimpinan, Penerimaan kunjungan."),
        render_kw={"autocomplete": "off", "maxlength": 200},
    )
    product = StringField(
        lazy_gettext("Satuan hasil"),
        [DataRequired(lazy_gettext("Satuan hasil belum diisi. Tulis misalnya naskah atau kegiatan."))],
        description=lazy_gettext("Yang dihitung: naskah, kegiatan, kunjungan."),
        render_kw={"autocomplete": "off", "maxlength": 60},
    )
    year = StringField(
        lazy_gettext("Tahun"),
        [DataRequired(lazy_gettext("Tahun belum diisi. Tulis dengan angka, misalnya 2025."))],
        render_kw={"autocomplete": "off", "inputmode": "numeric", "maxlength": 4},
    )
    volume = StringField(
        lazy_gettext("Volume setahun"),
        [DataRequired(lazy_gettext("Volume belum diisi. Tulis 0 bila tidak ada."))],
        description=lazy_gettext("Berapa hasil dalam tahun itu, misalnya 1.250."),
        render_kw=_FIGURE,
    )
    norm = StringField(
        lazy_gettext("Norma waktu (menit tiap hasil)"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui; kegiatan itu lalu tidak ikut dihitung."),
        render_kw=_FIGURE,
    )
    source = StringField(
        lazy_gettext("Sumber"),
        [DataRequired(lazy_gettext("Sumber belum diisi. Tulis dari mana angka ini diambil."))],
        description=lazy_gettext("Misalnya: Buku agenda pimpinan 2025."),
        render_kw={"autocomplete": "off", "maxlength": 500},
    )
    dated_on = DayField(
        lazy_gettext("Tanggal sumber"), [Optional()], render_kw={"autocomplete": "off", "maxlength": 30}
    )

    def activity(self) -> Activity:
        """Return what was typed.

        Raises:
            FigureUnclear, FigureUnreadable: a figure.
        """
        norm = (self.norm.data or "").strip()
        return Activity(
            self.function.data or "",
            self.name.data or "",
            self.product.data or "",
            parse_year(self.year.data or "", field="year"),
            parse_figure(self.volume.data or "", field="volume"),
            parse_figure(norm, field="norm") if norm else None,
            self.source.data or "",
            self.dated_on.day,
        )


class CalculationForm(KeptForm):
    """By which year, working time and rounding the posts are reckoned."""

    year = SelectField(lazy_gettext("Tahun data"))
    time_code = RadioField(
        lazy_gettext("Waktu kerja efektif setahun"),
        [DataRequired(lazy_gettext("Waktu kerja efektif belum dipilih. Pilih salah satu."))],
        description=lazy_gettext("Kedua norma ini dipakai; yang dipilih dicetak bersama hitungannya."),
    )
    rounding = RadioField(
        lazy_gettext("Pembulatan"),
        [DataRequired(lazy_gettext("Pembulatan belum dipilih. Pilih salah satu."))],
        choices=[(str(one), lazy_gettext(ROUNDINGS[one])) for one in Rounding],
    )
    share = StringField(
        lazy_gettext("Ke atas mulai bagian"),
        [Optional()],
        description=lazy_gettext("Hanya untuk pembulatan ke bawah: di atas 0 sampai 1, misalnya 0,75."),
        render_kw=_FIGURE,
    )

    def offer(self, page: WorkloadPage) -> None:
        """Offer the years that have figures and the working times that the office keeps."""
        years = {*page.years} | ({page.choice.year} if page.choice is not None else set())
        self.year.choices = [(str(year), str(year)) for year in sorted(years, reverse=True)]
        self.time_code.choices = [
            (
                time.code,
                gettext("%(minutes)s menit", minutes=format_figure(time.minutes)),
                {"hint": time.citation if time.is_verified else unsure_words(time.citation)},
            )
            for time in page.times
        ]

    @property
    def chosen_year(self) -> int:
        """The year that was chosen.

        Raises:
            FigureUnreadable.
        """
        return parse_year(str(self.year.data or ""), field="year")

    @property
    def typed_share(self) -> Decimal | None:
        """The share that was typed, None when nothing was.

        Raises:
            FigureUnclear, FigureUnreadable.
        """
        text = (self.share.data or "").strip()
        return parse_figure(text, field="share") if text else None


class TableForm(OfficeForm):
    """A file of activities."""

    upload = FileField(
        lazy_gettext("Berkas Excel (XLSX) atau CSV"),
        description=lazy_gettext("Kolomnya seperti pada berkas yang diunduh dari halaman Beban kerja."),
        render_kw={"accept": TABLE},
    )


def activity_values(held: HeldActivity) -> dict[str, object]:
    """Return an activity as it stands in its form."""
    activity = held.activity
    return {
        "function": activity.function,
        "name": activity.name,
        "product": activity.product,
        "year": str(activity.year),
        "volume": format_figure(activity.volume),
        "norm": format_figure(activity.norm) if activity.norm is not None else "",
        "source": activity.source,
        "dated_on": day_text(activity.dated_on),
    }


def choice_values(page: WorkloadPage) -> dict[str, object]:
    """Return the chosen calculation as it stands in its form; before any, the newest year alone."""
    choice = page.choice
    if choice is None:
        return {"year": str(page.years[0])} if page.years else {}
    return {
        "year": str(choice.year),
        "time_code": choice.time_code,
        "rounding": str(choice.rounding),
        "share": format_figure(choice.share) if choice.share is not None else "",
    }


def unsure_words(words: str) -> str:
    """Return words with the remark that nobody verified them, unless they say so."""
    return gettext("%(words)s (belum diverifikasi)", words=words)
