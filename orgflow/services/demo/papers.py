"""Small PDF papers that stand for scans and documents; each page says CONTOH."""

import hashlib
from typing import Final

from orgflow.files.uploads import CheckedUpload

_WIDTH, _HEIGHT = 595, 842
_MARK: Final = "CONTOH - bukan naskah dinas"


def paper(name: str, *lines: str) -> CheckedUpload:
    """Return a one-page A4 PDF with these lines, marked CONTOH, as an upload.

    Args:
        name: the file's name without its ending.
        lines: plain Latin text, each short enough for one line.
    """
    content = _one_page((_MARK, *lines))
    digest = hashlib.sha256(content).hexdigest()
    return CheckedUpload(content, "application/pdf", digest, len(content), f"{name}.pdf")


def _one_page(lines: tuple[str, ...]) -> bytes:
    words = [f"/F1 {18 if at == 0 else 12} Tf ({_escaped(line)}) Tj T*" for at, line in enumerate(lines)]
    drawing = f"BT 72 {_HEIGHT - 90} Td 24 TL {' '.join(words)} ET".encode("cp1252")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}]"
        " /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
    )
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    )


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
