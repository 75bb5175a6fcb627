"""A proposal that is no rename: its page says the operations and draws what a split unit becomes."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from orgflow.bootstrap import Installation, build
from orgflow.config import read_settings
from orgflow.domain.access.roles import system_actor
from orgflow.domain.changes.operations import NewUnit, Part, SplitUnit
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.context import Context
from orgflow.services.organisation.pages import show_structure
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.starting.entering import enter_government
from orgflow.web.app import create_app
from orgflow.web.changes.matter import matter
from orgflow.web.proposals.header import title_of_page
from tests.factories.governments import HUMAS, a_government

ONE, TWO = UnitId(UUID(int=501)), UnitId(UUID(int=502))


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """An installation that holds one small government."""
    held = build(read_settings({}, tmp_path / "var"), may_create=True)
    held.database.upgrade()
    yield held
    held.close()


def test_a_split_bureau_is_said_and_drawn(installation: Installation) -> None:
    command = a_government()
    ctx = Context(installation.resources, system_actor("uji", command.government.id))
    enter_government(ctx, command)
    structure = _structure(ctx)
    proposal_id = ProposalId(
        create_proposal(ctx, CreateProposal(structure[HUMAS], "Biro Humas Baru", "alasan"))
    )
    media = structure["Bagian Media"]
    parts = (
        Part(NewUnit(ONE, "biro", "Biro Media", structure["Sekretariat Daerah"], 1), child_ids=(media,)),
        Part(NewUnit(TWO, "biro", "Biro Protokol", structure["Sekretariat Daerah"], 2)),
    )
    page = show_proposal(ctx, proposal_id)
    split = ChangeOperations(proposal_id, page.revision, SplitUnit(structure[HUMAS], parts, ONE))
    change_operations(ctx, split)

    page = show_proposal(ctx, proposal_id)
    with create_app(installation).test_request_context():
        shown, title = matter(ctx, page), title_of_page(page)

    said = ["".join(piece.text for piece in one.pieces) for one in shown.operations]
    assert said[1].startswith("Biro Humas Baru dipecah menjadi Biro Media dan Biro Protokol, mulai")
    assert [one.problem for one in shown.operations] == ["", ""]
    (branch,) = shown.charts.after
    assert [node.name for node in branch.children] == ["Biro Media", "Biro Protokol"]
    assert [node.name for node in branch.children[0].children] == ["Bagian Media"]
    assert title.line == "Susunan Biro Humas: 2 perubahan"
    assert [act.label for act in shown.operations[1].actions] == ["Ubah", "Naikkan", "Hapus"]
    assert page.others_said == ("Biro Humas Baru dipecah menjadi Biro Media dan Biro Protokol",)


def _structure(ctx: Context) -> dict[str, UnitId]:
    return {unit.name: unit.id for unit in show_structure(ctx).structure.units.values()}
