"""The register of media that work with the office: entered, changed, listed, and counted on a day."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.evidence_events import EvidenceRecorded
from orgflow.domain.evidence.partners import (
    DayCount,
    HeldPartner,
    Partner,
    PartnerKind,
    checked_partner,
    counts_on,
    day_count,
    require_untaken,
)
from orgflow.domain.values import comparable
from orgflow.services.context import Context
from orgflow.services.evidence_words import partner_told
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.scope import today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import media_partners
from orgflow.store.media_partners import MediaPartnerRow, PartnerCountRow, partner_of

REGISTER: Final = "mitra"
KEEPERS: Final = (Permission.EDIT_PROPOSAL, Permission.KEEP_REGISTRY)
"""Whoever drafts records what the draft rests on; the secretariat keeps the registers too."""


@dataclass(frozen=True, slots=True)
class PartnerWish:
    """Which media are asked for: of one kind, whose contract covers a day, with these words; None is all."""

    kind: PartnerKind | None = None
    on: date | None = None
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class PartnersPage:
    """A page of the register; ``count`` is of the day that is asked for, whatever kind is.

    ``undated`` counts the media whose contract's first day is not known: they count on no day.
    """

    partners: tuple[HeldPartner, ...]
    place: Place
    count: DayCount
    undated: int
    held: int


@dataclass(frozen=True, slots=True)
class AddPartner:
    """A medium that the register does not hold yet; it is never verified at once."""

    partner: Partner


@dataclass(frozen=True, slots=True)
class ChangePartner:
    """A medium as it is from now on known."""

    partner_id: UUID
    seen_revision: int
    partner: Partner


@read(requires=Permission.VIEW_PROPOSALS)
def list_partners(ctx: Context, wish: PartnerWish) -> PartnersPage:
    """Return a page of the register, by kind and name."""
    held = held_partners(ctx)
    wanted = partners_wanted(held, wish)
    place = place_of(len(wanted), wish.page)
    every = [one.partner for one in held]
    return PartnersPage(
        wanted[place.first : place.first + PAGE],
        place,
        day_count(every, wish.on or today_of(ctx)),
        sum(one.starts_on is None for one in every),
        len(every),
    )


@read(requires=KEEPERS)
def show_partner(ctx: Context, partner_id: UUID) -> HeldPartner:
    """Return one medium.

    Raises:
        UnknownEvidence.
    """
    return media_partners.held_partner(media_partners.partner_row(ctx.session, ctx.government_id, partner_id))


@use_case(requires=KEEPERS)
def add_partner(ctx: Context, command: AddPartner) -> UUID:
    """Enter a medium.

    Raises:
        PartnerTaken, and the refusals of ``checked_partner``.
    """
    partner = checked_partner(replace(command.partner, is_verified=False))
    require_untaken(partner, _register(ctx))
    row = enter_partner(ctx, partner)
    settle_counts(ctx)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, None, partner_told(partner)))
    return row.id


@use_case(requires=KEEPERS)
def change_partner(ctx: Context, command: ChangePartner) -> UUID:
    """Change what is known of a medium; it is to be verified again.

    Raises:
        UnknownEvidence, StaleRevision, NothingChanged, PartnerTaken, and the refusals of ``checked_partner``.
    """
    held = media_partners.partner_row(ctx.session, ctx.government_id, command.partner_id)
    row = as_seen(ctx, held, command.seen_revision)
    before = partner_of(row)
    partner = checked_partner(replace(command.partner, is_verified=before.is_verified))
    if partner == before:
        raise NothingChanged()
    require_untaken(partner, [one.partner for one in held_partners(ctx) if one.id != row.id])
    rewrite_partner(ctx, row, partner)
    settle_counts(ctx)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, partner_told(before), partner_told(partner, before)))
    return row.id


def held_partners(ctx: Context) -> tuple[HeldPartner, ...]:
    """Return every medium of the register, by kind and name."""
    return tuple(
        map(media_partners.held_partner, media_partners.partner_rows(ctx.session, ctx.government_id))
    )


def partners_wanted(held: Iterable[HeldPartner], wish: PartnerWish) -> tuple[HeldPartner, ...]:
    """Return the media that are asked for."""
    words = comparable(wish.words)
    return tuple(
        one
        for one in held
        if (wish.kind is None or one.partner.kind is wish.kind)
        and (wish.on is None or one.partner.covers(wish.on))
        and (not words or words in comparable(one.partner.name))
    )


def enter_partner(ctx: Context, partner: Partner) -> MediaPartnerRow:
    """Enter a checked medium."""
    row = MediaPartnerRow(id=ctx.new_id(), government_id=ctx.government_id, removed_at=None, revision=0)
    media_partners.write_partner(row, partner, ctx.actor.name, ctx.now)
    ctx.session.add(row)
    return row


def rewrite_partner(ctx: Context, row: MediaPartnerRow, partner: Partner) -> None:
    """Let a row say a checked medium, which nobody has verified yet."""
    unverified = replace(partner, is_verified=False)
    media_partners.write_partner(row, unverified, ctx.actor.name, ctx.now)


def count_of_day(ctx: Context, day: date) -> UUID:
    """Return the count of the register on a day, begun now where nobody asked for it yet."""
    row = media_partners.count_row_of(ctx.session, ctx.government_id, day)
    if row is None:
        row = PartnerCountRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            on_day=day,
            counted=_counted(_register(ctx), day),
            version=1,
            recorded_by=ctx.actor.name,
            recorded_at=ctx.now,
        )
        ctx.session.add(row)
        ctx.session.flush()
    return row.id


def settle_counts(ctx: Context) -> None:
    """Let every day on which the register was counted know how it counts now."""
    ctx.session.flush()
    held = _register(ctx)
    for row in media_partners.count_rows(ctx.session, ctx.government_id):
        counted = _counted(held, row.on_day)
        if counted != row.counted:
            row.counted, row.version = counted, row.version + 1
            row.recorded_by, row.recorded_at = ctx.actor.name, ctx.now


def _register(ctx: Context) -> list[Partner]:
    return [one.partner for one in held_partners(ctx)]


def _counted(held: Iterable[Partner], day: date) -> str:
    covered = [one for one in held if one.covers(day)]
    counts = {str(one.kind): one.count for one in counts_on(covered, day)}
    verified = sum(one.is_verified for one in covered)
    return json.dumps(counts | {"verified": verified}, sort_keys=True)
