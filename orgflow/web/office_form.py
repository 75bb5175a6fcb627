"""The base of every form: its key against double sending, the revision it was opened at, its errors."""

from datetime import date
from typing import Final
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from orgflow.domain.calendar import format_date, parse_date
from orgflow.domain.errors import DomainError
from orgflow.web.current import revision_from_form
from orgflow.web.messages import message_for

KEY_FIELDS: Final = ("csrf_token", "idempotency_key", "seen_revision")


class OfficeForm(FlaskForm):
    """A form that changes something.

    Opened with ``OfficeForm(revision=n)``; sent back, it keeps its key, so that sending it again has no
    second effect.
    """

    idempotency_key = HiddenField()
    seen_revision = HiddenField()

    def __init__(self, *, revision: int | None = None, values: dict[str, object] | None = None) -> None:
        super().__init__(data=values or {})
        if not self.idempotency_key.data:
            self.idempotency_key.data = uuid4().hex
        if revision is not None and not self.is_submitted():
            self.seen_revision.data = str(revision)

    @property
    def seen(self) -> int:
        """The revision that the sender saw.

        Raises:
            BadRequest: the form bears none.
        """
        return revision_from_form()

    @property
    def status(self) -> int:
        """The answer's status when the form is shown: 422 when something in it was refused."""
        return 422 if self.errors else 200

    def show(self, error: DomainError, field: str | None = None) -> None:
        """Put the error's sentence beside its field, and let what was typed stay.

        Args:
            field: the form's field when the error names none or calls it otherwise.

        Raises:
            DomainError: the error itself, when it belongs to no field of this form.
        """
        name = field or error.facts.get("field")
        if not isinstance(name, str) or name not in self or name in KEY_FIELDS:
            raise error
        item = self[name]
        item.errors = [*item.errors, message_for(error)]


class DayField(StringField):
    """A date as an office writes it: ``7 Desember 2022``, ``7/12/2022`` or ``2022-12-07``.

    ``day`` reads what was typed, None when nothing was; a refusal stands beside the field.
    """

    def pre_validate(self, form: BaseForm) -> None:
        """Say beside the field why what was typed is no date."""
        try:
            parse_date_or_none(self.data, self.short_name)
        except DomainError as error:
            raise ValidationError(str(message_for(error))) from error

    @property
    def day(self) -> date | None:
        """The day that was typed.

        Raises:
            DateUnreadable, DateImpossible.
        """
        return parse_date_or_none(self.data, self.short_name)


def parse_date_or_none(text: str | None, field: str) -> date | None:
    """Return the date that was typed, None when nothing was.

    Raises:
        DateUnreadable, DateImpossible.
    """
    return parse_date(text, field=field) if text and text.strip() else None


def day_text(day: date | None) -> str:
    """Return a date as it stands in a field."""
    return format_date(day) if day is not None else ""


def errors_of(field: Field) -> tuple[str, ...]:
    """Return a field's errors as plain sentences."""
    return tuple(str(error) for error in field.errors)
