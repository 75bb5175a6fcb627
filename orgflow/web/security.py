"""What every answer forbids the browser, and which requests are refused before anything looks at them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden
from werkzeug.middleware.proxy_fix import ProxyFix

from orgflow.config import Settings
from orgflow.web.current import request_id
from orgflow.web.sessions import current_session

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

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


class OfficeApp(Flask):
    """The application behind its proxies: what a proxy says of the address counts where it is counted."""

    def __init__(self, import_name: str, *, templates: str, proxies: int) -> None:
        super().__init__(import_name, template_folder=templates, static_folder=None)
        inside: WSGIApplication = self.wsgi_app
        self._entry = ProxyFix(inside, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else inside

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        return self._entry(environ, start_response)


def register_security(app: Flask, settings: Settings) -> None:
    """Answer under known hosts only, check every request, and head every answer."""
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
    fault = current_session().fault
    if fault is not None:
        raise fault


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
