"""Dokumen: what the office asks for, on what basis, where each stands, and the letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.letters.kinds import KIND_RULES, kind_of
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.papers.kinds import PAPER_OF_DOCUMENT, PaperKind
from orgflow.domain.proposals.completeness import Necessity, NeededFor
from orgflow.domain.proposals.states import GRANTED, RUNNING, ProposalState
from orgflow.services.document_views import DocumentView
from orgflow.services.dossier import LETTER_DOCUMENT
from orgflow.services.proposal_pages import LetterView, ProposalPage
from orgflow.web.letters.words import kind_name
from orgflow.web.notes.links import NoteLink, NoteLinks
from orgflow.web.papers.page import TITLES
from orgflow.web.proposals.acts import ACTS
from orgflow.web.proposals.buttons import Button, asks_completion, buttons
from orgflow.web.proposals.hurdles import is_letter_out
from orgflow.web.proposals.lacks import bringing_url, is_doubt_untold
from orgflow.web.proposals.step_labels import OUTCOMES

_DEADLINES: Final[dict[NeededFor, LazyString]] = {
    NeededFor.SUBMISSION: lazy_gettext("sebelum diajukan"),
    NeededFor.ORGANISATION: lazy_gettext("sebelum disetujui Biro Organisasi"),
    NeededFor.ISSUE: lazy_gettext("sebelum surat diterbitkan"),
    NeededFor.ENACTMENT: lazy_gettext("sebelum Pergub ditetapkan"),
}

_LETTER_STATES: Final[dict[LetterState, tuple[str, LazyString]]] = {
    LetterState.DRAFT: ("rest", lazy_gettext("Konsep")),
    LetterState.ISSUED: ("yours", lazy_gettext("Menunggu tanda tangan")),
    LetterState.SIGNED: ("yours", lazy_gettext("Sudah ditandatangani")),
    LetterState.SENT: ("ok", lazy_gettext("Sudah dikirim")),
    LetterState.VOID: ("bad", lazy_gettext("Batal")),
}

_REVIEWED: Final = frozenset({*GRANTED, ProposalState.IMPLEMENTED})


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document asked for; ``url`` opens what was uploaded, ``upload_url`` brings one.

    ``paper_url`` leads to what OrgFlow derives under this title, with its name in ``paper_label``.
    """

    title: str
    necessity: str
    basis: str
    is_unsure: bool
    state: str
    words: str
    note: str
    url: str | None
    file_name: str
    upload_url: str | None
    upload_label: str
    paper_url: str | None
    paper_label: str
    notes: NoteLink | None


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of the proposal, as a row."""

    title: str
    url: str
    note: str
    state: str
    state_symbol: str
    words: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """The documents and letters of a proposal; ``summary`` counts what is missing.

    ``requested`` is what the ministry asked for; ``main`` the page's one button, if anything is to be done;
    ``papers_url`` leads to what OrgFlow derives from the operations, ``begin_url`` to further letters.
    """

    documents: tuple[DocumentLine, ...]
    letters: tuple[LetterLine, ...]
    is_whole: bool
    summary: str
    requested: str
    main: Button | None
    papers_url: str
    begin_url: str | None


def checklist(page: ProposalPage, reader: Actor, links: NoteLinks) -> Checklist:
    """Return the documents and letters of a proposal."""
    missing = [
        view
        for view in page.documents
        if not view.is_there and view.asked.necessity is Necessity.REQUIRED and _is_due(page, view)
    ]
    summary = gettext("Semua dokumen wajib sudah ada.")
    if missing:
        titles = ", ".join(view.asked.title for view in missing)
        summary = gettext("Dokumen wajib yang belum ada: %(titles)s.", titles=titles)
    return Checklist(
        tuple(_documents(page, links)),
        tuple(_letters(page)),
        not missing,
        summary,
        _requested(page),
        _main(page, missing, reader),
        url_for("papers.index", proposal_id=page.id),
        url_for("letter_kinds.choose", proposal_id=page.id) if _may_begin(page, reader) else None,
    )


def _may_begin(page: ProposalPage, reader: Actor) -> bool:
    return reader.may(Permission.EDIT_LETTER) and page.state in RUNNING


def _requested(page: ProposalPage) -> str:
    return page.steps[-1].reason or "" if asks_completion(page) else ""


def _main(page: ProposalPage, missing: list[DocumentView], reader: Actor) -> Button | None:
    """Return the upload of the first document that is missing, or else what the draft waits for."""
    for view in missing:
        url = bringing_url(page, view.asked)
        if url is not None:
            return Button(_bringing_label(view), url, "primary")
    return buttons(page, reader).main if page.is_editable else None


def _documents(page: ProposalPage, links: NoteLinks) -> Iterator[DocumentLine]:
    for view in page.documents:
        state, words = _standing(page, view)
        yield DocumentLine(
            view.asked.title,
            _necessity(view),
            view.asked.basis,
            is_doubt_untold(view.asked),
            state,
            words,
            _brought(page, view),
            _file_url(page, view),
            view.file_name or gettext("hasil pindai"),
            bringing_url(page, view.asked),
            _line_label(view),
            *_paper(page, view),
            links.of(PlaceKind.DOCUMENT, view.asked.code, view.asked.title),
        )


def _file_url(page: ProposalPage, view: DocumentView) -> str | None:
    """Return where the file is that was brought, or that is made whenever it is opened."""
    if view.is_taken:
        return url_for("evidence.made", proposal_id=page.id, document_code=view.asked.code)
    file_id = view.result.file.file_id if view.result is not None else view.file_id
    return url_for("evidence.file", file_id=file_id) if file_id is not None else None


def _paper(page: ProposalPage, view: DocumentView) -> tuple[str | None, str]:
    """Return the page of the document that OrgFlow derives under a code, and its name."""
    kind = PAPER_OF_DOCUMENT.get(view.asked.code)
    if kind is None:
        return None, ""
    if kind is PaperKind.STUDY:
        return url_for("study.index", proposal_id=page.id), str(TITLES[kind])
    return url_for("papers.show", proposal_id=page.id, kind=str(kind)), str(TITLES[kind])


def _is_due(page: ProposalPage, view: DocumentView) -> bool:
    """Say whether a document can be there already: a review's result only once the ministry approved."""
    return view.asked.result_of is None or page.state in _REVIEWED


def _standing(page: ProposalPage, view: DocumentView) -> tuple[str, str]:
    if view.asked.is_derived:
        return "ok", gettext("Disusun OrgFlow")
    if view.result is not None:
        return ("ok" if view.is_there else "bad"), str(OUTCOMES[view.result.outcome])
    if not _is_due(page, view):
        return "rest", gettext("Belum waktunya; dicatat sesudah Kemendagri menyetujui")
    if view.is_there:
        return "ok", _there(view)
    if view.asked.necessity is Necessity.REQUIRED:
        return "bad", gettext("Belum ada")
    return "rest", gettext("Belum ada, boleh menyusul")


def _there(view: DocumentView) -> str:
    if view.is_taken:
        return gettext("Disusun OrgFlow, mengikuti isi usulan")
    return gettext("Sudah ada") if view.file_id is not None else gettext("Ditulis di OrgFlow dan lengkap")


def _necessity(view: DocumentView) -> str:
    deadline = str(_DEADLINES[view.asked.needed_for])
    if view.asked.necessity is Necessity.REQUIRED:
        return gettext("Wajib %(deadline)s", deadline=deadline)
    return gettext("Disarankan %(deadline)s", deadline=deadline)


def _brought(page: ProposalPage, view: DocumentView) -> str:
    if view.asked.is_derived:
        return _following(page, view)
    if view.result is not None:
        brought = view.result.file
        return gettext(
            "Nomor %(number)s, tanggal %(day)s. Dicatat %(who)s, %(at)s",
            number=view.result.number,
            day=format_date(view.result.dated_on),
            who=brought.brought_by,
            at=format_instant(brought.brought_at, page.government.zone),
        )
    if view.uploaded_at is None:
        return ""
    at = format_instant(view.uploaded_at, page.government.zone)
    if view.is_taken:
        return gettext("Dipakai %(who)s, %(at)s", who=view.uploaded_by or "", at=at)
    return gettext("Diunggah %(who)s, %(at)s", who=view.uploaded_by or "", at=at)


def _following(page: ProposalPage, view: DocumentView) -> str:
    """Return whether what OrgFlow makes still follows the proposal."""
    if view.asked.code == LETTER_DOCUMENT and is_letter_out(page.letters):
        return gettext("Beku sejak surat diterbitkan.")
    if page.state is ProposalState.DRAFT:
        return gettext("Selalu mengikuti isi usulan.")
    return gettext("Mengikuti isi usulan, yang beku sejak diajukan.")


def _bringing_label(view: DocumentView) -> str:
    if view.asked.result_of is not None:
        return str(ACTS[view.asked.result_of].button)
    return gettext("Unggah %(title)s", title=view.asked.title)


def _line_label(view: DocumentView) -> str:
    if view.asked.result_of is not None:
        return gettext("Catat hasilnya")
    return gettext("Ganti berkas") if view.file_id is not None else gettext("Unggah berkas")


def _letters(page: ProposalPage) -> Iterator[LetterLine]:
    for letter in (*page.letters, *page.other_letters):
        state, words = _LETTER_STATES[letter.state]
        yield LetterLine(
            kind_name(letter.kind),
            url_for("letters.show", letter_id=letter.id),
            _letter_note(letter),
            state,
            "",
            str(words),
            page.government.is_sample,
        )


def _letter_note(letter: LetterView) -> str:
    if KIND_RULES[kind_of(letter.kind)].register is None:
        return ""
    number = (
        gettext("Nomor %(number)s", number=letter.number) if letter.number else gettext("Nomor belum diisi")
    )
    if letter.dated_on is None:
        return number
    return gettext("%(number)s, tanggal %(day)s", number=number, day=format_date(letter.dated_on))
