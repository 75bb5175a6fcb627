"""What is asked of a duty or function of a unit."""

from collections.abc import Iterable

from flask_babel import lazy_gettext
from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange

from orgflow.web.registry.choices import Choice
from orgflow.web.registry.keeping_form import KeepingForm, OfficialChangeForm, reason_field
from orgflow.web.registry.words import FUNCTIONS

_LONG = lazy_gettext("Terlalu panjang. Paling banyak 2.000 huruf.")
_PLACE = lazy_gettext("Tulis urutannya dengan angka mulai dari 1.")


class FunctionDataForm(KeepingForm):
    """The wording and the place of a duty or function."""

    text = TextAreaField(
        lazy_gettext("Bunyinya"),
        [InputRequired(lazy_gettext("Tulis bunyinya sesuai peraturan.")), Length(max=2_000, message=_LONG)],
        render_kw={"rows": 4},
    )
    position = IntegerField(lazy_gettext("Urutan"), [InputRequired(_PLACE), NumberRange(1, 10_000, _PLACE)])


class ChangeFunctionForm(FunctionDataForm, OfficialChangeForm):
    """A duty or function that changes officially."""


class CorrectFunctionForm(FunctionDataForm):
    """A duty or function that was wrongly recorded."""

    reason = reason_field(lazy_gettext("Alasan ralat"))


class AddFunctionForm(OfficialChangeForm):
    """A new duty or function; it stands last."""

    kind = Choice(lazy_gettext("Tugas atau fungsi"))
    text = TextAreaField(
        lazy_gettext("Bunyinya"),
        [InputRequired(lazy_gettext("Tulis bunyinya sesuai peraturan.")), Length(max=2_000, message=_LONG)],
        render_kw={"rows": 4},
    )

    def offer_kinds(self) -> None:
        """Offer duty and function."""
        self.kind.choices = [(str(kind), words) for kind, words in FUNCTIONS.items()]


class OrderForm(KeepingForm):
    """The true order of a unit's points, one number beside each."""

    reason = reason_field(lazy_gettext("Alasan ralat"))


def order_form(points: Iterable[tuple[str, int, str]]) -> type[OrderForm]:
    """Return a form that asks a number for each point: its key, its place now, its text."""

    class AllPoints(OrderForm):
        """One number for each point."""

    for key, place, text in points:
        asked = IntegerField(text, [InputRequired(_PLACE), NumberRange(1, 10_000, _PLACE)], default=place)
        setattr(AllPoints, f"n{key}", asked)
    return AllPoints
