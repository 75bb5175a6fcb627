"""The base of the forms that ask for a change: its words, its first questions, and where a refusal stands."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString
from wtforms import Field, TextAreaField
from wtforms.validators import Length, Optional

from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError
from orgflow.web.changes.asking.fields import Lines
from orgflow.web.changes.asking.scene import Scene
from orgflow.web.messages import message_for
from orgflow.web.office_form import OfficeForm

LONG: Final = lazy_gettext("Terlalu panjang.")


@dataclass(frozen=True, slots=True)
class Put:
    """What the answers come to: an operation, and those that must come right before or after it."""

    operation: Operation
    ahead: tuple[Operation, ...] = ()
    following: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class First:
    """A question before the form.

    Attributes:
        lines: returns what it offers.
        is_many: several may be ticked, else one is chosen.
    """

    name: str
    label: LazyString
    lines: Callable[[Scene], Mapping[str, Lines] | Lines]
    is_many: bool = False


class ChangeForm(OfficeForm):
    """One kind of change; what is abstract each kind says for itself.

    Attributes:
        kind: its word in the address.
        title: what it is called.
        words: what it is, in a sentence.
        first: what must be known before the form can be drawn.
        folded: fields that few need, behind one line.
        places: beside which field a broken rule's sentence stands.
    """

    kind: ClassVar[str]
    title: ClassVar[LazyString]
    words: ClassVar[LazyString]
    first: ClassVar[tuple[First, ...]] = ()
    folded: ClassVar[tuple[str, ...]] = ("reason",)
    narrow: ClassVar[tuple[str, ...]] = ()
    places: ClassVar[Mapping[str, str]] = {}

    reason = TextAreaField(
        lazy_gettext("Alasan perubahan ini"),
        [Optional(), Length(max=2_000, message=LONG)],
        render_kw={"rows": 3},
    )

    @classmethod
    def first_refusal(cls, given: Mapping[str, tuple[str, ...]]) -> str:
        """Return why the first answers do not do, empty when they do."""
        return "" if all(given.get(asked.name) for asked in cls.first) else gettext("Pilih salah satu.")

    @classmethod
    @abstractmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        """Return how the form stands for the operation that is edited."""

    def offer(self, scene: Scene) -> None:
        """Offer what stands; called before the form is read or drawn."""

    @abstractmethod
    def put(self, scene: Scene) -> Put:
        """Return the operations that the answers come to; the form is valid."""

    def notes(self, scene: Scene) -> tuple[str, ...]:
        """Return what should be known before answering."""
        return ()

    @property
    def why(self) -> str | None:
        """The reason as typed, None when none is."""
        return (self.reason.data or None) if "reason" in self else None

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that stand open, in their order."""
        return tuple(item for item in self if self._is_asked(item) and item.short_name not in self.folded)

    @property
    def behind(self) -> tuple[Field, ...]:
        """The fields behind a line, the reason last."""
        return tuple(self[name] for name in self.folded if name in self)

    @property
    def is_unfolded(self) -> bool:
        """Whether a folded field holds something or was refused."""
        return any(item.data or item.errors for item in self.behind)

    def point_out(self, refused: DomainError) -> None:
        """Put a refusal beside the field it is about, else above all of them."""
        name = refused.facts.get("field")
        field = self.places.get(refused.code) or (name if isinstance(name, str) else "")
        if field in self:
            self.show(refused, field)
        else:
            self.form_errors = [*self.form_errors, str(message_for(refused))]

    @staticmethod
    def _is_asked(item: Field) -> bool:
        return getattr(item.widget, "input_type", "") != "hidden"


class AskedFirstForm(ChangeForm):
    """One before which something must be known."""

    @classmethod
    @abstractmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        """Return the first answers that an operation of this kind holds."""


class DrawnForm(AskedFirstForm):
    """One whose fields follow what stands."""

    @classmethod
    @abstractmethod
    def for_scene(cls, scene: Scene) -> type[ChangeForm]:
        """Return the form with a field for everything that is asked about."""
