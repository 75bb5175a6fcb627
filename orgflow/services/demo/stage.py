"""A stage for the invented government: its people act through the use cases, each on a day that is past."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Final

from orgflow.domain.access.roles import Actor
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import LetterId, ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context, Resources
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.road import TakeStep, take_step

MORNING_UTC: Final = 2
"""Nine in the morning in the zone of the demo's governments."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One day of the demo: what is done on it is done by these actors at the office's morning.

    Attributes:
        actors: by user name.
        resources: those of the installation, with the clock standing on the scene's day.
    """

    day: date
    actors: Mapping[str, Actor]
    resources: Resources

    def context(self, username: str) -> Context:
        """Return the context in which this user acts."""
        return Context(self.resources, self.actors[username])

    def on(self, day: date) -> "Scene":
        """Return the scene on another day."""
        return replace(self, day=day, resources=on_day(self.resources, day))

    def create(self, username: str, command: CreateProposal) -> ProposalId:
        """Begin a proposal."""
        return ProposalId(create_proposal(self.context(username), command))

    def attach(self, username: str, proposal_id: ProposalId, code: str, upload: CheckedUpload) -> None:
        """Bring a document."""
        ctx = self.context(username)
        attach_document(ctx, AttachDocument(proposal_id, self.revision(ctx, proposal_id), code, upload))

    def step(
        self,
        username: str,
        proposal_id: ProposalId,
        action: Action,
        *,
        reason: str = "",
        person: str = "",
        document_number: str = "",
        scan: CheckedUpload | None = None,
        at: str | None = None,
        outcome: ReviewOutcome | None = None,
    ) -> None:
        """Take a step on the scene's day; ``at`` is the key of the route's step."""
        ctx = self.context(username)
        seen = self.revision(ctx, proposal_id)
        facts = (self.day, reason, person, document_number, scan, at, outcome)
        take_step(ctx, TakeStep(proposal_id, action, seen, *facts))

    def issue(self, username: str, proposal_id: ProposalId) -> LetterId:
        """Issue the proposal's letter after its final check."""
        ctx = self.context(username)
        letter = show_proposal(ctx, proposal_id).letters[0]
        issue_letter(ctx, IssueLetter(letter.id, letter.revision))
        return letter.id

    def revision(self, ctx: Context, proposal_id: ProposalId) -> int:
        """Return the proposal's present revision."""
        return show_proposal(ctx, proposal_id).revision


def on_day(resources: Resources, day: date) -> Resources:
    """Return the resources with a clock that begins in the morning of a day and ticks at every look."""
    return replace(resources, clock=_ticking(day))


def workday_before(today: date, days: int) -> date:
    """Return the day so many days before, or the Friday before it when it falls on a weekend."""
    day = today - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _ticking(day: date) -> Callable[[], datetime]:
    start = datetime(day.year, day.month, day.day, MORNING_UTC, tzinfo=UTC)
    ticks = count()
    return lambda: start + timedelta(milliseconds=next(ticks))
