"""A government entered whole: its kinds, units, officials, rules and settings, each with its source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import (
    GovernmentRegistered,
    InstrumentRecorded,
    OfficialAppointed,
    SettingsChanged,
    StructureRecorded,
)
from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.keeping import found_unit
from orgflow.domain.organisation.keeping_posts import appoint, found_post
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Basis,
    Official,
    PostRecord,
    PostRole,
    UnitRecord,
)
from orgflow.domain.organisation.rules import StructureRule
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import AppointmentId, GovernmentId, InstrumentId, OfficialId, PostId, UnitId
from orgflow.services.context import Context
from orgflow.services.organisation.ruling import rule_words
from orgflow.services.registry import held_history, keep
from orgflow.services.signing_words import signing_rule_words
from orgflow.services.starting.classification import classification_codes
from orgflow.services.starting.follow_ups import enter_follow_ups
from orgflow.services.starting.ministry import MINISTRY_DESKS
from orgflow.services.starting.regulations import RegulationEntry, add_regulation
from orgflow.services.starting.routes import begin_routes
from orgflow.services.starting.signing_rules import signing_rules as signing_rules_to_begin
from orgflow.services.starting.time import enter_calendar
from orgflow.services.starting.working_times import enter_working_times
from orgflow.services.use_case import use_case
from orgflow.store import classifications, governments, ministry, organisation, signing_rules, structure_rules
from orgflow.store.governments import Government


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit as it is known from a day on; ``parent`` is the code of an earlier entry.

    ``is_start_known`` False: it was seen on ``valid_from`` and may be older.
    """

    code: str
    kind: str
    name: str
    parent: str | None
    valid_from: date
    source: str
    is_start_known: bool = False
    placement: Placement = Placement.VERIFIED
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None
    regulation: str | None = None


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """A holder of a post in the unit of this code; a head's title follows the unit's name."""

    unit: str
    name: str
    valid_from: date
    source: str
    role: PostRole = PostRole.HEAD
    title: str | None = None
    is_end_known: bool = False
    nip: str | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class EnterGovernment:
    """A government with all that is known of it; parents and regulations come before what names them.

    ``base_regulation`` is the key of the regulation that forms the secretariat, None when unknown.
    """

    government: Government
    position: int
    kinds: tuple[UnitKind, ...]
    units: tuple[UnitEntry, ...]
    officials: tuple[OfficialEntry, ...]
    guideline: tuple[GuidelineName, ...]
    documents: tuple[RequiredDocument, ...]
    settings: Mapping[SettingKey, str] = field(default_factory=dict)
    regulations: tuple[RegulationEntry, ...] = ()
    base_regulation: str | None = None
    rules: tuple[StructureRule, ...] = ()


@use_case(requires=Permission.MANAGE_SETTINGS)
def enter_government(ctx: Context, command: EnterGovernment) -> UUID:
    """Enter a government whole or not at all.

    Raises:
        SimultaneousChange: a government of this code stands already.
        StructureBroken: the units do not form one tree on the day of the latest entry.
    """
    return enter_whole(ctx, command)


def enter_whole(ctx: Context, command: EnterGovernment) -> GovernmentId:
    """Enter a government in the gate's session and return its id.

    Raises:
        StructureBroken.
    """
    held = command.government
    governments.add_government(ctx.session, held, position=command.position, at=ctx.now)
    ctx.record(GovernmentRegistered(str(held.id), held.name))
    regulations = {entry.key: add_regulation(ctx, entry) for entry in command.regulations}
    for entry in command.regulations:
        ctx.record(InstrumentRecorded(str(regulations[entry.key]), entry.citation))
    settings = dict(command.settings)
    if command.base_regulation is not None:
        settings[SettingKey.SETDA_REGULATION] = str(regulations[command.base_regulation])
    for key, value in settings.items():
        governments.put_setting(ctx.session, held.id, str(key), value, new_id=ctx.new_id(), at=ctx.now)
        ctx.record(SettingsChanged(str(held.id), str(key), None, value))
    _enter_rules(ctx, command)
    enter_calendar(ctx, held)
    enter_working_times(ctx, held)
    units = _enter_units(ctx, command, regulations)
    _enter_officials(ctx, command, units)
    return held.id


def _enter_rules(ctx: Context, command: EnterGovernment) -> None:
    held, kinds = command.government, {kind.code: kind for kind in command.kinds}
    for position, name in enumerate(command.guideline, start=1):
        governments.add_guideline_name(ctx.session, held.id, name, new_id=ctx.new_id(), position=position)
    for position, document in enumerate(command.documents, start=1):
        governments.add_required_document(
            ctx.session, held.id, document, new_id=ctx.new_id(), position=position
        )
    for rule in command.rules:
        structure_rules.add_rule(ctx.session, held.id, rule, new_id=ctx.new_id())
    signing = signing_rules_to_begin()
    for position, signing_rule in enumerate(signing, start=1):
        signing_rules.add_signing_rule(
            ctx.session, held.id, signing_rule, new_id=ctx.new_id(), position=position
        )
    begin_routes(ctx, held.id)
    enter_follow_ups(ctx, held.id)
    for code in classification_codes():
        classifications.add_classification(ctx.session, held.id, code, new_id=ctx.new_id())
    for position, desk in enumerate(MINISTRY_DESKS, start=1):
        ministry.add_desk(ctx.session, held.id, desk, new_id=ctx.new_id(), position=position)
    names = "; ".join(name.name for name in command.guideline)
    asked = "; ".join(document.title for document in command.documents)
    ctx.record(SettingsChanged(str(held.id), "guideline_names", None, names))
    ruled = "; ".join(rule_words(rule, kinds) for rule in command.rules)
    ctx.record(SettingsChanged(str(held.id), "required_documents", None, asked))
    ctx.record(SettingsChanged(str(held.id), "structure_rules", None, ruled))
    said = "; ".join(signing_rule_words(rule) for rule in signing)
    ctx.record(SettingsChanged(str(held.id), "signing_rules", None, said))
    filed = "; ".join(f"{code.code} {code.title}" for code in classification_codes())
    ctx.record(SettingsChanged(str(held.id), "classification_codes", None, filed))
    ctx.record(SettingsChanged(str(held.id), "ministry_desks", None, "; ".join(MINISTRY_DESKS)))


def _enter_units(
    ctx: Context, command: EnterGovernment, regulations: Mapping[str, InstrumentId]
) -> Mapping[str, UnitId]:
    held = command.government
    for kind in command.kinds:
        organisation.add_kind(ctx.session, held.id, kind, new_id=ctx.new_id())
    if not command.units:
        return {}
    empty = held_history(ctx)
    history, ids = found_units(empty, command.units, ctx.new_id, regulations)
    keep(ctx, empty, history)
    first = min(entry.valid_from for entry in command.units)
    root = next(entry for entry in command.units if entry.parent is None)
    sources = {entry.source for entry in command.units}
    source = root.source if len(sources) == 1 else "dicatat pada tiap unit"
    ctx.record(StructureRecorded(str(ids[root.code]), first.isoformat(), len(command.units), source))
    return ids


def found_units(
    empty: History,
    entries: Iterable[UnitEntry],
    new_id: Callable[[], UUID],
    regulations: Mapping[str, InstrumentId],
) -> tuple[History, Mapping[str, UnitId]]:
    """Return the registry that units as they are entered make, and their ids by their codes.

    Args:
        empty: the government's registry with its kinds and no unit yet.
        regulations: the ids of the regulations by the keys that the entries name.
    """
    history, ids = empty, dict[str, UnitId]()
    for position, entry in enumerate(entries, start=1):
        ids[entry.code] = unit_id = UnitId(new_id())
        record = UnitRecord(
            valid_from=entry.valid_from,
            basis=Basis(
                source=entry.source,
                instrument_id=regulations[entry.regulation] if entry.regulation is not None else None,
            ),
            unit_id=unit_id,
            kind_code=entry.kind,
            name=entry.name,
            short_name=entry.short_name,
            parent_id=ids[entry.parent] if entry.parent is not None else None,
            position=position,
            letter_code=entry.letter_code,
            duty_field=entry.duty_field,
            placement=entry.placement,
            is_start_known=entry.is_start_known,
        )
        history = found_unit(history, record, entry.code)
    return history, ids


def found_holder(
    history: History, unit_id: UnitId, entry: OfficialEntry, code: str, new_id: Callable[[], UUID]
) -> tuple[History, PostId]:
    """Return the registry with a post in a unit and its holder as they are entered, and the post's id."""
    post = PostRecord(
        valid_from=history.unit(unit_id)[0].valid_from,
        basis=Basis(source=entry.source),
        post_id=PostId(new_id()),
        unit_id=unit_id,
        role=entry.role,
        title=entry.title,
    )
    official = Official(official_id=OfficialId(new_id()), name=entry.name, nip=entry.nip, rank=entry.rank)
    appointment = AppointmentRecord(
        valid_from=entry.valid_from,
        basis=Basis(source=entry.source),
        appointment_id=AppointmentId(new_id()),
        post_id=post.post_id,
        official_id=official.official_id,
        is_end_known=entry.is_end_known,
    )
    return appoint(found_post(history, post, code), official, appointment), post.post_id


def _enter_officials(ctx: Context, command: EnterGovernment, units: Mapping[str, UnitId]) -> None:
    before = after = held_history(ctx)
    for number, entry in enumerate(command.officials, start=1):
        code = f"{entry.unit}-J{number}"
        after, post_id = found_holder(after, units[entry.unit], entry, code, ctx.new_id)
        title = title_of(after, post_id, entry.valid_from)
        ctx.record(OfficialAppointed(str(post_id), title, entry.name, entry.valid_from.isoformat()))
    keep(ctx, before, after)
