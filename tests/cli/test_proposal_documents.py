"""The command that writes a proposal's derived documents."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.store.governments import GovernmentRow
from orgflow.store.proposals import ProposalRow
from tests.cli.test_commands import held, orgflow

__all__ = ["held"]


def a_proposal_of(data: Path, code: str) -> UUID:
    """Return a proposal of one of the demo's governments."""
    installation = build(read_settings({}, data), may_create=False)
    with installation.resources.reading() as session:
        found = session.scalars(
            select(ProposalRow.id)
            .join(GovernmentRow, GovernmentRow.id == ProposalRow.government_id)
            .where(GovernmentRow.code == code)
        ).first()
    installation.close()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "form", "start"),
    [
        ("matriks", "xlsx", b"PK\x03\x04"),
        ("rancangan-pergub", "pdf", b"%PDF"),
        ("bagan-perubahan", "svg", b"<svg"),
    ],
)
def test_a_document_is_written_to_a_file(
    held: Path, tmp_path: Path, kind: str, form: str, start: bytes
) -> None:
    output = tmp_path / f"{kind}.{form}"
    proposal_id = a_proposal_of(held, "contoh")

    answer = orgflow(
        *("proposal", "document", str(proposal_id), kind, "--format", form, "--government", "contoh"),
        *("--output", str(output)),
        data=held,
    )

    assert answer.returncode == 0, answer.stderr
    assert output.read_bytes().startswith(start)


def test_a_form_that_a_document_has_not_is_refused_in_a_sentence(held: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.xlsx"

    answer = orgflow(
        *("proposal", "document", str(a_proposal_of(held, "contoh")), "daftar-dampak", "--format", "xlsx"),
        *("--government", "contoh", "--output", str(output)),
        data=held,
    )

    assert answer.returncode == 1
    assert "Dokumen ini tidak ada dalam bentuk itu" in answer.stderr
    assert not output.exists()
