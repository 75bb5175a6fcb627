"""What was chosen and written of a study, as sentences of the history."""

from collections.abc import Callable, Mapping
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import study_events as events
from orgflow.domain.study.sections import StudyForm
from orgflow.web.audit.telling import Change, Payload, Told, text_of
from orgflow.web.study.words import FORMS


def _chosen(_: str, payload: Payload) -> Told:
    after = text_of(payload, "after")
    name = str(FORMS[StudyForm(after)]) if after in set(StudyForm) else after
    return Told(gettext("Memilih bentuk kajian: %(form)s.", form=name))


def _written(_: str, payload: Payload) -> Told:
    title, version = text_of(payload, "title"), text_of(payload, "version")
    if payload.get("follows") is True:
        sentence = gettext("Menyimpan bagian kajian yang mengikuti data: %(title)s, versi %(version)s.")
    else:
        sentence = gettext("Menulis bagian kajian: %(title)s, versi %(version)s.")
    changes = [
        Change(title, text_of(payload, "before"), text_of(payload, "after")),
        Change(
            gettext("Isian tambahan"), text_of(payload, "answer_before"), text_of(payload, "answer_after")
        ),
    ]
    told = tuple(change for change in changes if change.before or change.after)
    return Told(sentence % {"title": title, "version": version}, changes=told)


STUDY_TOLD: Final[Mapping[str, Callable[[str, Payload], Told]]] = {
    events.StudyFormChosen.event: _chosen,
    events.StudySectionWritten.event: _written,
}
