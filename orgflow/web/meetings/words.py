"""The office's words for meetings, their states, and who carries out what was agreed."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.meetings.meeting import MeetingKind, MeetingState
from orgflow.domain.meetings.responsible import Responsible

KINDS: Final[Mapping[MeetingKind, LazyString]] = {
    MeetingKind.DISCUSSION: lazy_gettext("Rapat pembahasan"),
    MeetingKind.CONSULTATION: lazy_gettext("Konsultasi Kementerian Dalam Negeri"),
    MeetingKind.HARMONISATION: lazy_gettext("Rapat harmonisasi"),
}
STATES: Final[Mapping[MeetingState, tuple[str, str, LazyString]]] = {
    MeetingState.PLANNED: ("yours", "clock", lazy_gettext("Akan diadakan")),
    MeetingState.HELD: ("ok", "", lazy_gettext("Sudah diadakan")),
    MeetingState.CANCELLED: ("bad", "", lazy_gettext("Dibatalkan")),
}
"""How a state is marked, its symbol, and its words."""
RESPONSIBLE: Final[Mapping[Responsible, LazyString]] = {
    Responsible.PROPOSER: lazy_gettext("Unit pengusul"),
    Responsible.ORGANISATION: lazy_gettext("Biro Organisasi"),
    Responsible.LEGAL: lazy_gettext("Biro Hukum"),
    Responsible.OFFICE: lazy_gettext("Tata usaha"),
    Responsible.OTHER: lazy_gettext("Pihak luar"),
}


def responsible_words(responsible: Responsible, name: str) -> str:
    """Return who carries a point out."""
    return name if responsible is Responsible.OTHER else str(RESPONSIBLE[responsible])


def kind_words(code: str) -> str:
    """Return what a kind of meeting is called, by its code."""
    return str(KINDS[MeetingKind(code)]) if code in set(MeetingKind) else gettext("Rapat")
