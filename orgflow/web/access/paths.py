"""Where a person is led after signing in: a path of our own pages, and nothing else."""

from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from orgflow.web.permissions import access_of
from orgflow.web.shell import home_address


def safe_path(wanted: str | None) -> str:
    """Return the wanted path if it is a page of ours that signing in opens, else the home page."""
    if not wanted or len(wanted) > 2000 or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return home_address()
    parts = urlsplit(wanted)
    if parts.scheme or parts.netloc or "\\" in wanted or any(ord(letter) < 32 for letter in wanted):
        return home_address()
    try:
        endpoint, _ = current_app.url_map.bind(request.host).match(parts.path, method="GET")
    except (HTTPException, RequestRedirect):
        return home_address()
    access = access_of(current_app, str(endpoint))
    return wanted if access is not None and not access.is_public else home_address()
