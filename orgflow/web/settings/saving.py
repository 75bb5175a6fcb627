"""How a kept rule or kind is saved from its form, and what is answered when somebody else was first."""

from collections.abc import Callable

from flask import flash, redirect
from werkzeug.wrappers import Response

from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.web.messages import message_for
from orgflow.web.settings.rule_forms import KeptForm


def saved(form: KeptForm, save: Callable[[], object], *, told: str, url: str, field: str) -> Response | None:
    """Return the way on once the form is saved; None when it is to be shown again with what was typed.

    Args:
        told: the sentence that says it is saved.
        url: where one goes then.
        field: beside which field an error stands that names none; '' is above all fields.

    Raises:
        Conflict: somebody saved first; the form stays as typed.
    """
    if not form.validate_on_submit():
        return None
    try:
        save()
    except RuleBroken as refused:
        if field or str(refused.facts.get("field")) in form:
            form.show(refused, None if "field" in refused.facts else field)
        else:
            form.form_errors.append(message_for(refused))
        return None
    flash(told, "success")
    return redirect(url, code=303)


def saved_upon(
    form: KeptForm,
    save: Callable[[], object],
    present: Callable[[], int],
    *,
    told: str,
    url: str,
    field: str,
) -> Response | None:
    """Return as ``saved``; when somebody saved first, the form says so and goes on from what is held now.

    Args:
        present: returns the revision held now.
    """
    try:
        return saved(form, save, told=told, url=url, field=field)
    except Conflict as stale:
        form.go_on_from(present(), message_for(stale))
        return None
