"""Options of a proposal: begun, worked on by the change pages, chosen with a reason, told in the study."""

from pathlib import Path

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.options.option import (
    OptionLetter,
    OptionStart,
)
from orgflow.domain.papers.document import Line, Table, row_text, words_of
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.history import proposal_history
from orgflow.services.options import (
    DescribeOption,
    RemoveOption,
    describe_option,
    remove_option,
)
from orgflow.services.proposals import CopyProposal, copy_proposal
from tests.factories.governments import HUMAS, a_government
from tests.factories.office import Office, an_office
from tests.factories.options import HYBRID, add, blocks, choose, names, rename_in_hand, shown, take
from tests.factories.roads import NEW_NAME, a_draft, page, revision
from tests.factories.roads import take as walk

A, B, C, D = OptionLetter


@pytest.fixture
def proposal_id(office: Office) -> ProposalId:
    return a_draft(office)


def test_a_plain_rename_has_one_option_and_nothing_to_decide(office: Office, proposal_id: ProposalId) -> None:
    found = shown(office, proposal_id)

    assert [option.name.letter for option in found.options] == [A]
    assert found.options[0].name.title == f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}"
    assert (found.is_begun, found.is_undecided) == (False, False)


def test_an_option_is_worked_on_by_the_pages_that_edit_a_proposal(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)
    take(office, proposal_id, B)

    rename_in_hand(office, proposal_id, HYBRID)

    assert names(office, proposal_id) == [NEW_NAME, HYBRID]
    assert page(office, proposal_id).after.unit(office.units[HUMAS]).name == HYBRID
    take(office, proposal_id, A)
    assert names(office, proposal_id) == [NEW_NAME, HYBRID]
    assert page(office, proposal_id).after.unit(office.units[HUMAS]).name == NEW_NAME


def test_an_operation_keeps_its_id_while_its_option_is_set_aside(
    office: Office, proposal_id: ProposalId
) -> None:
    before = page(office, proposal_id).operations
    add(office, proposal_id)

    take(office, proposal_id, B)
    take(office, proposal_id, A)

    assert page(office, proposal_id).operations == before
    first, copied = (option.operations for option in shown(office, proposal_id).options)
    assert first[0].operation == copied[0].operation
    assert first[0].id != copied[0].id


def test_the_option_to_stay_as_it_is_has_no_operations(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id, "Tetap seperti sekarang", OptionStart.KEEP)

    kept = shown(office, proposal_id).options[1]

    assert kept.operations == ()
    assert kept.measures.names == (HUMAS,)
    take(office, proposal_id, B)
    assert page(office, proposal_id).operations == ()


def test_an_option_is_chosen_with_a_reason_and_becomes_what_is_proposed(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)
    take(office, proposal_id, B)
    rename_in_hand(office, proposal_id, HYBRID)
    take(office, proposal_id, A)
    assert shown(office, proposal_id).is_undecided

    choose(office, proposal_id, B, "Humas tetap melekat pada pimpinan.")

    found = shown(office, proposal_id)
    assert [option.name.is_in_hand for option in found.options] == [False, True]
    choice = found.options[1].name.choice
    assert choice is not None
    assert choice.reason == "Humas tetap melekat pada pimpinan."
    assert not found.is_undecided
    assert page(office, proposal_id).after.unit(office.units[HUMAS]).name == HYBRID
    newest = proposal_history(office.as_system(), proposal_id)[0]
    assert newest.event == "proposal:option_chosen"
    assert "Humas tetap melekat" in newest.payload
    assert HYBRID in newest.payload


def test_only_the_last_choice_stands(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    choose(office, proposal_id, A)

    choose(office, proposal_id, B)

    assert [option.name.choice is not None for option in shown(office, proposal_id).options] == [False, True]


def test_working_on_another_option_than_the_chosen_one_is_pointed_out(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id)
    choose(office, proposal_id, B)

    take(office, proposal_id, A)

    assert shown(office, proposal_id).is_undecided


def test_a_letter_that_became_free_is_given_again(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id, "Kedua")
    add(office, proposal_id, "Ketiga")
    command = RemoveOption(proposal_id, revision(office, proposal_id), B)
    remove_option(office.context(Role.BUREAU_HEAD), command)

    add(office, proposal_id, "Lain")

    held = [(option.name.letter, option.name.title) for option in shown(office, proposal_id).options]
    assert held[1:] == [(B, "Lain"), (C, "Ketiga")]


def test_an_option_is_called_otherwise(office: Office, proposal_id: ProposalId) -> None:
    add(office, proposal_id)
    command = DescribeOption(proposal_id, revision(office, proposal_id), B, "Campuran", "Kalimat lain.")

    describe_option(office.context(Role.BUREAU_HEAD), command)

    name = shown(office, proposal_id).options[1].name
    assert (name.title, name.sentence) == ("Campuran", "Kalimat lain.")


def test_an_option_that_complies_is_begun_from_the_guideline(database_url: str, tmp_path: Path) -> None:
    pattern = GuidelineName("biro", NEW_NAME, HUMAS, "Pedoman contoh", is_verified=False)
    office = an_office(database_url, tmp_path, a_government(guideline=(pattern,)))
    proposal_id = a_draft(office, HYBRID)
    assert shown(office, proposal_id).guideline_name == NEW_NAME

    add(office, proposal_id, "Mengikuti pedoman", OptionStart.GUIDELINE)

    ours, complying = (option.measures for option in shown(office, proposal_id).options)
    assert complying.names == (NEW_NAME,)
    assert (len(ours.broken), len(complying.broken)) == (1, 0)
    assert len(complying.objections) < len(ours.objections)
    office.close()


def test_the_study_states_the_options_the_reason_and_what_speaks_against_the_chosen_one(
    database_url: str, tmp_path: Path
) -> None:
    pattern = GuidelineName("biro", NEW_NAME, HUMAS, "Pedoman contoh", is_verified=False)
    office = an_office(database_url, tmp_path, a_government(guideline=(pattern,)))
    proposal_id = a_draft(office, HYBRID)
    assert blocks(office, proposal_id) == ()
    add(office, proposal_id, "Mengikuti pedoman", OptionStart.GUIDELINE)
    choose(office, proposal_id, A, "Humas tetap melekat pada pimpinan.")

    table, *lines = blocks(office, proposal_id)

    assert isinstance(table, Table)
    assert table.heads == ("Ukuran", "Pilihan A", "Pilihan B")
    assert sum(table.widths) == 100
    told = [words_of(line.runs) for line in lines if isinstance(line, Line)]
    assert "Humas tetap melekat pada pimpinan." in told
    assert "1 aturan yang tidak sesuai menurut tabel di atas dan keberatan nomor 1" in told[-1]
    objections = shown(office, proposal_id).options[0].measures.objections
    assert objections
    for known in objections:
        assert sum(known.sentence.rstrip(".") in words for words in (*told, *map(row_text, table.rows))) == 1
    office.close()


def test_a_proposal_begun_from_an_old_one_takes_its_options_along(
    office: Office, proposal_id: ProposalId
) -> None:
    add(office, proposal_id, "Tetap seperti sekarang", OptionStart.KEEP)
    choose(office, proposal_id, A, "Humas melekat pada pimpinan.")
    walk(office, proposal_id, Action.WITHDRAW, Role.BUREAU_HEAD, reason="Disusun lagi dari awal.")

    command = CopyProposal(proposal_id, revision(office, proposal_id))
    new = ProposalId(copy_proposal(office.context(Role.BUREAU_HEAD), command))

    old_ones, new_ones = shown(office, proposal_id).options, shown(office, new).options
    assert [one.name for one in new_ones] == [one.name for one in old_ones]
    assert [one.measures.names for one in new_ones] == [(NEW_NAME,), (HUMAS,)]
    take(office, new, B)
    assert shown(office, proposal_id).options == old_ones
