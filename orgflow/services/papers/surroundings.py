"""What stands around a proposal: holders of the touched posts, regulations, letters and other proposals."""

from collections.abc import Iterable, Iterator

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.impact import impact
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.papers.case import Case, Citing, Surroundings
from orgflow.domain.papers.document import words_of
from orgflow.domain.papers.naming import Names
from orgflow.domain.papers.places import citations, name_places
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.domain.values import PostId, ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.papers.basis import open_case
from orgflow.services.papers.citing import cited
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, instruments, letter_lists, posts, proposal_sets, proposals
from orgflow.store.proposals import ProposalRow, Scope


@read(requires=Permission.VIEW_PROPOSALS)
def show_surroundings(ctx: Context, proposal_id: ProposalId) -> Surroundings:
    """Return what stands around a proposal as its operations now are.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    return surroundings_of(ctx, open_case(ctx, proposal_id), proposal_id)


def surroundings_of(ctx: Context, case: Case, proposal_id: ProposalId) -> Surroundings:
    """Return what a case's documents must know of its surroundings, in the present session."""
    renamed = [
        unit.id
        for unit in case.before.units.values()
        if unit.id not in case.after.units or case.after.units[unit.id].name != unit.name
    ]
    return Surroundings(
        _holders(ctx, case),
        tuple(_regulations(ctx, case, renamed)),
        tuple(_letters(ctx, case, renamed)),
        tuple(_proposals(ctx, case, proposal_id)),
    )


def _holders(ctx: Context, case: Case) -> dict[PostId, tuple[str, ...]]:
    touched = impact(case.before, case.after, case.operations).touched_posts
    units = {case.before.posts[post_id].unit_id for post_id in touched}
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    found: dict[PostId, tuple[str, ...]] = {}
    for entry in posts.tenures_of(ctx.session, ctx.government_id, units):
        post_id = PostId(entry.post_id)
        if post_id in touched and entry.tenure.holds_on(today):
            found[post_id] = (*found.get(post_id, ()), entry.tenure.official_name)
    return found


def _regulations(ctx: Context, case: Case, renamed: list[UnitId]) -> Iterator[Citing]:
    everything = Names(unit.name for unit in case.before.units.values())
    old = {case.before.units[unit_id].name for unit_id in renamed}
    for held in case.instruments:
        places = [
            place
            for place in name_places(instruments.articles_of(ctx.session, held.id), everything)
            if place.name in old
        ]
        for name in dict.fromkeys(place.name for place in places):
            where = "; ".join(citations(place for place in places if place.name == name))
            yield Citing(words_of(cited(held)), where, name, held.id)


def _letters(ctx: Context, case: Case, renamed: list[UnitId]) -> Iterator[Citing]:
    for unit_id in renamed:
        rows = letter_lists.letters_in(ctx.session, Scope(ctx.government_id, frozenset({unit_id})))
        issued = [row for row in rows if row.issued_at is not None and row.state != str(LetterState.VOID)]
        if issued:
            numbers = "; ".join(row.number for row in issued if row.number)
            name = case.before.units[unit_id].name
            yield Citing(f"{len(issued)} surat yang sudah terbit", numbers, name)


def _proposals(ctx: Context, case: Case, proposal_id: ProposalId) -> Iterator[Citing]:
    """Yield the running proposals on the same units; another bureau's draft is its own until submitted."""
    own, own_units = set(_touched(case)), scope_of(ctx).unit_ids
    for row in proposal_sets.proposals_page(ctx.session, Scope(ctx.government_id), RUNNING):
        is_hidden = own_units is not None and row.unit_id not in own_units
        if ProposalId(row.id) == proposal_id or (is_hidden and row.state == str(ProposalState.DRAFT)):
            continue
        for unit_id in own & set(_touched_by(ctx, case, row)):
            held = case.before.units.get(unit_id)
            above = case.before.units.get(UnitId(row.unit_id))
            if held is not None and above is not None:
                yield Citing(f"Usulan perubahan {above.name}", "masih berjalan", held.name, row.id)


def _touched(case: Case) -> Iterable[UnitId]:
    for operation, standing, _ in steps(case.before, case.operations):
        yield from subjects(operation, standing)


def _touched_by(ctx: Context, case: Case, row: ProposalRow) -> Iterable[UnitId]:
    listed = proposals.operations_of(ctx.session, ProposalId(row.id))
    for operation, standing, _ in steps(case.before, (placed.operation for placed in listed)):
        yield from subjects(operation, standing)
