"""Options of a proposal put side by side, in few words."""

from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.options.option import (
    OptionLetter,
    OptionStart,
)
from orgflow.domain.papers.document import Block
from orgflow.domain.values import ProposalId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.dossier import open_dossier
from orgflow.services.option_pages import OptionsPage, show_options
from orgflow.services.option_study import options_blocks
from orgflow.services.options import (
    AddOption,
    ChooseOption,
    TakeOption,
    add_option,
    choose_option,
    take_option,
)
from orgflow.store.proposals import Scope, load_row
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.factories.roads import page, revision

HYBRID: Final = "Biro Administrasi Pimpinan dan Humas"


def add(
    office: Office,
    proposal_id: ProposalId,
    title: str = "Nama gabungan",
    start: OptionStart = OptionStart.COPY,
    *,
    seen: int | None = None,
) -> None:
    """Put an option beside the others, as the head of the bureau."""
    held = revision(office, proposal_id) if seen is None else seen
    command = AddOption(proposal_id, held, title, "Satu kalimat.", start)
    add_option(office.context(Role.BUREAU_HEAD), command)


def take(office: Office, proposal_id: ProposalId, letter: OptionLetter) -> None:
    """Work on an option."""
    command = TakeOption(proposal_id, revision(office, proposal_id), letter)
    take_option(office.context(Role.BUREAU_HEAD), command)


def choose(
    office: Office,
    proposal_id: ProposalId,
    letter: OptionLetter,
    reason: str = "Paling sesuai kebutuhan pimpinan.",
    *,
    seen: int | None = None,
    role: Role = Role.BUREAU_HEAD,
) -> None:
    """Choose an option."""
    held = revision(office, proposal_id) if seen is None else seen
    choose_option(office.context(role), ChooseOption(proposal_id, held, letter, reason))


def rename_in_hand(office: Office, proposal_id: ProposalId, name: str) -> None:
    """Give the unit another name in the option that is worked on."""
    placed = page(office, proposal_id).operations[0]
    operation = RenameUnit(office.units[HUMAS], name)
    command = ChangeOperations(proposal_id, revision(office, proposal_id), operation, placed.id)
    change_operations(office.context(Role.BUREAU_HEAD), command)


def shown(office: Office, proposal_id: ProposalId) -> OptionsPage:
    """Return the options as the head of the bureau reads them."""
    return show_options(office.context(Role.BUREAU_HEAD), proposal_id)


def names(office: Office, proposal_id: ProposalId) -> list[str]:
    """Return what each option calls the unit."""
    return [option.measures.names[0] for option in shown(office, proposal_id).options]


def blocks(office: Office, proposal_id: ProposalId) -> tuple[Block, ...]:
    """Return the comparison as the study states it."""
    ctx = office.context(Role.BUREAU_HEAD)
    with office.resources.reading() as session:
        inside = ctx.inside(session)
        row = load_row(session, Scope(office.government_id), proposal_id)
        return options_blocks(inside, open_dossier(inside, row))
