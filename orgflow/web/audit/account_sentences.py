"""What happened to accounts and at the door, in sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.access.roles import Role
from orgflow.domain.audit import events
from orgflow.web.access.role_words import role_name
from orgflow.web.audit.steps import NOT_PERMITTED, REFUSED
from orgflow.web.audit.telling import Payload, Told, text_of
from orgflow.web.audit.words import USER_ACTS


def _user_changed(_: str, payload: Payload) -> Told:
    act, name = text_of(payload, "act"), text_of(payload, "username")
    words = USER_ACTS.get(act)
    sentence = words % {"name": name} if words is not None else gettext("Mengubah akun %(name)s.", name=name)
    roles = ", ".join(_role(code) for code in text_of(payload, "roles").replace(",", " ").split())
    return Told(f"{sentence} {gettext('Peran: %(roles)s.', roles=roles)}" if roles else sentence)


def _role(code: str) -> str:
    return role_name(Role(code)) if code in set(Role) else code


def _signed_in(_: str, payload: Payload) -> Told:
    return Told(gettext("Masuk sebagai %(name)s.", name=text_of(payload, "username")))


def _signed_out(_: str, payload: Payload) -> Told:
    return Told(gettext("Keluar: %(name)s.", name=text_of(payload, "username")))


def _sign_in_failed(subject: str, _: Payload) -> Told:
    return Told(gettext("Gagal masuk dengan nama %(name)s.", name=subject))


def _access_denied(_: str, payload: Payload) -> Told:
    return Told(str(REFUSED.get(text_of(payload, "reason"), NOT_PERMITTED)))


ACCOUNTS_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    events.UserChanged.event: _user_changed,
    events.SignedIn.event: _signed_in,
    events.SignedOut.event: _signed_out,
    events.SignInFailed.event: _sign_in_failed,
    events.AccessDenied.event: _access_denied,
}
