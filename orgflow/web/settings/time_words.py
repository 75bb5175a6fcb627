"""The words for the desks that have a deadline, and for the kinds of days off."""

from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.days_off import DayOffKind
from orgflow.domain.proposals.deadlines import COMPLETION
from orgflow.domain.proposals.states import ProposalState

S = ProposalState

DAY_KINDS: Final[dict[DayOffKind, LazyString]] = {
    DayOffKind.NATIONAL: lazy_gettext("Libur nasional"),
    DayOffKind.COLLECTIVE: lazy_gettext("Cuti bersama"),
    DayOffKind.LOCAL: lazy_gettext("Libur daerah"),
}

STEPS: Final[dict[str, LazyString]] = {
    str(S.DRAFT): lazy_gettext("penyusunan oleh unit pengusul"),
    str(S.UNIT_REVIEW): lazy_gettext("telaah kepala unit"),
    str(S.ORG_REVIEW): lazy_gettext("telaah Biro Organisasi"),
    str(S.LEGAL_REVIEW): lazy_gettext("telaah Biro Hukum"),
    str(S.INITIALLING): lazy_gettext("paraf Asisten dan Sekretaris Daerah"),
    str(S.SIGNING): lazy_gettext("tanda tangan Gubernur dan pengiriman"),
    str(S.SUBMITTED): lazy_gettext("tanda terima dari Kemendagri"),
    str(S.MINISTRY_REVIEW): lazy_gettext("jawaban Kemendagri"),
    COMPLETION: lazy_gettext("kelengkapan yang diminta Kemendagri"),
    str(S.FACILITATION): lazy_gettext("fasilitasi dan penetapan Pergub"),
    str(S.ENACTED): lazy_gettext("pengundangan Pergub"),
    str(S.PROMULGATED): lazy_gettext("pemberlakuan"),
}
"""What is done at each desk, as words in a sentence."""


def step_word(code: str) -> str:
    """Return what is done at a desk; a desk of an older history keeps its code."""
    return str(STEPS[code]) if code in STEPS else gettext("tahap %(code)s", code=code)


def step_title(code: str) -> str:
    """Return what is done at a desk, as a title."""
    word = step_word(code)
    return f"{word[:1].upper()}{word[1:]}"
