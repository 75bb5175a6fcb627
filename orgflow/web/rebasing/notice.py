"""What a proposal's own page says of what changed under it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.values import ProposalId
from orgflow.services.rebasing_pages import RebasePage
from orgflow.web.rebasing.page import advice_on
from orgflow.web.rebasing.words import told_words

MOST = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """A note on the proposal's page; ``advice`` says what a reader can do who may not answer."""

    is_open: bool
    heading: str
    sentences: tuple[str, ...]
    advice: str
    url: str
    link: str


def notice(page: RebasePage, proposal_id: ProposalId) -> Notice | None:
    """Return the note of what changed meanwhile; None where nothing did."""
    situation = page.situation
    if situation is None:
        return None
    waiting = situation.open_questions
    if waiting:
        heading = ngettext(
            "Berbenturan: %(num)s pertanyaan perlu dijawab",
            "Berbenturan: %(num)s pertanyaan perlu dijawab",
            len(waiting),
        )
    elif situation.is_behind:
        heading = gettext("Susunan berubah sejak usulan ini disusun")
    else:
        heading = gettext("Usulan lain menyentuh hal yang sama")
    told = tuple(told_words(question.told) for question in (waiting or situation.questions)[:MOST])
    if not told:
        told = (gettext("Tidak ada yang berbenturan dengan usulan ini."),)
    return Notice(
        bool(waiting),
        heading,
        told,
        advice_on(page),
        url_for("rebasing.show", proposal_id=proposal_id),
        gettext("Jawab dan sesuaikan") if page.is_editable else gettext("Baca selengkapnya"),
    )
