"""Names of the ministry's guideline: added, changed and removed."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.rule_events import RuleChanged
from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.guideline import checked_name
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.use_case import read, use_case
from orgflow.store import governments, organisation, structure_rules
from orgflow.store.governments import GuidelineNameRow
from orgflow.store.structure_rules import HeldName


@dataclass(frozen=True, slots=True)
class NamePage:
    """One name of the guideline and the kinds it may be for."""

    held: HeldName
    kinds: dict[str, UnitKind]


@dataclass(frozen=True, slots=True)
class AddName:
    """A name of the guideline that was not kept yet."""

    name: GuidelineName


@dataclass(frozen=True, slots=True)
class ChangeName:
    """A name of the guideline in the place of the one kept."""

    name_id: UUID
    seen_revision: int
    name: GuidelineName


@dataclass(frozen=True, slots=True)
class RemoveName:
    """A name that the guideline does not give."""

    name_id: UUID
    seen_revision: int
    reason: str


@read(requires=Permission.MANAGE_SETTINGS)
def show_name(ctx: Context, name_id: UUID) -> NamePage:
    """Return one name of the guideline.

    Raises:
        UnknownRule.
    """
    row = structure_rules.name_row(ctx.session, ctx.government_id, name_id)
    held = HeldName(row.id, row.revision, structure_rules.name_of(row))
    return NamePage(held, organisation.kinds(ctx.session, ctx.government_id))


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_name(ctx: Context, command: AddName) -> UUID:
    """Keep another name of the guideline.

    Raises:
        UnknownKind, RuleTwice, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    held = structure_rules.held_names(ctx.session, ctx.government_id)
    name = _checked(ctx, command.name, held)
    name_id = ctx.new_id()
    governments.add_guideline_name(
        ctx.session, ctx.government_id, name, new_id=name_id, position=len(held) + 1
    )
    ctx.record(RuleChanged(str(name_id), None, _words(name)))
    return name_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_name(ctx: Context, command: ChangeName) -> UUID:
    """Change a name of the guideline.

    Raises:
        UnknownRule, StaleRevision, UnknownKind, RuleTwice, NameUnreadable.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    row = _seen(ctx, command.name_id, command.seen_revision)
    before = structure_rules.name_of(row)
    held = structure_rules.held_names(ctx.session, ctx.government_id)
    name = _checked(ctx, command.name, tuple(entry for entry in held if entry.id != row.id))
    structure_rules.write_name(row, name)
    ctx.record(RuleChanged(str(row.id), _words(before), _words(name)))
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def remove_name(ctx: Context, command: RemoveName) -> UUID:
    """Remove a name of the guideline, for a reason that stays in the history.

    Raises:
        UnknownRule, StaleRevision, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = _seen(ctx, command.name_id, command.seen_revision)
    reason = clean_line(command.reason, field="reason")
    ctx.record(RuleChanged(str(row.id), _words(structure_rules.name_of(row)), None, reason))
    ctx.session.delete(row)
    return command.name_id


def _seen(ctx: Context, name_id: UUID, seen: int) -> GuidelineNameRow:
    return as_seen(ctx, structure_rules.name_row(ctx.session, ctx.government_id, name_id), seen)


def _checked(ctx: Context, name: GuidelineName, beside: tuple[HeldName, ...]) -> GuidelineName:
    kinds = organisation.kinds(ctx.session, ctx.government_id)
    return checked_name(name, kinds, (entry.name for entry in beside))


def _words(name: GuidelineName) -> str:
    trust = "sudah diverifikasi" if name.is_verified else "belum diverifikasi"
    present = f", padanan {name.counterpart_of}" if name.counterpart_of is not None else ""
    return f"Nama menurut pedoman: {name.name}{present}; dasar: {name.citation} ({trust})"
