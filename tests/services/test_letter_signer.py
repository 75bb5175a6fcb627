"""Who may sign a proposal's letter is computed: one who stands in signs only for a reason."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from orgflow.domain.access.roles import DelegationKind, Permission, Role
from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.governor import SetGovernor, set_governor
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letter_pages import letter_desk
from orgflow.services.letter_signer import SigningNeedsReason
from orgflow.services.lettering import letter_source
from tests.factories.authority import acting, lend
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, letter_of
from tests.factories.signing_office import told

TU = Role.LETTER_ADMINISTRATOR
REASON = "Kekosongan jabatan CONTOH"


def let_govern(office: Office, kind: AppointmentKind) -> None:
    """Let somebody else be governor since yesterday."""
    since = TODAY - timedelta(days=1)
    set_governor(office.context(Role.SYSTEM_ADMINISTRATOR), SetGovernor("Contoh Dua", kind, since))


@pytest.mark.parametrize(
    ("kind", "title"), [(AppointmentKind.INTERIM, "Pj. "), (AppointmentKind.ACTING, "Plt. ")]
)
def test_the_block_bears_the_quality_of_its_signer(office: Office, kind: AppointmentKind, title: str) -> None:
    letter = letter_of(office, a_proposal_in(office, ProposalState.SIGNING))
    before = letter_source(office.context(TU), letter.id).facts.signatures[0]

    let_govern(office, kind)

    after = letter_source(office.context(TU), letter.id).facts.signatures[0]
    assert after == replace(before, title_lines=(title + before.title_lines[0],), name="Contoh Dua")


@pytest.mark.parametrize("kind", [AppointmentKind.ACTING, AppointmentKind.DAILY_ACTING])
def test_one_who_stands_in_signs_only_for_a_reason_that_is_recorded(
    office: Office, kind: AppointmentKind
) -> None:
    letter = letter_of(office, a_proposal_in(office, ProposalState.SIGNING))
    let_govern(office, kind)

    assert letter_desk(office.context(TU), letter.id).signer.needs_reason
    with pytest.raises(SigningNeedsReason):
        issue_letter(office.context(TU), IssueLetter(letter.id, letter.revision))
    assert letter_desk(office.context(TU), letter.id).state is LetterState.DRAFT
    issue_letter(office.context(TU), IssueLetter(letter.id, letter.revision, REASON))

    assert letter_desk(office.context(TU), letter.id).state is LetterState.ISSUED
    assert any(REASON in payload for payload in told(office, LetterChanged.event))


def test_a_letter_issued_in_anothers_place_bears_both_names_in_the_history(office: Office) -> None:
    own, lent = (letter_of(office, a_proposal_in(office, ProposalState.SIGNING)) for _ in range(2))
    issue_letter(acting(office, TU), IssueLetter(own.id, own.revision))
    lend(office, TU, Role.ASSISTANT, Permission.ISSUE_LETTER)

    issue_letter(acting(office, Role.ASSISTANT), IssueLetter(lent.id, lent.revision))

    issued = [json.loads(payload) for payload in told(office, LetterChanged.event)]
    kinds = {held["on_behalf_of"]: held["on_behalf_kind"] for held in issued if held["act"] == "issued"}
    assert kinds == {None: None, office.actors[TU].name: DelegationKind.DELEGATED}


def test_an_interim_governor_signs_without_one(office: Office) -> None:
    letter = letter_of(office, a_proposal_in(office, ProposalState.SIGNING))
    let_govern(office, AppointmentKind.INTERIM)

    issue_letter(office.context(TU), IssueLetter(letter.id, letter.revision))

    assert letter_desk(office.context(TU), letter.id).state is LetterState.ISSUED
