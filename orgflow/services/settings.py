"""What an office sets for itself: the secretariat's regulation, its governor, emblem, numbers and paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import InstrumentRecorded, SettingsChanged
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.letters.facts import HeadForm
from orgflow.domain.letters.office_format_typed import is_as_kept, settings_typed
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.profile import Profile, SettingKey
from orgflow.domain.organisation.tenure import Tenure
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import InstrumentId, clean_title, clean_words, comparable
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.dossier import governor_on
from orgflow.services.enactment import PERGUB, RegulationTaken
from orgflow.services.files import keep_upload
from orgflow.services.letter_format import format_revision
from orgflow.services.scope import structure_today
from orgflow.services.search_index import index_instrument
from orgflow.services.use_case import PUBLIC, read, use_case
from orgflow.store import governments, instruments
from orgflow.store.governments import Government
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import StaleRevision

EMBLEMS: Final = {HeadForm.POSITION: SettingKey.EMBLEM, HeadForm.AGENCY: SettingKey.AGENCY_EMBLEM}


class NothingChanged(RuleBroken):
    """What was sent is what is set already."""

    code = "nothing_changed"


class EmblemNotSet(NotFound):
    """The office has uploaded no emblem."""

    code = "emblem_not_set"


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
class SetLetterFormat:
    """How letters look and are numbered, as typed, by the fields' names; what is left out stays.

    ``seen_revision`` is what the form was opened at; None where the program itself sets it.
    """

    typed: Mapping[str, str]
    seen_revision: int | None = None


@dataclass(frozen=True, slots=True)
class SetEmblem:
    """The emblem of one of the letterheads, as a picture the office uploads."""

    upload: CheckedUpload
    head: HeadForm = HeadForm.POSITION


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
def show_emblem(ctx: Context, head: HeadForm) -> bytes:
    """Return the picture of a letterhead's emblem.

    Raises:
        EmblemNotSet: none was uploaded.
    """
    emblem = governments.settings(ctx.session, ctx.government_id).get(EMBLEMS[head])
    if emblem is None:
        raise EmblemNotSet()
    return ctx.resources.files.read(emblem)


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_regulation(ctx: Context, command: SetRegulation) -> UUID:
    """Record which regulation forms the secretariat; one that is held already is pointed to.

    Raises:
        RegulationTaken: the number and year are those of a regulation with another title.
        NothingChanged, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    number = clean_words(command.number, field="number", limit=60)
    title = clean_title(command.title)
    held = instruments.namesake(ctx.session, ctx.government_id, PERGUB, number, command.year)
    if held is not None and comparable(held.title) != comparable(title):
        raise RegulationTaken(field="number", number=number, year=command.year)
    instrument_id = held.id if held is not None else _enter_regulation(ctx, number, command.year, title)
    _put(ctx, SettingKey.SETDA_REGULATION, str(instrument_id))
    if not ctx.events:
        raise NothingChanged()
    return ctx.government_id


def _enter_regulation(ctx: Context, number: str, year: int, title: str) -> InstrumentId:
    instrument_id = InstrumentId(ctx.new_id())
    instruments.add_instrument(
        ctx.session,
        InstrumentRow(
            id=instrument_id,
            government_id=ctx.government_id,
            kind=PERGUB,
            number=number,
            year=year,
            title=title,
            source=f"Diisi oleh {ctx.actor.name}",
            is_verified=True,
            recorded_at=ctx.now,
        ),
    )
    index_instrument(ctx, instrument_id)
    ctx.record(
        InstrumentRecorded(
            str(instrument_id), f"Peraturan Gubernur Nomor {number} Tahun {year} tentang {title}"
        )
    )
    return instrument_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_letter_format(ctx: Context, command: SetLetterFormat) -> UUID:
    """Set how letters look and are numbered: all that was typed, or nothing.

    Raises:
        MeasureOutOfRange, ChoiceUnknown, LinePlaceTaken, TooManyLines, UnknownNumberToken.
        NothingChanged, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
        StaleRevision: somebody set something after the form was opened.
    """
    kept = governments.settings(ctx.session, ctx.government_id)
    if command.seen_revision not in (None, format_revision(kept)):
        raise StaleRevision(seen=command.seen_revision, present=format_revision(kept))
    for key, value in settings_typed(command.typed).items():
        if not is_as_kept(key, kept.get(key), value):
            _put(ctx, key, value)
    if not ctx.events:
        raise NothingChanged()
    return ctx.government_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_emblem(ctx: Context, command: SetEmblem) -> UUID:
    """Set the emblem that stands in a letterhead."""
    keep_upload(ctx, command.upload, purpose="emblem")
    _put(ctx, EMBLEMS[command.head], command.upload.sha256)
    if not ctx.events:
        raise NothingChanged()
    return ctx.government_id


def _put(ctx: Context, key: str, value: str) -> None:
    before = governments.settings(ctx.session, ctx.government_id).get(key)
    if before == (value or None):
        return
    governments.put_setting(
        ctx.session, ctx.government_id, str(key), value or None, new_id=ctx.new_id(), at=ctx.now
    )
    ctx.record(SettingsChanged(str(ctx.government_id), str(key), before, value or None))
