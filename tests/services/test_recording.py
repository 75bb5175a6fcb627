"""Leaders' steps recorded by TU: the one named is looked up, and a sheet is recorded whole or not at all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import DelegationKind, Permission, Role
from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.recording import PersonNotInPost, RecordingBasis
from orgflow.domain.proposals.refusals import OutOfTurn
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import PostId, ProposalId
from orgflow.services.paraf_sheets import ParafIsOwn, RecordSheet, SheetEmpty, SheetLine, record_sheet
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.recording import holders_of_step
from orgflow.services.road import TakeStep, take_step
from orgflow.store import proposals
from orgflow.store.proposals import StepRow
from tests.factories.authority import acting, lend, substitute
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, a_scan, page, revision
from tests.factories.signing_office import staffed

A, R, S = Action, Role, ProposalState
SECRETARY = "Contoh Dua, S.H."


def recorded(office: Office, proposal_id: ProposalId, *lines: SheetLine, doubt: str = "") -> None:
    """Record a sheet as TU does."""
    command = RecordSheet(
        proposal_id,
        revision(office, proposal_id),
        lines,
        RecordingBasis.SRIKANDI,
        a_scan("lembar"),
        doubt,
    )
    record_sheet(office.context(R.LETTER_ADMINISTRATOR), command)


def last_step(office: Office, proposal_id: ProposalId) -> StepRow:
    """Return the latest step as it is kept."""
    with office.resources.reading() as session:
        return proposals.steps_of(session, proposal_id)[-1]


def test_a_sheet_is_recorded_in_one_go_in_the_order_of_the_route(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)

    recorded(
        office,
        proposal_id,
        SheetLine("assistant", "Contoh Asisten, S.E.", TODAY),
        SheetLine("secretary", "Contoh Sekda, S.H.", TODAY),
    )

    steps = page(office, proposal_id).steps[-2:]
    assert [(step.step, step.is_recorded) for step in steps] == [("assistant", True), ("secretary", True)]
    assert last_step(office, proposal_id).basis == RecordingBasis.SRIKANDI
    assert page(office, proposal_id).state is S.SIGNING


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ((), SheetEmpty),
        ((SheetLine("secretary", "Contoh Sekda", TODAY),), OutOfTurn),
        (
            (
                SheetLine("assistant", "Contoh Asisten", TODAY),
                SheetLine("secretary", "Contoh Sekda", TODAY + timedelta(days=1)),
            ),
            RuleBroken,
        ),
    ],
)
def test_a_failure_half_way_down_the_sheet_changes_nothing(
    office: Office, lines: tuple[SheetLine, ...], refusal: type[RuleBroken]
) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)
    before = page(office, proposal_id)

    with pytest.raises(refusal):
        recorded(office, proposal_id, *lines)

    assert page(office, proposal_id).steps == before.steps
    assert page(office, proposal_id).revision == before.revision


def test_a_substitutes_own_paraf_is_not_recorded_from_a_sheet_by_himself(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)
    lend(office, R.SECRETARY, R.LETTER_ADMINISTRATOR, Permission.PARAF_AS_SECRETARY)
    lines = (
        SheetLine("assistant", "Contoh Asisten, S.E.", TODAY),
        SheetLine("secretary", "Contoh Sekda, S.H.", TODAY),
    )
    command = RecordSheet(
        proposal_id, revision(office, proposal_id), lines, RecordingBasis.PARAF_SHEET, a_scan("lembar")
    )
    ctx = acting(office, R.LETTER_ADMINISTRATOR)

    with pytest.raises(ParafIsOwn):
        record_sheet(ctx, command)
    record_sheet(ctx, replace(command, lines=lines[:1]))

    assert last_step(office, proposal_id).step_key == "assistant"
    assert last_step(office, proposal_id).is_recorded
    assert show_proposal(ctx, proposal_id).recordable_parafs == {"assistant"}


def test_the_scan_of_a_sheet_is_kept_once_for_all_its_parafs(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.INITIALLING)

    recorded(
        office,
        proposal_id,
        SheetLine("assistant", "Contoh Asisten, S.E.", TODAY),
        SheetLine("secretary", "Contoh Sekda, S.H.", TODAY),
    )

    kept = {step.file_id for step in page(office, proposal_id).steps[-2:]}
    assert len(kept) == 1
    assert None not in kept


def test_a_name_the_registry_speaks_against_needs_a_reason_that_is_kept(office: Office) -> None:
    staffed(office)
    proposal_id = a_proposal_in(office, S.INITIALLING)
    assistant = SheetLine("assistant", "Contoh Asisten, S.E.", TODAY)
    other = SheetLine("secretary", "Orang Lain, S.H.", TODAY)

    with pytest.raises(PersonNotInPost):
        recorded(office, proposal_id, assistant, other)
    recorded(office, proposal_id, assistant, other, doubt="Surat tugas menyusul")

    assert last_step(office, proposal_id).doubt == "Surat tugas menyusul"
    assert last_step(office, proposal_id).person == "Orang Lain, S.H."


def test_the_substitute_of_the_day_may_be_named_and_only_then(office: Office) -> None:
    keeper = staffed(office)
    substitute(office, PostId(keeper.posts["Sekda"]), R.LEGAL_REVIEWER, DelegationKind.DAILY_ACTING)
    proposal_id = a_proposal_in(office, S.INITIALLING)
    ctx, name = office.context(R.LETTER_ADMINISTRATOR), office.actors[R.LEGAL_REVIEWER].name

    then = [one.name for one in holders_of_step(ctx, proposal_id, "secretary", TODAY)]
    later = [one.name for one in holders_of_step(ctx, proposal_id, "secretary", date(2026, 3, 9))]

    assert then == [name, SECRETARY]
    assert later == [SECRETARY]


def test_a_reason_that_nothing_asks_for_is_not_kept(office: Office) -> None:
    staffed(office)
    proposal_id = a_proposal_in(office, S.INITIALLING)
    seen = revision(office, proposal_id)

    take_step(
        office.context(R.LETTER_ADMINISTRATOR),
        TakeStep(
            proposal_id,
            A.PARAF,
            seen,
            TODAY,
            person="Contoh Asisten",
            scan=a_scan("paraf"),
            step="assistant",
            doubt="tidak perlu",
        ),
    )

    assert last_step(office, proposal_id).doubt is None
    assert last_step(office, proposal_id).basis == RecordingBasis.PARAF_SHEET
