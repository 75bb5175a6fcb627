"""What every answer forbids the browser, and which requests are refused before anything looks at them."""

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden
from werkzeug.middleware.proxy_fix import ProxyFix

from orgflow.config import Settings
from orgflow.web.current import request_id
from orgflow.web.sessions import current_session

POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FILE_POLICY: Final = "sandbox; default-src 'none'; frame-ancestors 'none'"
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
LOOPBACK_HOSTS: Final = ("127.0.0.1", "localhost", "[::1]")
STRICT_TRANSPORT: Final = "max-age=31536000"


class ForeignOrigin(Forbidden):
    """A page of another site sent the form."""


class UnreadableText(BadRequest):
    """The request bears a NUL or bytes that are no UTF-8."""


def register_security(app: Flask, settings: Settings) -> None:
    """Trust only counted proxies and known hosts, check every request, and head every answer."""
    count = settings.trusted_proxies
    if count:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
    app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts or LOOPBACK_HOSTS)
    app.before_request(check_session)
    app.before_request(check_text)
    app.before_request(check_origin)

    @app.after_request
    def head_answer(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers["X-Request-Id"] = request_id()
        if settings.is_https:
            response.headers["Strict-Transport-Security"] = STRICT_TRANSPORT
        return response


def check_session() -> None:
    """Tell of a database that did not answer while the session was looked for.

    Raises:
        DatabaseUnavailable.
    """
    if current_session().fault is not None:
        raise current_session().fault


def check_text() -> None:
    """Refuse what no text can be.

    Raises:
        UnreadableText.
    """
    parts = [request.path, *request.args.keys(), *request.args.values()]
    if request.method not in SAFE_METHODS:
        parts += [*request.form.keys(), *(value for values in request.form.listvalues() for value in values)]
    if any("\x00" in part or "\ufffd" in part for part in parts):
        raise UnreadableText


def check_origin() -> None:
    """Refuse a form that a page of another site sent.

    Raises:
        ForeignOrigin.
    """
    if request.method in SAFE_METHODS:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise ForeignOrigin
    origin = request.headers.get("Origin")
    if origin is None:
        return
    sent, own = urlsplit(origin), urlsplit(request.host_url)
    if (sent.scheme, sent.netloc) != (own.scheme, own.netloc):
        raise ForeignOrigin
