"""Media that work with the office: of which kind, under which contract, and how many on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import clean_name, clean_text, clean_words_if_any, comparable

CONTACT_LENGTH = 200
NOTE_LENGTH = 1_000


class PartnerKind(StrEnum):
    """How a medium reaches its readers."""

    PRINT = "cetak"
    ONLINE = "online"
    TELEVISION = "televisi"
    RADIO = "radio"
    SOCIAL = "media_sosial"


class PartnerTaken(RuleBroken):
    """The register holds a medium of this kind and name already."""

    code = "partner_taken"


class ContractEmpty(RuleBroken):
    """A contract ends before it begins."""

    code = "contract_empty"


class ContractBegins(RuleBroken):
    """A contract whose last day is known has no first day."""

    code = "contract_begins"


@dataclass(frozen=True, slots=True)
class Partner:
    """One medium.

    Attributes:
        starts_on: the first day of its contract; None while it is not known, when it counts on no day.
        last_day: the last day of it, included; None for one without an end.
        source: where the contract stands; '' while nobody said so.
    """

    kind: PartnerKind
    name: str
    starts_on: date | None = None
    last_day: date | None = None
    contact: str = ""
    note: str = ""
    source: str = ""
    is_verified: bool = False

    @property
    def known_by(self) -> tuple[PartnerKind, str]:
        """What two entries of one medium share."""
        return self.kind, comparable(self.name)

    def covers(self, day: date) -> bool:
        """Say whether its contract holds on the day."""
        begins = self.starts_on is not None and self.starts_on <= day
        return begins and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class HeldPartner:
    """A medium as the register holds it."""

    id: UUID
    revision: int
    recorded_by: str
    partner: Partner


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many media of a kind."""

    kind: PartnerKind
    count: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many media of each kind have a contract on a day, every kind named.

    ``is_verified`` says that there are some and that each of them was verified.
    """

    day: date
    counts: tuple[KindCount, ...]
    is_verified: bool

    @property
    def found(self) -> tuple[KindCount, ...]:
        """The kinds of which there are any."""
        return tuple(one for one in self.counts if one.count)

    @property
    def total(self) -> int:
        """How many media there are in all."""
        return total_of(self.counts)


def checked_partner(partner: Partner) -> Partner:
    """Return the medium with its texts as they are kept.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
        ContractEmpty, ContractBegins: as ``require_contract``.
    """
    require_contract(partner)
    return tidied_partner(partner)


def require_contract(partner: Partner) -> None:
    """Refuse a contract that no day can be within.

    Raises:
        ContractEmpty: its last day lies before its first.
        ContractBegins: it has a last day and no first.
    """
    if partner.last_day is None:
        return
    if partner.starts_on is None:
        raise ContractBegins(field="starts_on")
    if partner.last_day < partner.starts_on:
        raise ContractEmpty(field="last_day", starts_on=partner.starts_on.isoformat())


def tidied_partner(partner: Partner) -> Partner:
    """Return the medium with its texts as they are kept, whatever its contract.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
    """
    return Partner(
        partner.kind,
        clean_name(partner.name, field="name"),
        partner.starts_on,
        partner.last_day,
        clean_words_if_any(partner.contact, field="contact", limit=CONTACT_LENGTH),
        clean_text(partner.note, field="note", limit=NOTE_LENGTH),
        clean_words_if_any(partner.source, field="source"),
        partner.is_verified,
    )


def counts_on(partners: Iterable[Partner], day: date) -> tuple[KindCount, ...]:
    """Return how many media of each kind have a contract on the day, every kind named."""
    held = [partner.kind for partner in partners if partner.covers(day)]
    return tuple(KindCount(kind, held.count(kind)) for kind in PartnerKind)


def day_count(partners: Sequence[Partner], day: date) -> DayCount:
    """Return how many media have a contract on the day, and whether each was verified."""
    counted = [partner for partner in partners if partner.covers(day)]
    is_verified = bool(counted) and all(partner.is_verified for partner in counted)
    return DayCount(day, counts_on(counted, day), is_verified)


def total_of(counts: Iterable[KindCount]) -> int:
    """Return how many media there are in all."""
    return sum(one.count for one in counts)


def require_untaken(partner: Partner, others: Iterable[Partner]) -> None:
    """Refuse a medium that the register holds already.

    Raises:
        PartnerTaken.
    """
    if any(other.known_by == partner.known_by for other in others):
        raise PartnerTaken(field="name", name=partner.name, kind=str(partner.kind))
