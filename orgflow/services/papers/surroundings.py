"""What stands around a proposal: holders of the touched posts, regulations, letters and other proposals."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.impact import impact
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.papers.case import Case, Citing, Surroundings
from orgflow.domain.papers.document import words_of
from orgflow.domain.papers.naming import Names
from orgflow.domain.papers.places import citations, name_places
from orgflow.domain.values import PostId, ProposalId, UnitId
from orgflow.services.affected import holders_in_session
from orgflow.services.beside import running_beside
from orgflow.services.context import Context
from orgflow.services.papers.basis import open_case
from orgflow.services.papers.citing import cited
from orgflow.services.scope import today_of
from orgflow.services.use_case import read
from orgflow.store import instruments, letter_lists
from orgflow.store.proposals import Scope


@read(requires=Permission.VIEW_PROPOSALS)
def show_citing(ctx: Context, proposal_id: ProposalId) -> Surroundings:
    """Return what else names the units of a proposal as its operations now are, without the holders.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    return _citing(ctx, open_case(ctx, proposal_id), proposal_id)


def surroundings_of(ctx: Context, case: Case, proposal_id: ProposalId) -> Surroundings:
    """Return what a case's documents must know of its surroundings, in the present session."""
    return replace(_citing(ctx, case, proposal_id), holders=_holders(ctx, case))


def _citing(ctx: Context, case: Case, proposal_id: ProposalId) -> Surroundings:
    renamed = [
        unit.id
        for unit in case.before.units.values()
        if unit.id not in case.after.units or case.after.units[unit.id].name != unit.name
    ]
    return Surroundings(
        {},
        tuple(_regulations(ctx, case, renamed)),
        tuple(_letters(ctx, case, renamed)),
        tuple(_proposals(ctx, case, proposal_id)),
    )


def _holders(ctx: Context, case: Case) -> dict[PostId, tuple[str, ...]]:
    touched = impact(case.before, case.after, case.operations).touched_posts
    held = holders_in_session(ctx, [case.before.post(post_id) for post_id in touched], today_of(ctx))
    return {post_id: tuple(holder.name for holder in holders) for post_id, holders in held.items()}


def _regulations(ctx: Context, case: Case, renamed: list[UnitId]) -> Iterator[Citing]:
    everything = Names(unit.name for unit in case.before.units.values())
    old = {case.before.units[unit_id].name for unit_id in renamed}
    articles = instruments.articles_of_each(
        ctx.session, [held.id for held in case.instruments] if old else []
    )
    for held in case.instruments:
        named = name_places(articles.get(held.id, ()), everything)
        places = [place for place in named if place.name in old]
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
    own = _touched(case, case.operations)
    for row, theirs in running_beside(ctx, proposal_id):
        above = case.before.units.get(UnitId(row.unit_id))
        for unit_id in own & _touched(case, theirs):
            held = case.before.units.get(unit_id)
            if held is not None and above is not None:
                yield Citing(f"Usulan perubahan {above.name}", "masih berjalan", held.name, row.id)


def _touched(case: Case, operations: Iterable[Operation]) -> set[UnitId]:
    met = steps(case.before, operations)
    return {unit_id for operation, standing, _ in met for unit_id in subjects(operation, standing)}
