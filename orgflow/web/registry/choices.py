"""A choice out of a list, refused in words when something else is sent."""

from uuid import UUID

from flask_babel import gettext
from wtforms import SelectField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError


class Choice(SelectField):
    """A choice out of a list."""

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is not in the list."""
        if not any(str(value) == str(self.data) for value, *_ in self.iter_choices()):
            raise ValidationError(gettext("Pilih salah satu dari daftar."))

    @property
    def words(self) -> str:
        """The chosen line as the list shows it."""
        return next((str(line[1]) for line in self.iter_choices() if str(line[0]) == str(self.data)), "")


def id_of(field: SelectField) -> UUID | None:
    """Return the id that was chosen; None for the empty line."""
    return UUID(field.data) if field.data else None
