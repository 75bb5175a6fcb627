"""What a letter is rendered from: a draft's facts derived now, an issued letter's as they were frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_digest, facts_from_json
from orgflow.domain.letters.kind_facts import facts_of
from orgflow.domain.letters.lifecycle import LetterState, NumberSource
from orgflow.domain.letters.office_format import dressed
from orgflow.domain.letters.srikandi import for_srikandi
from orgflow.domain.values import LetterId
from orgflow.letters.templates import LetterTemplate, load_template, template_from_source
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.letter_format import head_of, office_format
from orgflow.services.letter_inputs import inputs_of
from orgflow.services.letter_passages import with_passages
from orgflow.services.rendering import Rendering
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import files, letters
from orgflow.store.letters import LetterRow


@dataclass(frozen=True, slots=True)
class LetterSource:
    """A letter ready to be rendered outside any transaction.

    ``files`` holds the digests of an issued letter's files by format; ``emblem`` the picture's digest.
    """

    id: LetterId
    state: LetterState
    revision: int
    facts: LetterFacts
    template: LetterTemplate
    files: Mapping[str, str]
    number_source: NumberSource

    @property
    def is_draft(self) -> bool:
        """Whether the facts are still derived anew at every look."""
        return self.state is LetterState.DRAFT

    @property
    def shown(self) -> LetterFacts:
        """The facts as the letter leaves: where SRIKANDI numbers it, with its variables."""
        return for_srikandi(self.facts) if self.number_source is NumberSource.SRIKANDI else self.facts

    @property
    def mark(self) -> str:
        """A short mark of wording and facts: it changes when the letter would read otherwise."""
        return f"{self.template.digest[:8]}{facts_digest(self.shown)[:8]}"


@read(requires=Permission.VIEW_LETTERS)
def letter_source(ctx: Context, letter_id: UUID) -> LetterSource:
    """Return what the letter is rendered from.

    Raises:
        UnknownLetter.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    state, source = LetterState(row.state), NumberSource(row.number_source)
    stored = {
        file_format: files.stored_file(ctx.session, ctx.government_id, file_id).sha256
        for file_format, file_id in letters.files_of_letter(ctx.session, row.id).items()
    }
    if row.facts is None or row.template_id is None:
        facts = derive_facts(ctx, row, sequence=None, is_concept=True)
        template = load_template(ctx.resources.letter_templates, row.kind)
    else:
        facts = facts_from_json(row.facts)
        template = template_from_source(letters.template_source(ctx.session, row.template_id))
    return LetterSource(LetterId(row.id), state, row.revision, facts, template, stored, source)


def render(ctx: Context, source: LetterSource) -> Rendering:
    """Return the letter's rendering, drawn in a worker process with no transaction open.

    Raises:
        DomainError: what the renderer says.
    """
    emblem = source.facts.letterhead.emblem
    picture = ctx.resources.files.read(emblem) if emblem is not None else None
    return ctx.resources.renderings.render(ctx.resources.renderer, source.template, source.shown, picture)


def derive_facts(ctx: Context, row: LetterRow, *, sequence: int | None, is_concept: bool) -> LetterFacts:
    """Return a letter's facts as its proposal now gives them, in the gate's session."""
    proposal = letters.proposals_of_letter(ctx.session, row.id)[0]
    dossier = open_dossier(ctx, proposal)
    form = office_format(ctx)
    inputs = inputs_of(ctx, row, dossier, form, sequence=sequence, is_concept=is_concept)
    head = head_of(ctx.resources.letter_templates, row.kind)
    return with_passages(ctx, dressed(facts_of(inputs), form, head), row)
