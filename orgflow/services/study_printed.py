"""The words of a study's sections as they are printed, apart from what its data add below them."""

from collections.abc import Iterator

from orgflow.domain.study.outline import OUTLINES
from orgflow.domain.study.sections import SectionAsked
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.study import derived_text, text_of
from orgflow.services.study_source import source_of
from orgflow.services.study_words import ANSWERS
from orgflow.store import studies


def printed_sections(ctx: Context, dossier: Dossier) -> Iterator[tuple[SectionAsked, str]]:
    """Yield each section of the chosen form with its words, in the gate's session.

    An answer to what a section asks besides stands below its text.
    """
    source = source_of(ctx, dossier)
    rows = studies.sections_of(ctx.session, source.proposal_id)
    for asked in OUTLINES[studies.chosen_form(ctx.session, source.proposal_id)]:
        row = rows.get(asked.key)
        words = text_of(row, derived_text(source, asked.key))
        answer = row.answer if row is not None else ""
        told = f"{ANSWERS[asked.asks]}{answer}" if asked.asks is not None and answer else ""
        yield asked, "\n".join(part for part in (words, told) if part)
