"""A table of media read and written: a medium a row, every fault of every row named at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.partners import (
    CONTACT_LENGTH,
    NOTE_LENGTH,
    ContractBegins,
    ContractEmpty,
    Partner,
    PartnerKind,
    require_contract,
    tidied_partner,
)
from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.domain.values import LINE_LENGTH, NAME_LENGTH, TextTooLong
from orgflow.exchange.raw import RawFile, RawRow, RawSheet, under_headings
from orgflow.exchange.xlsx_writing import write_sheet

KIND, NAME, STARTS, ENDS = "jenis_media", "nama_media", "kontrak_mulai", "kontrak_sampai"
CONTACT, SOURCE, NOTE = "kontak", "sumber", "catatan"
HEADINGS: Final = (KIND, NAME, STARTS, ENDS, CONTACT, SOURCE, NOTE)
REQUIRED: Final = (KIND, NAME)
_CONTRACT: Final = frozenset({STARTS, ENDS})
MOST_MEDIA: Final = 5_000
SHEET: Final = "mitra media"
KIND_WORDS: Final[Mapping[PartnerKind, str]] = {
    PartnerKind.PRINT: "cetak",
    PartnerKind.ONLINE: "online",
    PartnerKind.TELEVISION: "televisi",
    PartnerKind.RADIO: "radio",
    PartnerKind.SOCIAL: "media sosial",
}
_OTHER_WORDS: Final = {
    "daring": PartnerKind.ONLINE,
    "siber": PartnerKind.ONLINE,
    "tv": PartnerKind.TELEVISION,
}
_KINDS: Final = {word: kind for kind, word in KIND_WORDS.items()} | _OTHER_WORDS
_FIELDS: Final = {
    "name": NAME,
    "starts_on": STARTS,
    "last_day": ENDS,
    "contact": CONTACT,
    "source": SOURCE,
    "note": NOTE,
}
_LIMITS: Final = {NAME: NAME_LENGTH, CONTACT: CONTACT_LENGTH, SOURCE: LINE_LENGTH, NOTE: NOTE_LENGTH}
_WIDTHS: Final = {NAME: 46, CONTACT: 30, SOURCE: 40, NOTE: 40}


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """One medium of a file; ``said`` are the headings that the file has, what it has not it leaves alone."""

    row: int
    partner: Partner
    said: frozenset[str]


@dataclass(frozen=True, slots=True)
class PartnerTable:
    """The media of a file, and every fault; ``sheet`` is how the file calls their table."""

    lines: tuple[PartnerLine, ...]
    faults: tuple[RowFault, ...]
    sheet: str = ""


def write_partners(partners: Iterable[Partner]) -> bytes:
    """Return the media as a workbook that comes in again as it went out."""
    rows = (
        (
            KIND_WORDS[one.kind],
            one.name,
            one.starts_on.isoformat() if one.starts_on is not None else "",
            one.last_day.isoformat() if one.last_day is not None else "",
            one.contact,
            one.source,
            one.note,
        )
        for one in partners
    )
    return write_sheet(SHEET, (HEADINGS, *rows), _WIDTHS)


def parse_partners(read: RawFile) -> PartnerTable:
    """Return the media of a file; a table that is none of media is left alone where another is one."""
    faults = list(read.faults)
    sheets = [under_headings(table) for table in read.tables]
    sheet = next((one for one in sheets if set(REQUIRED) <= set(one.headings)), next(iter(sheets), None))
    if sheet is None:
        return PartnerTable((), tuple(faults))
    faults += sheet.faults
    faults += _heading_faults(sheet)
    if not set(REQUIRED) <= set(sheet.headings):
        return PartnerTable((), tuple(faults))
    if len(sheet.rows) > MOST_MEDIA:
        faults.append(RowFault(sheet.name, 0, "", RowFaultCode.TOO_MANY_ROWS, str(MOST_MEDIA)))
        return PartnerTable((), tuple(faults))
    if not sheet.rows:
        faults.append(RowFault(sheet.name, 0, "", RowFaultCode.FILE_EMPTY, ""))
    distrusted = {fault.row for fault in faults}
    lines = [
        line for row in sheet.rows if (line := _line(sheet, row, faults)) and row.number not in distrusted
    ]
    faults += _repeated(sheet.name, lines)
    return PartnerTable(tuple(lines), tuple(faults), sheet.name)


def _heading_faults(sheet: RawSheet) -> Iterator[RowFault]:
    row = sheet.heading_row
    for heading in sheet.headings:
        if heading and heading not in HEADINGS:
            yield RowFault(sheet.name, row, heading[:80], RowFaultCode.COLUMN_UNKNOWN, heading[:80])
    for heading in REQUIRED:
        if heading not in sheet.headings:
            yield RowFault(sheet.name, row, heading, RowFaultCode.COLUMN_MISSING, heading)


def _line(sheet: RawSheet, row: RawRow, faults: list[RowFault]) -> PartnerLine | None:
    before = len(faults)

    def refuse(heading: str, code: RowFaultCode, value: str = "") -> None:
        faults.append(RowFault(sheet.name, row.number, heading, code, value[:80]))

    for heading in REQUIRED:
        if heading not in row.cells:
            refuse(heading, RowFaultCode.VALUE_MISSING)
    days: dict[str, date | None] = {}
    for heading in (STARTS, ENDS):
        try:
            days[heading] = parse_date(row.cells[heading], field=heading) if heading in row.cells else None
        except DomainError:
            refuse(heading, RowFaultCode.BAD_DATE, row.cells[heading])
    said = " ".join(row.cells.get(KIND, "").casefold().replace("_", " ").split())
    kind = _KINDS.get(said.removeprefix("media ") if said != "media sosial" else said)
    if said and kind is None:
        refuse(KIND, RowFaultCode.BAD_CHOICE, row.cells[KIND])
    if len(faults) > before or kind is None:
        return None
    texts = (" ".join(row.cells.get(heading, "").split()) for heading in (NAME, CONTACT, NOTE, SOURCE))
    name, contact, note, source = texts
    partner = Partner(kind, name, days[STARTS], days[ENDS], contact, note, source)
    found = _sound(sheet, row, partner)
    if isinstance(found, RowFault):
        faults.append(found)
        return None
    return PartnerLine(row.number, found, frozenset(sheet.headings))


def _sound(sheet: RawSheet, row: RawRow, partner: Partner) -> Partner | RowFault:
    """Return the medium as it is kept, or what is wrong with it.

    A file with one column of the contract says half of it: the register knows the other.
    """
    unsound = contract_fault(sheet.name, row.number, partner) if _CONTRACT.issubset(sheet.headings) else None
    if unsound is not None:
        return unsound
    try:
        return tidied_partner(partner)
    except TextTooLong as refused:
        heading = _heading_of(refused)
        most = str(_LIMITS.get(heading, LINE_LENGTH))
        return RowFault(sheet.name, row.number, heading, RowFaultCode.TEXT_TOO_LONG, most)
    except DomainError as refused:
        heading = _heading_of(refused)
        value = row.cells.get(heading, "")[:80]
        return RowFault(sheet.name, row.number, heading, RowFaultCode.TEXT_UNPRINTABLE, value)


def contract_fault(sheet: str, row: int, partner: Partner) -> RowFault | None:
    """Return what is wrong with the contract that a medium would have by a row; None for nothing."""
    try:
        require_contract(partner)
    except ContractEmpty as refused:
        ends = partner.last_day.isoformat() if partner.last_day is not None else ""
        return RowFault(sheet, row, _heading_of(refused), RowFaultCode.PERIOD_EMPTY, ends)
    except ContractBegins as refused:
        return RowFault(sheet, row, _heading_of(refused), RowFaultCode.VALUE_MISSING, "")
    return None


def _heading_of(refused: DomainError) -> str:
    return _FIELDS.get(str(refused.facts.get("field")), NAME)


def _repeated(sheet: str, lines: Sequence[PartnerLine]) -> Iterator[RowFault]:
    first: dict[tuple[PartnerKind, str], int] = {}
    for line in lines:
        earlier = first.setdefault(line.partner.known_by, line.row)
        if earlier != line.row:
            yield RowFault(sheet, line.row, NAME, RowFaultCode.DUPLICATE_ROW, str(earlier))
