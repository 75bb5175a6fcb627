"""A whole office as the ground of a walk: the use cases, their gate, and a real database."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.changes.commencing_plan import CommencingQuestion
from orgflow.domain.organisation.history import History
from orgflow.domain.proposals.acting import offered_to
from orgflow.domain.proposals.routes import Route
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import AppointmentId, PostId, ProposalId, UnitId, UserId
from orgflow.services.acting import actor_with_units
from orgflow.services.commencement import regulation_of
from orgflow.services.commencement_plan import plan_of
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.standing import present_actor
from orgflow.services.use_case import read
from orgflow.store import delegations, grants, instruments, ministry, notes, proposals, sessions
from orgflow.store.audit import AuditEventRow
from orgflow.store.proposals import Scope, UnknownProposal
from orgflow.store.registry import load_history
from tests.factories.governments import HUMAS, UMUM
from tests.walks.contents import Contents, Database
from tests.walks.staff import Staff
from tests.walks.trying import (
    Asked,
    Said,
    Seen,
    SeenAnswer,
    SeenCase,
    SeenItem,
    SeenNote,
    SeenStep,
    Tree,
    Who,
)

_NAMES: Final = {
    "bureau": HUMAS,
    "outside": UMUM,
    "one": "Bagian Media",
    "two": "Bagian Protokol",
    "three": "Bagian Rapat",
}


class Records:
    """What an office's database says, read anew whenever a byte of it is another."""

    def __init__(
        self, staff: Staff, url: str, routes: tuple[Route, ...], reviews: tuple[ProposalState, ...]
    ) -> None:
        """Read from an office with its people."""
        self.staff, self.office = staff, staff.office
        self.units: Mapping[str, UnitId] = {name: self.office.units[held] for name, held in _NAMES.items()}
        self.posts, self.routes, self.reviews = staff.posts, routes, reviews
        self.cases: list[ProposalId] = []
        self.letters: list[list[UUID]] = []
        self.lent: list[UUID] = []
        self.terms: dict[PostId, AppointmentId] = {}
        self._people = {user: who for who, user in staff.users.items()}
        self._contents = Database(url)
        self._known: tuple[Contents, Seen] | None = None
        self._history: tuple[int, History] | None = None
        self._read: dict[int, tuple[int, SeenCase]] = {}

    def close(self) -> None:
        """Let go of the database."""
        self._contents.close()
        self.office.close()

    def new_id(self) -> UUID:
        """Return an id that nothing has."""
        return self.office.resources.new_id()

    def context(self, who: Who) -> Context:
        """Return the context in which somebody acts at this instant."""
        with self.office.resources.reading() as session:
            account = sessions.account_of(session, self.staff.users[who])
            assert account is not None
            actor = present_actor(session, account, self.office.clock.now)
        return Context(self.office.resources, actor)

    def seen(self) -> Seen:
        """Return all that is kept."""
        held = self._contents.read()
        if self._known is None or self._known[0] is not held:
            with self.office.resources.reading() as session:
                rows = (
                    delegations.delegation_row(session, self.office.government_id, one) for one in self.lent
                )
                lent = tuple(row.recalled_at is not None for row in rows)
            cases = tuple(self._case(number, held) for number in range(len(self.cases)))
            self._known = (held, Seen(cases, lent, held.registry, held.whole))
        return self._known[1]

    def tree_on(self, day: date) -> Tree:
        """Return the units of a day."""
        registry = self._contents.read().registry
        if self._history is None or self._history[0] != registry:
            with self.office.resources.reading() as session:
                self._history = (registry, load_history(session, self.office.government_id))
        return {one.unit_id: (one.name, one.parent_id) for one in self._history[1].units_on(day)}

    def asked(self, case: int) -> tuple[Asked, ...]:
        """Return what is asked before a commencement."""
        found = questions_of(self.office.context(Role.LETTER_ADMINISTRATOR), self.cases[case])
        return tuple(Asked(one.place, one.choice) for one in found)

    def told(self, case: int) -> ProposalState:
        """Return the state to which the audit's events alone lead."""
        at = "draft"
        with self.office.resources.reading() as session:
            query = select(AuditEventRow.payload).where(
                AuditEventRow.subject_id == str(self.cases[case]),
                AuditEventRow.event == "proposal:step_taken",
            )
            for payload in session.scalars(query.order_by(AuditEventRow.sequence)):
                told = json.loads(payload)
                assert told["source"] == at, "the audit's steps do not follow one another"
                at = told["target"]
        return ProposalState(at)

    def offered(self, case: int, who: Who) -> set[tuple[str, str | None]]:
        """Return what somebody's desk offers of a proposal; nothing where he does not see it."""
        try:
            return moves_of(self.context(who), self.cases[case])
        except UnknownProposal:
            return set()

    def revision(self, case: int) -> int:
        """Return a proposal's present revision."""
        with self.office.resources.reading() as session:
            return proposals.load_row(session, Scope(self.office.government_id), self.cases[case]).revision

    def _case(self, number: int, held: Contents) -> SeenCase:
        """Return a proposal as it is kept, read anew where any row of it is another."""
        rows = held.of(self.cases[number])
        if number not in self._read or self._read[number][0] != rows:
            self._read[number] = (rows, self._case_read(number))
        return self._read[number][1]

    def _case_read(self, number: int) -> SeenCase:
        proposal_id, office = self.cases[number], self.office
        with office.resources.reading() as session:
            row = proposals.load_row(session, Scope(office.government_id), proposal_id)
            held = proposals.proposal_of(session, row)
            linked = instruments.instruments_of(session, office.government_id, proposal_id)
            rows = sorted(ministry.item_rows(session, proposal_id), key=lambda item: item.id.int)
            answers = []
            for at, letter_id in enumerate(self.letters[number]):
                answer = grants.answer_by(session, letter_id, proposal_id)
                said = grants.granted_of(session, answer.id) if answer is not None else ()
                if answer is not None and said:
                    entries = (Said(one.place - 1, one.verdict, one.become, one.reason) for one in said)
                    answers.append(SeenAnswer(at, tuple(entries), answer.step_id is not None))
            return SeenCase(
                held.state,
                frozenset(self._people[user] for user in held.drafters),
                held.route,
                tuple(
                    SeenStep(
                        step.action,
                        step.source,
                        step.target,
                        self._people.get(step.actor_id or UserId(UUID(int=0))),
                        step.is_recorded,
                        step.key,
                        step.acted_on,
                    )
                    for step in held.steps
                ),
                tuple(one.operation for one in proposals.operations_of(session, proposal_id)),
                tuple(SeenNote(note.text, note.state) for note in notes.notes_of(session, proposal_id)),
                tuple(SeenItem(item.round, item.text, item.answer) for item in rows),
                tuple(answers),
                linked[-1].effective_on if linked else None,
            )


@read(requires=Permission.COMMENCE)
def questions_of(ctx: Context, proposal_id: ProposalId) -> tuple[CommencingQuestion, ...]:
    """Return what is asked before a regulation commences; nothing while its day is not known."""
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    if row.state != ProposalState.PROMULGATED:
        return ()
    day = regulation_of(ctx, row).effective_on
    return plan_of(ctx, row, day).plan.questions if day is not None else ()


@read(requires=Permission.VIEW_PROPOSALS)
def moves_of(ctx: Context, proposal_id: ProposalId) -> set[tuple[str, str | None]]:
    """Return what the actor may take of a proposal."""
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    moves = offered_to(proposals.proposal_of(ctx.session, row), actor_with_units(ctx))
    return {(str(move.action), move.key) for move in moves}
