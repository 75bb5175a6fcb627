"""What is done at each desk of the road, as words: one wording for pages, mails and calendars."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.proposals.deadlines import COMPLETION
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.wording import say

S = ProposalState

STEP_WORDS: Final[Mapping[str, str]] = {
    S.DRAFT: say("penyusunan oleh unit pengusul"),
    S.UNIT_REVIEW: say("telaah kepala unit"),
    S.ORG_REVIEW: say("telaah Biro Organisasi"),
    S.LEGAL_REVIEW: say("telaah Biro Hukum"),
    S.INITIALLING: say("paraf Asisten dan Sekretaris Daerah"),
    S.SIGNING: say("tanda tangan Gubernur dan pengiriman"),
    S.SUBMITTED: say("tanda terima dari Kemendagri"),
    S.MINISTRY_REVIEW: say("jawaban Kemendagri"),
    COMPLETION: say("kelengkapan yang diminta Kemendagri"),
    S.HARMONIZATION: say("harmonisasi rancangan Pergub"),
    S.FACILITATION: say("fasilitasi dan penetapan Pergub"),
    S.ENACTED: say("pengundangan Pergub"),
    S.PROMULGATED: say("pemberlakuan"),
}


def step_word(code: str) -> str:
    """Return what is done at a desk; one that an older history knew keeps its code."""
    return STEP_WORDS.get(code, code)
