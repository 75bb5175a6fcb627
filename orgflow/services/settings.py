"""What an office sets for itself: the secretariat's regulation, its governor, emblem, numbers and paper."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import InstrumentRecorded, OfficialAppointed, SettingsChanged
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.letters.facts import Paper
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.letters.numbering import number_pieces
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.keeping_posts import appoint, end_appointment, found_post
from orgflow.domain.organisation.profile import Profile, SettingKey
from orgflow.domain.organisation.records import AppointmentRecord, Basis, Official, PostRecord, PostRole
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import (
    AppointmentId,
    InstrumentId,
    OfficialId,
    PostId,
    UnitId,
    clean_line,
    clean_name,
    clean_text,
)
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.dossier import governor_on
from orgflow.services.files import keep_upload
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import structure_today
from orgflow.services.search_index import index_instrument
from orgflow.services.use_case import PUBLIC, read, use_case
from orgflow.store import governments, instruments
from orgflow.store.governments import Government
from orgflow.store.instruments import InstrumentRow


class NothingChanged(RuleBroken):
    """What was sent is what is set already."""

    code = "nothing_changed"


class EmblemNotSet(NotFound):
    """The office has uploaded no emblem."""

    code = "emblem_not_set"


class NoStructureYet(RuleBroken):
    """No unit is recorded on this day, so nobody can hold a post."""

    code = "no_structure_yet"


class TermBeginsTooEarly(RuleBroken):
    """A later holder of the post is recorded already."""

    code = "term_begins_too_early"


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """A government's settings as they stand; None is *belum diisi*."""

    government: Government
    today: date
    profile: Profile
    regulation: Instrument | None
    governor: Tenure | None
    has_structure: bool
    documents: tuple[RequiredDocument, ...]


@dataclass(frozen=True, slots=True)
class SetRegulation:
    """The regulation in force that forms the secretariat."""

    number: str
    year: int
    title: str


@dataclass(frozen=True, slots=True)
class SetGovernor:
    """Who is governor, in what quality, since when."""

    name: str
    kind: AppointmentKind
    valid_from: date


@dataclass(frozen=True, slots=True)
class SetLetterForm:
    """How letters look and where their numbers come from; ``contact`` and ``copies`` one a line."""

    contact: str
    copies: str
    classification: str
    number_pattern: str
    number_source: NumberSource
    paper: Paper


@dataclass(frozen=True, slots=True)
class SetEmblem:
    """The emblem of the letterhead, as a picture the office uploads."""

    upload: CheckedUpload


@read(requires=PUBLIC)
def held_governments(ctx: Context) -> tuple[Government, ...]:
    """Return the governments held here, the default first."""
    return governments.governments(ctx.session)


@read(requires=Permission.SIGN_IN)
def own_government(ctx: Context) -> Government:
    """Return the actor's government."""
    return governments.government(ctx.session, ctx.government_id)


@read(requires=Permission.MANAGE_SETTINGS)
def show_settings(ctx: Context) -> SettingsPage:
    """Return the settings of the actor's government."""
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    today = ctx.today(held.zone)
    regulation = (
        instruments.instrument(ctx.session, held.id, profile.setda_regulation)
        if profile.setda_regulation is not None
        else None
    )
    structure = structure_today(ctx)
    governor = governor_on(ctx, held.id, structure, today)
    return SettingsPage(
        held,
        today,
        profile,
        regulation,
        governor,
        bool(structure.units),
        governments.required_documents(ctx.session, held.id),
    )


@read(requires=Permission.MANAGE_SETTINGS)
def show_emblem(ctx: Context) -> bytes:
    """Return the emblem's picture.

    Raises:
        EmblemNotSet: none was uploaded.
    """
    emblem = Profile.of(governments.settings(ctx.session, ctx.government_id)).emblem
    if emblem is None:
        raise EmblemNotSet()
    return ctx.resources.files.read(emblem)


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_regulation(ctx: Context, command: SetRegulation) -> UUID:
    """Record which regulation forms the secretariat.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable.
    """
    number = clean_line(command.number, field="number", limit=60)
    title = clean_line(command.title, field="title")
    instrument_id = InstrumentId(ctx.new_id())
    instruments.add_instrument(
        ctx.session,
        InstrumentRow(
            id=instrument_id,
            government_id=ctx.government_id,
            kind="pergub",
            number=number,
            year=command.year,
            title=title,
            source=f"Diisi oleh {ctx.actor.name}",
            is_verified=True,
            recorded_at=ctx.now,
        ),
    )
    index_instrument(ctx, instrument_id)
    _put(ctx, SettingKey.SETDA_REGULATION, str(instrument_id))
    ctx.record(
        InstrumentRecorded(
            str(instrument_id), f"Peraturan Gubernur Nomor {number} Tahun {command.year} tentang {title}"
        )
    )
    return ctx.government_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_governor(ctx: Context, command: SetGovernor) -> UUID:
    """Record who is governor since a day; the term before ends on that day.

    Raises:
        NoStructureYet: the government itself is not recorded as a unit yet.
        TermBeginsTooEarly: a holder recorded already began on that day or later.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    name = clean_name(command.name)
    structure = structure_today(ctx)
    if not structure.units:
        raise NoStructureYet(field="name")
    root = structure.root()
    held = before = held_history(ctx)
    basis = Basis(source=f"Diisi oleh {ctx.actor.name}")
    post_id = _governor_post(before, root.id)
    if post_id is None:
        post_id = PostId(ctx.new_id())
        post = PostRecord(
            valid_from=min(command.valid_from, before.unit(root.id)[0].valid_from),
            basis=basis,
            post_id=post_id,
            unit_id=root.id,
            role=PostRole.GOVERNOR,
            title=governments.government(ctx.session, ctx.government_id).head,
        )
        held = found_post(held, post, f"{before.unit_codes[root.id]}-KEPALA")
    terms = [term for term in before.appointments.values() if term.post_id == post_id]
    latest = max(terms, key=lambda term: term.valid_from, default=None)
    if latest is not None and latest.valid_from >= command.valid_from:
        raise TermBeginsTooEarly(field="valid_from", since=latest.valid_from.isoformat())
    if latest is not None and latest.is_end_known and latest.valid_to is None:
        held = end_appointment(held, latest.appointment_id, command.valid_from)
    official = Official(official_id=OfficialId(ctx.new_id()), name=name)
    term = AppointmentRecord(
        valid_from=command.valid_from,
        basis=basis,
        appointment_id=AppointmentId(ctx.new_id()),
        post_id=post_id,
        official_id=official.official_id,
        kind=command.kind,
    )
    keep(ctx, before, appoint(held, official, term))
    title = title_of(held, post_id, command.valid_from)
    ctx.record(OfficialAppointed(str(post_id), title, name, command.valid_from.isoformat()))
    return ctx.government_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_letter_form(ctx: Context, command: SetLetterForm) -> UUID:
    """Set how letters look and are numbered.

    Raises:
        UnknownNumberToken: the pattern asks for what no number has.
        NothingChanged, TextEmpty, TextTooLong, TextUnprintable.
    """
    pattern = clean_line(command.number_pattern, field="number_pattern", limit=200)
    classification = clean_line(command.classification, field="classification", limit=60)
    number_pieces(pattern, classification, None, None, 2000)
    _put(ctx, SettingKey.LETTERHEAD_CONTACT, clean_text(command.contact, field="contact", limit=1000))
    _put(ctx, SettingKey.COPIES, clean_text(command.copies, field="copies", limit=4000))
    _put(ctx, SettingKey.CLASSIFICATION, classification)
    _put(ctx, SettingKey.NUMBER_PATTERN, pattern)
    _put(ctx, SettingKey.NUMBER_SOURCE, str(command.number_source))
    _put(ctx, SettingKey.PAPER, str(command.paper))
    if not ctx.events:
        raise NothingChanged()
    return ctx.government_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_emblem(ctx: Context, command: SetEmblem) -> UUID:
    """Set the emblem that stands in the letterhead."""
    keep_upload(ctx, command.upload, purpose="emblem")
    _put(ctx, SettingKey.EMBLEM, command.upload.sha256)
    if not ctx.events:
        raise NothingChanged()
    return ctx.government_id


def _put(ctx: Context, key: SettingKey, value: str) -> None:
    before = governments.settings(ctx.session, ctx.government_id).get(key)
    if before == (value or None):
        return
    governments.put_setting(
        ctx.session, ctx.government_id, str(key), value or None, new_id=ctx.new_id(), at=ctx.now
    )
    ctx.record(SettingsChanged(str(ctx.government_id), str(key), before, value or None))


def _governor_post(history: History, root_id: UnitId) -> PostId | None:
    for post_id, timeline in history.posts.items():
        if timeline[-1].role is PostRole.GOVERNOR and timeline[-1].unit_id == root_id:
            return post_id
    return None
