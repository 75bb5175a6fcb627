"""What happened to a draft regulation, as sentences of the history."""

from collections.abc import Callable, Mapping
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import paper_events as events
from orgflow.web.audit.telling import Payload, Told, text_of
from orgflow.web.papers.words import FORMS


def _form_decided(_: str, payload: Payload) -> Told:
    form = str(FORMS.get(text_of(payload, "form"), text_of(payload, "form")))
    return Told(gettext("Menetapkan bentuk rancangan: %(form)s.", form=form), text_of(payload, "reason"))


def _returned(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membawa kembali rancangan Pergub %(name)s: %(differences)s perbedaan,"
            " %(findings)s ketidaksesuaian.",
            name=text_of(payload, "file_name"),
            differences=text_of(payload, "differences"),
            findings=text_of(payload, "findings"),
        )
    )


def _adopted(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Memakai naskah dari Word sebagai rancangan Pergub, dengan %(findings)s ketidaksesuaian.",
            findings=text_of(payload, "findings"),
        )
    )


def _released(_: str, _payload: Payload) -> Told:
    return Told(gettext("Memakai lagi rancangan Pergub yang disusun dari materi usulan."))


PAPERS_TOLD: Final[Mapping[str, Callable[[str, Payload], Told]]] = {
    events.RegulationFormDecided.event: _form_decided,
    events.RegulationReturned.event: _returned,
    events.RegulationAdopted.event: _adopted,
    events.RegulationReleased.event: _released,
}
