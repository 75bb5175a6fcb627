"""The form of an office's letters as its page shows it, with a sample dressed in what is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.authority import Capitals
from orgflow.domain.letters.facts import HeadForm, LetterFacts, ParafBox
from orgflow.domain.letters.kind_facts import HIERARCHY
from orgflow.domain.letters.lifecycle import SecurityClass, Urgency
from orgflow.domain.letters.numbering import number_pieces
from orgflow.domain.letters.office_format import HeadOwner, OfficeFormat, dressed
from orgflow.domain.letters.office_format_typed import settings_typed
from orgflow.domain.organisation.profile import Profile
from orgflow.letters.templates import LetterTemplate, letter_kinds, load_sample, load_template
from orgflow.services.context import Context
from orgflow.services.letter_format import format_revision, format_version, head_of
from orgflow.services.rendering import Rendering
from orgflow.services.use_case import read
from orgflow.store import governments
from orgflow.store.governments import Government

SAMPLE_UNIT: Final = "CONTOH"
SAMPLE_YEAR: Final = 2026
SAMPLE_MONTH: Final = 3
"""What the sample letters' numbers are made of; they are dated so."""

_SMALL: Final = frozenset({"dan", "di", "atas", "atau", "untuk"})


@dataclass(frozen=True, slots=True)
class FormatPage:
    """The form of a government's letters as it is kept; ``heads`` says whose letterhead each kind bears."""

    government: Government
    settings: Mapping[str, str]
    form: OfficeFormat
    profile: Profile
    heads: Mapping[str, HeadForm | None]

    @property
    def version(self) -> str:
        """A short mark of what is kept: it changes when a sample would look otherwise."""
        return format_version(self.settings)

    @property
    def revision(self) -> int:
        """The revision that is kept."""
        return format_revision(self.settings)


@dataclass(frozen=True, slots=True)
class SampleSource:
    """A sample letter ready to be drawn outside any transaction."""

    facts: LetterFacts
    template: LetterTemplate


@read(requires=Permission.MANAGE_SETTINGS)
def show_format(ctx: Context) -> FormatPage:
    """Return the form of the letters of the actor's government."""
    held = governments.government(ctx.session, ctx.government_id)
    settings = governments.settings(ctx.session, held.id)
    root = ctx.resources.letter_templates
    return FormatPage(
        held,
        settings,
        OfficeFormat.of(settings, HeadOwner(held.head, held.name)),
        Profile.of(settings),
        {kind: head_of(root, kind) for kind in letter_kinds(root)},
    )


@read(requires=Permission.MANAGE_SETTINGS)
def sample_of(ctx: Context, kind: str, typed: Mapping[str, str]) -> SampleSource:
    """Return the sample of a kind in the form that is kept, with what was typed in its place.

    Raises:
        UnknownLetterKind.
        MeasureOutOfRange, ChoiceUnknown, LinePlaceTaken, TooManyLines, UnknownNumberToken.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    held = governments.government(ctx.session, ctx.government_id)
    settings = {**governments.settings(ctx.session, held.id), **settings_typed(typed)}
    settings = {key: value for key, value in settings.items() if value}
    form, profile = OfficeFormat.of(settings, HeadOwner(held.head, held.name)), Profile.of(settings)
    root = ctx.resources.letter_templates
    template, facts = load_template(root, kind), load_sample(root, kind)
    number = number_pieces(
        profile.number_pattern, profile.classification, None, SAMPLE_UNIT, SAMPLE_YEAR, month=SAMPLE_MONTH
    )
    facts = replace(
        facts,
        number=number,
        urgency=form.classes.printed(Urgency.IMPORTANT, SecurityClass.ORDINARY),
        paraf=(ParafBox(HIERARCHY, ("Asisten", "Sekretaris Daerah")),),
        signatures=tuple(
            replace(block, title_lines=tuple(_written(line, form) for line in block.title_lines))
            for block in facts.signatures
        ),
    )
    return SampleSource(dressed(facts, form, template.layout.head_form), template)


def draw_sample(ctx: Context, source: SampleSource) -> Rendering:
    """Return the sample's rendering, drawn in a worker process with no transaction open.

    Raises:
        DomainError: what the renderer says.
    """
    emblem = source.facts.letterhead.emblem
    picture = ctx.resources.files.read(emblem) if emblem is not None else None
    return ctx.resources.renderings.render(ctx.resources.renderer, source.template, source.facts, picture)


def _written(title: str, form: OfficeFormat) -> str:
    """Return a sample's title as the registry would write it, where the office asks for that."""
    if form.capitals is Capitals.UPPER or not title.isupper():
        return title
    words = (word if word in _SMALL else word.capitalize() for word in title.lower().split())
    return " ".join(words)
