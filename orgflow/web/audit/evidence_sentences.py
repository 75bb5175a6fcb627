"""Events of the evidence registers, and of what a proposal rests on, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext, lazy_gettext

from orgflow.domain.audit.evidence_events import (
    EvidenceChosen,
    EvidenceLetGo,
    EvidenceRecorded,
    EvidenceVerified,
    PartnersBrought,
    PartnersImported,
)
from orgflow.services.evidence_keeping import Register
from orgflow.web.audit.telling import Change, Payload, Told, text_of

REGISTERS: Final = {
    str(Register.PARTNERS): lazy_gettext("mitra media"),
    str(Register.TALLIES): lazy_gettext("hitungan media"),
    str(Register.PRECEDENTS): lazy_gettext("pembanding"),
}


def _register(payload: Payload) -> str:
    name = text_of(payload, "register")
    return str(REGISTERS.get(name, name))


def _recorded(_: str, payload: Payload) -> Told:
    register, reason = _register(payload), text_of(payload, "reason")
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        return Told(gettext("Mencatat %(what)s: %(entry)s", what=register, entry=after))
    if not after:
        return Told(gettext("Mengeluarkan %(what)s: %(entry)s", what=register, entry=before), reason)
    sentence = gettext("Mengubah %(what)s.", what=register)
    return Told(sentence, reason, changes=(Change(gettext("Isi"), before, after),))


def _verified(_: str, payload: Payload) -> Told:
    facts = {"what": _register(payload), "entry": text_of(payload, "entry")}
    if payload.get("is_verified"):
        return Told(gettext("Memverifikasi %(what)s: %(entry)s", **facts))
    return Told(gettext("Mencabut verifikasi %(what)s: %(entry)s", **facts))


def _brought(_: str, payload: Payload) -> Told:
    return Told(gettext("Membawa berkas mitra media: %(file)s.", file=text_of(payload, "file_name")))


def _imported(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mengimpor mitra media dari %(file)s: %(added)s baru, %(changed)s berubah.",
        file=text_of(payload, "file_name"),
        added=text_of(payload, "added"),
        changed=text_of(payload, "changed"),
    )
    return Told(sentence, changes=(Change(gettext("Mitra media"), "", text_of(payload, "changes")),))


def _chosen(_: str, payload: Payload) -> Told:
    facts = {name: text_of(payload, name) for name in ("key", "entry")}
    return Told(gettext("Memakai data dukung %(key)s: %(entry)s", **facts))


def _let_go(_: str, payload: Payload) -> Told:
    facts = {name: text_of(payload, name) for name in ("key", "entry")}
    return Told(gettext("Melepas data dukung %(key)s: %(entry)s", **facts))


EVIDENCE_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    EvidenceRecorded.event: _recorded,
    EvidenceVerified.event: _verified,
    PartnersBrought.event: _brought,
    PartnersImported.event: _imported,
    EvidenceChosen.event: _chosen,
    EvidenceLetGo.event: _let_go,
}
