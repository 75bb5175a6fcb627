"""A keeper of the registry in few words, so that a case of colliding changes reads as one sentence."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.records import PostRole, SuccessionKind
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import AppointmentId, PostId, UnitId
from orgflow.services.context import Context
from orgflow.services.organisation import appointments, keeping, posts, successions
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.unit_fields import GivenBasis, UnitFields
from tests.factories.office import Office

BASIS = GivenBasis("Karangan untuk uji")
REASON = "keliru dicatat"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Acts on units by the name they began with."""

    office: Office
    units: dict[str, UnitId]
    posts: dict[str, PostId] = field(default_factory=dict)
    terms: dict[str, AppointmentId] = field(default_factory=dict)

    @staticmethod
    def of(office: Office) -> "Keeper":
        """Return the keeper of an office's registry."""
        return Keeper(office, dict(office.units))

    @property
    def ctx(self) -> Context:
        """The context of who keeps the registry."""
        return self.office.context(Role.SYSTEM_ADMINISTRATOR)

    def found(
        self,
        name: str,
        parent: str | None,
        on: date,
        until: date | None = None,
        kind: str = "bagian",
        *,
        is_start_known: bool = True,
    ) -> None:
        """Found a unit under another."""
        above = self.units[parent] if parent is not None else None
        fields = UnitFields(name, kind, above)
        command = keeping.FoundUnit(f"uji-{name}", fields, on, BASIS, until, is_start_known)
        self.units[name] = UnitId(keeping.found_unit(self.ctx, command))

    def rename(self, unit: str, on: date, name: str) -> UUID:
        """Rename a unit officially."""
        return keeping.change_unit(
            self.ctx, keeping.ChangeUnit(self.units[unit], on, UnitFields(name), BASIS)
        )

    def move(self, unit: str, on: date, to: str) -> UUID:
        """Move a unit officially."""
        fields = UnitFields(parent_id=self.units[to])
        return keeping.change_unit(self.ctx, keeping.ChangeUnit(self.units[unit], on, fields, BASIS))

    def end(self, unit: str, on: date) -> UUID:
        """End a unit."""
        return keeping.end_unit(self.ctx, keeping.EndUnit(self.units[unit], on, BASIS))

    def correct(self, unit: str, on: date, name: str) -> UUID:
        """Correct a unit's name."""
        command = keeping.CorrectUnit(self.units[unit], on, UnitFields(name), REASON)
        return keeping.correct_unit(self.ctx, command)

    def correct_place(self, unit: str, on: date, to: str) -> UUID:
        """Correct under which unit it stands."""
        fields = UnitFields(parent_id=self.units[to])
        return keeping.correct_unit(self.ctx, keeping.CorrectUnit(self.units[unit], on, fields, REASON))

    def start_at(self, unit: str, day: date) -> UUID:
        """Correct a unit's first day."""
        return keeping.correct_period(self.ctx, keeping.CorrectPeriod(self.units[unit], REASON, day))

    def end_at(self, unit: str, day: date | None) -> UUID:
        """Correct a unit's end."""
        command = keeping.CorrectPeriod(self.units[unit], REASON, corrects_end=True, end=day)
        return keeping.correct_period(self.ctx, command)

    def withdraw(self, unit: str, on: date) -> UUID:
        """Take a recorded change out."""
        return keeping.withdraw_change(self.ctx, keeping.WithdrawChange(self.units[unit], on, REASON))

    def follow(self, old: str, new: str, on: date) -> UUID:
        """Record that a unit came out of another."""
        command = successions.RecordSuccession(
            self.units[old], self.units[new], SuccessionKind.REPLACEMENT, on, BASIS
        )
        return successions.record_succession(self.ctx, command)

    def post(self, title: str, unit: str, on: date, until: date | None = None, seats: int = 1) -> None:
        """Enter a post."""
        fields = posts.PostFields(title, seats=seats)
        command = posts.FoundPost(self.units[unit], PostRole.MEMBER, fields, on, BASIS, until)
        self.posts[title] = PostId(posts.found_post(self.ctx, command))

    def end_post(self, title: str, on: date) -> UUID:
        """End a post."""
        return posts.end_post(self.ctx, posts.EndPost(self.posts[title], on))

    def appoint(
        self,
        name: str,
        post: str,
        on: date,
        until: date | None = None,
        kind: AppointmentKind = AppointmentKind.DEFINITIVE,
    ) -> None:
        """Put a person into a post."""
        command = appointments.Appoint(self.posts[post], on, kind, BASIS, name, until=until)
        self.terms[name] = AppointmentId(appointments.appoint(self.ctx, command))

    def leave(self, name: str, on: date) -> UUID:
        """Take a person out of a post."""
        return appointments.end_appointment(self.ctx, appointments.EndAppointment(self.terms[name], on))

    def seen(self, unit: str, day: date) -> str | None:
        """Return ``name < parent`` of a unit on a day; None where it does not hold."""
        structure = show_structure(self.ctx, day).structure
        held = structure.units.get(self.units[unit])
        if held is None:
            return None
        return held.name if held.parent_id is None else f"{held.name} < {structure.unit(held.parent_id).name}"


def nothing_yet(_: Keeper) -> None:
    """Leave the registry as the office has it."""
