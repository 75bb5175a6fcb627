"""All that a proposal's derived documents are written from, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.changes.operations import Operation
from orgflow.domain.letters.facts import Paper
from orgflow.domain.ministry.grants import Grant
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import PostId, UnitId


@dataclass(frozen=True, slots=True)
class MinistryAnswer:
    """The ministry's latest answer as it was recorded."""

    action: Action
    number: str | None
    dated_on: date
    notes: str

    @property
    def is_approval(self) -> bool:
        """Whether it approves, with or without notes."""
        return self.action in (Action.ANSWER_APPROVED, Action.ANSWER_APPROVED_WITH_NOTES)


@dataclass(frozen=True, slots=True)
class Citing:
    """A regulation, letter or proposal outside the change-set that a change touches.

    Attributes:
        what: how it is cited.
        where: the places in it, or what it does with the unit.
        unit_name: the name of the unit it is about.
        held_id: the regulation's or proposal's own id; None for several things told of at once.
    """

    what: str
    where: str
    unit_name: str
    held_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a change-set: who holds the touched posts, and what else names the units."""

    holders: Mapping[PostId, tuple[str, ...]]
    regulations: tuple[Citing, ...] = ()
    letters: tuple[Citing, ...] = ()
    proposals: tuple[Citing, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What was proposed, beside what was granted of it."""

    operations: tuple[Operation, ...]
    after: Organisation


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal's change-set and what it rests on; None is *belum diisi*.

    Attributes:
        head: the governor's title with the province, as ``Gubernur Contoh``.
        emblem: the SHA-256 of the uploaded picture.
        regulation: the secretariat's regulation in force.
        articles: what is recorded of it; empty where nothing is.
        amendments: the regulations that amended it, the earliest first.
        instruments: every instrument of the government.
        amending: pairs of the amending and the amended.
        governor, secretary: who is known to be in office.
        grant: the ministry's answer item by item; ``operations`` and ``after`` are then what it granted,
            unless it granted nothing.
        asked: what was proposed, where the answer is item by item.
    """

    unit_id: UnitId
    government_code: str
    government_name: str
    secretariat: str
    head: str
    capital: str
    is_sample: bool
    is_draft: bool
    sheet: Paper
    emblem: str | None
    before: Organisation
    after: Organisation
    operations: tuple[Operation, ...]
    considerations: tuple[str, ...]
    effective_on: date | None
    regulation: Instrument | None
    articles: tuple[Article, ...]
    amendments: tuple[Instrument, ...]
    instruments: tuple[Instrument, ...]
    amending: frozenset[tuple[UUID, UUID]]
    answer: MinistryAnswer | None
    governor: str | None
    governor_prefix: str
    secretary: str | None
    grant: Grant | None = None
    asked: Asked | None = None

    @property
    def unit_name(self) -> str:
        """The name under which the proposing unit is known before the change."""
        return self.before.units[self.unit_id].name
