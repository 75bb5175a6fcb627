"""The code a letter is filed under: the office's usual one, or another of its codes."""

from orgflow.domain.letters.classification import ClassificationCode, ClassificationNotOffered
from orgflow.domain.organisation.profile import Profile
from orgflow.services.context import Context
from orgflow.store import classifications
from orgflow.store.letters import LetterRow


def code_borne(row: LetterRow, profile: Profile) -> str:
    """Return the code that stands in a letter's number."""
    return row.classification or profile.classification


def codes_offered(ctx: Context, row: LetterRow) -> tuple[ClassificationCode, ...]:
    """Return the codes that a letter may bear, in their order; what it bears stays among them."""
    held = classifications.classifications(ctx.session, ctx.government_id)
    return tuple(one.entry for one in held if one.ended_on is None or one.entry.code == row.classification)


def code_to_bear(ctx: Context, row: LetterRow, asked: str) -> str | None:
    """Return the code as it is kept; None for the office's usual one.

    Raises:
        ClassificationNotOffered.
    """
    code = asked.strip()
    if code and code not in {offered.code for offered in codes_offered(ctx, row)}:
        raise ClassificationNotOffered(field="classification", classification=code[:60])
    return code or None
