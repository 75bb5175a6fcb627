"""The words for where a proposal stands, and for who has it on the desk."""

from collections.abc import Iterator
from typing import Final, Protocol

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.phases import PHASES as PHASE_OF
from orgflow.domain.proposals.phases import Phase
from orgflow.domain.proposals.routes import RouteStep, StepKind
from orgflow.domain.proposals.states import ENDED, RUNNING, Action, ProposalState
from orgflow.domain.proposals.steps import Standing

S, A, P = ProposalState, Action, Permission

PHASES: Final[dict[Phase, LazyString]] = {
    Phase.DRAFTING: lazy_gettext("Penyusunan"),
    Phase.REVIEW: lazy_gettext("Telaah"),
    Phase.SIGNING: lazy_gettext("Paraf dan tanda tangan"),
    Phase.MINISTRY: lazy_gettext("Kementerian"),
    Phase.REGULATION: lazy_gettext("Pergub"),
    Phase.IN_FORCE: lazy_gettext("Berlaku"),
}

PHASE_KEYS: Final[dict[Phase, str]] = {
    Phase.DRAFTING: "penyusunan",
    Phase.REVIEW: "telaah",
    Phase.SIGNING: "tanda-tangan",
    Phase.MINISTRY: "kementerian",
    Phase.REGULATION: "pergub",
    Phase.IN_FORCE: "berlaku",
}
"""What an address calls a phase."""

STANDINGS: Final[dict[str, tuple[LazyString, frozenset[ProposalState]]]] = {
    "berjalan": (lazy_gettext("Yang berjalan"), RUNNING),
    **{
        key: (PHASES[phase], frozenset(state for state, of in PHASE_OF.items() if of is phase))
        for phase, key in PHASE_KEYS.items()
    },
    "berakhir": (lazy_gettext("Yang sudah selesai atau berakhir"), ENDED),
}
"""What a reader may ask for in the list of proposals, as its address names it."""

PHASE_PEOPLE: Final[dict[Phase, LazyString]] = {
    Phase.MINISTRY: lazy_gettext("Ditjen Otonomi Daerah"),
    Phase.REGULATION: lazy_gettext("Ditetapkan, diundangkan"),
}
"""The small line under a phase that is not the present one; on the route its takers stand there."""

_STANDINGS: Final[dict[ProposalState, LazyString]] = {
    S.DRAFT: lazy_gettext("disusun %(unit)s"),
    S.UNIT_REVIEW: lazy_gettext("ditelaah %(head)s"),
    S.ORG_REVIEW: lazy_gettext("ditelaah Biro Organisasi"),
    S.LEGAL_REVIEW: lazy_gettext("ditelaah Biro Hukum"),
    S.INITIALLING: lazy_gettext("menunggu paraf"),
    S.SIGNING: lazy_gettext("menunggu tanda tangan"),
    S.SUBMITTED: lazy_gettext("surat dikirim ke Kemendagri"),
    S.MINISTRY_REVIEW: lazy_gettext("menunggu jawaban Kemendagri"),
    S.HARMONIZATION: lazy_gettext("disetujui Kemendagri, menunggu harmonisasi"),
    S.FACILITATION: lazy_gettext("disetujui Kemendagri, menunggu fasilitasi"),
    S.ENACTED: lazy_gettext("Pergub ditetapkan, menunggu diundangkan"),
    S.PROMULGATED: lazy_gettext("Pergub diundangkan, menunggu diberlakukan"),
    S.IMPLEMENTED: lazy_gettext("sudah diberlakukan"),
    S.WITHDRAWN: lazy_gettext("ditarik pengusul"),
    S.REJECTED: lazy_gettext("ditolak"),
    S.SUPERSEDED: lazy_gettext("diganti usulan baru"),
}

_WITHIN: Final[dict[tuple[ProposalState, Action], LazyString]] = {
    (S.DRAFT, A.RETURN): lazy_gettext("dikembalikan untuk diperbaiki"),
    (S.DRAFT, A.RECALL): lazy_gettext("ditarik kembali untuk diperbaiki"),
    (S.SIGNING, A.SIGN): lazy_gettext("sudah ditandatangani, menunggu dikirim"),
    (S.MINISTRY_REVIEW, A.ANSWER_ASKS_COMPLETION): lazy_gettext("Kemendagri meminta kelengkapan"),
    (S.MINISTRY_REVIEW, A.COMPLETE): lazy_gettext("kelengkapan dikirim, menunggu jawaban"),
}
"""Where the last step says more than the state."""

_AWAITED: Final[dict[StepKind, LazyString]] = {
    StepKind.APPROVAL: lazy_gettext("ditelaah %(who)s"),
    StepKind.PARAF: lazy_gettext("menunggu paraf %(who)s"),
    StepKind.SIGNATURE: lazy_gettext("menunggu tanda tangan %(who)s"),
}
"""What is said while a step of the route is open."""

_REVIEWED: Final[dict[ProposalState, LazyString]] = {
    S.HARMONIZATION: lazy_gettext("menunggu hasil harmonisasi"),
    S.FACILITATION: lazy_gettext("menunggu hasil fasilitasi"),
}

DESK_PEOPLE: Final[dict[Permission, LazyString]] = {
    P.SUBMIT_PROPOSAL: lazy_gettext("%(unit)s"),
    P.REVIEW_AS_UNIT: lazy_gettext("%(head)s"),
    P.REVIEW_AS_ORGANISATION: lazy_gettext("Biro Organisasi"),
    P.REVIEW_AS_LEGAL: lazy_gettext("Biro Hukum"),
    P.PARAF_AS_ASSISTANT: lazy_gettext("Asisten"),
    P.PARAF_AS_SECRETARY: lazy_gettext("Sekretaris Daerah"),
    P.SIGN_AS_GOVERNOR: lazy_gettext("Gubernur"),
    P.ISSUE_LETTER: lazy_gettext("TU"),
    P.RECORD_FOR_LEADERS: lazy_gettext("TU"),
    P.RECORD_MINISTRY: lazy_gettext("TU"),
    P.RECORD_REGULATION: lazy_gettext("Biro Hukum atau TU"),
    P.COMMENCE: lazy_gettext("TU"),
}
"""Who holds a permission, as the office calls them."""


class Step(Protocol):
    """What a sentence needs to know of the last step."""

    @property
    def action(self) -> Action:
        """What was done."""


def people(unit: Unit) -> dict[str, str]:
    """Return the names that sentences about a proposal of this unit may need."""
    return {"unit": unit.name, "head": unit.head_title}


def where_it_is(standing_now: Standing, last: Step | None, unit: Unit) -> str:
    """Return where a proposal is, in a few words that may follow a dash: whose step of the route is open."""
    if standing_now.waiting:
        return gettext(" dan ").join(_waiting(standing_now.waiting, unit))
    if standing_now.state is S.SIGNING:
        return gettext("sudah ditandatangani, menunggu dikirim")
    if standing_now.is_reviewed:
        return gettext("menunggu Pergub ditetapkan")
    if standing_now.state in _REVIEWED:
        return str(_REVIEWED[standing_now.state])
    return standing(standing_now.state, last, unit)


def taker_of(step: RouteStep, unit: Unit) -> str:
    """Return who takes a step of a route, as the office calls them."""
    return unit.head_title if step.by is P.REVIEW_AS_UNIT else step.title


def _waiting(steps: tuple[RouteStep, ...], unit: Unit) -> Iterator[str]:
    for kind, words in _AWAITED.items():
        names = [taker_of(step, unit) for step in steps if step.kind is kind]
        if names:
            yield words % {"who": gettext(" dan ").join(names)}


def standing(state: ProposalState, last: Step | None, unit: Unit) -> str:
    """Return the state in a few words that may follow a dash, whatever route the proposal goes."""
    words = _STANDINGS[state] if last is None else _WITHIN.get((state, last.action), _STANDINGS[state])
    return words % people(unit)


def desk_of(permissions: tuple[Permission, ...], unit: Unit) -> str:
    """Return who must act now, as the office calls them."""
    names = dict.fromkeys(DESK_PEOPLE[permission] % people(unit) for permission in permissions)
    return gettext(" atau ").join(names)
