"""The road as the office tells it, written down anew: which action leads from which state to which.

It is no copy of the product's table: it is read from how a proposal goes, so that a row that is wrong there
does not stand here too.
"""

from collections.abc import Iterable
from typing import Final

from orgflow.domain.proposals.routes import Route, RouteStep, StepKind

STAGES: Final = ("unit_review", "org_review", "legal_review", "initialling", "signing")
ROUTED: Final = {"approve": "approval", "paraf": "paraf", "sign": "signature"}
REVIEW_OF: Final = {"record_harmonization": "harmonization", "record_facilitation": "facilitation"}
_ROAD: Final = """
draft            submit                      unit_review org_review
draft            forward                     org_review
unit_review      approve paraf               unit_review org_review legal_review initialling signing
org_review       approve paraf               org_review legal_review initialling signing
legal_review     approve paraf               legal_review initialling signing
initialling      approve paraf               initialling signing
signing          sign                        signing
signing          send                        submitted
submitted        receive                     ministry_review
ministry_review  answer_asks_completion      ministry_review
ministry_review  complete                    ministry_review
ministry_review  answer_approved             harmonization facilitation
ministry_review  answer_approved_with_notes  harmonization facilitation
ministry_review  answer_rejected             rejected
harmonization    record_harmonization        harmonization facilitation
harmonization    record_facilitation         harmonization
facilitation     record_facilitation         harmonization facilitation
facilitation     record_harmonization        facilitation
harmonization    enact                       enacted
facilitation     enact                       enacted
enacted          promulgate                  promulgated
promulgated      commence                    implemented
unit_review      return                      draft unit_review
org_review       return                      draft unit_review org_review
legal_review     return                      draft unit_review org_review legal_review
initialling      return                      draft unit_review org_review legal_review initialling
signing          return                      draft unit_review org_review legal_review initialling signing
unit_review      recall                      draft
org_review       recall                      draft
legal_review     recall                      draft
org_review       reject                      rejected
legal_review     reject                      rejected
initialling      reject                      rejected
signing          reject                      rejected
draft            withdraw                    withdrawn
unit_review      withdraw                    withdrawn
org_review       withdraw                    withdrawn
legal_review     withdraw                    withdrawn
initialling      withdraw                    withdrawn
signing          withdraw                    withdrawn
submitted        withdraw                    withdrawn
ministry_review  withdraw                    withdrawn
harmonization    withdraw                    withdrawn
facilitation     withdraw                    withdrawn
rejected         supersede                   superseded
withdrawn        supersede                   superseded
draft            change_route                draft
unit_review      change_route                unit_review org_review legal_review initialling signing
org_review       change_route                unit_review org_review legal_review initialling signing
legal_review     change_route                unit_review org_review legal_review initialling signing
initialling      change_route                unit_review org_review legal_review initialling signing
signing          change_route                unit_review org_review legal_review initialling signing
"""


def _read() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    states = {line.split()[0] for line in _ROAD.strip().splitlines()} | {
        "implemented",
        "withdrawn",
        "rejected",
        "superseded",
    }
    for line in _ROAD.strip().splitlines():
        source, *words = line.split()
        targets = frozenset(word for word in words if word in states)
        for action in words:
            if action not in states:
                found[source, action] = targets
    return found


TABLE: Final = _read()
"""Where an action may lead from a state; an action that is not there is forbidden."""
STATES: Final = frozenset(source for source, _ in TABLE).union(*TABLE.values())


def open_of(route: Route, done: Iterable[str]) -> list[RouteStep]:
    """Return the steps whose turn it is: those beside one another before which all is done."""
    taken = set(done)
    for step in sorted(route.steps, key=lambda step: step.position):
        if step.key not in taken:
            return [one for one in route.steps if one.position == step.position and one.key not in taken]
    return []


def stage_of(route: Route, done: Iterable[str]) -> str:
    """Return where a proposal is on its route; all done, it is at the signing until it is sent."""
    waiting = open_of(route, done)
    return str(waiting[0].stage) if waiting else "signing"


def desk_of(route: Route, done: Iterable[str]) -> list[RouteStep]:
    """Return the steps at whose takers' desk it lies; all done, those that were last."""
    waiting = open_of(route, done)
    last = max(step.position for step in route.steps)
    return waiting or [step for step in route.steps if step.position == last]


def kept_on(old: Route, route: Route, done: Iterable[str]) -> set[str]:
    """Return what stays done on another route: what it has too, but no signature that must be given anew.

    Anew is given what would stand under a step that is open, and what stood under a letter that all had
    signed where one more is to sign.
    """
    both = {step.key for step in route.steps} & set(done)
    missing = [step.position for step in route.steps if step.key not in both]
    is_void = bool(missing) and not open_of(old, done)
    first = -1 if is_void else min(missing, default=10_000)
    return {
        step.key
        for step in route.steps
        if step.key in both and not (step.kind is StepKind.SIGNATURE and step.position > first)
    }
