"""The present request: who asks, from where, in which government, and under which key and revision."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from flask import current_app, g, request
from werkzeug.exceptions import BadRequest

from orgflow.bootstrap import Installation
from orgflow.domain.access.roles import ANONYMOUS, Actor
from orgflow.domain.calendar import local_date
from orgflow.services.context import Context, Origin
from orgflow.services.settings import held_governments, own_government
from orgflow.web.sessions import current_session

DEFAULT_ZONE: Final = "Asia/Jakarta"
EXTENSION: Final = "orgflow"
_KEY: Final = re.compile(r"[0-9A-Za-z-]{8,64}")
_REVISION: Final = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PresentGovernment:
    """The government whose pages are shown: the actor's, or the first one held."""

    id: UUID | None
    code: str
    name: str
    zone: str
    is_sample: bool


NO_GOVERNMENT: Final = PresentGovernment(None, "", "", DEFAULT_ZONE, is_sample=False)


def installation() -> Installation:
    """Return what the application runs on."""
    held = current_app.extensions[EXTENSION]
    if not isinstance(held, Installation):
        raise LookupError("the application was built without an installation")
    return held


def current_actor() -> Actor:
    """Return who asks; ``ANONYMOUS`` when nobody is signed in."""
    return current_session().actor or ANONYMOUS


def must_change_password() -> bool:
    """Say whether the actor must choose a new password before anything else."""
    return current_session().must_change_password


def current_origin() -> Origin:
    """Return where the request comes from."""
    return Origin(request_id(), (request.remote_addr or "")[:200])


def request_id() -> str:
    """Return the request's own id, as the log and the error pages name it."""
    if "request_id" not in g:
        g.request_id = installation().resources.new_id().hex
    return str(g.request_id)


def current_context(idempotency_key: str | None = None) -> Context:
    """Return the context for a use case or a reading; the form's key goes with it.

    Raises:
        BadRequest: the form's key is not one of ours.
    """
    key = idempotency_key or request.form.get("idempotency_key") or None
    if key is not None and not _KEY.fullmatch(key):
        raise BadRequest
    return replace(reading_context(), idempotency_key=key)


def reading_context() -> Context:
    """Return the context for a reading, whatever the request's form bears: an error page reads too."""
    return Context(installation().resources, current_actor(), current_origin())


def current_government() -> PresentGovernment:
    """Return the government whose pages are shown; looked up once a request."""
    if "government" not in g:
        g.government = _government()
    held = g.government
    return held if isinstance(held, PresentGovernment) else NO_GOVERNMENT


def _government() -> PresentGovernment:
    ctx = reading_context()
    if ctx.actor.government_id is not None:
        held = own_government(ctx)
    else:
        all_held = held_governments(ctx)
        if not all_held:
            return NO_GOVERNMENT
        held = all_held[0]
    return PresentGovernment(held.id, held.code, held.name, held.zone, held.is_sample)


def now() -> datetime:
    """Return the present instant in UTC."""
    return installation().resources.clock()


def today() -> date:
    """Return the day it is in the government's zone."""
    return local_date(now(), current_government().zone)


def revision_from_form() -> int:
    """Return the revision that the sender saw.

    Raises:
        BadRequest: the form bears none.
    """
    text = request.form.get("seen_revision", "")
    if not _REVISION.fullmatch(text):
        raise BadRequest
    return int(text)
