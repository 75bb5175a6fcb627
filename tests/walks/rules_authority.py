"""Who may do what on a walk over the rules alone: posts held, tasks and posts lent, in memory."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.delegation import (
    Delegate,
    Delegation,
    check_delegation,
    check_own,
    check_recall,
    lent_by_person,
    lent_with_post,
    with_standing,
)
from orgflow.domain.access.holding import HeldPost, in_office
from orgflow.domain.access.roles import Actor, DelegationKind, Permission, Role, Standing
from orgflow.domain.values import PostId, UserId
from tests.factories.access import an_actor
from tests.factories.secretariat import HUMAS
from tests.walks.trying import Try, What, Who

P = Permission
HEAD_POST, OTHER_POST = (PostId(UUID(int=60 + number)) for number in range(2))
_ROLES: Final[dict[Who, Role]] = {
    Who.DRAFTER: Role.DRAFTER,
    Who.HEAD: Role.BUREAU_HEAD,
    Who.HEIR: Role.DRAFTER,
    Who.ORGANISATION: Role.ORGANISATION_REVIEWER,
    Who.LEGAL: Role.LEGAL_REVIEWER,
    Who.ASSISTANT: Role.ASSISTANT,
    Who.SECRETARY: Role.SECRETARY,
    Who.GOVERNOR: Role.GOVERNOR_OFFICE,
    Who.TU: Role.LETTER_ADMINISTRATOR,
    Who.ADMIN: Role.SYSTEM_ADMINISTRATOR,
    Who.AUDITOR: Role.AUDITOR,
}
_LINKED: Final = frozenset({Who.HEAD, Who.HEIR, Who.ORGANISATION, Who.LEGAL})
_FOLLOWING: Final = frozenset({Role.BUREAU_HEAD})
_ACCOUNTS: Final[dict[Who, Actor]] = {
    who: an_actor(*([_ROLES[who]] if who in _ROLES else []), user=700 + number, unit_id=HUMAS)
    for number, who in enumerate(Who)
}
PEOPLE: Final[dict[UserId | None, Who]] = {actor.user_id: who for who, actor in _ACCOUNTS.items()}


class Authority:
    """Who holds what and lent what to whom, by the rules of access."""

    def __init__(self, today: date) -> None:
        """Let the head hold the bureau's post, and the organisation bureau's reviewer the other."""
        self.today = today
        self.holders: dict[PostId, Who | None] = {HEAD_POST: Who.HEAD, OTHER_POST: Who.ORGANISATION}
        self.lent: list[Delegation] = []
        self._known: dict[Who, Actor] = {}

    def actor(self, who: Who) -> Actor:
        """Return somebody with all that he may do today."""
        if who not in self._known:
            own = self._own(who)
            lent = (one for held in self.lent if held.delegate_id == own.user_id for one in self._of(held))
            standing = tuple(lent)
            self._known[who] = with_standing(own, (*own.standing, *standing)) if standing else own
        return self._known[who]

    def turn_to(self, day: date) -> None:
        """Let it be another day."""
        self.today = day
        self._known.clear()

    def do(self, tried: Try) -> None:
        """Lend, take back, leave a post or take one up."""
        actor = self.actor(tried.who)
        match tried.what:
            case What.LEND | What.SUBSTITUTE:
                self._lend(tried, actor)
            case What.RECALL:
                held = self.lent[tried.number]
                if held.principal_id != actor.user_id:
                    actor.require(P.MANAGE_USERS)
                check_recall(held, self.today)
                now = datetime(self.today.year, self.today.month, self.today.day, tzinfo=UTC)
                self.lent[tried.number] = replace(held, recalled_at=now)
            case _:
                actor.require(P.KEEP_REGISTRY)
                if tried.post is not None:
                    self.holders[tried.post] = tried.to if tried.what is What.APPOINT else None
        self._known.clear()

    def _lend(self, tried: Try, actor: Actor) -> None:
        is_own = tried.what is What.LEND
        actor.require(P.SIGN_IN if is_own else P.MANAGE_USERS)
        delegate = _ACCOUNTS[tried.to or Who.CLERK]
        asked = Delegation(
            id=UUID(int=len(self.lent) + 1),
            kind=DelegationKind.DELEGATED if is_own else DelegationKind.DAILY_ACTING,
            principal="Contoh",
            principal_id=actor.user_id if is_own else None,
            delegate_id=UserId(delegate.user_id or UUID(int=0)),
            valid_from=tried.on,
            valid_to=(tried.until or tried.on) + timedelta(days=1),
            tasks=frozenset({tried.task}) if tried.task is not None else frozenset(),
            post_id=tried.post,
        )
        if is_own:
            check_own(asked, actor, self.today)
        check_delegation(asked, Delegate(asked.delegate_id, "Contoh", delegate.roles, True), self.lent)
        self.lent.append(asked)

    def _own(self, who: Who) -> Actor:
        if who not in _LINKED:
            return _ACCOUNTS[who]
        held = [_post(post) for post, holder in self.holders.items() if holder is who]
        return in_office(_ACCOUNTS[who], held, _FOLLOWING)

    def _of(self, held: Delegation) -> tuple[Standing, ...]:
        found: tuple[Standing, ...] = ()
        if held.principal_id is not None:
            found = lent_by_person(held, self._own(PEOPLE[held.principal_id]), self.today)
        if held.post_id is None:
            return found
        holder = self.holders[held.post_id]
        away = _ACCOUNTS[holder].user_id if holder is not None else None
        holders = frozenset({away} if away is not None else ()) - {held.delegate_id}
        return (*found, *lent_with_post(held, _post(held.post_id), self.today, holders))


def _post(post: PostId) -> HeldPost:
    return HeldPost(post, HUMAS, frozenset({Role.BUREAU_HEAD}) if post == HEAD_POST else frozenset())
