"""Events of the registry as sentences: what began, changed, ended or was corrected."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import registry_events as events
from orgflow.domain.audit.rule_events import ClassificationChanged, KindChanged, RuleChanged
from orgflow.domain.organisation.records import SuccessionKind
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.registry.words import SUCCESSIONS


def _unit_founded(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat unit %(unit)s, berlaku sejak %(day)s. Sumber: %(source)s.",
            unit=text_of(payload, "unit_name"),
            day=day_of(text_of(payload, "effective_on")),
            source=text_of(payload, "source").rstrip("."),
        )
    )


def _unit_changed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat perubahan resmi %(unit)s sejak %(day)s. Sumber: %(source)s.",
            unit=text_of(payload, "unit_name"),
            day=day_of(text_of(payload, "effective_on")),
            source=text_of(payload, "source").rstrip("."),
        ),
        changes=(Change(gettext("Unit"), text_of(payload, "before"), text_of(payload, "after")),),
    )


def _unit_ended(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat bahwa %(unit)s berakhir pada %(day)s. Sumber: %(source)s.",
            unit=text_of(payload, "unit_name"),
            day=day_of(text_of(payload, "effective_on")),
            source=text_of(payload, "source").rstrip("."),
        ),
        text_of(payload, "reason"),
    )


def _change_withdrawn(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membatalkan perubahan %(unit)s yang tercatat mulai %(day)s.",
            unit=text_of(payload, "unit_name"),
            day=day_of(text_of(payload, "effective_on")),
        ),
        text_of(payload, "reason"),
    )


def _succession_recorded(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat bahwa %(successor)s berasal dari %(predecessor)s sejak %(day)s.",
            successor=text_of(payload, "successor"),
            predecessor=text_of(payload, "predecessor"),
            day=day_of(text_of(payload, "effective_on")),
        )
    )


def _succession_corrected(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Meralat asal-usul %(successor)s dari %(predecessor)s.",
            successor=text_of(payload, "successor"),
            predecessor=text_of(payload, "predecessor"),
        ),
        text_of(payload, "reason"),
        changes=(Change(gettext("Asal-usul"), _way(payload, "before"), _way(payload, "after")),),
    )


def _succession_withdrawn(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membatalkan catatan bahwa %(successor)s berasal dari %(predecessor)s sejak %(day)s.",
            successor=text_of(payload, "successor"),
            predecessor=text_of(payload, "predecessor"),
            day=day_of(text_of(payload, "effective_on")),
        ),
        text_of(payload, "reason"),
    )


def _way(payload: Payload, side: str) -> str:
    kind, day = SuccessionKind(text_of(payload, f"kind_{side}")), day_of(text_of(payload, f"on_{side}"))
    return f"{SUCCESSIONS[kind]}, {day}, {text_of(payload, f'source_{side}')}"


def _post_recorded(_: str, payload: Payload) -> Told:
    said = {
        "found": gettext("Mencatat jabatan %(post)s sejak %(day)s.", **_post(payload)),
        "change": gettext("Mencatat perubahan jabatan %(post)s sejak %(day)s.", **_post(payload)),
        "correct": gettext("Meralat data jabatan %(post)s.", **_post(payload)),
        "end": gettext("Mencatat bahwa jabatan %(post)s berakhir pada %(day)s.", **_post(payload)),
        "withdraw": gettext(
            "Membatalkan perubahan jabatan %(post)s yang tercatat mulai %(day)s.", **_post(payload)
        ),
    }
    return Told(said[text_of(payload, "act")], text_of(payload, "reason"))


def _post(payload: Payload) -> dict[str, str]:
    return {"post": text_of(payload, "post_title"), "day": day_of(text_of(payload, "effective_on"))}


def _holder_left(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat bahwa %(official)s tidak lagi menjabat %(post)s sejak %(day)s.",
            official=text_of(payload, "official_name"),
            **_post(payload),
        )
    )


def _holder_corrected(_: str, payload: Payload) -> Told:
    name, before = text_of(payload, "official_name"), text_of(payload, "name_before")
    return Told(
        gettext(
            "Meralat masa jabatan %(official)s sebagai %(post)s.",
            official=name,
            post=text_of(payload, "post_title"),
        ),
        text_of(payload, "reason"),
        changes=(Change(gettext("Nama pejabat"), before, name),) if before else (),
    )


def _holder_withdrawn(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membatalkan catatan masa jabatan %(official)s sebagai %(post)s.",
            official=text_of(payload, "official_name"),
            post=text_of(payload, "post_title"),
        ),
        text_of(payload, "reason"),
    )


def _function_recorded(_: str, payload: Payload) -> Told:
    facts = {"unit": text_of(payload, "unit_name"), "day": day_of(text_of(payload, "effective_on"))}
    said = {
        "found": gettext("Mencatat tugas atau fungsi %(unit)s sejak %(day)s.", **facts),
        "change": gettext("Mencatat perubahan tugas atau fungsi %(unit)s sejak %(day)s.", **facts),
        "correct": gettext("Meralat tugas atau fungsi %(unit)s.", **facts),
        "end": gettext("Mencatat bahwa satu tugas atau fungsi %(unit)s berakhir pada %(day)s.", **facts),
        "reorder": gettext("Meralat urutan tugas atau fungsi %(unit)s.", **facts),
        "withdraw": gettext(
            "Membatalkan perubahan tugas atau fungsi %(unit)s yang tercatat mulai %(day)s.", **facts
        ),
    }
    text = text_of(payload, "text")
    return Told(
        said[text_of(payload, "act")],
        text_of(payload, "reason"),
        changes=(Change(gettext("Bunyi"), "", text),) if text else (),
    )


def _import_brought(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membawa berkas %(file)s untuk diimpor sebagai keadaan per %(day)s. Susunan belum berubah.",
            file=text_of(payload, "file_name"),
            day=day_of(text_of(payload, "on")),
        )
    )


def _import_mapped(_: str, payload: Payload) -> Told:
    return Told(
        gettext("Menetapkan arti kolom berkas %(file)s.", file=text_of(payload, "file_name")),
        changes=(Change(gettext("Arti kolom"), "", text_of(payload, "columns")),),
    )


def _registry_imported(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengimpor %(file)s untuk keadaan per %(day)s: %(changes)s perubahan.",
            file=text_of(payload, "file_name"),
            day=day_of(text_of(payload, "on")),
            changes=text_of(payload, "changes"),
        )
    )


def _rule_changed(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        sentence = gettext("Mencatat aturan susunan.")
    elif not after:
        sentence = gettext("Menghapus aturan susunan.")
    else:
        sentence = gettext("Mengubah aturan susunan.")
    return Told(sentence, text_of(payload, "reason"), changes=(Change(gettext("Aturan"), before, after),))


def _kind_changed(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    sentence = gettext("Mengubah jenis unit.") if before else gettext("Mencatat jenis unit.")
    return Told(sentence, changes=(Change(gettext("Jenis unit"), before, after),))


def _classification_changed(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        sentence = gettext("Mencatat kode klasifikasi.")
    elif not after:
        sentence = gettext("Mengakhiri pemakaian kode klasifikasi.")
    else:
        sentence = gettext("Mengubah kode klasifikasi.")
    return Told(sentence, text_of(payload, "reason"), changes=(Change(gettext("Kode"), before, after),))


REGISTRY_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    events.UnitFounded.event: _unit_founded,
    events.UnitChanged.event: _unit_changed,
    events.UnitEnded.event: _unit_ended,
    events.ChangeWithdrawn.event: _change_withdrawn,
    events.SuccessionRecorded.event: _succession_recorded,
    events.SuccessionCorrected.event: _succession_corrected,
    events.SuccessionWithdrawn.event: _succession_withdrawn,
    events.PostRecorded.event: _post_recorded,
    events.AppointmentEnded.event: _holder_left,
    events.AppointmentCorrected.event: _holder_corrected,
    events.AppointmentWithdrawn.event: _holder_withdrawn,
    events.FunctionRecorded.event: _function_recorded,
    events.ImportBrought.event: _import_brought,
    events.ImportMapped.event: _import_mapped,
    events.RegistryImported.event: _registry_imported,
    RuleChanged.event: _rule_changed,
    KindChanged.event: _kind_changed,
    ClassificationChanged.event: _classification_changed,
}
