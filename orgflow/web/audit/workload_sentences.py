"""Events of the workload and of claims as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.workload_events import (
    ActivityVerified,
    CalculationChosen,
    ClaimConfirmed,
    WorkingTimeChanged,
    WorkloadChanged,
    WorkloadImported,
)
from orgflow.web.audit.telling import Change, Payload, Told, text_of


def _changed(_: str, payload: Payload) -> Told:
    name = text_of(payload, "activity")
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        sentence = gettext("Mencatat beban kerja %(name)s.", name=name)
    elif not after:
        sentence = gettext("Menghapus beban kerja %(name)s.", name=name)
    else:
        sentence = gettext("Mengubah beban kerja %(name)s.", name=name)
    return Told(sentence, changes=(Change(gettext("Kegiatan"), before, after),))


def _verified(_: str, payload: Payload) -> Told:
    facts = {name: text_of(payload, name) for name in ("activity", "entry")}
    if payload.get("is_verified"):
        return Told(gettext("Memverifikasi beban kerja %(activity)s: %(entry)s.", **facts))
    return Told(gettext("Mencabut verifikasi beban kerja %(activity)s: %(entry)s.", **facts))


def _imported(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengimpor beban kerja dari %(file)s: %(added)s kegiatan ditambah, %(changed)s diubah.",
            file=text_of(payload, "file_name"),
            added=text_of(payload, "added"),
            changed=text_of(payload, "changed"),
        )
    )


def _chosen(_: str, payload: Payload) -> Told:
    change = Change(gettext("Cara menghitung"), text_of(payload, "before"), text_of(payload, "after"))
    return Told(gettext("Menetapkan cara menghitung kebutuhan jabatan."), changes=(change,))


def _time_changed(_: str, payload: Payload) -> Told:
    change = Change(gettext("Norma waktu kerja"), text_of(payload, "before"), text_of(payload, "after"))
    return Told(gettext("Mengubah norma waktu kerja efektif."), changes=(change,))


def _confirmed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Menyatakan masih benar: “%(sentence)s” (bukti %(key)s).",
            sentence=text_of(payload, "sentence"),
            key=text_of(payload, "evidence_key"),
        )
    )


WORKLOAD_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    WorkloadChanged.event: _changed,
    ActivityVerified.event: _verified,
    WorkloadImported.event: _imported,
    CalculationChosen.event: _chosen,
    WorkingTimeChanged.event: _time_changed,
    ClaimConfirmed.event: _confirmed,
}
