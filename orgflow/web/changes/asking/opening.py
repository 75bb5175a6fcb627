"""One kind of change asked for: its first questions, its form, and the page on which both stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from flask import render_template, request, url_for
from flask_babel import gettext
from flask_babel.speaklater import LazyString
from werkzeug.datastructures import MultiDict

from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.asking.catalogue import GROUPS
from orgflow.web.changes.asking.fields import all_lines
from orgflow.web.changes.asking.form import ChangeForm, DrawnForm
from orgflow.web.changes.asking.scene import Given, Scene, scene_of
from orgflow.web.changes.asking.units import RenameUnitForm
from orgflow.web.office_form import KEY_FIELDS
from orgflow.web.proposals.header import Link, page_crumbs
from orgflow.web.registry.choices import Choice


@dataclass(frozen=True, slots=True)
class Asked:
    """Which kind of change is asked for, in whose place, and after which first answers."""

    page: ProposalPage
    asks: type[ChangeForm]
    given: Given
    operation_id: UUID | None = None

    @property
    def url(self) -> str:
        """Where the form is opened and sent."""
        if self.operation_id is not None:
            return url_for("operations.edit", proposal_id=self.page.id, operation_id=self.operation_id)
        way = url_for("operations.add", proposal_id=self.page.id, kind=self.asks.kind)
        answers = urlencode([(name, value) for name, values in self.given.items() for value in values])
        return f"{way}?{answers}" if answers else way

    @property
    def heading(self) -> str:
        """What the page is called."""
        return str(self.asks.title) if self.operation_id is None else gettext("Ubah perubahan")


@dataclass(frozen=True, slots=True)
class KindLink:
    """A kind of change to choose."""

    label: LazyString
    words: LazyString
    url: str


@dataclass(frozen=True, slots=True)
class FirstView:
    """A first question as its page draws it."""

    name: str
    label: LazyString
    is_many: bool
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    chosen: tuple[str, ...]


def given_in_address() -> dict[str, tuple[str, ...]]:
    """Return the first answers that the address bears."""
    held: MultiDict[str, str] = request.args
    return {name: tuple(dict.fromkeys(values)) for name, values in held.lists()}


def typed() -> tuple[tuple[str, str], ...]:
    """Return what the form and its address bore, but for the keys of every form."""
    pairs = (*request.args.items(multi=True), *request.form.items(multi=True))
    return (("kind", request.path), *sorted(pair for pair in pairs if pair[0] not in KEY_FIELDS))


def opened_scene(asked: Asked, key: str = "") -> Scene:
    """Return what the operation meets.

    Raises:
        UnknownOperation.
    """
    return scene_of(asked.page, asked.operation_id, asked.given, key)


def lacks_first(asked: Asked, scene: Scene) -> bool:
    """Say whether a first question has no answer, or one that its list does not hold."""
    if not asked.asks.first:
        return False
    for one in asked.asks.first:
        offered = {value for value, _ in all_lines(one.lines(scene))}
        if not offered.issuperset(asked.given.get(one.name, ())):
            return True
    return bool(asked.asks.first_refusal(asked.given))


def form_for(asked: Asked, scene: Scene) -> ChangeForm:
    """Return the form, filled from the operation that is edited, or from the address."""
    form_type = asked.asks.for_scene(scene) if issubclass(asked.asks, DrawnForm) else asked.asks
    values = form_type.values(scene) if scene.held is not None else {}
    form = form_type(revision=asked.page.revision, values=values)
    form.offer(scene)
    if scene.held is None and not form.is_submitted():
        for name, given in asked.given.items():
            if name in form and isinstance(form[name], Choice):
                form[name].data = given[0]
    return form


def first_page(asked: Asked, scene: Scene) -> tuple[str, int]:
    """Return the page of the first questions; 422 when it was answered and the answer does not do."""
    is_answered = any(asked.given.get(one.name) for one in asked.asks.first) or "lanjut" in asked.given
    views = tuple(
        FirstView(
            one.name,
            one.label,
            one.is_many,
            _grouped(one.lines(scene)),
            asked.given.get(one.name, ()),
        )
        for one in asked.asks.first
    )
    refusal = (asked.asks.first_refusal(asked.given) or gettext("Pilih dari daftar.")) if is_answered else ""
    body = render_template(
        "changes/first.html",
        questions=views,
        is_empty=any(not view.groups for view in views),
        refusal=refusal,
        words=asked.asks.words,
        heading=asked.heading,
        crumbs=_crumbs(asked.page),
        url=url_for("operations.add_form", proposal_id=asked.page.id, kind=asked.asks.kind),
        back_url=url_for("changes.show", proposal_id=asked.page.id),
    )
    return body, 422 if refusal else 200


def form_page(asked: Asked, scene: Scene, form: ChangeForm, *, is_choosing: bool = False) -> str:
    """Return the page that asks for a change.

    Args:
        is_choosing: the renaming, above all other kinds that may be chosen instead.
    """
    return render_template(
        "changes/operation.html",
        form=form,
        words="" if isinstance(form, RenameUnitForm) else asked.asks.words,
        notes=form.notes(scene),
        crumbs=_crumbs(asked.page),
        heading=gettext("Tambah perubahan") if is_choosing else asked.heading,
        groups=tuple(_kinds(asked.page)) if is_choosing else (),
        derive_url=url_for("wishing.ask", proposal_id=asked.page.id) if is_choosing else "",
        url=asked.url,
        back_url=url_for("changes.show", proposal_id=asked.page.id),
    )


def _kinds(page: ProposalPage) -> Iterable[tuple[LazyString, tuple[KindLink, ...]]]:
    for heading, forms in GROUPS:
        yield (
            heading,
            tuple(
                KindLink(
                    one.title, one.words, url_for("operations.add_form", proposal_id=page.id, kind=one.kind)
                )
                for one in forms
            ),
        )


def _crumbs(page: ProposalPage) -> tuple[Link, ...]:
    materi = Link(gettext("Materi usulan"), url_for("changes.show", proposal_id=page.id))
    return (*page_crumbs(page), materi)


def _grouped(lines: object) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    if isinstance(lines, dict):
        return tuple((heading, tuple(held)) for heading, held in lines.items() if held)
    return (("", tuple(lines)),) if isinstance(lines, list) and lines else ()
