"""Once the ministry answered item by item, a proposal is told by what was granted of it."""

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.proposals.monthly import Month
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.board import show_board
from orgflow.services.ministry import granted_operations_of
from orgflow.services.monthly import monthly_page
from orgflow.services.organisation.pages import show_structure
from orgflow.services.overview import list_proposals
from tests.factories.governments import HUMAS
from tests.factories.ministry import a_proposal_of, came, compose, record, replies_to
from tests.factories.office import TODAY, Office
from tests.factories.rebasing import shown
from tests.factories.roads import NEW_NAME, a_bare_draft, page

V = GrantVerdict
GRANTED_NAME = "Biro Hubungan Masyarakat"


def answered(
    office: Office, proposal_id: ProposalId, *verdicts: GrantVerdict, changed: tuple[Operation, ...] = ()
) -> None:
    """Record the ministry's answer to each operation of a proposal."""
    letter_id = came(office, proposal_id)
    compose(office, proposal_id, letter_id, replies_to(office, proposal_id, *verdicts, changed=changed))
    record(office, proposal_id, letter_id)


def granted(office: Office, proposal_id: ProposalId) -> tuple[Operation, ...]:
    """Return what would be written into the registry."""
    with office.resources.reading() as session:
        return granted_operations_of(office.as_system().inside(session), proposal_id)


def test_lists_the_board_and_the_report_name_what_was_granted(office: Office) -> None:
    proposal_id, ctx = a_proposal_of(office), office.context(Role.BUREAU_HEAD)
    asked = list_proposals(ctx).cards[0].changes
    answered(office, proposal_id, V.CHANGED, changed=(RenameUnit(office.units[HUMAS], GRANTED_NAME),))

    (card,) = list_proposals(ctx).cards
    (on_board,) = [held.card for column in show_board(ctx) for held in column.cards]
    report = str(monthly_page(ctx, Month.of(TODAY)).document)

    assert [change.after.name for change in asked] == [NEW_NAME]
    assert [change.after.name for change in card.changes] == [GRANTED_NAME]
    assert on_board.changes == card.changes
    assert f"diubah menjadi {GRANTED_NAME}" in report
    assert NEW_NAME not in report
    assert [one.new_name for one in show_structure(ctx).running] == [GRANTED_NAME]


def test_the_proposal_keeps_what_was_asked_beside_what_was_granted(office: Office) -> None:
    media = RenameUnit(office.units["Bagian Media"], "Bagian Peliputan")
    proposal_id = a_proposal_of(office, media)
    answered(office, proposal_id, V.REFUSED, V.GRANTED)

    told = page(office, proposal_id)

    assert [placed.operation for placed in told.operations] == [media]
    assert told.after.unit(office.units[HUMAS]).name == HUMAS
    assert [change.after.name for change in told.changes] == ["Bagian Peliputan"]
    assert [placed.operation for placed in told.asked] == [
        RenameUnit(office.units[HUMAS], NEW_NAME),
        media,
    ]
    assert [entry.verdict for entry in told.granted] == [V.REFUSED, V.GRANTED]


def test_what_the_ministry_refused_altogether_is_told_as_it_was_asked_and_not_granted(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    answered(office, proposal_id, V.REFUSED)

    (card,) = list_proposals(office.context(Role.BUREAU_HEAD)).cards
    told = page(office, proposal_id)

    assert told.state is ProposalState.REJECTED
    assert [change.after.name for change in card.changes] == [NEW_NAME]
    assert told.operations == told.asked
    assert [entry.verdict for entry in told.granted] == [V.REFUSED]
    assert granted(office, proposal_id) == ()


def test_what_the_ministry_refused_is_in_nobodys_way_any_longer(office: Office) -> None:
    proposal_id = a_proposal_of(office, RenameUnit(office.units["Bagian Media"], "Bagian Peliputan"))
    draft = a_bare_draft(office, "Biro Komunikasi Pimpinan")
    crossed = [shown(office, one).situation is not None for one in (draft, proposal_id)]

    answered(office, proposal_id, V.REFUSED, V.GRANTED)

    assert crossed == [True, True]
    assert shown(office, draft).situation is None
    assert shown(office, proposal_id).situation is None
