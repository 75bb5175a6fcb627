"""A leader's step recorded by TU: from what, and whether the one who is named had the post that day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import SigningKind, SigningPost, SigningWish
from orgflow.domain.letters.authority_rules import Severity, SigningRule, review_holder
from orgflow.domain.organisation.tenure import Tenure
from orgflow.domain.values import comparable


class RecordingBasis(StrEnum):
    """From what a leader's step is recorded."""

    PARAF_SHEET = "paraf_sheet"
    SRIKANDI = "srikandi"


class PersonNotInPost(RuleBroken):
    """Another person is known to have held the post that day."""

    code = "person_not_in_post"


class ActingPersonDoubted(RuleBroken):
    """A Plt. or Plh. took a step of which a rule says that it is not for one."""

    code = "acting_person_doubted"


@dataclass(frozen=True, slots=True)
class Recording:
    """How a step came to be recorded; ``doubt`` is why, though the registry or a rule says otherwise."""

    basis: RecordingBasis
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Who is said to have taken a step, and on which day.

    Attributes:
        decides: whether the step decides on the structure, as a signature does and a paraf does not.
    """

    person: str
    on: date
    decides: bool


def holding_on(posts: Iterable[SigningPost], on: date) -> tuple[tuple[SigningPost, Tenure], ...]:
    """Return who is known to have held these posts on a day, the most recently begun first."""
    held = [(post, tenure) for post in posts for tenure in post.tenures if tenure.holds_on(on)]
    return tuple(sorted(held, key=lambda pair: pair[1].valid_from, reverse=True))


def doubt_of(
    named: Named, posts: Iterable[SigningPost], rules: Iterable[SigningRule]
) -> PersonNotInPost | ActingPersonDoubted | None:
    """Return what speaks against the one who is named; whoever records may go on with a reason.

    Nothing is said where nobody is known to have held the post that day.
    """
    held = holding_on(posts, named.on)
    if not held:
        return None
    wanted = comparable(named.person)
    own = next((pair for pair in held if comparable(pair[1].official_name) == wanted), None)
    if own is None:
        return PersonNotInPost(
            field="doubt",
            person=named.person,
            post=held[0][0].title,
            on=named.on.isoformat(),
            holders=tuple(tenure.official_name for _, tenure in held),
        )
    for citation in _doubts(named, own, rules):
        return ActingPersonDoubted(
            field="doubt",
            person=named.person,
            post=own[0].title,
            capacity=str(own[1].kind),
            citation=citation,
        )
    return None


def _doubts(named: Named, own: tuple[SigningPost, Tenure], rules: Iterable[SigningRule]) -> Iterator[str]:
    post, tenure = own
    kind = SigningKind.PROPOSAL if named.decides else SigningKind.INTERNAL
    wish = SigningWish(kind=kind, signer=post.key, on=named.on)
    for finding in review_holder(wish, post, tenure, rules):
        if finding.severity is Severity.NEEDS_REASON:
            yield finding.citation
