"""What is asked of which unit came out of which."""

from collections.abc import Iterable

from flask_babel import gettext, lazy_gettext
from wtforms.validators import InputRequired

from orgflow.web.office_form import DayField
from orgflow.web.registry.choices import Choice
from orgflow.web.registry.keeping_form import BasisForm, OfficialChangeForm, reason_field
from orgflow.web.registry.words import SUCCESSIONS


class SuccessionForm(OfficialChangeForm):
    """Which unit came out of which."""

    direction = Choice(lazy_gettext("Hubungannya"))
    other = Choice(lazy_gettext("Unit yang lain"))
    kind = Choice(lazy_gettext("Caranya"))

    def offer(self, name: str, others: Iterable[tuple[str, str]]) -> None:
        """Offer the other units, those that ended among them."""
        self.direction.choices = [
            ("from", gettext("%(name)s berasal dari unit yang lain", name=name)),
            ("into", gettext("%(name)s menjadi unit yang lain", name=name)),
        ]
        self.other.choices = list(others)
        self.kind.choices = ways()


class CorrectSuccessionForm(BasisForm):
    """How and when the one came out of the other, as it should have been recorded."""

    kind = Choice(lazy_gettext("Caranya"))
    effective_on = DayField(
        lazy_gettext("Sejak tanggal"),
        [InputRequired(lazy_gettext("Tulis sejak tanggal berapa, seperti 7 Desember 2022."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022."),
    )
    reason = reason_field(lazy_gettext("Alasan ralat"))


def ways() -> list[tuple[str, str]]:
    """Return the ways in which a unit comes out of another, as a list offers them."""
    return [(str(kind), str(words).capitalize()) for kind, words in SUCCESSIONS.items()]
