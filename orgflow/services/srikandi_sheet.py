"""The sheet of what SRIKANDI's form asks of a letter, so that nobody looks it up twice."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.kind_facts import paraf_boxes
from orgflow.domain.letters.lifecycle import SecurityClass, Urgency
from orgflow.domain.letters.srikandi import Destination, destination, own_block
from orgflow.domain.organisation.profile import Profile
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.letter_filing import code_borne
from orgflow.services.letter_format import office_format
from orgflow.services.letter_inputs import inputs_of
from orgflow.services.lettering import letter_source
from orgflow.services.scope import scope_of
from orgflow.services.signing import authority_on
from orgflow.services.use_case import read
from orgflow.store import classifications, governments, letters
from orgflow.store.letters import LetterRow

SUMMARY_LENGTH: Final = 300


@dataclass(frozen=True, slots=True)
class SrikandiSheet:
    """What the form asks, in its order.

    Attributes:
        classification_title: what the code stands for; None where it is not among the office's codes.
        verifiers: whose initials it goes through, in their order from below.
        signer: the titles of who signs.
    """

    classification: str
    classification_title: str | None
    subject: str
    summary: str
    security: SecurityClass
    urgency: Urgency
    verifiers: tuple[str, ...]
    signer: str
    destinations: tuple[Destination, ...]
    copies: tuple[Destination, ...]


@read(requires=Permission.VIEW_LETTERS)
def srikandi_sheet(ctx: Context, letter_id: UUID) -> SrikandiSheet:
    """Return the sheet of a letter.

    Raises:
        UnknownLetter.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    facts, borne = letter_source(ctx, letter_id).facts, code_borne(row, profile)
    posts = authority_on(ctx, ctx.today(held.zone)).authority.posts.values()
    titles = [title for post in posts for title in (post.title, post.title_below)]
    code = next(
        (
            kept.entry.title
            for kept in classifications.classifications(ctx.session, held.id)
            if kept.entry.code == borne
        ),
        None,
    )
    return SrikandiSheet(
        borne,
        code,
        facts.subject,
        summary_of(facts),
        SecurityClass(row.security_class),
        Urgency(row.urgency),
        _verifiers(ctx, row),
        _signer(facts),
        tuple(destination(", ".join(lines), titles) for lines in facts.addressees),
        tuple(destination(line, titles) for line in facts.copies),
    )


def summary_of(facts: LetterFacts) -> str:
    """Return the letter in one sentence: what it is about and for whom."""
    unit = facts.body.get("unit_name")
    said = f"{facts.subject}." if not isinstance(unit, str) or unit in facts.subject else ""
    summary = said or f"{facts.subject} pada {unit}."
    return summary if len(summary) <= SUMMARY_LENGTH else f"{summary[: SUMMARY_LENGTH - 1]}…"


def _verifiers(ctx: Context, row: LetterRow) -> tuple[str, ...]:
    """Return who initials it, boxes printed or not: the bureaus asked first, then from below upwards."""
    dossier = open_dossier(ctx, letters.proposals_of_letter(ctx.session, row.id)[0])
    boxes = paraf_boxes(inputs_of(ctx, row, dossier, office_format(ctx), sequence=None, is_concept=False))
    return tuple(title for box in reversed(boxes) for title in reversed(box.lines))


def _signer(facts: LetterFacts) -> str:
    own = own_block(facts)
    return " ".join(facts.signatures[own].title_lines).rstrip(",") if own >= 0 else ""
