"""A file that somebody brought as its tables, whichever kind it is."""

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.exchange.csv_reading import read_csv
from orgflow.exchange.limits import FILE_BYTES
from orgflow.exchange.raw import RawFile
from orgflow.exchange.xlsx_reading import ZIP_MARK, read_xlsx

OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_file(content: bytes) -> RawFile:
    """Return the tables of a CSV or XLSX, judged by its content; never raises for any bytes."""
    if len(content) > FILE_BYTES:
        return RawFile((), (RowFault("", 0, "", RowFaultCode.FILE_TOO_LARGE),))
    if content.startswith(ZIP_MARK):
        return read_xlsx(content)
    if content.startswith((OLD_EXCEL, b"%PDF", b"\x89PNG", b"\xff\xd8")):
        return RawFile((), (RowFault("", 0, "", RowFaultCode.FILE_UNREADABLE),))
    return read_csv(content)
