"""What a letter says to each operation of a proposal, as one form."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext
from wtforms import Field, RadioField, StringField, TextAreaField
from wtforms.validators import Optional

from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.grants import Granted, GrantVerdict, Reply
from orgflow.domain.ministry.naming import name_given, with_name
from orgflow.domain.values import OperationId
from orgflow.services.ministry_pages import AnswerPage
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.messages import message_for
from orgflow.web.ministry.words import VERDICTS
from orgflow.web.office_form import OfficeForm


class AnswerForm(OfficeForm):
    """Of each operation its verdict, its name where only that is changed, and the reason."""

    def part(self, name: str, number: int) -> str:
        """Return what was given of an operation, by its number in the list."""
        named = f"{name}_{number}"
        return str(self[named].data or "") if named in self else ""

    def row(self, number: int) -> tuple[Field, ...]:
        """Return the fields of an operation."""
        names = (f"{name}_{number}" for name in ("verdict", "name", "reason"))
        return tuple(self[name] for name in names if name in self)

    def replies(self, page: ProposalPage, held: AnswerPage) -> tuple[Reply, ...]:
        """Return what was said; an operation without a verdict is left as it was composed."""
        composed = {entry.id: entry for entry in held.entries}
        return tuple(
            Reply(
                placed.id,
                GrantVerdict(self.part("verdict", number)),
                self.part("reason", number),
                self._changed(placed.operation, composed.get(placed.id), number),
            )
            for number, placed in enumerate(page.asked, start=1)
            if self.part("verdict", number) in set(GrantVerdict)
        )

    def point_out(self, refused: DomainError) -> None:
        """Put a refusal beside the operation it is about, else above all of them."""
        place = refused.facts.get("place")
        name = f"reason_{place}" if refused.code == "reply_needs_reason" else f"verdict_{place}"
        if name in self:
            self.show(refused, name)
        else:
            self.form_errors = [*self.form_errors, str(message_for(refused))]

    def _changed(self, asked: Operation, held: Granted | None, number: int) -> tuple[Operation, ...]:
        """Return what stands in an operation's place: as it was composed, but for the name typed here."""
        if self.part("verdict", number) != GrantVerdict.CHANGED:
            return ()
        is_composed = held is not None and held.verdict is GrantVerdict.CHANGED
        become = held.become if held is not None and is_composed else ()
        name = self.part("name", number).strip()
        if not name or name_given(asked) is None:
            return become
        first = named_of(become) or asked
        if name == name_given(first) and become:
            return become
        renamed = with_name(first, name)
        return tuple(renamed if one == first else one for one in become) or (renamed,)


def answer_form(page: ProposalPage, held: AnswerPage) -> AnswerForm:
    """Return the form for the operations of a proposal, filled from what is composed."""
    drawn = {
        name: field
        for number, placed in enumerate(page.asked, start=1)
        for name, field in _fields(placed.operation, number)
    }
    values = dict(_values(page, {entry.id: entry for entry in held.entries}))
    form = type("DrawnAnswerForm", (AnswerForm,), drawn)(revision=held.revision, values=values)
    if not isinstance(form, AnswerForm):
        raise TypeError(type(form).__name__)
    return form


def named_of(become: tuple[Operation, ...]) -> Operation | None:
    """Return the first of the operations that gives a name."""
    return next((one for one in become if name_given(one) is not None), None)


def _fields(operation: Operation, number: int) -> Iterator[tuple[str, Field]]:
    yield (
        f"verdict_{number}",
        RadioField(
            lazy_gettext("Jawaban"),
            choices=[(str(verdict), words) for verdict, (_, words) in VERDICTS.items()],
            validate_choice=False,
        ),
    )
    if name_given(operation) is not None:
        yield (
            f"name_{number}",
            StringField(
                lazy_gettext("Nama yang disetujui, bila diubah"),
                [Optional()],
                render_kw={"autocomplete": "off"},
            ),
        )
    yield (
        f"reason_{number}",
        TextAreaField(lazy_gettext("Alasan atau catatan dalam surat"), [Optional()], render_kw={"rows": 2}),
    )


def _values(page: ProposalPage, composed: Mapping[OperationId, Granted]) -> Iterator[tuple[str, object]]:
    for number, placed in enumerate(page.asked, start=1):
        entry = composed.get(placed.id)
        named = named_of(entry.become) if entry is not None else None
        yield f"name_{number}", name_given(named or placed.operation)
        if entry is not None:
            yield f"verdict_{number}", str(entry.verdict)
            yield f"reason_{number}", entry.reason
