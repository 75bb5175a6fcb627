"""The page on which a letter is written, as plain values: its passages, its pages, what was refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor
from orgflow.domain.calendar import format_instant
from orgflow.domain.errors import DomainError
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.services.claim_pages import show_claims
from orgflow.services.letter_pages import LetterPage
from orgflow.services.letter_writing import PassageView, WritingPage
from orgflow.services.note_places import PARTED
from orgflow.web.claims.page import EntryLine, entry_line
from orgflow.web.current import current_context
from orgflow.web.fields import PASSAGE_FIELD
from orgflow.web.letters.check import final_check
from orgflow.web.letters.page import Crumb
from orgflow.web.letters.sheets import Sheets, sheets
from orgflow.web.letters.words import kind_name
from orgflow.web.messages import message_for
from orgflow.web.notes.links import NoteLink, NoteLinks, note_links

FIELD: Final = PASSAGE_FIELD
SHOWN: Final = "asal-"
ROWS_LEAST: Final = 3
ROWS_MOST: Final = 16
LINE: Final = 60
"""Characters that a line of the field holds, about."""


@dataclass(frozen=True, slots=True)
class PassageField:
    """One passage as a field; ``shown`` is the mark of the text that the page was opened with."""

    key: str
    name: str
    label: str
    hint: str
    text: str
    shown: str
    shown_name: str
    rows: int
    error: str
    state: str
    is_own: bool
    note: str
    is_outdated: bool
    derived: tuple[str, ...]
    notes: NoteLink | None


@dataclass(frozen=True, slots=True)
class WritingView:
    """The writing page; ``fault`` says why there are no printed pages."""

    title: str
    subject: str
    crumbs: tuple[Crumb, ...]
    revision: int
    url: str
    show_url: str
    text_url: str
    bring_url: str
    passages: tuple[PassageField, ...]
    errors: tuple[tuple[str, str], ...]
    sheets: Sheets | None
    fault: str
    may_write: bool
    entries: tuple[EntryLine, ...]


def writing_view(
    page: WritingPage,
    letter: LetterPage,
    reader: Actor,
    typed: Mapping[str, str],
    refused: DomainError | None,
) -> WritingView:
    """Return the page; what was typed and refused stays in its fields."""
    links = note_links(current_context(), page.proposal_id)
    fields = tuple(
        _field(passage, page.zone, typed, refused, _link(links, page, passage)) for passage in page.passages
    )
    drawn = sheets(letter, final_check(letter, reader)) if letter.rendering is not None else None
    return WritingView(
        kind_name(page.kind),
        page.subject,
        letter_crumbs(page),
        page.revision,
        url_for("letter_writing.write", letter_id=page.id),
        url_for("letters.show", letter_id=page.id),
        url_for("letters.reading", letter_id=page.id),
        url_for("letter_returning.bring", letter_id=page.id),
        fields,
        tuple((field.name, field.error) for field in fields if field.error),
        drawn,
        str(message_for(letter.fault)) if letter.fault is not None else "",
        page.may_write,
        tuple(map(entry_line, show_claims(current_context(), page.proposal_id).entries)),
    )


def letter_crumbs(page: WritingPage) -> tuple[Crumb, ...]:
    """Return the way to what is below a letter's page."""
    return (
        Crumb(gettext("Usulan"), url_for("proposals.show", proposal_id=page.proposal_id)),
        Crumb(gettext("Dokumen"), url_for("evidence.show", proposal_id=page.proposal_id)),
        Crumb(kind_name(page.kind), url_for("letters.show", letter_id=page.id)),
    )


def _field(
    passage: PassageView,
    zone: str,
    typed: Mapping[str, str],
    refused: DomainError | None,
    notes: NoteLink | None,
) -> PassageField:
    text = typed.get(passage.key, passage.text)
    is_refused = refused is not None and refused.facts.get("field") == passage.key
    lines = sum(1 + len(line) // LINE for line in text.split("\n"))
    return PassageField(
        passage.key,
        f"{FIELD}{passage.key}",
        passage.label,
        passage.hint,
        text,
        passage.mark,
        f"{SHOWN}{passage.key}",
        min(max(lines + 1, ROWS_LEAST), ROWS_MOST),
        str(message_for(refused)) if refused is not None and is_refused else "",
        _state(passage, zone),
        passage.is_own,
        _note(passage),
        passage.is_outdated,
        tuple(passage.derived.split("\n")) if passage.is_own else (),
        notes,
    )


def _link(links: NoteLinks, page: WritingPage, passage: PassageView) -> NoteLink | None:
    return links.of(PlaceKind.PASSAGE, f"{page.id}{PARTED}{passage.key}", passage.label)


def _state(passage: PassageView, zone: str) -> str:
    if not passage.is_own or passage.changed_at is None:
        return gettext("Mengikuti data usulan")
    at = format_instant(passage.changed_at, zone)
    return gettext("Ditulis %(who)s, %(at)s", who=passage.changed_by, at=at)


def _note(passage: PassageView) -> str:
    if passage.is_outdated:
        return gettext(
            "Data usulan berubah sejak bagian ini ditulis. Bandingkan dengan susunan dari data di bawah."
        )
    if passage.is_own and not passage.is_free:
        return gettext("Bagian ini tidak lagi mengikuti data usulan.")
    if not passage.is_free:
        return gettext("Bila Anda menulisnya sendiri, bagian ini tidak lagi mengikuti data usulan.")
    return ""
