"""Events of the comparison of duties as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.overlap_events import OverlapCompared, OverlapJudged
from orgflow.domain.changes.overlap import Verdict
from orgflow.web.audit.telling import Change, Payload, Told, text_of
from orgflow.web.overlap.words import VERDICT_WORDS


def _compared(_: str, payload: Payload) -> Told:
    unit = text_of(payload, "unit_name")
    if text_of(payload, "act") == "removed":
        return Told(gettext("Melepas persandingan tugas dan fungsi dengan %(unit)s.", unit=unit))
    return Told(gettext("Menyandingkan tugas dan fungsi dengan %(unit)s.", unit=unit))


def _judged(_: str, payload: Payload) -> Told:
    before, after = _verdict(payload, "before"), _verdict(payload, "after")
    sentence = gettext(
        "Menilai “%(text)s” dan “%(other)s” (%(unit)s): %(verdict)s.",
        text=text_of(payload, "text"),
        other=text_of(payload, "other_text"),
        unit=text_of(payload, "unit_name"),
        verdict=after.lower(),
    )
    changes = (Change(gettext("Putusan"), before, after),) if before and before != after else ()
    return Told(sentence, text_of(payload, "distinction"), changes=changes)


def _verdict(payload: Payload, name: str) -> str:
    code = text_of(payload, name)
    return str(VERDICT_WORDS[Verdict(code)]) if code in set(Verdict) else ""


OVERLAP_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    OverlapCompared.event: _compared,
    OverlapJudged.event: _judged,
}
