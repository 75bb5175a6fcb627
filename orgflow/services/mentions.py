"""People named in a note: only who may see the proposal, and each is told."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.notes.mentions import check_names, names_in
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.values import UserId
from orgflow.services.context import Context
from orgflow.services.notices import in_posts, takers_today, tell
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import access, proposals


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be named."""

    user_id: UserId
    username: str
    display_name: str


@read(requires=Permission.VIEW_PROPOSALS)
def show_people(ctx: Context, proposal_id: UUID) -> tuple[Person, ...]:
    """Return whom a note on a proposal may name beside its reader, by their names.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    found = _people(ctx, proposals.proposal_of(ctx.session, row))
    others = (person for person in found if person.user_id != ctx.actor.user_id)
    return tuple(sorted(others, key=lambda person: (person.display_name, person.username)))


def tell_named(ctx: Context, proposal: Proposal, text: str) -> None:
    """Tell whoever is named in a note, inside an open gate.

    Raises:
        MentionRefused: one of them may not see the proposal, or nobody bears the name.
    """
    names = names_in(text)
    if not names:
        return
    known = {person.username: person.user_id for person in _people(ctx, proposal)}
    check_names(names, known)
    tell(ctx, NoticeKind.MENTIONED, proposal.id, {known[name] for name in names}, by=ctx.actor.name)


def _people(ctx: Context, proposal: Proposal) -> tuple[Person, ...]:
    """Return whoever sees the proposal today: by a permission, or by a post that has a step of its route."""
    seeing = takers_today(ctx, {Permission.VIEW_PROPOSALS}, proposal.unit_id)
    if not proposal.is_bureaus_alone:
        posts = {step.by for step in proposal.route.steps if not isinstance(step.by, Permission)}
        seeing |= in_posts(ctx, posts)
    accounts = access.accounts_among(ctx.session, ctx.government_id, seeing)
    return tuple(Person(one.id, one.username, one.display_name) for one in accounts if one.is_active)
