"""Buku ekspedisi: read from what was sent and proven, entered nowhere besides."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.expedition import (
    ExpeditionLine,
    ExpeditionWish,
    HandedOver,
    expedition_file,
    show_expedition,
)
from orgflow.services.ministry_sending import ProveSending, prove_sending
from orgflow.services.register_files import RegisterFormat
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, a_scan, letter_of, page, take

pytestmark = pytest.mark.both_databases

R, S = Role, ProposalState
TU = R.LETTER_ADMINISTRATOR
EVERYTHING = ExpeditionWish()


def lines(office: Office, wish: ExpeditionWish = EVERYTHING) -> tuple[ExpeditionLine, ...]:
    return show_expedition(office.context(TU), wish).lines


def prove(office: Office, proposal_id: ProposalId, number: int, reference: str) -> None:
    proof = (DeliveryMethod.COURIER, TODAY, "Contoh Lima", reference, a_scan("resi"))
    prove_sending(office.context(TU), ProveSending(proposal_id, number, *proof))


def test_what_was_sent_stands_in_the_book_before_anything_shows_that_it_arrived(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SUBMITTED)

    (line,) = lines(office)

    letter = letter_of(office, proposal_id)
    assert (line.proposal_id, line.round, line.sent_on) == (proposal_id, 1, TODAY)
    assert (line.number, line.handed_over) == (letter.number, None)
    assert line.cells[-1] == "belum ada"


def test_the_receipt_shows_the_day_and_a_proof_shows_who_took_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)
    received = page(office, proposal_id).steps[-1]
    assert lines(office)[0].handed_over == HandedOver(TODAY, file_id=received.file_id)

    prove(office, proposal_id, 1, "RESI-1")
    prove(office, proposal_id, 1, "RESI-2")

    (line,) = lines(office)
    assert line.cells[4:] == ("Ekspedisi", "2 Maret 2026", "Contoh Lima", "RESI-2")


def test_every_round_is_a_line_of_its_own_with_its_own_proof(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)
    office.clock.set_to(TODAY + timedelta(days=1))
    take(office, proposal_id, Action.ANSWER_ASKS_COMPLETION, TU, reason="Lengkapi.")
    take(office, proposal_id, Action.COMPLETE, TU)
    prove(office, proposal_id, 1, "RESI-1")

    completion, first = lines(office)

    assert (first.round, completion.round) == (1, 2)
    assert (completion.number, completion.handed_over) == ("UJI-SURAT-001", None)
    assert completion.subject == f"Kelengkapan usulan {HUMAS}"
    assert first.handed_over is not None
    assert lines(office, ExpeditionWish(until=TODAY)) == (first,)
    assert lines(office, ExpeditionWish(since=TODAY + timedelta(days=1))) == (completion,)


def test_the_book_is_printed_and_handed_out_as_a_table(office: Office) -> None:
    a_proposal_in(office, S.MINISTRY_REVIEW)
    ctx = office.context(TU)

    files = {form: expedition_file(ctx, EVERYTHING, form) for form in RegisterFormat}

    assert files[RegisterFormat.PDF].content.startswith(b"%PDF")
    assert files[RegisterFormat.XLSX].content.startswith(b"PK")
    assert "Kementerian Dalam Negeri" in files[RegisterFormat.CSV].content.decode("utf-8-sig")
    assert files[RegisterFormat.PDF].name == "buku-ekspedisi.pdf"


def test_the_book_opens_for_the_secretariat_and_the_auditor_only(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        show_expedition(office.context(R.BUREAU_HEAD), EVERYTHING)

    assert show_expedition(office.context(R.AUDITOR), EVERYTHING).lines == ()
