"""Asks a running LibreOffice for PDFs: a line in names a Word file and the PDF to write, a line out says ok.

It is run by Debian's own Python, which has LibreOffice's module, and knows nothing of this project.
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.frame import XDesktop2
from com.sun.star.lang import DisposedException

PATIENCE_S = 60
PDF_A_3 = 3
"""LibreOffice's number for PDF/A-3: the kind of file that the letters are."""


def main(pipe: str) -> None:
    """Answer until the input ends, then end LibreOffice."""
    desktop = _desktop(pipe)
    kind = uno.Any(
        "[]com.sun.star.beans.PropertyValue",
        (_value("SelectPdfVersion", PDF_A_3), _value("UseTaggedPDF", True)),
    )
    for line in sys.stdin:
        source, target = (Path(name).as_uri() for name in line.rstrip("\n").split("\t"))
        document = desktop.loadComponentFromURL(source, "_blank", 0, (_value("Hidden", True),))
        document.storeToURL(target, (_value("FilterName", "writer_pdf_Export"), _value("FilterData", kind)))
        document.close(True)
        print("ok", flush=True)
    try:
        desktop.terminate()
    except DisposedException:
        # It is gone before it can answer.
        return


def _desktop(pipe: str) -> XDesktop2:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)


def _value(name: str, value: object) -> PropertyValue:
    return PropertyValue(Name=name, Value=value)


if __name__ == "__main__":
    main(sys.argv[1])
