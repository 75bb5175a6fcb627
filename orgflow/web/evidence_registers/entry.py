"""How an entry of a register is asked for and saved, whichever register it is of."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template, url_for
from werkzeug.wrappers import Response

from orgflow.services.evidence_keeping import Register
from orgflow.web.evidence_registers.forms import NARROW
from orgflow.web.evidence_registers.page import Trust, register_crumbs
from orgflow.web.evidence_registers.words import INDEXES
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved, saved_upon

Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """What the page of an entry says around its form; ``remove_url`` and ``trust`` are of a held one."""

    register: Register
    heading: str
    fields: tuple[str, ...]
    url: str
    remove_url: str = ""
    trust: Trust | None = None


def render_entry(form: KeptForm, page: EntryPage) -> tuple[str, int]:
    """Return the form of an entry with what was typed and what is wrong with it."""
    body = render_template(
        "evidence_registers/entry.html",
        form=form,
        page=page,
        narrow=NARROW,
        crumbs=register_crumbs(page.register),
        back_url=url_for(INDEXES[page.register]),
    )
    return body, form.status


def added(form: KeptForm, page: EntryPage, add: Callable[[], object], told: str) -> Answer:
    """Enter what was typed, or show the form again."""
    answer = saved(form, add, told=told, url=url_for(INDEXES[page.register]), field="")
    return answer or render_entry(form, page)


def changed(
    form: KeptForm, page: EntryPage, change: Callable[[], object], present: Callable[[], int], told: str
) -> Answer:
    """Change an entry as it was typed, or show the form again; whoever comes second is told so."""
    url = url_for(INDEXES[page.register])
    answer = saved_upon(form, change, present, told=told, url=url, field="")
    return answer or render_entry(form, page)
