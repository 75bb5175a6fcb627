"""Letters as their pages print them: lines of the list, and one letter with all that stands around it."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor
from orgflow.domain.letters.lifecycle import LetterState, NumberSource
from orgflow.services.letter_list import LetterSummary
from orgflow.services.letter_pages import LetterDesk, LetterPage
from orgflow.services.letter_ways import LetterWays
from orgflow.web.formats import show_date
from orgflow.web.letters.check import FinalCheck, final_check
from orgflow.web.letters.sheets import Sheets, sheets
from orgflow.web.letters.ways import WaysOut, ways_out
from orgflow.web.letters.words import SOURCES, STATES, kind_name
from orgflow.web.messages import message_for


@dataclass(frozen=True, slots=True)
class Line:
    """One letter in the list, as a plain row."""

    title: str
    url: str
    note: str
    state: str
    state_symbol: str
    words: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a letter."""

    label: str
    value: str | None
    url: str | None = None
    note: str | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter; ``fault`` says why it could not be drawn, then there is neither check nor sheets."""

    title: str
    crumbs: tuple[Crumb, ...]
    state: str
    state_symbol: str
    state_words: str
    facts: tuple[Fact, ...]
    check: FinalCheck | None
    sheets: Sheets | None
    fault: str
    ways: WaysOut
    text_url: str
    text: tuple[str, ...]
    urls: dict[str, str]
    may_edit: bool
    may_issue: bool
    may_number: bool
    may_renumber: bool
    may_void: bool
    takes_number: bool
    needs_reason: bool
    is_signed: bool
    issue_waits: str
    may_bring_signed: bool
    may_record_sent: bool
    may_lay_aside: bool


def letter_lines(letters: Iterable[LetterSummary]) -> tuple[Line, ...]:
    """Return the letters as rows."""
    return tuple(
        Line(
            letter.subject,
            url_for("letters.show", letter_id=letter.id),
            f"{kind_name(letter.kind)} · {_numbered(letter)}",
            *_state(letter.state),
            letter.is_sample,
        )
        for letter in letters
    )


def letter_view(page: LetterPage, ways: LetterWays, reader: Actor) -> LetterView:
    """Return one letter as its page prints it."""
    desk = page.desk
    check = final_check(page, reader) if page.rendering is not None else None
    is_draft = desk.state is LetterState.DRAFT
    kind, symbol, words = _state(desk.state)
    if is_draft and check is not None:
        kind, symbol, words = (
            ("ok", "done", check.summary) if check.is_ready else ("bad", "lack", check.summary)
        )
    return LetterView(
        kind_name(desk.kind),
        (
            Crumb(gettext("Usulan"), url_for("proposals.show", proposal_id=desk.proposal_id)),
            Crumb(gettext("Dokumen"), url_for("evidence.show", proposal_id=desk.proposal_id)),
        ),
        kind,
        symbol,
        words,
        _facts(desk),
        check if is_draft else None,
        sheets(page, check) if check is not None else None,
        str(message_for(page.fault)) if page.fault is not None else "",
        ways_out(desk, ways),
        url_for("letters.reading", letter_id=desk.id),
        page.lines,
        {
            name: url_for(f"letters.{name}", letter_id=desk.id)
            for name in ("show", "edit", "issue", "number", "void")
        }
        | {
            "write": url_for("letter_writing.show", letter_id=desk.id),
            "bring": url_for("letter_returning.bring", letter_id=desk.id),
            "signed": url_for("letter_kinds.signed", letter_id=desk.id),
            "sent": url_for("letter_kinds.sent", letter_id=desk.id),
            "put_aside": url_for("letter_kinds.put_aside", letter_id=desk.id),
        },
        desk.may_edit,
        desk.may_issue and check is not None and check.is_ready,
        desk.may_number and desk.number is None,
        desk.may_number and desk.number is not None,
        desk.may_void,
        desk.number_source is NumberSource.OWN_BOOK,
        desk.signer.needs_reason,
        desk.state is LetterState.SIGNED,
        _waits(desk, check),
        desk.may_move and desk.state is LetterState.ISSUED,
        desk.may_move and desk.state is LetterState.SIGNED,
        desk.may_edit and not desk.rule.is_main,
    )


def _numbered(letter: LetterSummary) -> str:
    if letter.number is None:
        return gettext("Belum bernomor, terakhir diubah %(day)s", day=show_date(letter.changed_on))
    day = show_date(letter.dated_on) if letter.dated_on is not None else ""
    return gettext("Nomor %(number)s, %(day)s", number=letter.number, day=day) if day else letter.number


def _state(state: LetterState) -> tuple[str, str, str]:
    kind, symbol, words = STATES[state]
    return kind, symbol, str(words)


def _facts(desk: LetterDesk) -> tuple[Fact, ...]:
    if desk.state is LetterState.DRAFT:
        return (Fact(gettext("Nomor surat"), str(SOURCES[desk.number_source])),)
    day = show_date(desk.dated_on) if desk.dated_on is not None else None
    facts = [Fact(gettext("Nomor"), desk.number), Fact(gettext("Tanggal"), day)]
    if desk.facts_digest is not None:
        frozen = gettext("Isi surat ini beku sejak diterbitkan; perubahan data sesudahnya tidak mengubahnya.")
        facts.append(Fact(gettext("Sidik isi"), desk.facts_digest[:16], note=frozen))
    if desk.signed_file_id is not None:
        url = url_for("evidence.file", file_id=desk.signed_file_id)
        facts.append(Fact(gettext("Hasil pindai bertanda tangan"), gettext("Unduh"), url))
    if desk.void_reason is not None:
        facts.append(Fact(gettext("Alasan batal"), desk.void_reason))
    return tuple(facts)


def _waits(desk: LetterDesk, check: FinalCheck | None) -> str:
    """Return why the letter cannot be issued yet; empty when it can, or when it is not the reader's to do."""
    if desk.state is not LetterState.DRAFT or not desk.may_edit:
        return ""
    if desk.may_issue:
        if check is not None and check.is_ready:
            return ""
        return gettext("Surat diterbitkan setelah semua tempat pada pemeriksaan dilengkapi.")
    if not desk.rule.is_main:
        return gettext("Surat diterbitkan oleh TU setelah semua tempat pada pemeriksaan dilengkapi.")
    return gettext("Surat diterbitkan setelah semua paraf pada jalurnya lengkap.")
