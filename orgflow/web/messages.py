"""The sentence a person reads for each broken rule: what happened, why, and what to do."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from flask_babel import gettext

from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError, Fact
from orgflow.web.sentences.access import ACCESS
from orgflow.web.sentences.authority import AUTHORITY
from orgflow.web.sentences.changes import CHANGES
from orgflow.web.sentences.commencing import COMMENCING
from orgflow.web.sentences.evidence import EVIDENCE
from orgflow.web.sentences.importing import IMPORTING
from orgflow.web.sentences.letter_format import LETTER_FORMAT
from orgflow.web.sentences.letters import LETTERS
from orgflow.web.sentences.meetings import MEETINGS
from orgflow.web.sentences.ministry import MINISTRY
from orgflow.web.sentences.notes import NOTES
from orgflow.web.sentences.notices import NOTICES
from orgflow.web.sentences.options import OPTIONS
from orgflow.web.sentences.organisation import ORGANISATION
from orgflow.web.sentences.overlap import OVERLAP
from orgflow.web.sentences.papers import PAPERS
from orgflow.web.sentences.proposals import PROPOSALS
from orgflow.web.sentences.rebasing import REBASING
from orgflow.web.sentences.rules import RULES
from orgflow.web.sentences.signing import SIGNING
from orgflow.web.sentences.snapshots import SNAPSHOTS
from orgflow.web.sentences.study import STUDY
from orgflow.web.sentences.system import SYSTEM
from orgflow.web.sentences.time import TIME
from orgflow.web.sentences.workload import WORKLOAD
from orgflow.web.sentences.writing import WRITING
from orgflow.web.words import WORDS

MESSAGES: Final[Mapping[str, str]] = {
    **SNAPSHOTS,
    **SYSTEM,
    **ACCESS,
    **NOTICES,
    **AUTHORITY,
    **ORGANISATION,
    **IMPORTING,
    **RULES,
    **CHANGES,
    **OPTIONS,
    **OVERLAP,
    **EVIDENCE,
    **REBASING,
    **PROPOSALS,
    **MINISTRY,
    **NOTES,
    **MEETINGS,
    **COMMENCING,
    **LETTERS,
    **WRITING,
    **LETTER_FORMAT,
    **PAPERS,
    **SIGNING,
    **STUDY,
    **TIME,
    **WORKLOAD,
}

_ISO_DAY: Final = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_MEGABYTE: Final = 1_000_000


class _Told(dict[str, str]):
    """The facts in words; a fact that was not given is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def message_for(error: DomainError) -> str:
    """Return the error's sentence in the language of the page."""
    return sentence(error, gettext)


def sentence(error: DomainError, translate: Callable[[str], str] = str) -> str:
    """Return the error's sentence; without a translation it is Indonesian, as at the command line."""
    known = MESSAGES.get(error.code, MESSAGES["domain_error"])
    facts = _Told({name: _told(error.code, name, fact, translate) for name, fact in error.facts.items()})
    return translate(known) % facts


def _told(code: str, name: str, fact: Fact, translate: Callable[[str], str]) -> str:
    if fact is None:
        return "…"
    if isinstance(fact, tuple):
        return ", ".join(_told(code, name, item, translate) for item in fact)
    if code == "upload_too_large" and isinstance(fact, int):
        return f"{fact / _MEGABYTE:.1f} MB".replace(".", ",")
    text = str(fact)
    word = WORDS.get(name, {}).get(text)
    if word is not None:
        return translate(word)
    return format_date(date.fromisoformat(text)) if _ISO_DAY.match(text) else text
