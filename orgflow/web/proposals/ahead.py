"""What is still to happen to a proposal after what it waits for: its own route, then the reviews left."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.phases import PHASES
from orgflow.domain.proposals.routes import RouteStep, StepKind
from orgflow.domain.proposals.states import STAGES, ProposalState
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.words import taker_of

S = ProposalState
_ORDER: Final = tuple(PHASES)

_STEPS: Final[dict[StepKind, LazyString]] = {
    StepKind.APPROVAL: lazy_gettext("%(who)s menelaah; usulan disetujui atau dikembalikan dengan catatan."),
    StepKind.PARAF: lazy_gettext("%(who)s membubuhkan paraf."),
    StepKind.SIGNATURE: lazy_gettext("%(who)s menandatangani surat kepada Menteri Dalam Negeri."),
}
_RECORDABLE: Final[dict[StepKind, LazyString]] = {
    **_STEPS,
    StepKind.PARAF: lazy_gettext("%(who)s membubuhkan paraf; TU dapat mencatatnya."),
}
_REVIEWS: Final[dict[ProposalState, LazyString]] = {
    S.HARMONIZATION: lazy_gettext(
        "Rancangan Pergub diharmonisasi di Kanwil Kementerian Hukum, lalu hasilnya dicatat."
    ),
    S.FACILITATION: lazy_gettext("Rancangan Pergub difasilitasi, lalu hasilnya dicatat."),
}


def road_ahead(page: ProposalPage) -> tuple[str, ...]:
    """Return what is still to happen, in its order; empty at the end of the road."""
    return tuple(_road(page)) if page.state in _ORDER else ()


def _road(page: ProposalPage) -> Iterator[str]:
    yield from _route(page.ahead.steps, page.unit)
    if page.state is S.DRAFT or (page.state in STAGES and page.standing.waiting):
        yield gettext("Surat dikirim oleh TU ke Kementerian Dalam Negeri.")
    if _is_before(page.state, S.MINISTRY_REVIEW):
        yield gettext("Kementerian Dalam Negeri menelaah dan menjawab dengan surat.")
    for review in page.ahead.reviews:
        yield str(_REVIEWS[review])
    if _is_before(page.state, S.ENACTED):
        if not page.standing.is_reviewed:
            yield gettext("Gubernur menetapkan Pergub.")
        yield gettext("Pergub diundangkan dalam Berita Daerah.")
    if _is_before(page.state, S.PROMULGATED):
        yield gettext("Perubahan resmi diberlakukan sejak tanggal yang disebut Pergub.")


def _route(steps: tuple[RouteStep, ...], unit: Unit) -> Iterator[str]:
    """Yield a sentence for what is given together: of one position and one kind."""
    for _, beside in groupby(steps, key=lambda step: step.position):
        together = tuple(beside)
        for kind in StepKind:
            given = [step for step in together if step.kind is kind]
            if given:
                words = _RECORDABLE if all(step.is_recordable for step in given) else _STEPS
                who = gettext(" dan ").join(taker_of(step, unit) for step in given)
                yield words[kind] % {"who": who}


def _is_before(state: ProposalState, other: ProposalState) -> bool:
    return _ORDER.index(state) < _ORDER.index(other)
