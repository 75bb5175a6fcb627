"""A draft in an office, and the forms of its editor sent as a page would send them."""

import html
import re
from dataclasses import dataclass

from werkzeug.test import TestResponse

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import ProposalId, UnitId
from tests.factories.roads import a_bare_draft, page
from tests.web.desk_office import DeskOffice, Reader, words_of


@dataclass(slots=True)
class Editor:
    """One draft and whoever edits it; every form sent has a key of its own."""

    desks: DeskOffice
    proposal_id: ProposalId
    sent: int = 0

    @property
    def path(self) -> str:
        """Where the draft's operations stand."""
        return f"/usulan/{self.proposal_id}/materi"

    @property
    def reader(self) -> Reader:
        """The head of the bureau."""
        return self.desks.reader(Role.BUREAU_HEAD)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations as they are kept."""
        return tuple(placed.operation for placed in page(self.desks.office, self.proposal_id).operations)

    @property
    def after(self) -> Organisation:
        """The organisation that they make."""
        shown = page(self.desks.office, self.proposal_id)
        assert shown.broken_by is None
        return shown.organisation_after

    def unit(self, name: str) -> UnitId:
        """Return the unit that bears a name after the operations."""
        return next(unit.id for unit in self.after.units.values() if unit.name == name)

    def send(self, way: str, *, key: str = "", seen: int | None = None, **typed: object) -> TestResponse:
        """Send a form below the draft's operations."""
        self.sent += 1
        held = {
            "idempotency_key": key or f"a-key-of-this-test-{self.sent}",
            "seen_revision": page(self.desks.office, self.proposal_id).revision if seen is None else seen,
            **typed,
        }
        return self.reader.send(f"{self.path}/{way}", **held)

    def add(self, way: str, **typed: object) -> None:
        """Send a form that is taken."""
        answer = self.send(f"tambah/{way}", **typed)
        assert answer.status_code == 303, words_of(answer)

    def last_edit(self) -> str:
        """Return where the last operation is edited."""
        placed = page(self.desks.office, self.proposal_id).operations[-1]
        return f"{placed.id}/ubah"

    def drawn(self, way: str) -> dict[str, list[str]]:
        """Return what a form holds as it is opened, by its fields."""
        answer = self.reader.open(f"{self.path}/{way}")
        assert answer.status_code == 200, words_of(answer)
        return fields_of(answer.get_data(as_text=True))


def an_editor(desks: DeskOffice) -> Editor:
    """Return the editor of a draft of the bureau's rename."""
    return Editor(desks, a_bare_draft(desks.office))


def fields_of(body: str) -> dict[str, list[str]]:
    """Return what a form would send as it stands on a page."""
    found: dict[str, list[str]] = {}
    form = re.search(r'<form id="perubahan".*?</form>', body, re.DOTALL)
    assert form is not None
    for tag in re.findall(r"<input[^>]*>", form.group()):
        name, value = _attribute(tag, "name"), _attribute(tag, "value")
        is_box = 'type="checkbox"' in tag or 'type="radio"' in tag
        if not is_box or " checked" in tag:
            found.setdefault(name, []).append(value)
    for name, text in re.findall(
        r'<textarea[^>]*name="(\w+)"[^>]*>\n(.*?)</textarea>', form.group(), re.DOTALL
    ):
        found.setdefault(name, []).append(html.unescape(text))
    for select in re.findall(r"<select.*?</select>", form.group(), re.DOTALL):
        options = re.findall(r'<option value="([^"]*)"( selected)?>', select)
        chosen = [value for value, selected in options if selected] or [options[0][0]]
        found.setdefault(_attribute(select, "name"), []).append(chosen[0])
    return found


def _attribute(tag: str, name: str) -> str:
    held = re.search(rf'\s{name}="([^"]*)"', tag)
    return html.unescape(held.group(1)) if held else ""
