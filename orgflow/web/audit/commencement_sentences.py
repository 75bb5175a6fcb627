"""Events around a commencement and what follows it, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.commencement_events import (
    CommencementCorrected,
    CommencementDecided,
    CommencementHeld,
    CommencementLeftUnknown,
    CommencementSet,
    FollowUpRuleChanged,
    FollowUpsBegun,
    FollowUpTold,
)
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.proposals.follow_up import FollowUpState
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.commencing.words import CHOICES, STATES
from orgflow.web.sentences.commencing import COMMENCING


def _unknown(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "%(law)s diundangkan; hari mulai berlakunya belum diketahui.", law=text_of(payload, "regulation")
        )
    )


def _set(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mencatat hari mulai berlaku %(law)s: %(day)s.",
        law=text_of(payload, "regulation"),
        day=day_of(text_of(payload, "effective_on")),
    )
    return Told(sentence, text_of(payload, "reason"))


def _corrected(_: str, payload: Payload) -> Told:
    before, after = day_of(text_of(payload, "before")), day_of(text_of(payload, "after"))
    if payload.get("was_written"):
        sentence = gettext(
            "Meralat hari mulai berlaku %(law)s, beserta catatannya pada susunan.",
            law=text_of(payload, "regulation"),
        )
    else:
        sentence = gettext("Meralat hari mulai berlaku %(law)s.", law=text_of(payload, "regulation"))
    changes = (Change(gettext("Mulai berlaku"), before, after),)
    return Told(sentence, text_of(payload, "reason"), changes=changes)


def _decided(_: str, payload: Payload) -> Told:
    code = text_of(payload, "choice")
    choice = str(CHOICES[Choice(code)]) if code in {str(held) for held in CHOICES} else code
    sentence = gettext("%(told)s Putusan: %(choice)s.", told=text_of(payload, "told"), choice=choice)
    return Told(sentence, text_of(payload, "note"))


def _held(_: str, payload: Payload) -> Told:
    cause = text_of(payload, "cause")
    return Told(
        gettext(
            "%(law)s mulai berlaku %(day)s, tetapi belum dapat diberlakukan dengan sendirinya.",
            law=text_of(payload, "regulation"),
            day=day_of(text_of(payload, "effective_on")),
        ),
        gettext(COMMENCING[cause]) if cause == "commencement_asks" else "",
    )


def _begun(_: str, payload: Payload) -> Told:
    return Told(gettext("Daftar tindak lanjut dibuat: %(count)s hal.", count=text_of(payload, "count")))


def _task_told(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Tindak lanjut “%(title)s”: %(state)s.",
        title=text_of(payload, "title"),
        state=_state(payload, "after"),
    )
    who, day = text_of(payload, "who"), day_of(text_of(payload, "acted_on"))
    lines = " · ".join(part for part in (who, day, text_of(payload, "note")) if part)
    changes: tuple[Change, ...] = (
        Change(gettext("Keadaan"), _state(payload, "before"), _state(payload, "after")),
    )
    if lines:
        changes = (*changes, Change(gettext("Keterangan"), "", lines))
    return Told(sentence, text_of(payload, "reason"), changes=changes)


def _rule_changed(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    sentence = (
        gettext("Aturan tindak lanjut diubah.") if before else gettext("Aturan tindak lanjut ditambah.")
    )
    return Told(sentence, changes=(Change(gettext("Aturan"), before, after),))


def _state(payload: Payload, name: str) -> str:
    code = text_of(payload, name)
    return str(STATES[FollowUpState(code)]) if code in set(FollowUpState) else code


COMMENCEMENT_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    CommencementLeftUnknown.event: _unknown,
    CommencementSet.event: _set,
    CommencementCorrected.event: _corrected,
    CommencementDecided.event: _decided,
    CommencementHeld.event: _held,
    FollowUpsBegun.event: _begun,
    FollowUpTold.event: _task_told,
    FollowUpRuleChanged.event: _rule_changed,
}
