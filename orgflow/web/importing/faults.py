"""A faulty or doubtful row in words: where it stands, what is so with it, and what to do."""

from collections.abc import Callable
from typing import Final

from orgflow.domain.organisation.roster import RowDoubt, RowFault, RowFaultCode
from orgflow.services.organisation.importing import ImportUnreadable
from orgflow.web.sentences.importing import CHOICES, DOUBTS, FAULTS, REFUSALS
from orgflow.web.sentences.marking import say

_QUALITIES: Final = CHOICES["kedudukan"]
_WHOLE: Final = say("Seluruh berkas")
_SHEET: Final = say("lembar %(sheet)s")
_ROW: Final = say("baris %(row)s")
_COLUMN: Final = say("kolom %(column)s")


def fault_sentence(fault: RowFault, translate: Callable[[str], str] = str) -> str:
    """Return why a row cannot be taken, and what to do; without a translation it is Indonesian."""
    told = FAULTS[fault.code]
    if fault.code is RowFaultCode.REFUSED:
        told = REFUSALS.get(fault.detail, told)
    # A column of a foreign file offers no choice but in what quality somebody holds a post.
    choices = translate(CHOICES.get(fault.column, _QUALITIES))
    value = fault.value
    if fault.code is RowFaultCode.SHEET_MISSING and value:
        value = f"({value})"
    return " ".join((translate(told) % {"value": value, "choices": choices}).split()).replace(" .", ".")


def doubt_sentence(doubt: RowDoubt, translate: Callable[[str], str] = str) -> str:
    """Return what was taken as likely, and what to do where it is not so."""
    return translate(DOUBTS[doubt.code]) % {"value": doubt.value, "beside": doubt.beside}


def fault_place(fault: RowFault | RowDoubt, translate: Callable[[str], str] = str) -> str:
    """Return where a fault or a doubt stands: ``Lembar unit, baris 4, kolom kode_atasan``."""
    words = [
        translate(_SHEET) % {"sheet": fault.sheet} if fault.sheet else "",
        translate(_ROW) % {"row": fault.row} if fault.row else "",
        translate(_COLUMN) % {"column": fault.column} if fault.column else "",
    ]
    said = ", ".join(word for word in words if word) or translate(_WHOLE)
    return said[0].upper() + said[1:]


def unreadable_fault(refused: ImportUnreadable) -> RowFault:
    """Return the fault for which a file was refused as a whole."""
    row, value = refused.facts["row"], refused.facts["value"]
    code = RowFaultCode(str(refused.facts["fault"]))
    return RowFault("", row if isinstance(row, int) else 0, "", code, str(value))
