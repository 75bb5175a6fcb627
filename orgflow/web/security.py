"""What every answer forbids the browser, and which requests are refused before anything looks at them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted
from werkzeug.wsgi import get_host

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
NEUTRAL_HOST: Final = "localhost"
STRICT_TRANSPORT: Final = "max-age=31536000"
_FOREIGN: Final = "orgflow.foreign_host"
_URL_ENCODED: Final = "application/x-www-form-urlencoded"


class ForeignOrigin(Forbidden):
    """A page of another site sent the form."""


class UnreadableText(BadRequest):
    """The request bears a NUL or bytes that are no UTF-8."""


class ForeignHost(BadRequest):
    """The request was sent to a name under which the application does not answer."""


class OfficeApp(Flask):
    """The application behind its proxies: what a proxy says of the address counts where it is counted."""

    def __init__(
        self, import_name: str, *, templates: str, proxies: int, hosts: tuple[str, ...] = LOOPBACK_HOSTS
    ) -> None:
        super().__init__(import_name, template_folder=templates, static_folder=None)
        self._hosts = hosts
        inside: WSGIApplication = self._under_known_host
        self._entry = ProxyFix(inside, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else inside

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        return self._entry(environ, start_response)

    def _under_known_host(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Mark a request to a foreign name, and take the name away: nothing may be built from it."""
        if not is_known_host(get_host(environ), self._hosts):
            environ[_FOREIGN] = True
            environ["HTTP_HOST"] = NEUTRAL_HOST
        return self.wsgi_app(environ, start_response)


def register_security(app: Flask, settings: Settings) -> None:
    """Check every request, and head every answer."""
    app.before_request(check_host)
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


def is_known_host(host: str, known: Iterable[str]) -> bool:
    """Say whether a request's host, with or without a port, is one of the known names.

    Args:
        known: names or addresses, ``[...]`` around those of IPv6; one that begins with a dot stands for
            all names below it.
    """
    if not host_is_trusted(host):
        return False
    name = _without_port(host)
    return any(
        name == held.removeprefix(".") or (held.startswith(".") and name.endswith(held))
        for held in map(_without_port, known)
    )


def _without_port(host: str) -> str:
    name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
    return name.casefold()


def check_host() -> None:
    """Refuse a request that was sent to another name.

    Raises:
        ForeignHost.
    """
    if request.environ.get(_FOREIGN):
        raise ForeignHost


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
    sent = [request.query_string]
    parts = [request.path, *request.args.keys(), *request.args.values()]
    if request.method not in SAFE_METHODS:
        if request.mimetype == _URL_ENCODED:
            # Kept, for the form to be read from; bytes that are no text would be kept as their escapes.
            sent.append(request.get_data())
        parts += [*request.form.keys(), *(value for values in request.form.listvalues() for value in values)]
        parts += [file.filename or "" for files in request.files.listvalues() for file in files]
    if any("\x00" in part or "\ufffd" in part for part in parts) or not all(map(_is_text, sent)):
        raise UnreadableText


def _is_text(sent: bytes) -> bool:
    try:
        unquote_to_bytes(sent).decode()
    except UnicodeDecodeError:
        return False
    return True


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
