"""An office to test use cases in: a real database, a government entered in it, and a clock that is set."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import make_url

from orgflow.domain.access.roles import UNIT_BOUND, Actor, Role, system_actor
from orgflow.domain.values import GovernmentId, UnitId, UserId
from orgflow.files.store import FileStore
from orgflow.letters.renderer import InProcessRenderer
from orgflow.resources import letter_templates
from orgflow.services.context import Context, Resources
from orgflow.services.organisation.pages import show_structure
from orgflow.services.starting.entering import EnterGovernment, enter_government
from orgflow.store import access
from orgflow.store.access import UserRow
from orgflow.store.session import make_engine, reading, writing
from tests.factories.access import an_actor
from tests.factories.copies import bring_database, keep_database
from tests.factories.governments import HUMAS, a_government
from tests.factories.standing import Numbers, Standing

TODAY: Final = date(2026, 3, 2)
AUDIT_KEY: Final = b"a key for the tests of use cases"


class Clock:
    """A clock that is set to a day and goes on by a millisecond at every look."""

    def __init__(self, day: date) -> None:
        self._now = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the present instant."""
        self._now += timedelta(milliseconds=1)
        return self._now

    @classmethod
    def at(cls, now: datetime) -> "Clock":
        """Return a clock that stands at an instant."""
        clock = cls(now.date())
        clock.stand_at(now)
        return clock

    @property
    def now(self) -> datetime:
        """Where it stands, not looked at."""
        return self._now

    def stand_at(self, now: datetime) -> None:
        """Go to an instant."""
        self._now = now

    def set_to(self, day: date) -> None:
        """Go to the morning of a day."""
        self._now = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Office:
    """A government with its people; ``units`` by the name they began with.

    ``standing`` tells how it came to be as it is, where that can be remembered.
    """

    resources: Resources
    clock: Clock
    government_id: GovernmentId
    units: dict[str, UnitId]
    actors: dict[Role, Actor]
    close: Callable[[], None]
    standing: Standing | None = None

    def context(self, role: Role, *, key: str | None = None) -> Context:
        """Return the context in which whoever holds the role acts."""
        return Context(self.resources, self.actors[role], idempotency_key=key)

    def as_system(self) -> Context:
        """Return the context of the command line and the jobs."""
        return Context(self.resources, system_actor("uji", self.government_id))


@dataclass(frozen=True, slots=True)
class _Built:
    """An office built in this process, to be copied: where its clock and numbers stand, its database."""

    office: Office
    now: datetime
    next_number: int
    kept: str


_BUILT: Final[dict[str, _Built]] = {}


def an_office(url: str, folder: Path, command: EnterGovernment | None = None) -> Office:
    """Return an office in the database at an address; every role is held by a person of its own.

    The database is one that only has its tables: an office like one that stood before is copied into it.
    """
    entered = command or a_government()
    wanted = f"{make_url(url).get_backend_name()} {entered!r}"
    if wanted not in _BUILT:
        resources, clock, close = resources_at(url, folder, Clock(TODAY), 10_000)
        office = _settle(resources, clock, close, entered)
        close()
        _BUILT[wanted] = _Built(office, clock.now, resources.new_id().int + 1, keep_database(url))
    else:
        bring_database(_BUILT[wanted].kept, url)
    built = _BUILT[wanted]
    resources, clock, close = resources_at(url, folder, Clock.at(built.now), built.next_number)
    actors, standing = dict(built.office.actors), Standing(url, folder, wanted, resources)
    return replace(
        built.office, resources=resources, clock=clock, actors=actors, close=close, standing=standing
    )


def a_neighbour(office: Office) -> Office:
    """Return another government's office in the same installation."""
    return beside(office, a_government("lain", government_id=GovernmentId(UUID(int=990)), position=2))


def beside(office: Office, command: EnterGovernment) -> Office:
    """Return the office of a government that is entered in the same installation."""
    return _settle(office.resources, office.clock, lambda: None, command)


def a_context(office: Office, role: Role = Role.BUREAU_HEAD) -> Context:
    """Return the context of the head of the bureau, or of another role."""
    return office.context(role)


def resources_at(
    url: str, folder: Path, clock: Clock, first_number: int
) -> tuple[Resources, Clock, Callable[[], None]]:
    """Return what an office works with, its clock, and how to let go of its database."""
    engine = make_engine(url)
    resources = Resources(
        reading=reading(engine),
        writing=writing(engine),
        files=FileStore(folder / "files"),
        renderer=InProcessRenderer(),
        letter_templates=letter_templates(),
        clock=clock,
        new_id=Numbers(first_number),
        audit_key=AUDIT_KEY,
    )
    return resources, clock, engine.dispose


def _settle(
    resources: Resources, clock: Clock, close: Callable[[], None], command: EnterGovernment
) -> Office:
    government_id = command.government.id
    ctx = Context(resources, system_actor("uji", government_id))
    enter_government(ctx, command)
    structure = show_structure(ctx).structure
    units = {unit.name: unit.id for unit in structure.units.values()}
    actors = {
        role: replace(
            an_actor(role, government_id=government_id, unit_id=_unit_of(role, units)),
            user_id=UserId(resources.new_id()),
        )
        for role in Role
    }
    with resources.writing() as session:
        for role, actor in actors.items():
            row = _account(actor, f"{command.government.code}.{role}", resources)
            session.add(row)
            session.flush()
            access.put_roles(session, row, actor.roles)
        session.commit()
    return Office(resources, clock, government_id, units, actors, close)


def _unit_of(role: Role, units: dict[str, UnitId]) -> UnitId | None:
    return units.get(HUMAS) if role in UNIT_BOUND else None


def _account(actor: Actor, username: str, resources: Resources) -> UserRow:
    return UserRow(
        id=actor.user_id,
        government_id=actor.government_id,
        username=username,
        display_name=actor.name,
        password_hash="nobody signs in here",
        unit_id=actor.unit_id,
        is_active=True,
        must_change_password=False,
        revision=1,
        created_at=resources.clock(),
        changed_at=resources.clock(),
    )
