"""What a proposal lacks, as sentences that lead to where it is mended and say who can."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext, ngettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.completeness import Lack, LackCode, Necessity, NeededFor, RequiredDocument
from orgflow.domain.proposals.phases import PHASES, Phase
from orgflow.domain.proposals.states import REVIEWS, Action, ProposalState
from orgflow.services.makeable import STUDY_DOCUMENT
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.hurdles import is_letter_out
from orgflow.web.proposals.words import Step

C = LackCode

_SENTENCES: Final[dict[LackCode, LazyString]] = {
    C.OPERATION: lazy_gettext("Tulis perubahan yang diusulkan"),
    C.CONSIDERATION: lazy_gettext("Tulis alasan usulan"),
    C.EFFECTIVE_ON: lazy_gettext("Isi tanggal mulai berlaku"),
    C.SETDA_REGULATION: lazy_gettext("Isi Pergub susunan Sekretariat Daerah yang berlaku"),
    C.UNIT_LETTER_CODE: lazy_gettext("Isi kode unit pengolah %(unit)s"),
    C.UNIT_DUTY_FIELD: lazy_gettext("Isi bidang tugas %(unit)s menurut Pergub"),
    C.SIGNER_NAME: lazy_gettext("Isi nama Gubernur yang menjabat"),
    C.EMBLEM: lazy_gettext("Unggah lambang untuk kop surat"),
    C.NOTES: lazy_gettext("%(count)s catatan belum dijawab"),
}

_WORDS: Final[dict[LackCode, LazyString]] = {
    C.OPERATION: lazy_gettext("perubahan"),
    C.CONSIDERATION: lazy_gettext("alasan"),
    C.EFFECTIVE_ON: lazy_gettext("tanggal mulai berlaku"),
    C.SETDA_REGULATION: lazy_gettext("Pergub yang berlaku"),
    C.UNIT_LETTER_CODE: lazy_gettext("kode unit pengolah"),
    C.UNIT_DUTY_FIELD: lazy_gettext("bidang tugas"),
    C.SIGNER_NAME: lazy_gettext("nama Gubernur"),
    C.EMBLEM: lazy_gettext("lambang"),
    C.NOTES: lazy_gettext("jawaban atas catatan"),
}
"""The same in a word or two, for a list."""

_BY_OFFICE: Final = frozenset(
    {C.SETDA_REGULATION, C.UNIT_LETTER_CODE, C.UNIT_DUTY_FIELD, C.SIGNER_NAME, C.EMBLEM}
)
"""What the bureau itself cannot mend."""

_DEADLINES: Final[dict[NeededFor, LazyString]] = {
    NeededFor.SUBMISSION: lazy_gettext("Diperlukan sebelum usulan diajukan."),
    NeededFor.ORGANISATION: lazy_gettext("Diperlukan sebelum disetujui Biro Organisasi."),
    NeededFor.ISSUE: lazy_gettext("Diperlukan sebelum surat diterbitkan."),
    NeededFor.ENACTMENT: lazy_gettext("Diperlukan sebelum Pergub ditetapkan."),
}

_STILL_NEEDED: Final[dict[Phase, frozenset[NeededFor]]] = {
    Phase.DRAFTING: frozenset({NeededFor.SUBMISSION, NeededFor.ORGANISATION, NeededFor.ISSUE}),
    Phase.REVIEW: frozenset({NeededFor.ORGANISATION, NeededFor.ISSUE}),
    Phase.SIGNING: frozenset({NeededFor.ISSUE}),
}
"""Which lacks still matter in a phase until the letter goes out."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding for the macros: the sentence, where it is mended, and by whom."""

    state: str
    lead: str
    text: str
    url: str | None
    link: str
    note: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """The Kelengkapan panel; ``is_shown`` while anything in it still matters."""

    is_shown: bool
    required: tuple[FindingView, ...]
    advised: tuple[FindingView, ...]
    present: tuple[str, ...]
    summary: str


def completeness(page: ProposalPage, reader: Actor) -> Completeness:
    """Return the Kelengkapan panel of a proposal; a lack leads where its reader mends it."""
    needed = _still_needed(page.state, is_letter_out=is_letter_out(page.letters))
    if not needed:
        return Completeness(is_shown=False, required=(), advised=(), present=(), summary="")
    lacks = [lack for lack in page.lacks if lack.needed_for in needed]
    required = [lack for lack in lacks if lack.necessity is Necessity.REQUIRED]
    advised = [lack for lack in lacks if lack.necessity is Necessity.SUGGESTED]
    return Completeness(
        is_shown=True,
        required=tuple(lack_view(lack, page, reader) for lack in required),
        advised=tuple(lack_view(lack, page, reader) for lack in advised),
        present=_present(page),
        summary=_summary(required),
    )


def _summary(required: list[Lack]) -> str:
    if not required:
        return ""
    documents = sum(1 for lack in required if lack.document is not None)
    facts = len(required) - documents
    if not documents:
        return ngettext("Masih kurang %(num)s isian", "Masih kurang %(num)s isian", facts)
    if not facts:
        return ngettext("Masih kurang %(num)s dokumen", "Masih kurang %(num)s dokumen", documents)
    return gettext("Masih kurang %(documents)s dokumen dan %(facts)s isian", documents=documents, facts=facts)


def _present(page: ProposalPage) -> tuple[str, ...]:
    missing = {lack.code for lack in page.lacks}
    facts = {
        C.OPERATION: gettext("Perubahan yang diusulkan"),
        C.CONSIDERATION: gettext("Alasan usulan"),
        C.EFFECTIVE_ON: gettext("Tanggal mulai berlaku"),
    }
    titles = [view.asked.title for view in page.documents if view.is_there]
    return (*(word for code, word in facts.items() if code not in missing), *titles)


def lack_view(lack: Lack, page: ProposalPage, reader: Actor) -> FindingView:
    """Return one lack as a link that leads to where its reader mends it."""
    state = "bad" if lack.necessity is Necessity.REQUIRED else "yours"
    url = _mending_url(lack, page, reader)
    words = _sentence(lack, page.unit)
    if _is_written(lack, page):
        words = gettext("Tulis %(title)s, atau unggah berkasnya", title=_title(lack))
    return FindingView(state, "", words, url, "", _note(lack, can_mend=url is not None))


def lack_words(lacks: Iterable[Lack]) -> str:
    """Return what is missing in one line: the first three, and how many more."""
    words = [lack.document.title if lack.document is not None else str(_WORDS[lack.code]) for lack in lacks]
    listed = ", ".join(words[:3])
    if len(words) > 3:
        return gettext("Kurang: %(listed)s, dan %(count)s hal lain", listed=listed, count=len(words) - 3)
    return gettext("Kurang: %(listed)s", listed=listed)


def lacks_in_list(lacks: Iterable[Lack], state: ProposalState, last: Step | None) -> tuple[Lack, ...]:
    """Return the required lacks that still matter for a proposal in a list."""
    is_out = last is not None and last.action is Action.SIGN
    needed = _still_needed(state, is_letter_out=is_out)
    return tuple(lack for lack in lacks if lack.needed_for in needed)


def _still_needed(state: ProposalState, *, is_letter_out: bool) -> frozenset[NeededFor]:
    """Return what lacks matter: those of the letter until it is out, then those of the Pergub."""
    if state in REVIEWS:
        return frozenset({NeededFor.ENACTMENT})
    phase = PHASES.get(state)
    return _STILL_NEEDED[phase] if phase in _STILL_NEEDED and not is_letter_out else frozenset()


def _sentence(lack: Lack, unit: Unit) -> str:
    if lack.document is not None and lack.document.result_of is not None:
        title = lack.document.title
        return gettext("Catat %(title)s", title=f"{title[:1].lower()}{title[1:]}")
    if lack.document is not None:
        return gettext("Unggah %(title)s", title=lack.document.title)
    return _SENTENCES[lack.code] % {"unit": unit.name, "count": lack.count}


def _is_written(lack: Lack, page: ProposalPage) -> bool:
    """Say whether the document is the study, and its reader may write it."""
    return page.is_editable and lack.document is not None and lack.document.code == STUDY_DOCUMENT


def _title(lack: Lack) -> str:
    return lack.document.title if lack.document is not None else ""


def _note(lack: Lack, *, can_mend: bool) -> str:
    notes = [str(_DEADLINES[lack.needed_for])] if lack.necessity is Necessity.REQUIRED else []
    if lack.code in _BY_OFFICE and not can_mend:
        notes.append(gettext("Diisi TU atau administrator."))
    if lack.document is not None and lack.document.result_of is not None and not can_mend:
        notes.append(gettext("Dicatat Biro Hukum atau TU."))
    if lack.document is not None and lack.document.basis:
        notes.append(gettext("Dasar: %(basis)s.", basis=lack.document.basis.rstrip(".")))
        if is_doubt_untold(lack.document):
            notes.append(gettext("Dasar ini belum diverifikasi."))
    return " ".join(notes)


def _mending_url(lack: Lack, page: ProposalPage, reader: Actor) -> str | None:
    """Return where the lack is mended; None when the reader cannot."""
    if lack.document is not None:
        is_written = _is_written(lack, page)
        study = url_for("study.index", proposal_id=page.id)
        return study if is_written else bringing_url(page, lack.document)
    if lack.code is C.NOTES:
        return url_for("notes.index", proposal_id=page.id, keadaan="terbuka")
    if lack.code in _BY_OFFICE:
        return _office_url(lack.code, page.unit, reader)
    if not page.is_editable:
        return None
    if lack.code is C.OPERATION:
        return url_for("operations.choose", proposal_id=page.id)
    return url_for("proposals.edit_form", proposal_id=page.id, _anchor=str(lack.code))


def bringing_url(page: ProposalPage, document: RequiredDocument) -> str | None:
    """Return where a document is uploaded, or recorded as a review's result; None when the reader cannot."""
    action = document.result_of
    if action is not None:
        is_offered = any(offer.action is action for offer in page.offers)
        return url_for(f"proposals.{action}_form", proposal_id=page.id) if is_offered else None
    if document.is_derived or not page.may_attach:
        return None
    return url_for("evidence.upload_form", proposal_id=page.id, document_code=document.code)


def _office_url(code: LackCode, unit: Unit, reader: Actor) -> str | None:
    if code in (C.UNIT_LETTER_CODE, C.UNIT_DUTY_FIELD):
        may_mend = reader.may(Permission.KEEP_REGISTRY)
        return url_for("keeping_corrections.correct_form", unit_id=unit.id) if may_mend else None
    return url_for("settings.show") if reader.may(Permission.MANAGE_SETTINGS) else None


def is_doubt_untold(document: RequiredDocument) -> bool:
    """Say whether a document's basis is unverified and its own words do not say so."""
    return not document.is_verified and "belum diverifikasi" not in document.basis
