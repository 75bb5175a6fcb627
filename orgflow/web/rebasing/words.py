"""The office's words for the answers to a conflict."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.services.rebase_words import ToldSentence

CHOICES: Final[Mapping[Choice, LazyString]] = {
    Choice.LATEST: lazy_gettext("Pakai susunan terbaru"),
    Choice.OURS: lazy_gettext("Tetap usulan saya"),
    Choice.ASK: lazy_gettext("Tanya Biro Organisasi"),
}
CROSSING_CHOICES: Final[Mapping[Choice, LazyString]] = {
    Choice.LATEST: lazy_gettext("Ikuti usulan itu"),
    Choice.OURS: lazy_gettext("Tetap usulan saya"),
    Choice.ASK: lazy_gettext("Tanya Biro Organisasi"),
}
HINTS: Final[Mapping[Choice, LazyString]] = {
    Choice.LATEST: lazy_gettext("Bagian usulan ini yang berbenturan dilepas."),
    Choice.OURS: lazy_gettext("Usulan ini diterapkan pada susunan terbaru."),
    Choice.ASK: lazy_gettext("Pertanyaan ini dibiarkan terbuka sampai dijawab."),
}


def choice_words(choice: Choice, *, is_crossing: bool) -> str:
    """Return what an answer is called."""
    return str((CROSSING_CHOICES if is_crossing else CHOICES)[choice])


def told_words(told: ToldSentence) -> str:
    """Return what a question is, in the language of the page."""
    return gettext(told.template) % told.facts
