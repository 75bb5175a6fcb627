"""Events of a proposal whose structure changed meanwhile, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.rebase_events import ProposalRebased, QuestionAdvised, QuestionAnswered
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.rebasing.words import CHOICES


def _answered(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "%(told)s Jawaban: %(choice)s.", told=text_of(payload, "told"), choice=_choice(payload, "choice")
    )
    return Told(sentence, text_of(payload, "note"))


def _advised(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "%(told)s Saran: %(choice)s.", told=text_of(payload, "told"), choice=_choice(payload, "advice")
    )
    return Told(sentence, text_of(payload, "note"))


def _rebased(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Menyesuaikan usulan dari susunan per %(old)s ke susunan per %(new)s.",
        old=day_of(text_of(payload, "old_on")),
        new=day_of(text_of(payload, "new_on")),
    )
    before, after = text_of(payload, "before"), text_of(payload, "after")
    return Told(sentence, changes=(Change(gettext("Materi usulan"), before, after),))


def _choice(payload: Payload, name: str) -> str:
    code = text_of(payload, name)
    return str(CHOICES[Choice(code)]) if code in set(Choice) else code


REBASE_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    QuestionAnswered.event: _answered,
    QuestionAdvised.event: _advised,
    ProposalRebased.event: _rebased,
}
