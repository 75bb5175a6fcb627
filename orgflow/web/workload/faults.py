"""Faulty rows of a brought file in words: where each stands, what is wrong, and what to do."""

from dataclasses import dataclass
from typing import Final

from flask_babel import gettext

from orgflow.services.workload_import import RowsFaulty
from orgflow.web.importing.faults import fault_place, fault_sentence
from orgflow.web.messages import message_for

SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class FaultView:
    """One fault."""

    place: str
    sentence: str


def faults_of(faulty: RowsFaulty) -> tuple[FaultView, ...]:
    """Return the faults of a file, those of the file as a whole first; at most ``SHOWN``."""
    whole = [FaultView(fault_place(fault, gettext), fault_sentence(fault, gettext)) for fault in faulty.file]
    rows = [
        FaultView(
            gettext("Baris %(row)s, kolom %(column)s", row=fault.number, column=fault.column)
            if fault.column
            else gettext("Baris %(row)s", row=fault.number),
            str(message_for(fault.error)),
        )
        for fault in faulty.rows
    ]
    return tuple([*whole, *rows][:SHOWN])
