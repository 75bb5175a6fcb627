"""The options of proposals: those set aside with their operations, and the one in hand without."""

import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, Uuid, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.encoding import from_plain, plain
from orgflow.domain.options.option import Choice, OptionLetter, OptionName, UnknownOption
from orgflow.domain.values import OperationId
from orgflow.store.base import Base, Instant, Key, Moment, Owned
from orgflow.store.proposals import PlacedOperation

_IN_HAND = text("operations IS NULL")
_CHOSEN = text("chosen_at IS NOT NULL")


class ProposalOptionRow(Base, Owned):
    """One option; ``operations`` is None for the one in hand, whose operations are the proposal's own."""

    __tablename__ = "proposal_options"
    __table_args__ = (
        UniqueConstraint("proposal_id", "letter"),
        Index(
            "uq_proposal_options_in_hand",
            "proposal_id",
            unique=True,
            sqlite_where=_IN_HAND,
            postgresql_where=_IN_HAND,
        ),
        Index(
            "uq_proposal_options_chosen",
            "proposal_id",
            unique=True,
            sqlite_where=_CHOSEN,
            postgresql_where=_CHOSEN,
        ),
    )

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    letter: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    sentence: Mapped[str] = mapped_column(Text())
    operations: Mapped[str | None] = mapped_column(Text())
    chosen_reason: Mapped[str | None] = mapped_column(Text())
    chosen_by: Mapped[str | None] = mapped_column(String(200))
    chosen_at: Mapped[datetime | None] = mapped_column(Instant())
    begun_by: Mapped[str] = mapped_column(String(200))
    begun_at: Mapped[Moment]

    @property
    def name(self) -> OptionName:
        """The option without its operations."""
        choice = None
        if self.chosen_at is not None:
            choice = Choice(self.chosen_reason or "", self.chosen_by or "", self.chosen_at)
        letter = OptionLetter(self.letter)
        return OptionName(letter, self.title, self.sentence, self.operations is None, choice)


def options_of(session: Session, proposal_id: UUID) -> list[ProposalOptionRow]:
    """Return the options of a proposal in the order of their letters; none where nothing is compared."""
    table = ProposalOptionRow
    return list(session.scalars(select(table).where(table.proposal_id == proposal_id).order_by(table.letter)))


def option_row(rows: list[ProposalOptionRow], letter: OptionLetter) -> ProposalOptionRow:
    """Return one of a proposal's options.

    Raises:
        UnknownOption: there is none of this letter.
    """
    for row in rows:
        if row.letter == letter:
            return row
    raise UnknownOption(letter=str(letter))


def written(operations: tuple[PlacedOperation, ...]) -> str:
    """Return operations as they are set aside, each under its id."""
    held = [{"id": str(placed.id), "operation": plain(placed.operation)} for placed in operations]
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def aside(row: ProposalOptionRow) -> tuple[PlacedOperation, ...]:
    """Return the operations of an option that is set aside; none of the one in hand.

    Raises:
        OperationUnreadable: one is of a kind or version unknown here.
    """
    return tuple(
        PlacedOperation(OperationId(UUID(one["id"])), from_plain(one["operation"]))
        for one in json.loads(row.operations or "[]")
    )
