"""Events of the history as sentences: who did what, why, and what it was before and is now."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import gettext

from orgflow.domain.access.roles import Role
from orgflow.domain.audit import events
from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.proposals.states import Action
from orgflow.services.history import EventView
from orgflow.web.access.role_words import role_name
from orgflow.web.audit.steps import step_sentence
from orgflow.web.audit.words import DATES, FIELDS, HIDDEN_SETTINGS, LETTER_ACTS, SETTINGS, USER_ACTS

Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """What something was and is."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """What an event says beside who and when."""

    sentence: str
    reason: str = ""
    recorded_by: str = ""
    changes: tuple[Change, ...] = ()


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


def _payload(event: EventView) -> Payload:
    held = json.loads(event.payload)
    return held if isinstance(held, dict) else {}


def _text(payload: Payload, name: str) -> str:
    value = payload.get(name)
    return "" if value is None else str(value)


def _day(text: str) -> str:
    try:
        return format_date(date.fromisoformat(text))
    except ValueError:
        return text


def _unknown(event: EventView) -> Told:
    return Told(gettext("Peristiwa lain dicatat: %(event)s.", event=event.event))


def _government_registered(_: str, payload: Payload) -> Told:
    return Told(gettext("Mencatat pemerintah %(name)s.", name=_text(payload, "name")))


def _settings_changed(_: str, payload: Payload) -> Told:
    name = _text(payload, "setting")
    label = str(SETTINGS.get(name, name))
    sentence = gettext("Mengubah pengaturan: %(setting)s.", setting=label)
    if name in HIDDEN_SETTINGS:
        return Told(sentence)
    return Told(sentence, changes=(Change(label, _text(payload, "before"), _text(payload, "after")),))


def _structure_recorded(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat susunan dengan %(units)s unit, keadaan sejak %(day)s. Sumber: %(source)s.",
            units=_text(payload, "units"),
            day=_day(_text(payload, "valid_from")),
            source=_text(payload, "source").rstrip("."),
        )
    )


def _unit_corrected(_: str, payload: Payload) -> Told:
    label = gettext("Data unit")
    return Told(
        gettext("Meralat data %(unit)s.", unit=_text(payload, "unit_name")),
        _text(payload, "reason"),
        changes=(Change(label, _text(payload, "before"), _text(payload, "after")),),
    )


def _unit_renamed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "%(before)s menjadi %(after)s sejak %(day)s berdasarkan %(basis)s.",
            before=_text(payload, "before"),
            after=_text(payload, "after"),
            day=_day(_text(payload, "effective_on")),
            basis=_text(payload, "legal_basis"),
        )
    )


def _instrument_recorded(_: str, payload: Payload) -> Told:
    return Told(gettext("Mencatat %(title)s.", title=_text(payload, "title")))


def _official_appointed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat %(name)s sebagai %(post)s, tercatat mulai %(day)s.",
            name=_text(payload, "official_name"),
            post=_text(payload, "post_title"),
            day=_day(_text(payload, "valid_from")),
        )
    )


def _proposal_created(_: str, payload: Payload) -> Told:
    unit = _text(payload, "unit_name")
    if payload.get("predecessor"):
        return Told(gettext("Menyusun usulan baru %(unit)s dari usulan sebelumnya.", unit=unit))
    return Told(gettext("Memulai usulan perubahan %(unit)s.", unit=unit))


def _proposal_edited(_: str, payload: Payload) -> Told:
    name, before, after = (_text(payload, part) for part in ("field", "before", "after"))
    if name not in FIELDS:
        return Told(gettext("Menyimpan usulan tanpa mengubah isinya."))
    if name in DATES:
        before, after = _day(before), _day(after)
    label = str(FIELDS[name])
    sentence = gettext("Mengubah isian usulan: %(field)s.", field=label)
    return Told(sentence, changes=(Change(label, before, after),))


def _operation_changed(_: str, payload: Payload) -> Told:
    before, after = _text(payload, "before"), _text(payload, "after")
    change = (Change(gettext("Materi usulan"), before, after),)
    if before == after:
        return Told(gettext("Mengubah urutan materi usulan."))
    if not before:
        return Told(gettext("Menambah materi usulan: %(what)s.", what=after))
    if not after:
        return Told(gettext("Menghapus atau mengubah urutan materi usulan: %(what)s.", what=before))
    return Told(gettext("Mengubah materi usulan."), changes=change)


def _document_attached(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengunggah dokumen %(code)s: %(name)s.",
            code=_text(payload, "document").replace("_", " ").lower(),
            name=_text(payload, "file_name"),
        )
    )


def _step_taken(_: str, payload: Payload) -> Told:
    person = _text(payload, "person")
    pieces = [step_sentence(Action(_text(payload, "action")), person)]
    number, day = _text(payload, "document_number"), _day(_text(payload, "acted_on"))
    if number:
        pieces.append(gettext("Nomor %(number)s, tanggal %(day)s.", number=number, day=day))
    else:
        pieces.append(gettext("Tanggal %(day)s.", day=day))
    recorded_by = gettext("dicatat oleh TU") if payload.get("is_recorded") is True else ""
    return Told(" ".join(pieces), _text(payload, "reason"), recorded_by)


def _letter_changed(_: str, payload: Payload) -> Told:
    act = _text(payload, "act")
    if act not in LETTER_ACTS:
        return Told(gettext("Mengubah surat."))
    sentence = LETTER_ACTS[act] % {"number": _text(payload, "number")}
    return Told(sentence, _text(payload, "reason"))


def _letter_filed(_: str, __: Payload) -> Told:
    return Told(gettext("Berkas surat disimpan dalam bentuk PDF dan Word."))


def _user_changed(_: str, payload: Payload) -> Told:
    act, name = _text(payload, "act"), _text(payload, "username")
    words = USER_ACTS.get(act)
    sentence = words % {"name": name} if words is not None else gettext("Mengubah akun %(name)s.", name=name)
    roles = ", ".join(_role(code) for code in _text(payload, "roles").replace(",", " ").split())
    return Told(f"{sentence} {gettext('Peran: %(roles)s.', roles=roles)}" if roles else sentence)


def _role(code: str) -> str:
    return role_name(Role(code)) if code in set(Role) else code


def _signed_in(_: str, payload: Payload) -> Told:
    return Told(gettext("Masuk sebagai %(name)s.", name=_text(payload, "username")))


def _signed_out(_: str, payload: Payload) -> Told:
    return Told(gettext("Keluar: %(name)s.", name=_text(payload, "username")))


def _sign_in_failed(subject: str, _: Payload) -> Told:
    return Told(gettext("Gagal masuk dengan nama %(name)s.", name=subject))


def _access_denied(_: str, __: Payload) -> Told:
    return Told(gettext("Ditolak: peran pengguna tidak mencakup tindakan yang diminta."))


_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
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
    events.StepTaken.event: _step_taken,
    events.LetterChanged.event: _letter_changed,
    events.LetterFiled.event: _letter_filed,
    events.UserChanged.event: _user_changed,
    events.SignedIn.event: _signed_in,
    events.SignedOut.event: _signed_out,
    events.SignInFailed.event: _sign_in_failed,
    events.AccessDenied.event: _access_denied,
}
