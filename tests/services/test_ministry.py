"""The round trip with the ministry: entered, asked, answered, granted item by item, and what comes of it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.changes.operations import CreateUnit, NewUnit, RenameUnit, ReviseDutyField
from orgflow.domain.ministry.grants import (
    GrantDoesNotApply,
    GrantVerdict,
    RepliesMissing,
    Reply,
    ReplyForUnknownOperation,
)
from orgflow.domain.ministry.incoming import IncomingTwice
from orgflow.domain.ministry.items import ItemsUnanswered
from orgflow.domain.ministry.rounds import LateReasonMissing, LetterBeforeSending
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId, UnitId
from orgflow.services.checking import check_store
from orgflow.services.files import open_file
from orgflow.services.incoming_letters import RegisterIncoming, register_incoming
from orgflow.services.ministry import granted_operations_of
from orgflow.services.ministry_items import AnswerItem, answer_item, items_of
from orgflow.services.ministry_steps import LetterAnswered
from orgflow.services.organisation.pages import show_structure
from orgflow.services.papers.basis import open_case
from orgflow.services.papers.matrix import matrix_of
from orgflow.store import incoming
from orgflow.store.files import UnknownFile
from orgflow.store.incoming import UnknownIncoming
from orgflow.store.proposals import StaleRevision
from tests.factories.governments import HUMAS
from tests.factories.ministry import (
    OTDA,
    TU,
    a_proposal_of,
    answer_revision,
    ask,
    came,
    compose,
    record,
    replies_to,
)
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import EFFECTIVE_ON, NEW_NAME, a_scan, go, page, take

A, S, V = Action, ProposalState, GrantVerdict
NEW_SECTION, NEW_PLACE = UnitId(UUID(int=7001)), UnitId(UUID(int=7002))
YESTERDAY = TODAY - timedelta(days=1)


def a_section(held: UnitId, name: str, office: Office) -> CreateUnit:
    return CreateUnit(NewUnit(held, "bagian", name, office.units[HUMAS], 9))


def a_proposal_of_three(office: Office) -> ProposalId:
    return a_proposal_of(
        office,
        a_section(NEW_SECTION, "Bagian Materi", office),
        ReviseDutyField(office.units[HUMAS], "pimpinan"),
    )


@pytest.mark.both_databases
def test_incoming_letters_are_numbered_without_a_gap_and_stand_in_the_check(office: Office) -> None:
    for number in ("UJI-1", "UJI-2"):
        came(office, number=number)
    with pytest.raises(IncomingTwice) as refused:
        came(office, number="UJI-1")
    came(office, number="UJI-3")

    with office.resources.reading() as session:
        rows = incoming.incoming_in(session, office.government_id, incoming.Wanted())
    assert [(row.sequence, row.number) for row in rows] == [(3, "UJI-3"), (2, "UJI-2"), (1, "UJI-1")]
    assert refused.value.facts["agenda"] == "1/2026"
    assert check_store(office.as_system()) == ()


def test_a_letter_that_comes_out_of_order_is_entered_with_its_reason(office: Office) -> None:
    came(office, number="UJI-1")

    with pytest.raises(LateReasonMissing):
        came(office, number="UJI-2", dated_on=YESTERDAY, received_on=YESTERDAY)
    came(office, number="UJI-2", dated_on=YESTERDAY, received_on=YESTERDAY, late_reason="Terselip.")

    with office.resources.reading() as session:
        rows = incoming.incoming_in(session, office.government_id, incoming.Wanted())
    assert [(row.number, row.late_reason) for row in rows] == [("UJI-2", "Terselip."), ("UJI-1", "")]


def test_a_scan_of_the_ministry_is_read_by_the_bureau_it_is_about(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    about, other = came(office, proposal_id, number="UJI-1"), came(office, number="UJI-2")

    with office.resources.reading() as session:
        files = [
            incoming.incoming_row(session, office.government_id, held).file_id for held in (about, other)
        ]
    assert open_file(office.context(Role.DRAFTER), files[0]).content[:4] == b"%PDF"
    with pytest.raises(UnknownFile):
        open_file(office.context(Role.DRAFTER), files[1])


def test_a_completion_waits_until_every_item_is_answered(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    letter_id = came(office, proposal_id)
    ask(office, proposal_id, letter_id, "Lampirkan ABK.", "Perbaiki Pasal 3.")

    with pytest.raises(ItemsUnanswered):
        take(office, proposal_id, A.COMPLETE, TU)
    head = office.context(Role.BUREAU_HEAD)
    for item in asked_items(office, proposal_id):
        answer_item(head, AnswerItem(proposal_id, item, 1, "Sudah dilampirkan.", found_at="Lampiran II"))
    take(office, proposal_id, A.COMPLETE, TU)

    step = page(office, proposal_id).steps[-2]
    assert (step.action, step.document_number, step.file_id is not None) == (
        A.ANSWER_ASKS_COMPLETION,
        "100.2.2/1/OTDA",
        True,
    )


def asked_items(office: Office, proposal_id: ProposalId) -> list[UUID]:
    ctx = office.as_system()
    with office.resources.reading() as session:
        return [item.id for item in items_of(ctx.inside(session), proposal_id)]


def test_what_was_granted_changed_and_refused_is_what_the_registry_becomes(office: Office) -> None:
    proposal_id = a_proposal_of_three(office)
    letter_id = came(office, proposal_id)
    other = a_section(NEW_SECTION, "Bagian Materi dan Komunikasi", office)
    said = replies_to(office, proposal_id, V.GRANTED, V.CHANGED, V.REFUSED, changed=(other,))
    compose(office, proposal_id, letter_id, said)
    record(office, proposal_id, letter_id)

    shown = page(office, proposal_id)
    assert (shown.state, shown.steps[-1].action) == (S.HARMONIZATION, A.ANSWER_APPROVED_WITH_NOTES)
    assert (len(shown.asked), len(shown.operations)) == (3, 2)
    with office.resources.reading() as session:
        ctx = office.as_system().inside(session)
        granted = granted_operations_of(ctx, proposal_id)
        matrix = matrix_of(open_case(ctx, proposal_id))
    assert granted == (RenameUnit(office.units[HUMAS], NEW_NAME), other)
    answers = {line.answer for line in matrix.lines}
    assert {"Disetujui", "Tidak disetujui. Alasan: Tidak sesuai pedoman."} < answers
    assert any("menjadi: Bagian Materi dan Komunikasi" in answer for answer in answers)
    for action in (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION, A.ENACT, A.PROMULGATE, A.COMMENCE):
        go(office, proposal_id, action)
    units = show_structure(office.as_system(), EFFECTIVE_ON).structure.units
    assert units[office.units[HUMAS]].name == NEW_NAME
    assert units[NEW_SECTION].name == "Bagian Materi dan Komunikasi"
    assert units[office.units[HUMAS]].duty_field != "pimpinan"
    assert check_store(office.as_system()) == ()


@pytest.mark.both_databases
def test_an_answer_is_recorded_whole_or_not_at_all(office: Office) -> None:
    proposal_id = a_proposal_of_three(office)
    letter_id = came(office, proposal_id)
    with pytest.raises(ReplyForUnknownOperation):
        compose(office, proposal_id, letter_id, (Reply(OperationId(UUID(int=1)), V.GRANTED),))
    compose(office, proposal_id, letter_id, replies_to(office, proposal_id, V.GRANTED, V.GRANTED))

    with pytest.raises(RepliesMissing) as refused:
        record(office, proposal_id, letter_id)

    assert refused.value.facts["places"] == ("3",)
    assert page(office, proposal_id).state is S.MINISTRY_REVIEW
    assert answer_revision(office, proposal_id, letter_id) == 1


def test_a_grant_that_rests_on_what_was_refused_is_asked_and_changes_nothing(office: Office) -> None:
    proposal_id = a_proposal_of(
        office,
        a_section(NEW_SECTION, "Bagian Materi", office),
        CreateUnit(NewUnit(NEW_PLACE, "subbagian", "Subbagian Naskah", NEW_SECTION, 1)),
    )
    letter_id = came(office, proposal_id)
    compose(office, proposal_id, letter_id, replies_to(office, proposal_id, V.GRANTED, V.REFUSED, V.GRANTED))

    with pytest.raises(GrantDoesNotApply) as refused:
        record(office, proposal_id, letter_id)

    assert (refused.value.facts["place"], refused.value.facts["because"]) == (3, ("2",))
    assert page(office, proposal_id).state is S.MINISTRY_REVIEW


@pytest.mark.parametrize(("verdict", "state"), [(V.GRANTED, S.HARMONIZATION), (V.REFUSED, S.REJECTED)])
def test_all_granted_approves_and_all_refused_rejects(
    office: Office, verdict: GrantVerdict, state: ProposalState
) -> None:
    proposal_id = a_proposal_of(office)
    letter_id = came(office, proposal_id)
    compose(office, proposal_id, letter_id, replies_to(office, proposal_id, verdict))

    record(office, proposal_id, letter_id)

    assert page(office, proposal_id).state is state
    with office.resources.reading() as session:
        granted = granted_operations_of(office.as_system().inside(session), proposal_id)
    assert len(granted) == (1 if verdict is V.GRANTED else 0)


def test_an_answer_that_was_whole_grants_every_operation(office: Office) -> None:
    proposal_id = a_proposal_of_three(office)

    take(office, proposal_id, A.ANSWER_APPROVED, TU)

    with office.resources.reading() as session:
        assert len(granted_operations_of(office.as_system().inside(session), proposal_id)) == 3


def test_a_letter_from_before_the_sending_answers_nothing(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    letter_id = came(office, proposal_id, dated_on=date(2026, 2, 2))
    compose(office, proposal_id, letter_id, replies_to(office, proposal_id, V.GRANTED))

    with pytest.raises(LetterBeforeSending):
        record(office, proposal_id, letter_id)
    with pytest.raises(LetterBeforeSending):
        ask(office, proposal_id, letter_id, "Lampirkan ABK.")

    assert page(office, proposal_id).state is S.MINISTRY_REVIEW


def test_a_letter_of_an_earlier_round_is_recorded_late_with_its_reason(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    ask(office, proposal_id, came(office, proposal_id), "Lampirkan ABK.")
    answer_item(
        office.context(Role.BUREAU_HEAD),
        AnswerItem(proposal_id, asked_items(office, proposal_id)[0], 1, "Dilampirkan."),
    )
    office.clock.set_to(TODAY + timedelta(days=7))
    take(office, proposal_id, A.COMPLETE, TU)
    late = came(office, proposal_id, number="UJI-LAMA")

    with pytest.raises(LateReasonMissing):
        ask(office, proposal_id, late, "Lampirkan peta jabatan.")
    ask(office, proposal_id, late, "Lampirkan peta jabatan.", late_reason="Terselip di Biro Umum.")

    with office.resources.reading() as session:
        items = items_of(office.as_system().inside(session), proposal_id)
    assert [(item.round, item.number, item.text) for item in items] == [
        (1, 1, "Lampirkan ABK."),
        (1, 2, "Lampirkan peta jabatan."),
    ]


@pytest.mark.both_databases
def test_what_a_letter_says_is_recorded_once_and_on_the_page_as_seen(office: Office) -> None:
    proposal_id = a_proposal_of(office)
    letter_id = came(office, proposal_id)
    ask(office, proposal_id, letter_id, "Lampirkan ABK.")

    with pytest.raises(LetterAnswered):
        ask(office, proposal_id, letter_id, "Lampirkan ABK.")
    with pytest.raises(LetterAnswered):
        compose(office, proposal_id, letter_id, replies_to(office, proposal_id, V.GRANTED))
    with pytest.raises(StaleRevision):
        answer_item(
            office.context(Role.BUREAU_HEAD),
            AnswerItem(proposal_id, asked_items(office, proposal_id)[0], 7, "Dilampirkan."),
        )


def test_only_a_letter_about_the_proposal_of_the_own_government_answers_it(office: Office) -> None:
    proposal_id, neighbour = a_proposal_of(office), a_neighbour(office)
    foreign, unlinked = came(neighbour), came(office, number="UJI-2")

    for letter_id in (foreign, unlinked):
        with pytest.raises(UnknownIncoming):
            ask(office, proposal_id, letter_id, "Lampirkan ABK.")


def test_the_bureau_does_not_record_what_the_ministry_says(office: Office) -> None:
    proposal_id = a_proposal_of(office)

    command = RegisterIncoming(TODAY, "UJI-1", TODAY, OTDA, "Hal", a_scan(), None, (proposal_id,))

    with pytest.raises(PermissionMissing):
        register_incoming(office.context(Role.BUREAU_HEAD), command)
