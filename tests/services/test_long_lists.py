"""Long lists: as many statements for fifty rows as for five, and fifty rows a page."""

from collections.abc import Callable

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.states import ENDED, RUNNING
from orgflow.services.context import Context
from orgflow.services.letter_list import LetterWish, letters_page, list_letters
from orgflow.services.organisation.pages import show_structure
from orgflow.services.overview import ProposalWish, desk_proposals, list_proposals
from orgflow.services.proposal_pages import show_proposal
from tests.factories.governments import HUMAS
from tests.factories.many import many_proposals
from tests.factories.office import Office
from tests.factories.statements import counting

pytestmark = pytest.mark.both_databases

R = Role
LISTS: dict[str, Callable[[Context], object]] = {
    "usulan": list_proposals,
    "beranda": desk_proposals,
    "surat": letters_page,
    "orgflow letter list": list_letters,
    "struktur": show_structure,
}


@pytest.mark.parametrize("role", [R.BUREAU_HEAD, R.LETTER_ADMINISTRATOR])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_fifty_asks_no_more_statements_than_one_of_five(
    office: Office, name: str, role: Role
) -> None:
    many_proposals(office, 5)
    few = _asked(office, name, role)

    many_proposals(office, 45)

    assert _asked(office, name, role) == few


def test_proposals_come_fifty_a_page_the_running_first(office: Office) -> None:
    ids = many_proposals(office, 120)

    pages = [list_proposals(office.as_system(), ProposalWish(page=number)) for number in (1, 2, 3)]

    assert [len(page.cards) for page in pages] == [50, 50, 20]
    assert {card.id for page in pages for card in page.cards} == set(ids)
    standings = [card.state in ENDED for page in pages for card in page.cards]
    assert standings == sorted(standings)
    assert (pages[0].place.total, pages[0].place.pages) == (120, 3)


def test_a_page_beyond_the_last_is_the_last(office: Office) -> None:
    many_proposals(office, 60)

    assert list_proposals(office.as_system(), ProposalWish(page=10**30)).place.number == 2
    assert letters_page(office.as_system(), LetterWish(page=-1)).place.number == 1


def test_what_is_asked_for_alone_is_listed_and_counted(office: Office) -> None:
    many_proposals(office, 60)
    ctx = office.as_system()

    running, ended = list_proposals(ctx, ProposalWish(RUNNING)), list_proposals(ctx, ProposalWish(ENDED))
    void = letters_page(ctx, LetterWish(frozenset({LetterState.VOID})))

    assert (running.place.total, ended.place.total, void.place.total) == (40, 20, 30)
    assert {letter.state for letter in void.letters} == {LetterState.VOID}
    assert desk_proposals(ctx).ended_count == 20


def test_a_row_tells_what_the_proposals_own_page_tells(office: Office) -> None:
    many_proposals(office, 6)
    ctx = office.context(R.BUREAU_HEAD)

    for card in list_proposals(ctx).cards:
        page = show_proposal(ctx, card.id)
        assert (card.unit, card.changes, card.phases) == (page.unit, page.changes, page.phases)
        assert card.unit.name == HUMAS
        assert [change.after.name for change in card.changes] == [page.renames[0].after.name]
        assert (card.last_step, card.letters) == (page.steps[-1], page.letters)


def _asked(office: Office, name: str, role: Role) -> int:
    with counting(office) as counted:
        LISTS[name](office.context(role))
    return counted.count
