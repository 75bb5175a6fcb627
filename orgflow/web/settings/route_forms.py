"""The form of a route: its steps in their order, each with what is given there and whose it is."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import RouteStep, RouteTakerUnfit, StepKind, Taker, fresh_key
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import PostId
from orgflow.services.routes import PostChoice
from orgflow.web.proposals.route_words import GIVEN, REVIEWS, STAGES, TAKERS
from orgflow.web.settings.rule_forms import KeptForm

Row = dict[str, object]
LONGEST: Final = 40
"""More steps than any office goes; what a form sends beyond them is not read."""


class StepRow(Form):
    """One step of the route."""

    key = HiddenField()
    title = StringField(lazy_gettext("Disebut"), render_kw={"autocomplete": "off"})
    stage = SelectField(
        lazy_gettext("Tahap"), choices=[(str(stage), words) for stage, words in STAGES.items()]
    )
    kind = SelectField(
        lazy_gettext("Yang diberikan"), choices=[(str(kind), words) for kind, words in GIVEN.items()]
    )
    by = SelectField(lazy_gettext("Oleh"), validate_choice=False)
    is_recordable = BooleanField(lazy_gettext("TU dapat mencatatnya dari lembar paraf"))
    is_beside = BooleanField(lazy_gettext("Boleh bersamaan dengan langkah di atasnya"))


class RouteForm(KeptForm):
    """The steps of a route as they are to be."""

    steps = FieldList(FormField(StepRow), max_entries=LONGEST)

    def offer(self, posts: Mapping[PostId, PostChoice]) -> None:
        """Offer the roles and the posts by which a step may be somebody's."""
        roles = [(f"role:{permission}", words) for permission, words in TAKERS.items()]
        named = [(f"post:{post.id}", post.title) for post in posts.values()]
        for entry in self.steps:
            entry.form.by.choices = {gettext("Menurut peran akun"): roles, gettext("Menurut jabatan"): named}

    def lay(self, rows: Iterable[Row]) -> None:
        """Let the form show these steps."""
        while self.steps.entries:
            self.steps.pop_entry()
        for row in rows:
            self.steps.append_entry(row)

    def rows(self) -> list[Row]:
        """Return the steps as they stand in the form."""
        return [dict(entry.form.data) for entry in self.steps]

    def route_steps(self) -> tuple[RouteStep, ...]:
        """Return the steps that were typed, new ones with a key of their own.

        Raises:
            RouteTakerUnfit: a step is nobody's.
        """
        steps: list[RouteStep] = []
        for entry in self.steps:
            row, beside = entry.form, bool(steps) and bool(entry.form.is_beside.data)
            title = row.title.data or ""
            taken = frozenset(step.key for step in steps) | {str(held["key"]) for held in self.rows()}
            steps.append(
                RouteStep(
                    row.key.data or fresh_key(title, taken),
                    ProposalState(row.stage.data),
                    (steps[-1].position if steps else 0) + (0 if beside else 1),
                    StepKind(row.kind.data),
                    title,
                    _taker(row.by.data or "", title),
                    bool(row.is_recordable.data),
                )
            )
        return tuple(steps)


class ReviewOrderForm(KeptForm):
    """Which review of a draft regulation comes first."""

    first = RadioField(lazy_gettext("Yang dilakukan lebih dahulu"), choices=list(REVIEWS.items()))
    source = TextAreaField(
        lazy_gettext("Dasar dan sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana urutan ini diketahui."))],
        render_kw={"rows": 2},
    )
    is_verified = BooleanField(lazy_gettext("Dasarnya sudah dibaca dan cocok"))


def rows_of(steps: Iterable[RouteStep]) -> list[Row]:
    """Return the rows of a form for steps that are held."""
    rows: list[Row] = []
    last = 0
    for step in steps:
        by = f"role:{step.by}" if isinstance(step.by, Permission) else f"post:{step.by}"
        rows.append(
            {
                "key": step.key,
                "title": step.title,
                "stage": str(step.stage),
                "kind": str(step.kind),
                "by": by,
                "is_recordable": step.is_recordable,
                "is_beside": step.position == last,
            }
        )
        last = step.position
    return rows


def rearranged(rows: list[Row], wish: str) -> list[Row]:
    """Return the rows after one was moved, taken away or added; unchanged for a wish that fits none.

    Args:
        wish: ``up-2``, ``down-2``, ``remove-2`` or ``add``; rows are counted from 0.
    """
    act, _, number = wish.partition("-")
    if act == "add":
        stage = rows[-1]["stage"] if rows else str(ProposalState.ORG_REVIEW)
        return [*rows, {"stage": stage, "kind": str(StepKind.PARAF)}]
    at = int(number) if number.isdecimal() and number.isascii() else -1
    if not 0 <= at < len(rows):
        return rows
    others = rows[:at] + rows[at + 1 :]
    match act:
        case "up":
            return [*others[: max(0, at - 1)], rows[at], *others[max(0, at - 1) :]]
        case "down":
            return [*others[: at + 1], rows[at], *others[at + 1 :]]
        case "remove":
            return others
    return rows


def _taker(chosen: str, title: str) -> Taker:
    sort, _, value = chosen.partition(":")
    if sort == "role" and value in set(Permission):
        return Permission(value)
    try:
        if sort == "post":
            return PostId(UUID(value))
    except ValueError:
        pass
    raise RouteTakerUnfit(step=title)
