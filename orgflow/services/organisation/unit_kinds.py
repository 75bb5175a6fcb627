"""Kinds of unit: listed, added and changed."""

from dataclasses import dataclass, replace
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.rule_events import KindChanged
from orgflow.domain.organisation.guideline import checked_kind
from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.use_case import read, use_case
from orgflow.store import kinds, organisation
from orgflow.store.kinds import HeldKind


@dataclass(frozen=True, slots=True)
class AddKind:
    """A kind of unit that was not kept yet."""

    kind: UnitKind


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """What a kind of unit is from now on; its code stays what it was."""

    kind_id: UUID
    seen_revision: int
    kind: UnitKind


@read(requires=Permission.MANAGE_SETTINGS)
def list_kinds(ctx: Context) -> tuple[HeldKind, ...]:
    """Return the kinds of unit, the highest first."""
    return kinds.held_kinds(ctx.session, ctx.government_id)


@read(requires=Permission.MANAGE_SETTINGS)
def show_kind(ctx: Context, kind_id: UUID) -> HeldKind:
    """Return one kind of unit.

    Raises:
        UnknownKindRow.
    """
    row = kinds.kind_row(ctx.session, ctx.government_id, kind_id)
    return HeldKind(row.id, row.revision, kinds.kind_of(row))


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_kind(ctx: Context, command: AddKind) -> UUID:
    """Keep another kind of unit.

    Raises:
        KindCodeUnfit, KindLevelUnfit, KindTwice, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    kind = checked_kind(command.kind, _beside(ctx, None))
    kind_id = ctx.new_id()
    organisation.add_kind(ctx.session, ctx.government_id, kind, new_id=kind_id)
    ctx.record(KindChanged(str(kind_id), None, _words(kind)))
    return kind_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_kind(ctx: Context, command: ChangeKind) -> UUID:
    """Change a kind of unit.

    Raises:
        UnknownKindRow, StaleRevision, KindLevelUnfit, KindTwice.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    held = kinds.kind_row(ctx.session, ctx.government_id, command.kind_id)
    row = as_seen(ctx, held, command.seen_revision)
    before = kinds.kind_of(row)
    kind = checked_kind(replace(command.kind, code=before.code), _beside(ctx, row.id))
    kinds.write_kind(row, kind)
    ctx.record(KindChanged(str(row.id), _words(before), _words(kind)))
    return row.id


def _beside(ctx: Context, but: UUID | None) -> tuple[UnitKind, ...]:
    held = kinds.held_kinds(ctx.session, ctx.government_id)
    return tuple(entry.kind for entry in held if entry.id != but)


def _words(kind: UnitKind) -> str:
    marks = [
        word
        for word, holds in (
            ("menyusun usulan", kind.may_propose),
            ("perangkat daerah", kind.is_agency),
            ("di samping atasannya", kind.standing is Standing.ADVISORY),
            ("kelompok jabatan fungsional", kind.standing is Standing.FUNCTIONAL),
        )
        if holds
    ]
    return ", ".join([f"{kind.name} (tingkat {kind.level}; kepala: {kind.head_title})", *marks])
