"""What stands when somebody was faster: the operation as it is saved beside the one that was typed."""

from collections.abc import Iterator

from flask import request, url_for
from flask_babel import gettext
from wtforms import BooleanField, SelectField, SelectMultipleField, TextAreaField

from orgflow.domain.changes.apply import steps
from orgflow.domain.errors import DomainError
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.statements import sentence
from orgflow.web.changes.asking.catalogue import form_of
from orgflow.web.changes.asking.form import ChangeForm
from orgflow.web.changes.asking.opening import Asked, form_for, lacks_first, opened_scene
from orgflow.web.changes.asking.scene import Scene
from orgflow.web.current import current_context
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.office_form import KEY_FIELDS
from orgflow.web.proposals.header import short_name, title_of_page
from orgflow.web.proposals.stale import latest_event, overtaken_page


def overtaken(asked: Asked) -> Page:
    """Return the page for a change that can no longer be made; what was typed stands on it."""
    typed = {
        name: value
        for name, value in request.form.items()
        if name in ("new_name", "name", "duty_field", "reason") and value
    }
    labels = {"new_name": gettext("Nama baru"), "name": gettext("Nama"), "reason": gettext("Alasan")}
    shown = {labels.get(name, gettext("Bidang tugas")): value for name, value in typed.items()}
    return overtaken_page(current_context(), asked.page, asked.heading, shown)


def both_changes(asked: Asked) -> Page:
    """Return the page that shows what is saved beside what was typed; sent again, it is saved."""
    page = asked.page
    held = next((placed.operation for placed in page.operations if placed.id == asked.operation_id), None)
    is_gone = asked.operation_id is not None and (held is None or form_of(held) is not asked.asks)
    if not page.is_editable or is_gone:
        return overtaken(asked)
    try:
        scene = opened_scene(asked)
        if lacks_first(asked, scene):
            return overtaken(asked)
        form = form_for(asked, scene)
    except DomainError:
        return overtaken(asked)
    event = latest_event(current_context(), page)
    return conflict_page(
        ConflictView(
            short_name(title_of_page(page), page.unit),
            asked.url,
            page.revision,
            url_for("changes.show", proposal_id=page.id),
            gettext("Buka materi usulan"),
            (*_listed(asked), *_texts(form, scene)),
            tuple(_kept(form)),
            event.who if event is not None else "",
            event.at if event is not None else "",
        )
    )


def _listed(asked: Asked) -> Iterator[TwoTexts]:
    """Yield the list as it now stands, beside the kind of change that was to be added to it."""
    if asked.operation_id is None:
        label = gettext("Perubahan dalam usulan ini")
        yield TwoTexts("listed", label, "\n".join(_sentences(asked.page)), str(asked.asks.title), "fixed")


def _sentences(page: ProposalPage) -> Iterator[str]:
    met = steps(page.organisation_before, (placed.operation for placed in page.operations))
    for number, (operation, standing, _) in enumerate(met, start=1):
        yield f"{number}. {sentence(operation, standing)}"


def _texts(form: ChangeForm, scene: Scene) -> Iterator[TwoTexts]:
    saved = form.values(scene) if scene.held is not None else {}
    said = tuple(item for item in form.behind if item.data or saved.get(item.short_name))
    for item in (*form.asked, *said):
        label, held = str(item.label.text), saved.get(item.short_name)
        if isinstance(item, SelectMultipleField):
            yield TwoTexts(f"{item.name}_shown", label, _words(item, held), _words(item, item.data), "fixed")
        elif isinstance(item, SelectField):
            value = str(item.data or "")
            yield TwoTexts(item.name, label, _words(item, held), _words(item, value), "fixed", value)
        elif isinstance(item, BooleanField):
            words = gettext("ya") if item.data else gettext("tidak")
            yield TwoTexts(item.name, label, "", words, "fixed", "y" if item.data else "")
        else:
            kind = "text" if isinstance(item, TextAreaField) else "line"
            text = "" if item.data is None else str(item.data)
            yield TwoTexts(item.name, label, "" if held is None else str(held), text, kind)


def _kept(form: ChangeForm) -> Iterator[tuple[str, str]]:
    """Yield what was ticked, which the page shows in words and sends again as it was."""
    for item in form:
        if isinstance(item, SelectMultipleField) and item.name not in KEY_FIELDS:
            yield from ((item.name, str(value)) for value in item.data or ())


def _words(item: SelectField, value: object) -> str:
    wanted = {str(one) for one in value} if isinstance(value, list) else {str(value or "")}
    lines = item.iter_choices()
    return "\n".join(str(words) for held, words, *_ in lines if str(held) in wanted and held)
