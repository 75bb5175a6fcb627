"""The command that draws a chart."""

from pathlib import Path

import pytest

from tests.cli.running import orgflow
from tests.cli.test_commands import held

__all__ = ["held"]


@pytest.mark.parametrize(("form", "start"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("docx", b"PK\x03\x04")])
def test_a_chart_is_written_to_a_file(held: Path, tmp_path: Path, form: str, start: bytes) -> None:
    output = tmp_path / f"bagan.{form}"

    answer = orgflow(
        *("structure", "chart", "--on", "2022-12-07", "--format", form, "--output", str(output)),
        *("--root", "sekretariat daerah", "--names", "--paper", "a3", "--compare", "2019-01-01"),
        data=held,
    )

    assert answer.returncode == 0, answer.stderr
    assert output.read_bytes().startswith(start)
    assert f"Ditulis: {output}" in answer.stdout


def test_a_unit_that_is_not_there_is_named(held: Path, tmp_path: Path) -> None:
    output = tmp_path / "bagan.pdf"

    answer = orgflow(
        *("structure", "chart", "--on", "2022-12-07", "--format", "pdf", "--root", "Biro Sihir"),
        *("--output", str(output)),
        data=held,
    )

    assert answer.returncode == 1
    assert "Biro Sihir" in answer.stderr
    assert not output.exists()
