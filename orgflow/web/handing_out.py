"""A file that we made, handed out to be kept and not to be shown among our pages."""

from flask import Response

from orgflow.web.security import FILE_POLICY


def handed_out(name: str, media_type: str, content: bytes) -> Response:
    """Return the answer that brings a file; its name is our own, in plain letters."""
    return Response(
        content,
        mimetype=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": FILE_POLICY,
            "Cache-Control": "private, no-store",
        },
    )
