"""The words for routes of approval: kinds of change, stages, what is given at a step, and by whom."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import KindOfChange, StepKind
from orgflow.domain.proposals.states import ProposalState

S, P = ProposalState, Permission

KINDS: Final[dict[KindOfChange, LazyString]] = {
    KindOfChange.RENAME: lazy_gettext("perubahan nama saja"),
    KindOfChange.STRUCTURE: lazy_gettext("perubahan susunan"),
}
REVIEWS: Final[dict[str, LazyString]] = {
    S.HARMONIZATION: lazy_gettext("harmonisasi"),
    S.FACILITATION: lazy_gettext("fasilitasi"),
}
STAGES: Final[dict[ProposalState, LazyString]] = {
    S.UNIT_REVIEW: lazy_gettext("Telaah biro pengusul"),
    S.ORG_REVIEW: lazy_gettext("Telaah Biro Organisasi"),
    S.LEGAL_REVIEW: lazy_gettext("Telaah Biro Hukum"),
    S.INITIALLING: lazy_gettext("Paraf pimpinan"),
    S.SIGNING: lazy_gettext("Tanda tangan"),
}
GIVEN: Final[dict[StepKind, LazyString]] = {
    StepKind.APPROVAL: lazy_gettext("persetujuan"),
    StepKind.PARAF: lazy_gettext("paraf"),
    StepKind.SIGNATURE: lazy_gettext("tanda tangan"),
}
TAKERS: Final[dict[Permission, LazyString]] = {
    P.REVIEW_AS_UNIT: lazy_gettext("Kepala unit pengusul"),
    P.REVIEW_AS_ORGANISATION: lazy_gettext("Penelaah Biro Organisasi"),
    P.REVIEW_AS_LEGAL: lazy_gettext("Penelaah Biro Hukum"),
    P.PARAF_AS_ASSISTANT: lazy_gettext("Asisten"),
    P.PARAF_AS_SECRETARY: lazy_gettext("Sekretaris Daerah"),
    P.SIGN_AS_GOVERNOR: lazy_gettext("Kantor Gubernur"),
}
"""Who takes a step by the role of his account."""
