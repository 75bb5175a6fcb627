"""Files in one ZIP, the same bytes for the same files."""

import io
from collections.abc import Iterable
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16


def write_package(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP of named files, in the order of their names; nothing in it tells when it was made."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, content in sorted(entries):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
            package.writestr(entry, content)
    return held.getvalue()
