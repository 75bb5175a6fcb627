"""What every document of a proposal is derived from; nothing of it is typed twice."""

from dataclasses import dataclass, field
from datetime import date

from orgflow.domain.letters.details import Details
from orgflow.domain.letters.facts import SignatureBlock
from orgflow.domain.letters.kinds import LetterKind, Signatory
from orgflow.domain.letters.lifecycle import NumberSource


@dataclass(frozen=True, slots=True)
class NameChange:
    """A unit's name before and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BaseRegulation:
    """The secretariat's regulation in force; None is a visible gap."""

    number: str | None
    year: int | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFacts:
    """Who writes: ``head`` is the governor's title, ``capital`` the town it is written in."""

    head: str
    secretariat: str
    government_name: str
    capital: str
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalFacts:
    """What the proposal says.

    Attributes:
        enclosure_titles: the documents that really are enclosed, as words in a sentence.
        assistant: the title of the post between the bureau and the secretary, where one is recorded.
        posts_before, posts_after: how many posts there are in all.
        echelons_change: posts of some echelon become more or fewer.
        overlaps: the duties that stand beside another agency's.
    """

    unit_name: str
    unit_kind_name: str
    unit_letter_code: str | None
    unit_duty_field: str | None
    changes: tuple[NameChange, ...]
    structure_changes: bool
    duties_change: bool
    posts_before: int
    posts_after: int
    echelons_change: bool
    regulation: BaseRegulation
    guideline_name: str | None
    follows_guideline: bool
    considerations: tuple[str, ...]
    other_agency: str | None
    enclosure_titles: tuple[str, ...]
    assistant: str | None = None
    overlaps: tuple[str, ...] = ()

    @property
    def new_name(self) -> str | None:
        """The unit's own new name; None where it keeps its name."""
        return next((change.after for change in self.changes if change.before == self.unit_name), None)

    @property
    def adds_posts(self) -> bool:
        """Whether the number of posts, in all or of an echelon, is another."""
        return self.posts_before != self.posts_after or self.echelons_change


@dataclass(frozen=True, slots=True)
class LetterBefore:
    """A letter that this one speaks of; None is not known yet."""

    number: str | None = None
    dated_on: date | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The letters before: ours to the ministry, the ministry's last one, and the items it asked for.

    ``items`` are the rows of the matrix by which a completion answers: what was asked, what was done, where
    it stands; empty where the ministry's request was recorded as one text.
    """

    ours: LetterBefore = LetterBefore()
    ministry: LetterBefore = LetterBefore()
    asked: tuple[str, ...] = ()
    items: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterInputs:
    """All that a document is derived from.

    Attributes:
        on: the day it is drawn up; its month and year are printed where the date stays blank.
        sequence: the number taken from an own book; None where numbers are given elsewhere.
        class_words: how urgent and how secret it is, as the office prints that.
        signatures: who signs on ``on``, with gaps for what is not known of a signer.
        has_all_paraf: the initials that the main letter waits for are given.
    """

    kind: LetterKind
    on: date
    office: OfficeFacts
    proposal: ProposalFacts
    signatory: Signatory | None
    signatures: tuple[SignatureBlock, ...]
    class_words: str
    number_source: NumberSource
    number_pattern: str
    classification: str
    sequence: int | None
    copies: tuple[str, ...]
    is_concept: bool
    has_all_paraf: bool = False
    details: Details = field(default_factory=lambda: Details({}))
    letters: Correspondence = Correspondence()
