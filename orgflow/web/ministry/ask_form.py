"""What a letter of the ministry asks, as many things as the form has rows for."""

from collections.abc import Iterator
from typing import Final

from flask import request
from flask_babel import gettext, lazy_gettext
from wtforms import Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.items import ItemKind, ItemPlace, NewItem, PlaceKind
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.messages import message_for
from orgflow.web.ministry.words import KINDS
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.registry.choices import Choice

FIRST_ROWS: Final = 3
MOST_ROWS: Final = 60
PARTS: Final = ("text", "kind", "place", "section", "due_on")


class AskForm(OfficeForm):
    """Rows of what is asked; a row without a text is left out."""

    rows = HiddenField()
    late_reason = TextAreaField(
        lazy_gettext("Alasan dicatat menyusul"),
        [Optional()],
        description=lazy_gettext("Surat ini menjawab putaran yang sudah disusul pengiriman lain."),
        render_kw={"rows": 2},
    )

    @property
    def count(self) -> int:
        """How many rows it has."""
        return int(self.rows.data or FIRST_ROWS)

    def row(self, number: int) -> tuple[Field, ...]:
        """Return the fields of a row, from 1."""
        return tuple(self[f"{part}_{number}"] for part in PARTS)

    def items(self) -> tuple[NewItem, ...]:
        """Return what is asked; the form is valid."""
        return tuple(item for _, item in self.filled())

    def filled(self) -> Iterator[tuple[int, NewItem]]:
        """Yield what is asked with the row in which it stands."""
        for number in range(1, self.count + 1):
            text, kind, place, section, due_on = self.row(number)
            if (text.data or "").strip():
                where = _place(place.data or "", section.data or "")
                day = due_on.day if isinstance(due_on, DayField) else None
                yield number, NewItem(ItemKind(kind.data), text.data, where, day)

    def point_out(self, refused: DomainError) -> None:
        """Put a refusal beside the field of the row it is about, else above all of them."""
        name = self._field_of(refused)
        if name in self:
            self.show(refused, name)
        else:
            self.form_errors = [*self.form_errors, str(message_for(refused))]

    def _field_of(self, refused: DomainError) -> str:
        named = str(refused.facts.get("field"))
        for number, item in self.filled():
            is_due = item.due_on is not None and item.due_on.isoformat() == refused.facts.get("due_on")
            if named == "due_on" and is_due:
                return f"due_on_{number}"
            if named == "place" and item.place == ItemPlace(PlaceKind.SECTION, ""):
                return f"section_{number}"
        return "text_1" if named == "text" else named


def ask_form(page: ProposalPage, *, more: int = 0) -> AskForm:
    """Return the form with as many rows as were sent, and some more."""
    sent = request.form.get("rows", type=int) or FIRST_ROWS
    count = max(1, min(sent + more, MOST_ROWS))
    drawn = {name: field for number in range(1, count + 1) for name, field in _row(number)}
    form = type("DrawnAskForm", (AskForm,), drawn)()
    if not isinstance(form, AskForm):
        raise TypeError(type(form).__name__)
    form.rows.data = str(count)
    choices = _places(page)
    for number in range(1, count + 1):
        place = form[f"place_{number}"]
        if isinstance(place, SelectField):
            place.choices = choices
    if not form.is_submitted():
        form.seen_revision.data = str(page.revision)
    return form


def _row(number: int) -> Iterator[tuple[str, Field]]:
    yield (
        f"text_{number}",
        TextAreaField(lazy_gettext("Yang diminta"), [Optional()], render_kw={"rows": 2}),
    )
    yield (
        f"kind_{number}",
        SelectField(
            lazy_gettext("Jenis"),
            choices=[(str(one), KINDS[one]) for one in ItemKind],
            default=str(ItemKind.COMPLETION),
        ),
    )
    yield f"place_{number}", Choice(lazy_gettext("Mengenai"))
    yield (
        f"section_{number}",
        StringField(lazy_gettext("Bagian naskah"), [Optional()], render_kw={"autocomplete": "off"}),
    )
    yield f"due_on_{number}", DayField(lazy_gettext("Paling lambat"), [Optional()])


def _places(page: ProposalPage) -> list[tuple[str, str]]:
    operations = [
        (f"operation:{placed.id}", gettext("Perubahan %(number)s", number=number))
        for number, placed in enumerate(page.asked, start=1)
    ]
    documents = [(f"document:{view.asked.code}", view.asked.title) for view in page.documents]
    section = (str(PlaceKind.SECTION), gettext("Bagian naskah, tulis di bawah"))
    return [(str(PlaceKind.WHOLE), gettext("Seluruh usulan")), *operations, *documents, section]


def _place(chosen: str, section: str) -> ItemPlace:
    kind, _, named = chosen.partition(":")
    place = PlaceKind(kind)
    return ItemPlace(place, section.strip() if place is PlaceKind.SECTION else named)
