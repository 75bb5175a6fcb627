"""Who may do what on a day of a walk, by the bare facts: roles, who holds which post, what was lent."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.values import PostId
from tests.walks.trying import Who

P, W = Permission, Who
_DRAFTS: Final = frozenset({P.EDIT_PROPOSAL, P.SUBMIT_PROPOSAL})
AS_HEAD: Final = _DRAFTS | {P.REVIEW_AS_UNIT}
"""What the post of the bureau's head brings."""
BY_ROLE: Final[dict[Who, frozenset[Permission]]] = {
    W.DRAFTER: _DRAFTS,
    W.HEIR: _DRAFTS,
    W.ORGANISATION: frozenset({P.REVIEW_AS_ORGANISATION}),
    W.LEGAL: frozenset({P.REVIEW_AS_LEGAL, P.RECORD_REGULATION}),
    W.ASSISTANT: frozenset({P.PARAF_AS_ASSISTANT}),
    W.SECRETARY: frozenset({P.PARAF_AS_SECRETARY}),
    W.GOVERNOR: frozenset({P.SIGN_AS_GOVERNOR}),
    W.TU: frozenset(
        {
            P.RECORD_FOR_LEADERS,
            P.RECORD_MINISTRY,
            P.RECORD_REGULATION,
            P.COMMENCE,
            P.ISSUE_LETTER,
            P.MANAGE_SETTINGS,
            P.KEEP_REGISTRY,
        }
    ),
    W.ADMIN: frozenset({P.MANAGE_USERS, P.MANAGE_SETTINGS, P.KEEP_REGISTRY}),
}
"""What the walk's people may do by their accounts; the clerk and the auditor nothing at all."""
LENT: Final = (
    P.SUBMIT_PROPOSAL,
    P.REVIEW_AS_UNIT,
    P.REVIEW_AS_ORGANISATION,
    P.REVIEW_AS_LEGAL,
    P.PARAF_AS_ASSISTANT,
    P.PARAF_AS_SECRETARY,
    P.SIGN_AS_GOVERNOR,
    P.RECORD_FOR_LEADERS,
    P.RECORD_MINISTRY,
    P.RECORD_REGULATION,
    P.ISSUE_LETTER,
    P.COMMENCE,
)
NEEDS: Final[dict[str, tuple[Permission, ...]]] = {
    "submit": (P.SUBMIT_PROPOSAL,),
    "forward": (P.REVIEW_AS_UNIT,),
    "send": (P.ISSUE_LETTER,),
    "receive": (P.RECORD_MINISTRY,),
    "answer_approved": (P.RECORD_MINISTRY,),
    "answer_approved_with_notes": (P.RECORD_MINISTRY,),
    "answer_asks_completion": (P.RECORD_MINISTRY,),
    "answer_rejected": (P.RECORD_MINISTRY,),
    "complete": (P.RECORD_MINISTRY,),
    "record_harmonization": (P.RECORD_REGULATION,),
    "record_facilitation": (P.RECORD_REGULATION,),
    "enact": (P.RECORD_REGULATION,),
    "promulgate": (P.RECORD_REGULATION,),
    "commence": (P.COMMENCE,),
    "recall": (P.SUBMIT_PROPOSAL,),
    "withdraw": (P.SUBMIT_PROPOSAL,),
    "supersede": (P.EDIT_PROPOSAL,),
    "change_route": (P.MANAGE_SETTINGS,),
}
"""What lets an action be taken that the route does not give to somebody."""


@dataclass(frozen=True, slots=True)
class Hand:
    """What somebody has by one way: his own, or what another lent."""

    tasks: frozenset[Permission]
    posts: frozenset[PostId]
    of: frozenset[Who] = frozenset()

    def covers(self, step: RouteStep) -> bool:
        """Say whether the step may be taken by it."""
        return step.by in self.tasks if isinstance(step.by, Permission) else step.by in self.posts


@dataclass(slots=True)
class Lending:
    """Something lent: a task by its owner, or a post by an administrator's record."""

    to: Who
    first: date
    last: date
    by: Who | None = None
    task: Permission | None = None
    post: PostId | None = None
    is_recalled: bool = False

    def runs_on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return not self.is_recalled and self.first <= day <= self.last


@dataclass(slots=True)
class People:
    """The people of a walk: who holds the posts now, and all that was ever lent."""

    head_post: PostId
    holders: dict[PostId, Who | None]
    today: date
    lent: list[Lending] = field(default_factory=list)
    moved_on: dict[PostId, date] = field(default_factory=dict)
    known: dict[Who, Hand] = field(default_factory=dict)

    def own(self, who: Who) -> Hand:
        """Return what is somebody's own as long as nobody moves."""
        if who not in self.known:
            posts = frozenset(post for post, holder in self.holders.items() if holder is who)
            tasks = BY_ROLE.get(who, frozenset()) | (AS_HEAD if self.head_post in posts else frozenset())
            self.known[who] = Hand(tasks, posts)
        return self.known[who]

    def move(self, post: PostId, to: Who | None) -> None:
        """Let a post be somebody else's from today on, or nobody's."""
        self.holders[post], self.moved_on[post] = to, self.today
        self.known.clear()

    def borrowed(self, who: Who) -> Iterator[Hand]:
        """Yield what others lent somebody, as far as it holds today."""
        for one in self.lent:
            if one.to is not who or not one.runs_on(self.today):
                continue
            if one.task is not None and one.by is not None and one.task in self.own(one.by).tasks:
                yield Hand(frozenset({one.task}), frozenset(), frozenset({one.by}))
            if one.post is not None:
                tasks = AS_HEAD & set(LENT) if one.post == self.head_post else frozenset()
                holder = self.holders[one.post]
                away = frozenset({holder}) if holder is not None and holder is not who else frozenset()
                yield Hand(frozenset(tasks), frozenset({one.post}), away)

    def may(self, who: Who, *tasks: Permission) -> bool:
        """Say whether somebody may do one of these at all, in his own name or another's."""
        hands = (self.own(who), *self.borrowed(who))
        return any(task in hand.tasks for hand in hands for task in tasks)

    def decides(self, who: Who, step: RouteStep, drafters: set[Who]) -> bool:
        """Say whether somebody may take a step of a route that these people drafted, or record it."""
        own = self.own(who)
        if own.covers(step):
            return who not in drafters
        if step.is_recordable and P.RECORD_FOR_LEADERS in own.tasks:
            return True
        return who not in drafters and any(
            not hand.of & drafters
            and (hand.covers(step) or (step.is_recordable and P.RECORD_FOR_LEADERS in hand.tasks))
            for hand in self.borrowed(who)
        )

    def has_on_desk(self, who: Who, desk: list[RouteStep], drafters: set[Who]) -> bool:
        """Say whether somebody may return or reject what lies at these steps."""
        own = self.own(who)
        hands = (own, *(self.borrowed(who) if who not in drafters else ()))
        return any(
            hand.covers(step) or (step.is_recordable and P.RECORD_FOR_LEADERS in hand.tasks)
            for hand in hands
            for step in desk
        )

    def takes(self, who: Who, action: str, drafters: set[Who]) -> bool:
        """Say whether somebody may take an action that is no step of a route."""
        hands = (self.own(who), *(self.borrowed(who) if who not in drafters else ()))
        return any(task in hand.tasks for hand in hands for task in NEEDS[action])

    def is_recorder(self, who: Who, step: RouteStep) -> bool:
        """Say whether somebody may record the step for another at all."""
        return step.is_recordable and self.may(who, P.RECORD_FOR_LEADERS)
