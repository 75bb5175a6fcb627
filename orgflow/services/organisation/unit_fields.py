"""What is said of a unit and on what it rests, as a form or a command gives it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis, UnitRecord
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import InstrumentId, UnitId, clean_name, clean_text, clean_words_if_any
from orgflow.services.context import Context
from orgflow.store import instruments
from orgflow.store.instruments import UnknownInstrument

_LABELS = ("nama", "jenis", "di bawah", "urutan", "singkatan", "kode unit pengolah", "bidang tugas", "dasar")


@dataclass(frozen=True, slots=True)
class UnitFields:
    """What is said of a unit; None leaves as it is, an empty text clears."""

    name: str | None = None
    kind_code: str | None = None
    parent_id: UnitId | None = None
    position: int | None = None
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None


@dataclass(frozen=True, slots=True)
class GivenBasis:
    """The legal instrument behind a fact, if held, and where it was read."""

    source: str = ""
    instrument_id: InstrumentId | None = None


def basis_of(ctx: Context, given: GivenBasis) -> Basis:
    """Return the basis as recorded; without a source it is whoever enters it.

    Raises:
        UnknownInstrument: not held, or of another government.
    """
    if given.instrument_id is not None:
        held = instruments.instrument(ctx.session, ctx.government_id, given.instrument_id)
        if held is None:
            raise UnknownInstrument(instrument_id=str(given.instrument_id))
    source = clean_text(given.source, field="source", limit=500) or f"Dicatat oleh {ctx.actor.name}"
    return Basis(source=source, instrument_id=given.instrument_id)


def edit_of(fields: UnitFields) -> Callable[[UnitRecord], UnitRecord]:
    """Return the edit that these fields make of a record.

    Raises:
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    name = clean_name(fields.name) if fields.name is not None else None
    short = _optional(fields.short_name, "short_name", 200)
    code = _optional(fields.letter_code, "letter_code", 60)
    duty = _optional(fields.duty_field, "duty_field", 500)

    def edit(record: UnitRecord) -> UnitRecord:
        is_placed = fields.parent_id is not None
        return replace(
            record,
            name=record.name if name is None else name,
            kind_code=fields.kind_code or record.kind_code,
            parent_id=fields.parent_id if is_placed else record.parent_id,
            placement=Placement.VERIFIED if is_placed else record.placement,
            position=record.position if fields.position is None else fields.position,
            short_name=record.short_name if short is None else short or None,
            letter_code=record.letter_code if code is None else code or None,
            duty_field=record.duty_field if duty is None else duty or None,
        )

    return edit


def differing_words(history: History, was: UnitRecord, now: UnitRecord) -> tuple[str, str]:
    """Return what differs between two records of a unit, in words of the office."""
    said = [
        (label, old, new)
        for label, old, new in zip(_LABELS, _words(history, was), _words(history, now), strict=True)
        if old != new
    ]
    before = "; ".join(f"{label}: {old or '-'}" for label, old, _ in said)
    after = "; ".join(f"{label}: {new or '-'}" for label, _, new in said)
    return before, after


def _words(history: History, record: UnitRecord) -> tuple[str, ...]:
    above = record.parent_id
    return (
        record.name,
        history.kinds[record.kind_code].name if record.kind_code in history.kinds else record.kind_code,
        history.name_on(above, record.valid_from) if above is not None and above in history.units else "",
        str(record.position),
        record.short_name or "",
        record.letter_code or "",
        record.duty_field or "",
        record.basis.source,
    )


def _optional(text: str | None, field: str, limit: int) -> str | None:
    return None if text is None else clean_words_if_any(text, field=field, limit=limit)
