"""Of what the sentence of an operation is made: clauses with named places, and what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.organisation import Organisation, Post
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import FunctionId, PostId, UnitId


@dataclass(frozen=True, slots=True)
class Named:
    """A unit in a sentence; ``unit_id`` is None for one that is not held when the operation meets it."""

    text: str
    unit_id: UnitId | None = None


@dataclass(frozen=True, slots=True)
class New:
    """What is new in a sentence: a name, a title."""

    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A word or number in a sentence."""

    text: str


Slot = Named | New | Plain


@dataclass(frozen=True, slots=True)
class Clause:
    """A template with ``%(name)s`` places, and what stands in them; several are joined as a list."""

    template: str
    slots: Mapping[str, tuple[Slot, ...]]

    def said(self) -> str:
        """Return the clause in Indonesian."""
        return self.template % {
            name: joined(tuple(slot.text for slot in slots)) for name, slots in self.slots.items()
        }


def say(template: str) -> str:
    """Return the template; its being here tells the catalogue's collector of it."""
    return template


GONE: Final = say("unit yang tidak ada lagi")
_GONE_CONTENT: Final = say("yang tidak ada lagi")


def clause(template: str, **slots: Slot | tuple[Slot, ...]) -> Clause:
    """Return a clause with these in its places."""
    return Clause(
        template, {name: slot if isinstance(slot, tuple) else (slot,) for name, slot in slots.items()}
    )


def joined(texts: tuple[str, ...]) -> str:
    """Return names as a list in a sentence."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} dan {texts[-1]}"


class Words:
    """What units, posts and functions are called when an operation meets them."""

    def __init__(self, standing: Organisation) -> None:
        self.standing = standing

    def unit(self, unit_id: UnitId | None) -> Named:
        """Return a unit under its name at this moment."""
        held = self.standing.units.get(unit_id) if unit_id is not None else None
        return Named(GONE) if held is None else Named(held.name, held.id)

    def parent(self, unit_id: UnitId) -> Named:
        """Return the unit above one at this moment."""
        held = self.standing.units.get(unit_id)
        return self.unit(held.parent_id if held is not None else None)

    def kind(self, code: str) -> str:
        """Return the printed word of a kind."""
        return self.standing.kinds[code].name if code in self.standing.kinds else code

    def title(self, post: Post) -> str:
        """Return a post's title at this moment."""
        if post.title is not None or post.unit_id not in self.standing.units:
            return post.title or ""
        return self.standing.title_of(post)

    def post(self, post_id: PostId) -> tuple[Plain, Named]:
        """Return a post's title and its unit at this moment."""
        held = self.standing.posts.get(post_id)
        if held is None:
            return Plain(_GONE_CONTENT), Named(GONE)
        return Plain(self.title(held)), self.unit(held.unit_id)

    def function(self, function_id: FunctionId) -> tuple[Plain, Plain]:
        """Return whether a point is a duty or a function, and its wording at this moment."""
        held = self.standing.functions.get(function_id)
        is_duty = held is not None and held.kind is FunctionKind.DUTY
        text = held.text if held is not None else _GONE_CONTENT
        return Plain(say("Tugas") if is_duty else say("Fungsi")), Plain(text)
