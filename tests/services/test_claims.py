"""Claims of a proposal's texts: they are looked at again whenever what they rest on has changed."""

from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.errors import Forbidden
from orgflow.domain.evidence.entries import EvidenceKind, EvidenceRef
from orgflow.domain.evidence.partners import PartnerKind
from orgflow.domain.evidence.resting import ClaimPlace, ClaimStale, ClaimState, ClaimUnfounded, TextKind
from orgflow.domain.papers.document import texts_of
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import LetterId, ProposalId
from orgflow.letters.pdf_text import read_pages
from orgflow.services.claim_carrying import carry_claims
from orgflow.services.claim_pages import ClaimView, show_claims
from orgflow.services.claim_texts import passage_place
from orgflow.services.claims import ConfirmClaim, confirm_claim
from orgflow.services.context import Context
from orgflow.services.evidence_register import LetEvidenceGo, let_evidence_go
from orgflow.services.history import proposal_history
from orgflow.services.lettering import letter_source, render
from orgflow.services.proposals import CopyProposal, copy_proposal
from orgflow.services.study import show_study
from orgflow.services.study_paper import study_document
from orgflow.services.study_writing import WriteSection, write_section
from orgflow.services.use_case import read
from orgflow.services.workload import RemoveActivity, remove_activity
from orgflow.store.claims import UnknownClaim, claim_rows_at
from orgflow.store.proposals import UnknownProposal
from tests.factories.claiming import (
    BARE,
    ON_PARTNERS,
    ON_PRECEDENT,
    ON_WORK,
    PASSAGE,
    TEXT,
    Claiming,
    a_claiming_draft,
)
from tests.factories.evidence import a_partner
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import revision, take

HEAD, TU = Role.BUREAU_HEAD, Role.LETTER_ADMINISTRATOR
UNVERIFIED, RECHECK = ClaimState.UNVERIFIED, ClaimState.RECHECK


@pytest.fixture
def claiming(office: Office) -> Claiming:
    return a_claiming_draft(office)


def held(claiming: Claiming) -> dict[str, ClaimView]:
    page = show_claims(claiming.office.context(HEAD), claiming.proposal_id)
    return {view.evidence_key: view for view in page.claims}


def states(claiming: Claiming) -> dict[str, ClaimState]:
    return {key: view.state for key, view in held(claiming).items()}


def confirmation(claiming: Claiming, key: str) -> ConfirmClaim:
    view = held(claiming)[key]
    version = view.entry.version if view.entry is not None else 0
    return ConfirmClaim(claiming.proposal_id, view.text.place, view.digest, key, version)


def test_every_claim_stands_beside_what_it_rests_on(claiming: Claiming) -> None:
    page = show_claims(claiming.office.context(HEAD), claiming.proposal_id)

    assert [(view.sentence, view.evidence_key) for view in page.claims] == [
        (ON_PARTNERS, "mitra-1"),
        (ON_PRECEDENT, "pembanding-1"),
        (ON_WORK, "beban-1"),
    ]
    assert set(states(claiming).values()) == {UNVERIFIED}
    assert [view.bare.sentence for view in page.bare] == [BARE]
    work = held(claiming)["beban-1"].entry
    assert work is not None
    assert work.sentence == "Siaran pers (Publikasi) Tahun 2025 berjumlah 1.200 naskah."


@pytest.mark.both_databases
def test_a_changed_partner_count_marks_every_claim_that_rests_on_it(claiming: Claiming) -> None:
    claiming.write(f"{TEXT}\nMitra itu 1 media saja. [bukti:mitra-1]")

    a_partner(claiming.office, "Radio Uji", PartnerKind.RADIO)

    page = show_claims(claiming.office.context(HEAD), claiming.proposal_id)
    marked = [view.sentence for view in page.claims if view.state is RECHECK]
    assert marked == [ON_PARTNERS, "Mitra itu 1 media saja."]


def test_a_changed_precedent_or_activity_marks_its_claims_alone(claiming: Claiming) -> None:
    claiming.correct_precedent()
    assert states(claiming) == {"mitra-1": UNVERIFIED, "pembanding-1": RECHECK, "beban-1": UNVERIFIED}

    claiming.correct_work()
    assert states(claiming) == {"mitra-1": UNVERIFIED, "pembanding-1": RECHECK, "beban-1": RECHECK}


def test_the_mark_stays_until_somebody_confirms_and_comes_back_with_the_next_change(
    claiming: Claiming,
) -> None:
    claiming.correct_precedent()
    asked = confirmation(claiming, "pembanding-1")

    confirm_claim(claiming.office.context(HEAD), asked)

    view = held(claiming)["pembanding-1"]
    assert (view.state, view.confirmed_by) == (UNVERIFIED, claiming.office.actors[HEAD].name)
    (event, *_) = proposal_history(claiming.office.as_system(), claiming.proposal_id)
    assert event.event == "proposal:claim_confirmed"
    with pytest.raises(ClaimStale):
        confirm_claim(claiming.office.context(HEAD), asked)
    claiming.correct_precedent()
    assert states(claiming)["pembanding-1"] is RECHECK


def test_rewording_or_saving_again_does_not_take_the_mark_away(claiming: Claiming) -> None:
    claiming.correct_precedent()

    claiming.write(TEXT.replace(ON_PRECEDENT, "Provinsi Uji juga memakai nama serupa."))

    assert states(claiming)["pembanding-1"] is RECHECK
    assert states(claiming)["mitra-1"] is UNVERIFIED


@pytest.mark.both_databases
def test_a_confirmation_of_what_has_changed_again_is_refused(claiming: Claiming) -> None:
    claiming.correct_precedent()
    asked = confirmation(claiming, "pembanding-1")
    claiming.correct_precedent()

    with pytest.raises(ClaimStale):
        confirm_claim(claiming.office.context(HEAD), asked)


def test_a_claim_whose_entry_is_gone_is_named_and_cannot_be_confirmed(claiming: Claiming) -> None:
    ctx = claiming.office.context(HEAD)
    precedent = EvidenceRef(EvidenceKind.PRECEDENT, claiming.precedent_id)
    asked = confirmation(claiming, "pembanding-1")
    let_evidence_go(ctx, LetEvidenceGo(claiming.proposal_id, precedent))
    remove_activity(ctx, RemoveActivity(claiming.proposal_id, claiming.activity_id, 1))
    claiming.write(f"{TEXT}\nLain 5 media. [bukti:tidak-ada] [bukti:?]")

    found = states(claiming)

    assert found["pembanding-1"] is ClaimState.UNKNOWN
    assert found["beban-1"] is ClaimState.WITHDRAWN
    assert found["tidak-ada"] is found["?"] is ClaimState.UNKNOWN
    with pytest.raises(ClaimUnfounded):
        confirm_claim(ctx, asked)


def test_a_sentence_that_is_gone_is_no_claim(claiming: Claiming) -> None:
    asked = confirmation(claiming, "pembanding-1")

    claiming.write("Kami mohon perkenan.")

    assert states(claiming) == {}
    with pytest.raises(UnknownClaim):
        confirm_claim(claiming.office.context(HEAD), asked)


def test_only_those_who_work_on_the_proposal_confirm(claiming: Claiming) -> None:
    claiming.correct_precedent()
    asked = confirmation(claiming, "pembanding-1")

    with pytest.raises(Forbidden):
        confirm_claim(claiming.office.context(Role.AUDITOR), asked)
    with pytest.raises(UnknownProposal):
        show_claims(a_neighbour(claiming.office).context(HEAD), claiming.proposal_id)


def test_a_printed_letter_bears_no_mark_and_the_office_keeps_it(claiming: Claiming) -> None:
    source = letter_source(claiming.office.context(TU), claiming.letter_id)

    rendering = render(claiming.office.context(TU), source)

    said = " ".join(" ".join(page.words.split()) for page in read_pages(rendering.letter.pdf))
    assert f"{ON_PARTNERS} Kami mohon perkenan." in said
    assert "bukti" not in said
    assert "[bukti:mitra-1]" in source.facts.passages["permohonan"]


def test_a_study_cites_its_sources_and_its_claims_are_marked_too(claiming: Claiming) -> None:
    ctx = claiming.office.context(HEAD)
    text = f"{ON_PARTNERS} [bukti:mitra-1] {ON_PRECEDENT} [bukti:pembanding-1]"
    write_section(ctx, WriteSection(claiming.proposal_id, "latar_belakang", 0, text))

    said = texts_of(study_document(show_study(ctx, claiming.proposal_id)))
    claiming.correct_precedent()

    assert f"{ON_PARTNERS}1 {ON_PRECEDENT}2" in said
    (listed,) = (words for words in said if words.startswith("2. ") and "memakai nama Biro" in words)
    assert "Sumber: Laman uji (belum diverifikasi)." in listed
    assert not any("bukti:" in words for words in said)
    page = show_claims(ctx, claiming.proposal_id)
    marked = [view.text.place.kind for view in page.claims if view.state is RECHECK]
    assert marked == [TextKind.LETTER, TextKind.STUDY]
    asked = next(
        view for view in page.claims if view.state is RECHECK and view.text.label == "Latar Belakang"
    )
    version = asked.entry.version if asked.entry is not None else 0
    confirm_claim(
        ctx,
        ConfirmClaim(claiming.proposal_id, asked.text.place, asked.digest, asked.evidence_key, version),
    )
    page = show_claims(ctx, claiming.proposal_id)
    assert [view.text.place.kind for view in page.claims if view.state is RECHECK] == [TextKind.LETTER]


def test_a_study_taken_along_keeps_what_waits_to_be_looked_at(claiming: Claiming) -> None:
    ctx, office = claiming.office.context(HEAD), claiming.office
    text = f"{ON_PRECEDENT} [bukti:pembanding-1]"
    write_section(ctx, WriteSection(claiming.proposal_id, "latar_belakang", 0, text))
    claiming.correct_precedent()
    take(office, claiming.proposal_id, Action.WITHDRAW, HEAD, reason="Disusun ulang.")

    copied = CopyProposal(claiming.proposal_id, revision(office, claiming.proposal_id))
    new = ProposalId(copy_proposal(office.context(HEAD), copied))

    views = show_claims(office.context(HEAD), new).claims
    assert [view.state for view in views if view.text.place.kind is TextKind.STUDY] == [RECHECK]


def test_a_letter_begun_in_a_void_ones_place_keeps_what_waits_to_be_looked_at(claiming: Claiming) -> None:
    claiming.correct_precedent()
    carried = passage_place(LetterId(UUID(int=1)), PASSAGE)
    before = passage_place(claiming.letter_id, PASSAGE)

    versions = carried_versions(claiming.office.context(HEAD), claiming.proposal_id, (before, carried))

    assert versions == {"mitra-1": 1, "pembanding-1": 1, "beban-1": 1}


@read(requires=())
def carried_versions(
    ctx: Context, proposal_id: ProposalId, places: tuple[ClaimPlace, ClaimPlace]
) -> dict[str, int]:
    """Return the versions that a copied text's claims rest on."""
    carry_claims(ctx, proposal_id, *places)
    ctx.session.flush()
    rows = claim_rows_at(ctx.session, proposal_id, str(places[1].kind), places[1].key)
    return {row.evidence_key: row.version for row in rows}
