"""Events of a proposal's frozen files as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.snapshot_events import SnapshotFiled, SnapshotTaken
from orgflow.web.audit.telling import Payload, Told, text_of


def _taken(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Seluruh berkas disimpan sebagai salinan %(number)s, sidik %(digest)s.",
            number=text_of(payload, "number"),
            digest=text_of(payload, "digest")[:12],
        )
    )


def _filed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Yang dikirim ke kementerian menurut salinan %(number)s dicetak dan disimpan.",
            number=text_of(payload, "number"),
        )
    )


SNAPSHOTS_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    SnapshotTaken.event: _taken,
    SnapshotFiled.event: _filed,
}
