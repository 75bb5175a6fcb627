"""Events of the history as sentences: who did what, why, and what it was before and is now."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import events
from orgflow.domain.calendar import format_instant
from orgflow.domain.proposals.states import Action
from orgflow.services.history import EventView
from orgflow.web.audit.account_sentences import ACCOUNTS_TOLD
from orgflow.web.audit.authority_sentences import AUTHORITY_TOLD, behalf_sentence, recording_sentences
from orgflow.web.audit.case_sentences import CASE_TOLD
from orgflow.web.audit.commencement_sentences import COMMENCEMENT_TOLD
from orgflow.web.audit.evidence_sentences import EVIDENCE_TOLD
from orgflow.web.audit.letter_sentences import LETTERS_TOLD
from orgflow.web.audit.meeting_sentences import MEETINGS_TOLD
from orgflow.web.audit.ministry_sentences import MINISTRY_TOLD
from orgflow.web.audit.note_sentences import NOTES_TOLD
from orgflow.web.audit.notice_sentences import NOTICES_TOLD
from orgflow.web.audit.overlap_sentences import OVERLAP_TOLD
from orgflow.web.audit.paper_sentences import PAPERS_TOLD
from orgflow.web.audit.rebase_sentences import REBASE_TOLD
from orgflow.web.audit.registry_sentences import REGISTRY_TOLD
from orgflow.web.audit.route_sentences import ROUTES_TOLD
from orgflow.web.audit.signing_sentences import SIGNING_TOLD
from orgflow.web.audit.steps import step_sentence
from orgflow.web.audit.study_sentences import STUDY_TOLD
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.audit.time_sentences import TIME_TOLD
from orgflow.web.audit.words import DATES, FIELDS, HIDDEN_SETTINGS, LETTER_ACTS, SETTINGS
from orgflow.web.audit.workload_sentences import WORKLOAD_TOLD
from orgflow.web.letters.words import kind_name


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as a list prints it."""

    at: str
    who: str
    sentence: str
    reason: str
    recorded_by: str
    changes: tuple[Change, ...]


def event_row(event: EventView, zone: str) -> EventRow:
    """Return an event as a sentence, its instant in the government's zone."""
    told = _TOLD[event.event](event.subject_id, _payload(event)) if event.event in _TOLD else _unknown(event)
    return EventRow(
        format_instant(event.at, zone),
        event.actor_name,
        told.sentence,
        told.reason,
        told.recorded_by,
        told.changes,
    )


def event_rows(listed: Sequence[EventView], zone: str) -> tuple[EventRow, ...]:
    """Return events as sentences, the newest first; what one act did to a letter too is told once."""
    told = zip_longest(listed, listed[1:])
    return tuple(event_row(event, zone) for event, earlier in told if not _is_told_by(event, earlier))


def _is_told_by(event: EventView, earlier: EventView | None) -> bool:
    """Say whether the event only repeats the step that was recorded with it."""
    if earlier is None or event.event != events.LetterChanged.event or event.at != earlier.at:
        return False
    step = _STEP_OF_LETTER.get(text_of(_payload(event), "act"))
    return step is not None and text_of(_payload(earlier), "action") == step


_STEP_OF_LETTER: Final[dict[str, str]] = {"signed": str(Action.SIGN), "sent": str(Action.SEND)}


def _payload(event: EventView) -> Payload:
    held = json.loads(event.payload)
    return held if isinstance(held, dict) else {}


def _unknown(event: EventView) -> Told:
    return Told(gettext("Peristiwa lain dicatat: %(event)s.", event=event.event))


def _government_registered(_: str, payload: Payload) -> Told:
    return Told(gettext("Mencatat pemerintah %(name)s.", name=text_of(payload, "name")))


def _settings_changed(_: str, payload: Payload) -> Told:
    name = text_of(payload, "setting")
    label = str(SETTINGS.get(name, name))
    sentence = gettext("Mengubah pengaturan: %(setting)s.", setting=label)
    if name in HIDDEN_SETTINGS:
        return Told(sentence)
    return Told(sentence, changes=(Change(label, text_of(payload, "before"), text_of(payload, "after")),))


def _structure_recorded(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat susunan dengan %(units)s unit, keadaan sejak %(day)s. Sumber: %(source)s.",
            units=text_of(payload, "units"),
            day=day_of(text_of(payload, "valid_from")),
            source=text_of(payload, "source").rstrip("."),
        )
    )


def _unit_corrected(_: str, payload: Payload) -> Told:
    label = gettext("Data unit")
    return Told(
        gettext("Meralat data %(unit)s.", unit=text_of(payload, "unit_name")),
        text_of(payload, "reason"),
        changes=(Change(label, text_of(payload, "before"), text_of(payload, "after")),),
    )


def _unit_renamed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "%(before)s menjadi %(after)s sejak %(day)s berdasarkan %(basis)s.",
            before=text_of(payload, "before"),
            after=text_of(payload, "after"),
            day=day_of(text_of(payload, "effective_on")),
            basis=text_of(payload, "legal_basis"),
        )
    )


def _instrument_recorded(_: str, payload: Payload) -> Told:
    return Told(gettext("Mencatat %(title)s.", title=text_of(payload, "title")))


def _official_appointed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat %(name)s sebagai %(post)s, tercatat mulai %(day)s.",
            name=text_of(payload, "official_name"),
            post=text_of(payload, "post_title"),
            day=day_of(text_of(payload, "valid_from")),
        )
    )


def _proposal_created(_: str, payload: Payload) -> Told:
    unit = text_of(payload, "unit_name")
    if payload.get("predecessor"):
        return Told(gettext("Menyusun usulan baru %(unit)s dari usulan sebelumnya.", unit=unit))
    return Told(gettext("Memulai usulan perubahan %(unit)s.", unit=unit))


def _proposal_edited(_: str, payload: Payload) -> Told:
    name, before, after = (text_of(payload, part) for part in ("field", "before", "after"))
    if name not in FIELDS:
        return Told(gettext("Menyimpan usulan tanpa mengubah isinya."))
    if name in DATES:
        before, after = day_of(before), day_of(after)
    label = str(FIELDS[name])
    sentence = gettext("Mengubah isian usulan: %(field)s.", field=label)
    return Told(sentence, changes=(Change(label, before, after),))


def _operation_changed(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    change = (Change(gettext("Materi usulan"), before, after),)
    if before == after:
        return Told(gettext("Mengubah urutan materi usulan."))
    if not before:
        return Told(gettext("Menambah materi usulan: %(what)s.", what=after.rstrip(".")))
    if not after:
        return Told(
            gettext("Menghapus atau mengubah urutan materi usulan: %(what)s.", what=before.rstrip("."))
        )
    return Told(gettext("Mengubah materi usulan."), changes=change)


def _document_attached(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengunggah %(title)s: %(name)s.",
            title=text_of(payload, "title") or gettext("dokumen %(code)s", code=text_of(payload, "document")),
            name=text_of(payload, "file_name"),
        )
    )


def _document_taken(_: str, payload: Payload) -> Told:
    title = text_of(payload, "title")
    return Told(gettext("Memakai %(title)s yang disusun OrgFlow sebagai dokumen usulan.", title=title))


def _wished_state_brought(_: str, payload: Payload) -> Told:
    name = text_of(payload, "file_name")
    return Told(gettext("Membawa berkas susunan yang diinginkan: %(name)s.", name=name))


def _step_taken(_: str, payload: Payload) -> Told:
    person = text_of(payload, "person")
    step, outcome = text_of(payload, "step"), text_of(payload, "outcome")
    pieces = [step_sentence(text_of(payload, "action"), person, step, outcome)]
    number, day = text_of(payload, "document_number"), day_of(text_of(payload, "acted_on"))
    if number:
        pieces.append(gettext("Nomor %(number)s, tanggal %(day)s.", number=number, day=day))
    else:
        pieces.append(gettext("Tanggal %(day)s.", day=day))
    late = text_of(payload, "late_reason")
    if late:
        pieces.append(gettext("Dicatat tidak menurut urutan: %(reason)s.", reason=late.rstrip(".")))
    if text_of(payload, "on_behalf_of"):
        pieces.append(behalf_sentence(payload))
    pieces.extend(recording_sentences(payload))
    recorded_by = gettext("dicatat oleh TU") if payload.get("is_recorded") is True else ""
    return Told(" ".join(pieces), text_of(payload, "reason"), recorded_by)


def _letter_changed(_: str, payload: Payload) -> Told:
    act = text_of(payload, "act")
    if act not in LETTER_ACTS:
        return Told(gettext("Mengubah surat."))
    sentence = LETTER_ACTS[act] % {
        "number": text_of(payload, "number"),
        "kind": _lowered(kind_name(text_of(payload, "letter_kind"))),
    }
    if text_of(payload, "on_behalf_of"):
        sentence = f"{sentence} {behalf_sentence(payload)}"
    return Told(sentence, text_of(payload, "reason"))


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def _letter_filed(_: str, __: Payload) -> Told:
    return Told(gettext("Berkas surat disimpan dalam bentuk PDF dan Word."))


_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    **ACCOUNTS_TOLD,
    **REGISTRY_TOLD,
    **PAPERS_TOLD,
    **AUTHORITY_TOLD,
    **EVIDENCE_TOLD,
    **LETTERS_TOLD,
    **MINISTRY_TOLD,
    **NOTES_TOLD,
    **NOTICES_TOLD,
    **MEETINGS_TOLD,
    **OVERLAP_TOLD,
    **REBASE_TOLD,
    **ROUTES_TOLD,
    **CASE_TOLD,
    **COMMENCEMENT_TOLD,
    **SIGNING_TOLD,
    **STUDY_TOLD,
    **TIME_TOLD,
    **WORKLOAD_TOLD,
    events.GovernmentRegistered.event: _government_registered,
    events.SettingsChanged.event: _settings_changed,
    events.StructureRecorded.event: _structure_recorded,
    events.UnitCorrected.event: _unit_corrected,
    events.UnitRenamed.event: _unit_renamed,
    events.InstrumentRecorded.event: _instrument_recorded,
    events.OfficialAppointed.event: _official_appointed,
    events.ProposalCreated.event: _proposal_created,
    events.ProposalEdited.event: _proposal_edited,
    events.OperationChanged.event: _operation_changed,
    events.DocumentAttached.event: _document_attached,
    events.DocumentTaken.event: _document_taken,
    events.WishedStateBrought.event: _wished_state_brought,
    events.StepTaken.event: _step_taken,
    events.LetterChanged.event: _letter_changed,
    events.LetterFiled.event: _letter_filed,
}
