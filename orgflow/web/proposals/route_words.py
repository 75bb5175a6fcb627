"""The words for routes of approval: kinds of change, stages, what is given at a step, and by whom."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import KindOfChange, RouteStep, StepKind
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import PostId
from orgflow.services.routes import PostChoice

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

_DECIDES: Final[dict[StepKind, LazyString]] = {
    StepKind.APPROVAL: lazy_gettext("%(who)s memberi persetujuan"),
    StepKind.PARAF: lazy_gettext("%(who)s membubuhkan paraf"),
    StepKind.SIGNATURE: lazy_gettext("%(who)s menandatangani"),
}


def decides(step: RouteStep, posts: Mapping[PostId, PostChoice]) -> str:
    """Return who would decide what at a step, in a sentence."""
    words = f"{_DECIDES[step.kind] % {'who': step.title}}, {_by(step, posts)}."
    if not step.is_recordable:
        return words
    return f"{words} {gettext('TU dapat mencatatnya dari lembar paraf.')}"


def _by(step: RouteStep, posts: Mapping[PostId, PostChoice]) -> str:
    if isinstance(step.by, Permission):
        return gettext("oleh akun yang berperan %(role)s", role=TAKERS[step.by])
    post = posts.get(step.by)
    if post is None:
        return gettext("oleh jabatan yang tidak ada lagi hari ini")
    if not post.holders:
        return gettext("oleh pemangku jabatan %(post)s, yang pejabatnya belum diisi", post=post.title)
    return gettext(
        "oleh pemangku jabatan %(post)s, kini %(names)s", post=post.title, names=", ".join(post.holders)
    )
