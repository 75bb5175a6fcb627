"""What is asked of whoever writes options and chooses one."""

from flask_babel import gettext, lazy_gettext
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.options.option import OptionStart
from orgflow.services.option_pages import OptionsPage
from orgflow.web.office_form import OfficeForm


class DescriptionForm(OfficeForm):
    """What an option is called, and what it is about."""

    title = StringField(
        lazy_gettext("Sebutan pilihan ini"),
        [DataRequired(lazy_gettext("Sebutan belum diisi. Tulis beberapa kata saja."))],
        description=lazy_gettext("Misalnya: Mengikuti pedoman, publikasi tetap di dalamnya."),
        render_kw={"autocomplete": "off", "maxlength": 200},
    )
    sentence = TextAreaField(
        lazy_gettext("Apa maksudnya?"),
        [Optional()],
        description=lazy_gettext("Satu kalimat. Dicetak dalam kajian di bawah sebutannya."),
        render_kw={"rows": 3},
    )


class AdditionForm(DescriptionForm):
    """From what another option is begun, besides."""

    start = RadioField(
        lazy_gettext("Mulai dari mana?"),
        [DataRequired(lazy_gettext("Awalnya belum dipilih. Pilih salah satu."))],
    )

    def offer(self, page: OptionsPage) -> None:
        """Offer what an option of this proposal may be begun from."""
        choices: list[tuple[str, str, dict[str, str]]] = [
            (
                str(OptionStart.KEEP),
                gettext("Tetap seperti sekarang"),
                {"hint": gettext("Tanpa perubahan; untuk dibandingkan dengan yang lain.")},
            ),
        ]
        if page.guideline_name is not None:
            choices.append(
                (
                    str(OptionStart.GUIDELINE),
                    gettext("Nama menurut pedoman: %(name)s", name=page.guideline_name),
                    {"hint": gettext("Satu perubahan nama; yang lain dapat ditambahkan sesudahnya.")},
                )
            )
        choices.append(
            (
                str(OptionStart.COPY),
                gettext("Salinan dari yang sedang dikerjakan"),
                {"hint": gettext("Lalu diubah seperlunya di Materi usulan.")},
            )
        )
        self.start.choices = choices


class ChoiceForm(OfficeForm):
    """Which option is proposed, and why."""

    letter = RadioField(
        lazy_gettext("Pilihan mana yang diusulkan?"),
        [DataRequired(lazy_gettext("Pilihan belum ditetapkan. Pilih salah satu."))],
    )
    reason = TextAreaField(
        lazy_gettext("Mengapa yang ini?"),
        [DataRequired(lazy_gettext("Alasan belum diisi. Tulis mengapa pilihan ini yang diusulkan."))],
        description=lazy_gettext(
            "Alasan ini dicatat dalam Riwayat dan dicetak dalam kajian, di bawah tabel perbandingannya."
        ),
        render_kw={"rows": 5},
    )

    def offer(self, page: OptionsPage) -> None:
        """Offer the options of the proposal."""
        self.letter.choices = [
            (
                str(one.name.letter),
                gettext("Pilihan %(letter)s: %(title)s", letter=one.name.letter, title=one.name.title),
                {"hint": one.name.sentence} if one.name.sentence else {},
            )
            for one in page.options
        ]
