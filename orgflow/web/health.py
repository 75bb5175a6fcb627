"""Whether the process lives, and whether it can do its work."""

from flask import Blueprint, Response

from orgflow.domain.errors import DomainError
from orgflow.web.current import installation
from orgflow.web.permissions import public

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def lives() -> Response:
    """Answer that the process lives."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@public
def ready() -> Response:
    """Answer whether the database is there and at the program's revision."""
    try:
        is_ready = installation().database.is_current()
    except DomainError:
        is_ready = False
    words = "ok\n" if is_ready else "not ready\n"
    return Response(words, status=200 if is_ready else 503, mimetype="text/plain")
