"""The pages on which a step is taken: what they say before it, and what bars it."""

import re

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.web.proposals.acts import ACTS
from tests.factories.office import Office
from tests.factories.roads import ASSISTANT, a_bare_draft, a_proposal_in, a_scan, freeze, page, revision, take
from tests.web.desk_office import DeskOffice, main_of, words_of

A, R, S = Action, Role, ProposalState
VOIDED = "Surat yang sudah diterbitkan menjadi batal."


def without_a_regulation_draft(office: Office) -> ProposalId:
    """Return a proposal at Biro Organisasi that lacks the draft regulation."""
    proposal_id = a_bare_draft(office)
    study = AttachDocument(proposal_id, revision(office, proposal_id), "KAJIAN", a_scan())
    attach_document(office.context(R.BUREAU_HEAD), study)
    take(office, proposal_id, A.FORWARD, R.BUREAU_HEAD)
    return proposal_id


def test_an_approval_that_lacks_a_document_says_which_and_leads_to_it(desks: DeskOffice) -> None:
    proposal_id = without_a_regulation_draft(desks.office)
    reviewer, path = desks.reader(R.ORGANISATION_REVIEWER), f"/usulan/{proposal_id}/setujui/organisation"

    opened = reviewer.open(path)
    sent = reviewer.send(path, seen_revision=revision(desks.office, proposal_id))

    for answer, status in ((opened, 200), (sent, 422)):
        assert answer.status_code == status
        assert "Unggah Rancangan Peraturan Gubernur" in words_of(answer)
        assert f'href="/usulan/{proposal_id}/dokumen/RANPERGUB"' in main_of(answer)
        assert main_of(answer).count("btn-primary") == 1
    assert page(desks.office, proposal_id).state is S.ORG_REVIEW


@pytest.mark.parametrize(
    ("state", "role", "desks_before"),
    [
        (S.LEGAL_REVIEW, R.LEGAL_REVIEWER, ["Biro Organisasi"]),
        (S.INITIALLING, R.ASSISTANT, ["Biro Organisasi", "Biro Hukum"]),
        (S.SIGNING, R.GOVERNOR_OFFICE, ["Biro Organisasi", "Biro Hukum", "Asisten", "Sekretaris Daerah"]),
    ],
)
def test_a_return_may_lead_to_the_draft_or_to_any_earlier_step(
    desks: DeskOffice, state: ProposalState, role: Role, desks_before: list[str]
) -> None:
    path = f"/usulan/{a_proposal_in(desks.office, state)}/kembalikan"

    shown = main_of(desks.reader(role).open(path))

    offered = re.findall(r"<option[^>]*>([^<]+)</option>", shown)
    assert offered == ["Biro Humas, untuk diperbaiki", *desks_before]


def test_from_the_secretary_it_may_go_back_to_biro_hukum(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.INITIALLING)
    take(desks.office, proposal_id, ASSISTANT, R.ASSISTANT)

    seen = revision(desks.office, proposal_id)
    answer = desks.reader(R.SECRETARY).send(
        f"/usulan/{proposal_id}/kembalikan", seen_revision=seen, return_to="legal", reason="Periksa dasarnya"
    )

    assert answer.status_code == 303
    assert page(desks.office, proposal_id).state is S.LEGAL_REVIEW


def test_a_letter_is_said_to_become_void_only_when_one_was_issued(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.SIGNING)
    governor = desks.reader(R.GOVERNOR_OFFICE)
    paths = [f"/usulan/{proposal_id}/{slug}" for slug in ("kembalikan", "tolak")]

    assert not any(VOIDED in governor.read(path) for path in paths)
    freeze(desks.office, proposal_id)
    assert all(VOIDED in governor.read(path) for path in paths)


def test_what_a_step_will_do_is_not_told_as_done() -> None:
    told = {action: str(act.tells) for action, act in ACTS.items()}

    done = ("dicatat.", "dicatat sebagai", "dicatat dalam", "diteruskan untuk", "diteruskan ke Biro Hukum")
    early = {
        action: words
        for action, words in told.items()
        if any(f" {word}" in f" {words}" for word in done) and "akan" not in words
    }
    assert early == {}


def test_a_stale_page_does_not_blame_somebody_else(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.LEGAL_REVIEW)
    reviewer = desks.reader(R.LEGAL_REVIEWER)

    answer = reviewer.send(f"/usulan/{proposal_id}/setujui/legal", seen_revision=1)

    assert answer.status_code == 409
    assert "Usulan ini diubah setelah halaman ini Anda buka" in words_of(answer)
    assert "orang lain" not in words_of(answer)
