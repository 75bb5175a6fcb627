"""An office's door: one account that may enter, and a clock that is set."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from orgflow.domain.access.roles import ANONYMOUS, Role
from orgflow.domain.values import UserId
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.context import Context, Origin
from orgflow.services.history import show_history
from orgflow.services.sessions import Lifetime, SignIn, load_session, sign_in
from tests.factories.clocks import StandingClock
from tests.factories.office import Office

USERNAME, PASSWORD = "rika.e", "kuda lumping di atap"
TOKEN, OTHER_TOKEN = "t" * 43, "u" * 43
LIFETIME = Lifetime(timedelta(minutes=30), timedelta(hours=12))
ADDRESS, ELSEWHERE = "203.0.113.7", "203.0.113.8"


@dataclass(frozen=True, slots=True)
class Door:
    """An office at whose door the clock is set, and one account in it."""

    office: Office
    clock: StandingClock
    user_id: UserId

    def at(self, address: str = ADDRESS) -> Context:
        return Context(self.administrator.resources, ANONYMOUS, Origin("", address))

    @property
    def administrator(self) -> Context:
        ctx = self.office.context(Role.SYSTEM_ADMINISTRATOR)
        return replace(ctx, resources=replace(ctx.resources, clock=self.clock))

    def inside(self, token: str = TOKEN) -> Context:
        loaded = load_session(self.at(), token, LIFETIME)
        assert loaded is not None
        assert loaded.actor is not None
        return replace(self.at(), actor=loaded.actor)

    def is_in(self, token: str = TOKEN) -> bool:
        loaded = load_session(self.at(), token, LIFETIME)
        return loaded is not None and loaded.actor is not None

    def enter(self, password: str = PASSWORD, *, token: str = TOKEN, address: str = ADDRESS) -> UUID:
        return sign_in(self.at(address), SignIn(USERNAME, password, token, LIFETIME))


def a_door(office: Office) -> Door:
    """Return the office's door with one account that may enter."""
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    command = AddUser(USERNAME, "Contoh", frozenset({Role.LEGAL_REVIEWER}), None, PASSWORD)
    return Door(office, StandingClock(), UserId(add_user(ctx, command)))


def failed_reasons(door: Door) -> list[str]:
    """Return what the audit tells of refused sign-ins, the newest first."""
    shown = show_history(door.administrator).events
    return [event.payload for event in shown if event.event == "session:sign_in_failed"]
