"""Fields that offer what stands: one of a list, several of it, one of a few; each refused in words."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from flask_babel import gettext
from wtforms import RadioField, SelectMultipleField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from orgflow.domain.organisation.organisation import Organisation, Post
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import FunctionId, PostId, UnitId
from orgflow.web.changes.asking.scene import Scene
from orgflow.web.registry.choices import Choice
from orgflow.web.registry.words import FUNCTIONS

Lines = list[tuple[str, str]]


class Pick(RadioField):
    """One of a few, all of them seen."""

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is not among them."""
        if not any(str(value) == str(self.data) for value, *_ in self.iter_choices()):
            raise ValidationError(gettext("Pilih salah satu."))


class Ticks(SelectMultipleField):
    """Several of a list, by checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is not in the list."""
        offered = {str(value) for value, *_ in self.iter_choices()}
        if not offered.issuperset(self.data or ()):
            raise ValidationError(gettext("Pilih dari daftar."))

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The ids that were ticked, in the order of the list."""
        ticked = set(self.data or ())
        return tuple(UUID(str(value)) for value, *_ in self.iter_choices() if str(value) in ticked)


def unit_id_of(field: Choice | Pick) -> UnitId | None:
    """Return the unit that was chosen; None for the empty line."""
    return UnitId(UUID(field.data)) if field.data else None


def post_id_of(field: Choice | Pick) -> PostId | None:
    """Return the post that was chosen; None for the empty line."""
    return PostId(UUID(field.data)) if field.data else None


def unit_lines(scene: Scene, units: Iterable[Unit]) -> Lines:
    """Return units as lines; one whose name another bears too is told by what it stands under."""
    borne: dict[str, int] = {}
    for unit in scene.in_order:
        borne[unit.name] = borne.get(unit.name, 0) + 1
    return [(str(unit.id), _told(scene.standing, unit, is_alone=borne[unit.name] == 1)) for unit in units]


def branch_lines(scene: Scene) -> Lines:
    """Return the units of the branch as lines."""
    return unit_lines(scene, scene.branch)


def movable(scene: Scene) -> tuple[Unit, ...]:
    """Return the branch's units but the government itself."""
    return tuple(unit for unit in scene.branch if unit.parent_id is not None)


def movable_lines(scene: Scene) -> Lines:
    """Return the branch's units but the government itself, as lines."""
    return unit_lines(scene, movable(scene))


def _told(standing: Organisation, unit: Unit, *, is_alone: bool) -> str:
    if is_alone or unit.parent_id is None:
        return unit.name
    return gettext(
        "%(unit)s, di bawah %(parent)s", unit=unit.name, parent=standing.units[unit.parent_id].name
    )


def near_and_far(scene: Scene, near: Sequence[Unit], far: Sequence[Unit]) -> dict[str, Lines]:
    """Return the units of the branch, then all others, under a heading each."""
    inside = (
        gettext("Di dalam %(unit)s", unit=scene.top_name) if scene.top_name else gettext("Unit usulan ini")
    )
    groups = {inside: unit_lines(scene, near), gettext("Unit lain"): unit_lines(scene, far)}
    return {heading: lines for heading, lines in groups.items() if lines}


def post_groups(scene: Scene, units: Iterable[Unit]) -> dict[str, Lines]:
    """Return the posts of units, each unit a heading."""
    groups: dict[str, Lines] = {}
    for unit in units:
        for post in scene.standing.posts_of(unit.id):
            groups.setdefault(unit.name, []).append((str(post.id), post_words(scene.standing, post)))
    return groups


def post_words(standing: Organisation, post: Post) -> str:
    """Return a post's title with its echelon and seats."""
    title = standing.title_of(post)
    notes = []
    if post.echelon:
        notes.append(gettext("eselon %(echelon)s", echelon=post.echelon))
    if post.functional_rank:
        notes.append(post.functional_rank)
    if post.seats > 1:
        notes.append(gettext("%(count)s formasi", count=post.seats))
    return f"{title} ({', '.join(notes)})" if notes else title


def post_lines(scene: Scene, units: Sequence[Unit]) -> Lines:
    """Return the posts of units as lines; of several units each line names its own."""
    return [
        (str(post.id), _of(post_words(scene.standing, post), unit, units))
        for unit in units
        for post in scene.standing.posts_of(unit.id)
    ]


def function_lines(scene: Scene, units: Sequence[Unit]) -> Lines:
    """Return the duties and functions of units as lines; of several units each line names its own."""
    return [
        (str(held.id), _of(f"{FUNCTIONS[held.kind]}: {held.text}", unit, units))
        for unit in units
        for held in scene.standing.functions_of(unit.id)
    ]


def _of(words: str, unit: Unit, units: Sequence[Unit]) -> str:
    return words if len(units) == 1 else gettext("%(words)s [%(unit)s]", words=words, unit=unit.name)


def all_lines(choices: Mapping[str, Lines] | Lines) -> Lines:
    """Return the lines of a list, whether or not it has headings."""
    if isinstance(choices, Mapping):
        return [line for lines in choices.values() for line in lines]
    return choices


def function_ids(ids: Iterable[UUID]) -> tuple[FunctionId, ...]:
    """Return ids as ids of functions."""
    return tuple(FunctionId(one) for one in ids)


def post_ids(ids: Iterable[UUID]) -> tuple[PostId, ...]:
    """Return ids as ids of posts."""
    return tuple(PostId(one) for one in ids)
