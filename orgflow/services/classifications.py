"""Classification codes: listed, added, changed and ended."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.rule_events import ClassificationChanged
from orgflow.domain.letters.classification import (
    ClassificationCode,
    ClassificationTaken,
    FinalFate,
    HeldClassification,
    checked_code,
)
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.scope import today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import classifications


@dataclass(frozen=True, slots=True)
class AddClassification:
    """A code that was not in the table, or is taken into use again."""

    entry: ClassificationCode


@dataclass(frozen=True, slots=True)
class ChangeClassification:
    """A code in the place of the one kept."""

    classification_id: UUID
    seen_revision: int
    entry: ClassificationCode


@dataclass(frozen=True, slots=True)
class EndClassification:
    """A code that letters no longer bear from today on."""

    classification_id: UUID
    seen_revision: int
    reason: str


@read(requires=Permission.MANAGE_SETTINGS)
def list_classifications(ctx: Context) -> tuple[HeldClassification, ...]:
    """Return all codes in their order, ended ones too."""
    return classifications.classifications(ctx.session, ctx.government_id)


@read(requires=Permission.MANAGE_SETTINGS)
def show_classification(ctx: Context, classification_id: UUID) -> HeldClassification:
    """Return one code.

    Raises:
        UnknownClassification.
    """
    return classifications.held_of(
        classifications.classification_row(ctx.session, ctx.government_id, classification_id)
    )


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_classification(ctx: Context, command: AddClassification) -> UUID:
    """Enter a code; one that was ended is in use again, as it is now typed.

    Raises:
        ClassificationUnfit, ClassificationTaken, RetentionUnfit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    entry = checked_code(command.entry)
    row = classifications.row_of_code(ctx.session, ctx.government_id, entry.code)
    if row is not None and row.ended_on is None:
        raise ClassificationTaken(field="code", classification=entry.code)
    if row is not None:
        classifications.write_classification(row, entry)
        ctx.record(ClassificationChanged(str(row.id), None, classification_words(entry)))
        return row.id
    new_id = ctx.new_id()
    classifications.add_classification(ctx.session, ctx.government_id, entry, new_id=new_id)
    ctx.record(ClassificationChanged(str(new_id), None, classification_words(entry)))
    return new_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_classification(ctx: Context, command: ChangeClassification) -> UUID:
    """Change a code, or take one that was ended into use again.

    Raises:
        UnknownClassification, StaleRevision, NothingChanged, ClassificationUnfit, ClassificationTaken.
        RetentionUnfit, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx,
        classifications.classification_row(ctx.session, ctx.government_id, command.classification_id),
        command.seen_revision,
    )
    entry, before = checked_code(command.entry), classifications.held_of(row)
    beside = classifications.row_of_code(ctx.session, ctx.government_id, entry.code)
    if beside is not None and beside.id != row.id:
        raise ClassificationTaken(field="code", classification=entry.code)
    if entry == before.entry and before.ended_on is None:
        raise NothingChanged()
    classifications.write_classification(row, entry)
    ctx.record(
        ClassificationChanged(str(row.id), classification_words(before.entry), classification_words(entry))
    )
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def end_classification(ctx: Context, command: EndClassification) -> UUID:
    """End a code; letters that bear it keep it.

    Raises:
        UnknownClassification, StaleRevision, NothingChanged, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx,
        classifications.classification_row(ctx.session, ctx.government_id, command.classification_id),
        command.seen_revision,
    )
    reason = clean_line(command.reason, field="reason")
    if row.ended_on is not None:
        raise NothingChanged()
    row.ended_on, row.revision = today_of(ctx), row.revision + 1
    before = classification_words(classifications.held_of(row).entry)
    ctx.record(ClassificationChanged(str(row.id), before, None, reason))
    return row.id


def classification_words(entry: ClassificationCode) -> str:
    """Return a code in one line, as the history tells it."""
    trust = "sudah diverifikasi" if entry.is_verified else "belum diverifikasi"
    years = ", ".join(
        f"{name} {count} tahun"
        for name, count in (("aktif", entry.active_years), ("inaktif", entry.inactive_years))
        if count is not None
    )
    fate = {FinalFate.KEPT: "permanen", FinalFate.DESTROYED: "musnah", None: ""}[entry.fate]
    kept = "; ".join(part for part in (years, fate) if part) or "retensi belum diisi"
    return f"{entry.code} {entry.title}: {kept}; sumber: {entry.source} ({trust})"
