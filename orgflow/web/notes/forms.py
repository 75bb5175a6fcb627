"""What is asked of whoever writes a note."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.notes.note import QUOTE_LENGTH, TEXT_LENGTH, NoteKind
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
        render_kw={"rows": 4, "maxlength": TEXT_LENGTH},
    )

    def offer(self, kinds: Iterable[NoteKind]) -> None:
        """Offer these kinds; a single one is not asked about."""
        offered = tuple(kinds)
        self.kind.choices = [(str(one), KINDS[one], {"hint": KIND_HINTS[one]}) for one in offered]
        if len(offered) == 1:
            self.chosen = offered[0]
            del self.kind

    chosen: NoteKind | None = None

    @property
    def note_kind(self) -> NoteKind:
        """The kind that was chosen, or the only one that was offered."""
        return self.chosen if self.chosen is not None else NoteKind(self.kind.data)
