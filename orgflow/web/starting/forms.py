"""What is asked of whoever begins an office: province, letters, first administrator, root unit."""

from typing import Final

from flask_babel import lazy_gettext
from wtforms import BooleanField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import EqualTo, InputRequired, Length, Optional

from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.beginning import Zone
from orgflow.services.starting.beginning import BeginOffice, FirstAdministrator, OpenGovernment
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.settings.format_words import PAPERS

GOVERNMENT_FIELDS: Final = ("name", "code", "capital", "zone", "paper", "contact")


class BeginForm(OfficeForm):
    """The whole beginning on one page; a government that is held already is not asked again."""

    setup_code = StringField(
        lazy_gettext("Kode pemasangan"),
        [InputRequired(lazy_gettext("Tulis kode pemasangan.")), Length(max=100)],
        description=lazy_gettext(
            "Tertulis di layar tempat OrgFlow dijalankan, dan di berkas setup-code.txt dalam folder datanya."
        ),
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )
    name = StringField(
        lazy_gettext("Nama pemerintah daerah"),
        [InputRequired(lazy_gettext("Tulis nama provinsinya.")), Length(max=200)],
        description=lazy_gettext("Lengkap seperti pada kop surat, diawali Provinsi atau Daerah Istimewa."),
        render_kw={"autocomplete": "off"},
    )
    code = StringField(
        lazy_gettext("Kode singkat"),
        [InputRequired(lazy_gettext("Tulis kode singkatnya.")), Length(max=60)],
        description=lazy_gettext("Huruf kecil tanpa spasi; dipakai petugas teknis pada baris perintah."),
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )
    capital = StringField(
        lazy_gettext("Kota kedudukan"),
        [InputRequired(lazy_gettext("Tulis kota kedudukan pemerintah daerah.")), Length(max=200)],
        description=lazy_gettext("Kota tempat surat ditandatangani."),
        render_kw={"autocomplete": "off"},
    )
    zone = SelectField(
        lazy_gettext("Zona waktu"),
        choices=[
            (str(Zone.WIB), lazy_gettext("WIB (Waktu Indonesia Barat)")),
            (str(Zone.WITA), lazy_gettext("WITA (Waktu Indonesia Tengah)")),
            (str(Zone.WIT), lazy_gettext("WIT (Waktu Indonesia Timur)")),
        ],
    )
    paper = SelectField(
        lazy_gettext("Kertas"), choices=[(str(paper), words) for paper, words in PAPERS.items()]
    )
    contact = TextAreaField(
        lazy_gettext("Baris kop sesudah nama jabatan"),
        [Optional(), Length(max=1000, message=lazy_gettext("Kop terlalu panjang. Ringkas."))],
        description=lazy_gettext("Alamat dan kontak, satu baris satu baris; boleh diisi kemudian."),
        render_kw={"rows": 3},
    )
    display_name = StringField(
        lazy_gettext("Nama"),
        [InputRequired(lazy_gettext("Tulis nama orangnya.")), Length(max=400)],
        description=lazy_gettext("Dengan gelar, seperti dicetak dalam riwayat."),
        render_kw={"autocomplete": "name"},
    )
    username = StringField(
        lazy_gettext("Nama pengguna"),
        [InputRequired(lazy_gettext("Tulis nama untuk masuk.")), Length(max=200)],
        description=lazy_gettext("Huruf kecil, angka, titik; misalnya nama.belakang."),
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        lazy_gettext("Kata sandi"),
        [InputRequired(lazy_gettext("Tulis kata sandi.")), Length(max=500)],
        description=lazy_gettext("Sekurangnya 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat."),
        render_kw={"autocomplete": "new-password"},
    )
    password_again = PasswordField(
        lazy_gettext("Kata sandi sekali lagi"),
        [
            InputRequired(lazy_gettext("Ketik kata sandi sekali lagi.")),
            EqualTo("password", lazy_gettext("Kedua kata sandi tidak sama. Ketik lagi keduanya.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )

    @classmethod
    def asking(cls, *, for_government: bool) -> "BeginForm":
        """Return the form; without the government's part when one is held."""
        form = cls()
        if not for_government:
            for name in GOVERNMENT_FIELDS:
                del form[name]
        return form

    def command(self, held_code: str | None) -> BeginOffice:
        """Return what was typed as the command."""
        government = None
        if "name" in self:
            government = OpenGovernment(
                self.code.data or "",
                self.name.data or "",
                self.capital.data or "",
                Zone(self.zone.data),
                Paper(self.paper.data),
                self.contact.data or "",
            )
        first = FirstAdministrator(
            self.username.data or "", self.display_name.data or "", self.password.data or ""
        )
        return BeginOffice(government, first, self.setup_code.data or "", held_code)


class RootForm(OfficeForm):
    """The government itself, the topmost unit."""

    name = StringField(
        lazy_gettext("Nama"),
        [InputRequired(lazy_gettext("Tulis nama pemerintah daerahnya.")), Length(max=400)],
        render_kw={"autocomplete": "off"},
    )
    unit_code = StringField(
        lazy_gettext("Kode unit"),
        [InputRequired(lazy_gettext("Tulis kode unitnya.")), Length(max=60)],
        description=lazy_gettext("Kode tetap yang juga dipakai dalam berkas impor."),
        render_kw={"autocomplete": "off"},
    )
    valid_from = DayField(
        lazy_gettext("Tercatat sejak tanggal"),
        [InputRequired(lazy_gettext("Tulis tanggal, seperti 1 Januari 2026."))],
        description=lazy_gettext("Unit lain tidak dapat tercatat lebih awal dari tanggal ini."),
    )
    is_start_known = BooleanField(lazy_gettext("Tanggal itu memang hari mulai berlakunya"))
    source = StringField(
        lazy_gettext("Dasar atau sumber"),
        [Optional(), Length(max=500, message=lazy_gettext("Terlalu panjang. Paling banyak 500 huruf."))],
        description=lazy_gettext("Dari mana hal ini diketahui; bila kosong, dicatat atas nama Anda."),
    )
