"""What other provinces call the unit: entered with its source, changed, listed and filtered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.evidence_events import EvidenceRecorded
from orgflow.domain.evidence.precedents import (
    HeldPrecedent,
    Precedent,
    Stance,
    checked_precedent,
    require_unrecorded,
)
from orgflow.domain.values import comparable
from orgflow.services.context import Context
from orgflow.services.evidence_words import precedent_line
from orgflow.services.media_partners import KEEPERS
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import precedents
from orgflow.store.precedents import PrecedentRow, held_precedent

REGISTER: Final = "pembanding"


@dataclass(frozen=True, slots=True)
class PrecedentWish:
    """Which precedents are asked for: of a stance, with humas in the name, with these words; None is all."""

    stance: Stance | None = None
    words: str = ""
    has_humas: bool | None = None


@dataclass(frozen=True, slots=True)
class AddPrecedent:
    """A precedent that the register does not hold yet; it is never verified at once."""

    precedent: Precedent


@dataclass(frozen=True, slots=True)
class ChangePrecedent:
    """A precedent as it is from now on known."""

    precedent_id: UUID
    seen_revision: int
    precedent: Precedent


@read(requires=Permission.VIEW_PROPOSALS)
def list_precedents(ctx: Context, wish: PrecedentWish) -> tuple[HeldPrecedent, ...]:
    """Return the precedents that are asked for, by province."""
    return precedents_wanted(held_precedents(ctx), wish)


@read(requires=Permission.VIEW_PROPOSALS)
def show_precedent(ctx: Context, precedent_id: UUID) -> HeldPrecedent:
    """Return one precedent.

    Raises:
        UnknownEvidence.
    """
    return held_precedent(precedents.precedent_row(ctx.session, ctx.government_id, precedent_id))


@use_case(requires=KEEPERS)
def add_precedent(ctx: Context, command: AddPrecedent) -> UUID:
    """Enter a precedent.

    Raises:
        PrecedentTaken, and the refusals of texts.
    """
    held = checked_precedent(replace(command.precedent, is_verified=False))
    require_unrecorded(held, [one.precedent for one in held_precedents(ctx)])
    row = PrecedentRow(id=ctx.new_id(), government_id=ctx.government_id, removed_at=None, revision=0)
    precedents.write_precedent(row, held, ctx.actor.name, ctx.now)
    ctx.session.add(row)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, None, precedent_line(held)))
    return row.id


@use_case(requires=KEEPERS)
def change_precedent(ctx: Context, command: ChangePrecedent) -> UUID:
    """Change what is known of a precedent; it is to be verified again.

    Raises:
        UnknownEvidence, StaleRevision, NothingChanged, PrecedentTaken, and the refusals of texts.
    """
    kept = precedents.precedent_row(ctx.session, ctx.government_id, command.precedent_id)
    row = as_seen(ctx, kept, command.seen_revision)
    before = held_precedent(row).precedent
    held = checked_precedent(replace(command.precedent, is_verified=before.is_verified))
    if held == before:
        raise NothingChanged()
    require_unrecorded(held, [one.precedent for one in held_precedents(ctx) if one.id != row.id])
    precedents.write_precedent(row, replace(held, is_verified=False), ctx.actor.name, ctx.now)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, precedent_line(before), precedent_line(held)))
    return row.id


def held_precedents(ctx: Context) -> tuple[HeldPrecedent, ...]:
    """Return every precedent of the register, by province."""
    return tuple(map(held_precedent, precedents.precedent_rows(ctx.session, ctx.government_id)))


def precedents_wanted(held: Iterable[HeldPrecedent], wish: PrecedentWish) -> tuple[HeldPrecedent, ...]:
    """Return the precedents that are asked for."""
    words = comparable(wish.words)
    return tuple(
        one
        for one in held
        if (wish.stance is None or one.precedent.stance is wish.stance)
        and (wish.has_humas is None or one.precedent.has_humas is wish.has_humas)
        and (not words or words in comparable(f"{one.precedent.province} {one.precedent.unit_name}"))
    )
