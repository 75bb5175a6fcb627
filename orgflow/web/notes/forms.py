"""What is asked of whoever writes a note."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.notes.mentions import naming
from orgflow.domain.notes.note import QUOTE_LENGTH, TEXT_LENGTH, NoteKind
from orgflow.services.mentions import Person
from orgflow.web.notes.words import KIND_HINTS, KINDS
from orgflow.web.office_form import OfficeForm


class NoteForm(OfficeForm):
    """A note on a place, or on some of its words."""

    kind = RadioField(
        lazy_gettext("Jenis catatan"),
        [DataRequired(lazy_gettext("Jenis catatan belum dipilih. Pilih salah satu."))],
    )
    quote = TextAreaField(
        lazy_gettext("Kata-kata yang dimaksud"),
        [Optional()],
        description=lazy_gettext("Salin dari bunyinya di atas; kosongkan bila catatan untuk seluruh bagian."),
        render_kw={"rows": 2, "maxlength": QUOTE_LENGTH},
    )
    text = TextAreaField(
        lazy_gettext("Catatan"),
        [DataRequired(lazy_gettext("Catatan belum ditulis. Tulis satu atau dua kalimat."))],
        description=lazy_gettext("Siapa yang disebut dengan @nama.pengguna diberi tahu."),
        render_kw={"rows": 4, "maxlength": TEXT_LENGTH},
    )
    named = SelectField(
        lazy_gettext("Sebut seseorang (boleh dikosongkan)"), [Optional()], validate_choice=False
    )

    def offer(self, kinds: Iterable[NoteKind]) -> None:
        """Offer these kinds; a single one is not asked about."""
        offered = tuple(kinds)
        self.kind.choices = [(str(one), KINDS[one], {"hint": KIND_HINTS[one]}) for one in offered]
        if len(offered) == 1:
            self.chosen = offered[0]
            del self.kind

    def offer_people(self, people: Iterable[Person]) -> None:
        """Offer whom the note may name; where that is nobody it is not asked."""
        told = [(one.username, f"{one.display_name} (@{one.username})") for one in people]
        self.named.choices = [("", lazy_gettext("Tidak menyebut siapa pun")), *told]
        if not told:
            del self.named

    @property
    def note_text(self) -> str:
        """The note with whoever was chosen named in it."""
        text = self.text.data or ""
        chosen = self.named.data if "named" in self else ""
        return naming(chosen, text) if chosen and text else text

    chosen: NoteKind | None = None

    @property
    def note_kind(self) -> NoteKind:
        """The kind that was chosen, or the only one that was offered."""
        return self.chosen if self.chosen is not None else NoteKind(self.kind.data)
