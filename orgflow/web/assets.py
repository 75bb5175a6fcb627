"""The static files: read and compressed once, addressed by what is in them, kept by browsers for a year."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from flask import Blueprint, Flask, Response, request
from werkzeug.exceptions import NotFound

from orgflow.web.permissions import public

LONG: Final = "public, max-age=31536000, immutable"
SHORT: Final = "public, max-age=300"
BOOTSTRAP: Final = ("css/bootstrap.min.css",)
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_COMPRESSED: Final = frozenset({".css", ".js", ".svg"})


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file."""

    content: bytes
    packed: bytes | None
    media_type: str
    version: str


def read_asset(name: str, content: bytes) -> Asset:
    """Return a file ready to be served; packed only where that makes it smaller."""
    suffix = "." + name.rpartition(".")[2]
    packed = gzip.compress(content, 9, mtime=0) if suffix in _COMPRESSED else None
    media_type = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_smaller = packed is not None and len(packed) < len(content)
    return Asset(
        content, packed if is_smaller else None, media_type, hashlib.sha256(content).hexdigest()[:16]
    )


def register_assets(app: Flask) -> None:
    """Serve our own files at /static/ and Bootstrap's sheet, from its wheel, at /pustaka/."""
    own = {name: read_asset(name, content) for name, content in _below(files("orgflow.web") / "static", "")}
    sheets = files("flask_bootstrap") / "static" / "bootstrap5"
    foreign = {name: read_asset(name, sheets.joinpath(name).read_bytes()) for name in BOOTSTRAP}

    @public
    def serve_own(filename: str) -> Response:
        return _answer(own, filename)

    @public
    def serve_bootstrap(filename: str) -> Response:
        return _answer(foreign, filename)

    library = Blueprint("bootstrap", __name__)
    library.add_url_rule("/pustaka/<path:filename>", endpoint="static", view_func=serve_bootstrap)
    app.add_url_rule("/static/<path:filename>", endpoint="static", view_func=serve_own)
    app.register_blueprint(library)

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, str]) -> None:
        held = {"static": own, "bootstrap.static": foreign}.get(endpoint, {}).get(values.get("filename", ""))
        if held is not None:
            values.setdefault("v", held.version)


def _answer(held: dict[str, Asset], name: str) -> Response:
    asset = held.get(name)
    if asset is None:
        raise NotFound
    is_packed = asset.packed is not None and request.accept_encodings.quality("gzip") > 0
    response = Response(asset.packed if is_packed else asset.content, mimetype=asset.media_type)
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = LONG if request.args.get("v") == asset.version else SHORT
    response.vary.add("Accept-Encoding")
    response.set_etag(asset.version + ("-gz" if is_packed else ""))
    response.make_conditional(request)
    return response


def _below(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _below(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
