"""A draft whose letter claims what entries of the registers say."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.evidence.entries import EvidenceKind, EvidenceRef
from orgflow.domain.values import LetterId, ProposalId
from orgflow.domain.workload.activities import Activity
from orgflow.services.evidence_register import ChooseEvidence, choose_evidence
from orgflow.services.letter_writing import WritePassages, show_writing, write_passages
from orgflow.services.precedents import ChangePrecedent, change_precedent, show_precedent
from orgflow.services.workload import AddActivity, ChangeActivity, add_activity, change_activity
from tests.factories.evidence import COUNTED_ON, PRECEDENT, a_partner, a_precedent
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft, letter_of

HEAD, TU = Role.BUREAU_HEAD, Role.LETTER_ADMINISTRATOR
PASSAGE: Final = "permohonan"
RELEASES: Final = Activity(
    "Publikasi", "Siaran pers", "naskah", 2025, Decimal(1200), Decimal(90), "Buku siaran pers, CONTOH"
)
ON_PARTNERS: Final = "Biro bermitra dengan 1 media."
ON_PRECEDENT: Final = "Provinsi Uji memakai nama serupa."
ON_WORK: Final = "Biro menerbitkan 1.200 siaran pers."
BARE: Final = "Hanya biro ini yang melakukannya."
TEXT: Final = (
    f"{ON_PARTNERS} [bukti:mitra-1] Kami mohon perkenan.\n"
    f"{ON_PRECEDENT} [bukti:pembanding-1]\n{ON_WORK} [bukti:beban-1] {BARE}"
)


@dataclass(frozen=True, slots=True)
class Claiming:
    """A draft with its letter, and the entries that the letter names."""

    office: Office
    proposal_id: ProposalId
    letter_id: LetterId
    partner_id: UUID
    precedent_id: UUID
    activity_id: UUID

    def write(self, text: str) -> None:
        """Word the passage anew."""
        seen = show_writing(self.office.context(TU), self.letter_id).revision
        write_passages(self.office.context(TU), WritePassages(self.letter_id, seen, {PASSAGE: text}))

    def correct_precedent(self) -> None:
        """Let the precedent say something else."""
        seen = show_precedent(self.office.context(Role.DRAFTER), self.precedent_id).revision
        now = replace(PRECEDENT, unit_name=f"Biro Administrasi Pimpinan {seen}")
        change_precedent(self.office.context(Role.DRAFTER), ChangePrecedent(self.precedent_id, seen, now))

    def correct_work(self) -> None:
        """Let the activity say something else."""
        now = replace(RELEASES, volume=Decimal(1350))
        change_activity(self.office.context(HEAD), ChangeActivity(self.proposal_id, self.activity_id, 1, now))


def a_claiming_draft(office: Office) -> Claiming:
    """Return a draft whose letter rests on a count of partners, a precedent and an activity."""
    proposal_id = a_bare_draft(office)
    partner_id, precedent_id = a_partner(office), a_precedent(office)
    activity_id = add_activity(office.context(HEAD), AddActivity(proposal_id, RELEASES))
    refs = (
        EvidenceRef(EvidenceKind.PRECEDENT, precedent_id),
        EvidenceRef(EvidenceKind.WORKLOAD, activity_id),
    )
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, refs, COUNTED_ON))
    letter_id = letter_of(office, proposal_id).id
    claiming = Claiming(office, proposal_id, letter_id, partner_id, precedent_id, activity_id)
    claiming.write(TEXT)
    return claiming
