"""Studies written in an office, as far as a test needs."""

from orgflow.domain.access.roles import Role
from orgflow.domain.values import ProposalId
from orgflow.services.study import SectionView, Study, show_study
from orgflow.services.study_versions import SaveOrigin
from orgflow.services.study_writing import WriteSection, write_section
from tests.factories.office import Office

PROBLEM = "Nomenklatur sekarang berbeda dengan pedoman yang berlaku."


def the_study(office: Office, proposal_id: ProposalId, role: Role = Role.BUREAU_HEAD) -> Study:
    """Return the study as a role sees it."""
    return show_study(office.context(role), proposal_id)


def the_section(office: Office, proposal_id: ProposalId, key: str) -> SectionView:
    """Return one section of it."""
    found = the_study(office, proposal_id).section(key)
    assert found is not None
    return found


def write(
    office: Office,
    proposal_id: ProposalId,
    key: str,
    text: str,
    answer: str = "",
    *,
    by: Role = Role.BUREAU_HEAD,
    origin: SaveOrigin = SaveOrigin.BUTTON,
) -> None:
    """Save a section upon what stands in it."""
    seen = the_section(office, proposal_id, key).revision
    write_section(office.context(by), WriteSection(proposal_id, key, seen, text, answer, origin))


def fill_in(office: Office, proposal_id: ProposalId) -> None:
    """Write what only people know, so that the whole study is whole."""
    write(office, proposal_id, "ruang_lingkup", "", "2025")
    write(office, proposal_id, "permasalahan", PROBLEM)
    write(office, proposal_id, "pilihan", "", "Nama yang diusulkan lebih panjang.")
