"""What the authority to sign is made of: posts in their chain, mandates, and what somebody wishes to sign.

Source: [SIGNING-ON-BEHALF].
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.organisation.tenure import AppointmentKind, Tenure


class SigningRole(StrEnum):
    """What a post is to the government, whatever its title says."""

    GOVERNOR = "governor"
    DEPUTY_GOVERNOR = "deputy_governor"
    SECRETARY = "secretary"
    ASSISTANT = "assistant"
    BUREAU_HEAD = "bureau_head"
    AGENCY_HEAD = "agency_head"
    OTHER = "other"

    @property
    def is_state_official(self) -> bool:
        """Whether its holder is no civil servant as such, so that the block has neither rank nor NIP."""
        return self in (SigningRole.GOVERNOR, SigningRole.DEPUTY_GOVERNOR)


class SigningKind(StrEnum):
    """What is signed, as far as authority asks."""

    REGULATION = "regulation"
    DECREE = "decree"
    PROMULGATION = "promulgation"
    PROPOSAL = "proposal"
    MINISTRY_ANSWER = "ministry_answer"
    LETTER = "letter"
    ASSIGNMENT = "assignment"
    INTERNAL = "internal"

    @property
    def bears_plain_name(self) -> bool:
        """Whether the signer's name stands without degrees, rank and NIP."""
        return self in (SigningKind.REGULATION, SigningKind.DECREE, SigningKind.PROMULGATION)

    @property
    def is_always_about_structure(self) -> bool:
        """Whether it decides on the organisation whatever else it says."""
        return self in (SigningKind.PROPOSAL, SigningKind.MINISTRY_ANSWER)


class Capitals(StrEnum):
    """How titles in a signature block are written."""

    UPPER = "upper"
    AS_WRITTEN = "as_written"

    def of(self, text: str) -> str:
        """Return the text so written."""
        return text.upper() if self is Capitals.UPPER else text


class MandateForm(StrEnum):
    """How somebody signs in another's name."""

    ON_BEHALF = "on_behalf"
    """Atas nama (a.n.)."""
    BY_DELEGATION = "by_delegation"
    """Untuk beliau (u.b.), under the post between the two."""

    @property
    def levels(self) -> int:
        """How many levels the signer stands below the post in whose name it is signed."""
        return 1 if self is MandateForm.ON_BEHALF else 2


PREFIXES: Final[Mapping[AppointmentKind, str]] = {
    AppointmentKind.DEFINITIVE: "",
    AppointmentKind.ACTING: "Plt. ",
    AppointmentKind.DAILY_ACTING: "Plh. ",
    AppointmentKind.INTERIM: "Pj. ",
    AppointmentKind.TEMPORARY: "Pjs. ",
}
"""What stands before the post's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPost:
    """A post that may sign, as it is on one day.

    Attributes:
        key: names it among the posts of one government.
        title: as printed where it signs in its own name, such as ``Sekretaris Daerah Provinsi Contoh``.
        short_title: as printed below another's name, such as ``Sekretaris Daerah``; None prints ``title``.
        above: the key of the post it answers to; None for the governor, or while that is not known.
        is_placed: False while it is not known, or not certain, which post stands above it.
        is_recorded: False for a unit's head of whom nothing is recorded yet, so that no mandate can name it.
        plain_names: by a holder's name as recorded, the name without degrees; one left out is *belum diisi*.
    """

    key: str
    role: SigningRole
    title: str
    above: str | None
    tenures: tuple[Tenure, ...] = ()
    short_title: str | None = None
    is_placed: bool = True
    plain_names: Mapping[str, str] | None = None
    is_recorded: bool = True

    @property
    def title_below(self) -> str:
        """The title as printed below another's name."""
        return self.short_title if self.short_title is not None else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A standing word by which one post signs in another's name, until the day before ``valid_to``.

    Attributes:
        giver, receiver: keys of posts.
        kinds: what it covers; empty covers all that may be signed on behalf.
        letter: the letter it rests on, None while *belum diisi*.
        source: where the fact was seen or read, in words.
    """

    form: MandateForm
    giver: str
    receiver: str
    kinds: tuple[SigningKind, ...]
    valid_from: date
    valid_to: date | None
    letter: str | None
    source: str
    is_verified: bool

    def holds_on(self, day: date) -> bool:
        """Say whether it holds on the day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def covers(self, kind: SigningKind) -> bool:
        """Say whether it speaks of the kind."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWish:
    """What is to be signed, by which post, in whose name, on which day.

    Attributes:
        signer: the key of the post that signs.
        on_behalf_of: the key of the post in whose name; None is the signer's own.
        is_about_structure: whether a regulation or decree decides on the organisation.
    """

    kind: SigningKind
    signer: str
    on: date
    on_behalf_of: str | None = None
    is_about_structure: bool = False
    capitals: Capitals = Capitals.UPPER

    @property
    def is_in_own_name(self) -> bool:
        """Whether nobody else's name is used."""
        return self.on_behalf_of is None or self.on_behalf_of == self.signer

    @property
    def decides_on_structure(self) -> bool:
        """Whether what is signed decides on the organisation."""
        return self.is_about_structure or self.kind.is_always_about_structure
