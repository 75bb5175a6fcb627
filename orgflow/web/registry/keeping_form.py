"""The base of the registry's forms: when their page was opened, their basis, and where a refusal stands."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar, Final

from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import BadRequest
from wtforms import Field, HiddenField, StringField
from wtforms.validators import InputRequired, Length, Optional

from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.values import InstrumentId
from orgflow.services.organisation.unit_fields import GivenBasis
from orgflow.web.instruments.words import citation
from orgflow.web.messages import message_for
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.registry.choices import Choice, id_of

FIRST: Final = ("role", "official", "direction", "other", "name", "kind", "title", "text")
"""Asked before all else, in this order."""

LAST: Final = ("effective_on", "until", "instrument", "source", "reason")
"""Asked after what the form is about, in this order."""

PLACES: Final[dict[str, tuple[str, ...]]] = {
    "name_taken": ("name", "parent"),
    "unit_code_taken": ("code",),
    "unknown_unit_kind": ("kind",),
    "root_stays": ("parent", "end", "effective_on"),
    "children_remain": ("end", "effective_on"),
    "unit_cycle": ("parent",),
    "several_roots": ("parent", "effective_on", "start"),
    "unit_outside_parent": ("parent", "effective_on", "start", "end"),
    "post_outside_unit": ("effective_on", "start", "end", "unit"),
    "function_outside_unit": ("effective_on", "start", "end"),
    "appointment_outside_post": ("start", "effective_on", "end"),
    "seat_taken": ("seats", "effective_on", "start", "end"),
    "seats_too_few": ("seats",),
    "succession_twice": ("other",),
    "succession_outside_unit": ("effective_on", "other"),
    "not_yet_begun": ("effective_on", "start"),
    "already_ended": ("effective_on", "end"),
    "later_change_planned": ("effective_on", "start", "end"),
    "period_empty": ("until", "end", "effective_on", "start"),
    "unknown_instrument": ("instrument",),
}
"""Beside which field a broken rule's sentence stands, the first one that the form has."""

ALIASES: Final[dict[str, tuple[str, ...]]] = {"unit_code": ("code",)}
"""Names under which rules speak of a field of these forms."""


class KeepingForm(OfficeForm):
    """A form of the registry; it remembers when what it shows was last recorded."""

    seldom: ClassVar[tuple[str, ...]] = ()
    seen_at = HiddenField()

    def __init__(self, *, seen_at: datetime | None = None, values: dict[str, object] | None = None) -> None:
        super().__init__(revision=0, values=values)
        if not self.is_submitted():
            self.seen_at.data = seen_at.isoformat() if seen_at is not None else ""

    @property
    def opened_at(self) -> datetime | None:
        """When what the sender saw was last recorded; None when nothing was.

        Raises:
            BadRequest: the form bears no instant of ours.
        """
        if not self.seen_at.data:
            return None
        try:
            found = datetime.fromisoformat(self.seen_at.data)
        except ValueError as error:
            raise BadRequest from error
        if found.tzinfo is None:
            raise BadRequest
        return found

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields everybody fills in: what it is about, then since when, on what basis, and why."""
        seen = [
            item for item in self if not isinstance(item, HiddenField) and item.short_name != "csrf_token"
        ]
        placed = (*FIRST, *LAST, *self.seldom)
        between = [item for item in seen if item.short_name not in placed]
        first = (self[name] for name in FIRST if name in self and name not in self.seldom)
        return (*first, *between, *(self[name] for name in LAST if name in self))

    @property
    def folded(self) -> tuple[Field, ...]:
        """The fields that few need, behind a line that opens."""
        return tuple(self[name] for name in self.seldom if name in self)

    @property
    def is_unfolded(self) -> bool:
        """Whether something was refused among them."""
        return any(item.errors for item in self.folded)

    def typed(self, name: str) -> str:
        """Return what was typed into a field; empty when the form has no such field."""
        data = self[name].data if name in self else None
        return data.strip() if isinstance(data, str) else ""

    def place(self, error: DomainError) -> None:
        """Put the error's sentence beside the field it belongs to, or above all where it belongs to none."""
        named = error.facts.get("field")
        names = (str(named), *ALIASES.get(str(named), ())) if named else PLACES.get(error.code, ())
        found = next((name for name in names if name in self), None)
        if found is None:
            self.form_errors = [*self.form_errors, message_for(error)]
        else:
            self[found].errors = [*self[found].errors, message_for(error)]


class BasisForm(KeepingForm):
    """What rests on a regulation."""

    instrument = Choice(lazy_gettext("Dasar hukum"), [Optional()])
    source = StringField(
        lazy_gettext("Sumber"),
        [Optional(), Length(max=500, message=lazy_gettext("Terlalu panjang. Paling banyak 500 huruf."))],
        description=lazy_gettext("Dari mana Anda mengetahuinya, misalnya salinan Pergub atau petikan SK."),
    )

    def offer_instruments(self, held: Iterable[Instrument]) -> None:
        """Offer the regulations that are recorded."""
        cited = [(str(instrument.id), citation(instrument)) for instrument in held]
        self.instrument.choices = [("", gettext("Belum diketahui")), *cited]

    @property
    def basis(self) -> GivenBasis:
        """The basis that was given."""
        chosen = id_of(self.instrument)
        return GivenBasis(self.typed("source"), InstrumentId(chosen) if chosen is not None else None)


class OfficialChangeForm(BasisForm):
    """What changes officially from a day on."""

    effective_on = DayField(
        lazy_gettext("Berlaku sejak tanggal"),
        [InputRequired(lazy_gettext("Tulis sejak tanggal berapa, seperti 7 Desember 2022."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022. Tanggal yang akan datang boleh."),
    )


def reason_field(label: str) -> StringField:
    """Return the question why something is corrected, ended or withdrawn."""
    return StringField(
        label,
        [
            InputRequired(lazy_gettext("Tulis alasannya.")),
            Length(max=500, message=lazy_gettext("Terlalu panjang. Paling banyak 500 huruf.")),
        ],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )
