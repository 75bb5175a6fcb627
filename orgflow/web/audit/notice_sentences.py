"""Events of notices and mails, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.notice_events import MailRetried, MailWishChanged, NoticesRead
from orgflow.domain.notices.delivery import MailMode
from orgflow.web.audit.telling import Change, Payload, Told, text_of
from orgflow.web.notices.page import MODES


def _read(_: str, payload: Payload) -> Told:
    return Told(gettext("Membaca %(count)s pemberitahuan.", count=text_of(payload, "count")))


def _wish_changed(_: str, payload: Payload) -> Told:
    became = {
        "changed": gettext("Alamat surelnya diganti."),
        "removed": gettext("Alamat surelnya dihapus."),
    }.get(text_of(payload, "address"), "")
    before, after = _mode(payload, "before"), _mode(payload, "after")
    changes = (Change(gettext("Surel pemberitahuan"), before, after),) if before != after else ()
    return Told(f"{gettext('Mengatur surel pemberitahuan.')} {became}".rstrip(), changes=changes)


def _retried(_: str, payload: Payload) -> Told:
    return Told(gettext("Mengirim lagi surel kepada %(name)s.", name=text_of(payload, "receiver")))


def _mode(payload: Payload, name: str) -> str:
    code = text_of(payload, name)
    return str(MODES[MailMode(code)]) if code in set(MailMode) else code


NOTICES_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    NoticesRead.event: _read,
    MailWishChanged.event: _wish_changed,
    MailRetried.event: _retried,
}
