"""How a form of the registry is shown, carried out, refused, or overtaken by somebody else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import flash, redirect, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms import Field, TextAreaField

from orgflow.domain.errors import RuleBroken
from orgflow.services.organisation.freshness import RecordStale
from orgflow.web.errors import ConflictView, TwoTexts, conflict_page
from orgflow.web.formats import show_instant
from orgflow.web.messages import message_for
from orgflow.web.registry.choices import Choice
from orgflow.web.registry.keeping_form import KeepingForm

Answer = Response | tuple[str, int]
OVERTAKEN: Final = 409


@dataclass(frozen=True, slots=True)
class Link:
    """A page that can be opened."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form.

    Attributes:
        way: whether it is an official change or a correction, in words; empty where neither fits.
        about: the unit, post or person it is about.
        words: what it does, in a sentence.
        switch: the page for whoever meant the other of the two.
        results: what will happen, for an act that is not undone lightly.
        is_grave: whether it is such an act.
        notes: what to know before; it bars nothing.
    """

    way: str
    heading: str
    about: str
    crumbs: tuple[Link, ...]
    words: str
    button: str
    back_url: str
    switch: Link | None = None
    results: tuple[str, ...] = ()
    is_grave: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What is said once an act is recorded, where it leads, and what to look at."""

    sentence: str
    url: str
    warnings: tuple[str, ...] = ()


def shown(page: FormPage, form: KeepingForm, status: int | None = None) -> tuple[str, int]:
    """Return the page with its form."""
    return render_template("registry/form.html", page=page, form=form), status or form.status


def carry_out(
    form: KeepingForm,
    act: Callable[[], Done],
    page: Callable[[], FormPage],
    saved: Mapping[str, str] | None = None,
) -> Answer:
    """Do what a form asks, or show it again with what was refused.

    Args:
        saved: what is recorded now, by field, for whoever was overtaken; None for acts that overwrite
            nothing.
    """
    if form.validate_on_submit():
        try:
            done = act()
            flash(done.sentence, "success")
            for warning in done.warnings:
                flash(warning, "warning")
            return redirect(done.url, code=303)
        except RecordStale as stale:
            return _overtaken(form, stale, page(), saved or {})
        except RuleBroken as refused:
            form.place(refused)
    return shown(page(), form)


def _overtaken(form: KeepingForm, stale: RecordStale, page: FormPage, saved: Mapping[str, str]) -> Answer:
    at = str(stale.facts["at"])
    if not saved:
        form.seen_at.data = at
        form.form_errors = [*form.form_errors, message_for(stale)]
        return shown(page, form, OVERTAKEN)
    every = (*form.shown, *form.folded)
    fields = tuple(_two_texts(item, saved) for item in every if item.short_name in saved)
    kept = [(item.name, str(item.data)) for item in every if item.short_name not in saved and item.data]
    return conflict_page(
        ConflictView(
            page.about,
            request.full_path.rstrip("?"),
            0,
            page.back_url,
            gettext("Buka unit"),
            fields,
            (("seen_at", at), *kept),
            str(stale.facts["by"]),
            show_instant(datetime.fromisoformat(at)),
        )
    )


def _two_texts(item: Field, saved: Mapping[str, str]) -> TwoTexts:
    label, typed, held = str(item.label.text), str(item.data or ""), saved[item.short_name]
    if isinstance(item, Choice):
        return TwoTexts(item.name, label, held, item.words, "fixed", typed)
    return TwoTexts(item.name, label, held, typed, "text" if isinstance(item, TextAreaField) else "line")
