"""What stands before an act on the letter, for every page that offers the act or sends somebody to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.states import Action
from orgflow.services.proposal_pages import LetterView, ProposalPage


@dataclass(frozen=True, slots=True)
class Hurdle:
    """What must be done first; ``url`` is None for a reader who waits for somebody else.

    Attributes:
        label: the button of whoever does it.
        words: what is said to everybody else.
        task: the sentence on the desk of whoever does it; ``%(what)s`` is the proposal.
    """

    label: str
    words: str
    task: str
    url: str | None


def letter_hurdle(action: Action, letters: Iterable[LetterView], reader: Actor) -> Hurdle | None:
    """Return what stands before signing or sending the letter; None when nothing does."""
    letter = live_letter(letters)
    if letter is None:
        return None
    url = url_for("letters.show", letter_id=letter.id) if reader.may(Permission.ISSUE_LETTER) else None
    if action is Action.SIGN and letter.state is LetterState.DRAFT:
        return Hurdle(
            gettext("Terbitkan surat dahulu"),
            gettext("Surat belum diterbitkan oleh TU."),
            gettext("Terbitkan surat %(what)s, lalu catat tanda tangannya"),
            url,
        )
    if action is Action.SEND and (letter.number is None or letter.dated_on is None):
        return Hurdle(
            gettext("Catat nomor surat dahulu"),
            gettext("Nomor surat belum dicatat oleh TU."),
            gettext("Catat nomor surat %(what)s, lalu kirim ke Kementerian Dalam Negeri"),
            url,
        )
    return None


def day_hurdle(page: ProposalPage, action: Action, reader: Actor) -> Hurdle | None:
    """Return what stands before a commencement whose day nobody knows; None when nothing does."""
    is_known = page.regulation is not None and page.regulation.effective_on is not None
    if action is not Action.COMMENCE or is_known:
        return None
    may = reader.may(Permission.RECORD_REGULATION)
    return Hurdle(
        gettext("Catat hari mulai berlaku"),
        gettext("Hari mulai berlaku Pergub belum diketahui."),
        gettext("Catat hari mulai berlaku %(what)s"),
        url_for("commencing.set_form", proposal_id=page.id) if may else None,
    )


def live_letter(letters: Iterable[LetterView]) -> LetterView | None:
    """Return the letter to the ministry that is not void."""
    return next((letter for letter in letters if letter.state is not LetterState.VOID), None)


def is_letter_out(letters: Iterable[LetterView]) -> bool:
    """Say whether the letter is issued already, so that what it says no longer changes."""
    done = (LetterState.ISSUED, LetterState.SIGNED, LetterState.SENT)
    return any(letter.state in done for letter in letters)
