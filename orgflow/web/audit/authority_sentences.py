"""Events of delegations, persons of accounts and roles of posts, as sentences."""

from collections.abc import Callable, Iterator
from typing import Final

from flask_babel import gettext

from orgflow.domain.access.roles import DelegationKind, Permission, Role
from orgflow.domain.audit.authority_events import (
    AccountLinked,
    DelegationRecalled,
    PostRoleChanged,
    TasksDelegated,
)
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.web.access.delegation_words import TASKS, behalf_of
from orgflow.web.access.role_words import role_name
from orgflow.web.audit.telling import Payload, Told, day_of, text_of


def _delegated(_: str, payload: Payload) -> Told:
    tasks = [str(TASKS[Permission(code)]) for code in text_of(payload, "tasks").replace(",", " ").split()]
    pieces = [
        gettext(
            "Mencatat %(delegate)s bertindak %(behalf)s dari %(since)s sampai %(until)s.",
            delegate=text_of(payload, "delegate"),
            behalf=_behalf(payload),
            since=day_of(text_of(payload, "first_day")),
            until=day_of(text_of(payload, "last_day")),
        ),
        gettext(
            "Surat nomor %(number)s tanggal %(day)s.",
            number=text_of(payload, "letter_number"),
            day=day_of(text_of(payload, "letter_date")),
        ),
    ]
    if tasks:
        pieces.append(gettext("Tugas: %(tasks)s.", tasks="; ".join(tasks)))
    return Told(" ".join(pieces), text_of(payload, "reason"))


def _recalled(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mencabut tugas %(delegate)s yang bertindak %(behalf)s.",
        delegate=text_of(payload, "delegate"),
        behalf=_behalf(payload),
    )
    return Told(sentence, text_of(payload, "reason"))


def _linked(_: str, payload: Payload) -> Told:
    name, person = text_of(payload, "username"), text_of(payload, "person").rstrip(".")
    if not person:
        return Told(gettext("Melepaskan akun %(name)s dari pejabatnya.", name=name))
    return Told(gettext("Menghubungkan akun %(name)s dengan %(person)s.", name=name, person=person))


def _post_role_changed(_: str, payload: Payload) -> Told:
    post, role = text_of(payload, "post"), role_name(Role(text_of(payload, "role")))
    if text_of(payload, "act") == "given":
        return Told(gettext("Peran %(role)s mengikuti jabatan %(post)s.", role=role, post=post))
    return Told(gettext("Peran %(role)s tidak lagi mengikuti jabatan %(post)s.", role=role, post=post))


def behalf_sentence(payload: Payload) -> str:
    """Return in whose place a step was taken, as a sentence of its own."""
    kind = DelegationKind(text_of(payload, "on_behalf_kind"))
    words = behalf_of(kind, text_of(payload, "on_behalf_of").rstrip("."))
    return gettext("Bertindak %(behalf)s.", behalf=words)


def recording_sentences(payload: Payload) -> Iterator[str]:
    """Yield from what a leader's step was recorded, and why in spite of what the registry says."""
    if text_of(payload, "basis") == RecordingBasis.SRIKANDI:
        yield gettext("Dicatat dari verifikator SRIKANDI.")
    doubt = text_of(payload, "doubt")
    if doubt:
        yield gettext("Tetap dicatat walaupun berbeda dengan Struktur: %(why)s.", why=doubt.rstrip("."))


def _behalf(payload: Payload) -> str:
    return behalf_of(DelegationKind(text_of(payload, "kind")), text_of(payload, "principal").rstrip("."))


AUTHORITY_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    TasksDelegated.event: _delegated,
    DelegationRecalled.event: _recalled,
    AccountLinked.event: _linked,
    PostRoleChanged.event: _post_role_changed,
}
