"""However delegations start and end and holders change: who decides is who may by the book of that day."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import event, given, settings
from hypothesis import strategies as st

from orgflow.domain.access.delegation import (
    Delegate,
    Delegation,
    check_delegation,
    check_own,
    lent_by_person,
    lent_with_post,
    with_standing,
)
from orgflow.domain.access.holding import HeldPost, in_office
from orgflow.domain.access.roles import Actor, DelegationKind, Permission, Role, Standing
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.acting import hat_for, offered_to
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import UserId
from tests.factories.access import an_actor
from tests.factories.delegations import FIRST, POST
from tests.factories.organisation import unit_id
from tests.factories.proposals import walked

PEOPLE = 4
P, S = Permission, ProposalState
DESKS = (
    (S.UNIT_REVIEW, "unit", P.REVIEW_AS_UNIT),
    (S.LEGAL_REVIEW, "legal", P.REVIEW_AS_LEGAL),
)
STANDING = {state: walked(state) for state, _, _ in DESKS}
FOLLOWING = frozenset({Role.BUREAU_HEAD})
SOMEBODY = st.integers(0, PEOPLE - 1)
EVENTS = st.one_of(
    st.tuples(st.just("day"), st.integers(1, 3), SOMEBODY),
    st.tuples(st.just("appoint"), SOMEBODY, SOMEBODY),
    st.tuples(st.just("lend"), SOMEBODY, SOMEBODY),
    st.tuples(st.just("lend post"), SOMEBODY, SOMEBODY),
    st.tuples(st.just("substitute"), SOMEBODY, SOMEBODY),
    st.tuples(st.just("recall"), st.integers(0, 5), SOMEBODY),
)


@dataclass
class World:
    """People, who of them holds the post of the bureau's head, and what they lent one another.

    The first reviews for Biro Hukum by the account's role; the post goes from hand to hand.
    """

    holder: int = 1
    today: date = FIRST
    lent: list[Delegation] = field(default_factory=list)

    def account(self, number: int) -> Actor:
        """Return a person by the roles of the account alone."""
        role = Role.LEGAL_REVIEWER if number == 0 else Role.DRAFTER
        return an_actor(role, user=700 + number, unit_id=unit_id(2))

    @property
    def post(self) -> HeldPost:
        """The post of the bureau's head."""
        return HeldPost(POST, unit_id(2), frozenset({Role.BUREAU_HEAD}))

    def own(self, number: int) -> Actor:
        """Return a person with the own authority of the day."""
        return in_office(self.account(number), [self.post] if number == self.holder else [], FOLLOWING)

    def actor(self, number: int) -> Actor:
        """Return a person with all authority of the day."""
        own = self.own(number)
        lent = (one for held in self.lent if held.delegate_id == own.user_id for one in self.of(held))
        return with_standing(own, (*own.standing, *lent))

    def of(self, held: Delegation) -> tuple[Standing, ...]:
        """Return what a delegation lends today."""
        lender = self.number_of(held)
        tasks = lent_by_person(held, self.own(lender), self.today) if lender is not None else ()
        goes_along = held.kind is not DelegationKind.DELEGATED or lender == self.holder
        post = lent_with_post(held, self.post, self.today) if held.post_id and goes_along else ()
        return (*tasks, *post)

    @staticmethod
    def number_of(held: Delegation) -> int | None:
        """Return who lent it; None for a substitution."""
        return int(held.principal_id) - 700 if held.principal_id is not None else None

    def happen(self, what: str, one: int, other: int) -> None:
        """Let something happen; what the rules refuse does not."""
        match what:
            case "day":
                self.today += timedelta(days=one)
            case "appoint":
                self.holder = one
            case "recall":
                if one < len(self.lent):
                    self.lent[one] = replace(self.lent[one], recalled_at=datetime(2026, 3, 2, tzinfo=UTC))
            case _:
                self._try_to_lend(what, one, other)

    def _try_to_lend(self, what: str, one: int, other: int) -> None:
        lender, taker = self.actor(one), self.account(other)
        kind = DelegationKind.DAILY_ACTING if what == "substitute" else DelegationKind.DELEGATED
        asked = Delegation(
            id=UUID(int=len(self.lent) + 1),
            kind=kind,
            principal="Contoh",
            principal_id=None if what == "substitute" else lender.user_id,
            delegate_id=UserId(taker.user_id or UUID(int=0)),
            valid_from=self.today + timedelta(days=other % 2),
            valid_to=self.today + timedelta(days=2 + one),
            tasks=frozenset({P.REVIEW_AS_LEGAL if one == 0 else P.REVIEW_AS_UNIT} if what == "lend" else ()),
            post_id=None if what == "lend" else POST,
        )
        try:
            if what != "substitute":
                check_own(asked, lender, self.today)
            check_delegation(asked, Delegate(asked.delegate_id, "Contoh", taker.roles, True), self.lent)
        except DomainError:
            return
        self.lent.append(asked)

    def may_by_the_book(self, number: int, task: Permission, drafters: set[int]) -> bool:
        """Say from the bare facts whether a person may decide today."""
        if number in drafters:
            return False
        owner = 0 if task is P.REVIEW_AS_LEGAL else self.holder
        if number == owner:
            return True
        for held in self.lent:
            runs = held.recalled_at is None and held.valid_from <= self.today < held.valid_to
            if int(held.delegate_id) - 700 != number or not runs:
                continue
            lender = self.number_of(held)
            if lender is None:
                if task is P.REVIEW_AS_UNIT:
                    return True
            elif lender == owner and lender not in drafters and self._covers(held, task):
                return True
        return False

    @staticmethod
    def _covers(held: Delegation, task: Permission) -> bool:
        return task in held.tasks or (held.post_id is not None and task is P.REVIEW_AS_UNIT)


def decides(proposal: Proposal, key: str, actor: Actor) -> bool:
    """Say whether the rules let the actor decide."""
    try:
        hat = hat_for(proposal, Action.APPROVE, actor, key)
    except DomainError:
        return False
    assert hat.loan is None or hat.loan.principal_id not in proposal.drafters
    return True


@given(st.lists(EVENTS, max_size=15), st.sets(SOMEBODY, max_size=2))
@settings(max_examples=120, deadline=None)
def test_who_decides_is_who_may_by_the_book_of_the_day(
    events: list[tuple[str, int, int]], drafters: set[int]
) -> None:
    world = World()
    users = frozenset(UserId(UUID(int=700 + number)) for number in drafters)

    for what, one, other in events:
        world.happen(what, one, other)
        for state, key, task in DESKS:
            proposal = replace(STANDING[state], drafters=users)
            for number in range(PEOPLE):
                actor = world.actor(number)
                may = world.may_by_the_book(number, task, drafters)
                assert decides(proposal, key, actor) is may
                assert (key in {move.key for move in offered_to(proposal, actor)}) is may
    event(f"{len(world.lent)} delegations")
