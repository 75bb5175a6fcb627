"""The installed wheel works from an empty folder, with nothing of the repository in reach."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest


class Run:
    """Runs the installed program; what it says is what it printed."""

    def __init__(self, installed: Path, folder: Path) -> None:
        self.installed = installed
        self.folder = folder

    def python(self, code: str) -> str:
        """Run a few lines."""
        return self._said(sys.executable, "-c", textwrap.dedent(code))

    def orgflow(self, *arguments: str) -> str:
        """Run the command."""
        return self._said(sys.executable, str(self.installed / "bin" / "orgflow"), *arguments)

    def _said(self, *command: str) -> str:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ORGFLOW_")}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**kept, "PYTHONPATH": str(self.installed), "PYTHONWARNINGS": "error"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """What runs the installed program in an empty folder."""
    return Run(installed, tmp_path)


def test_the_templates_are_found_inside_the_package(run: Run) -> None:
    said = run.python(
        """
        from orgflow.resources import letter_templates, page_templates

        print(page_templates())
        print(letter_templates())
        """
    )

    package = run.installed / "orgflow"
    assert said.splitlines() == [str(package / "templates"), str(package / "letter_templates")]


def test_every_kind_of_letter_is_written_from_its_sample(run: Run) -> None:
    said = run.python(
        """
        from orgflow.letters.templates import letter_kinds, load_sample, load_template
        from orgflow.letters.worker import LetterRenderer
        from orgflow.resources import letter_templates

        renderer = LetterRenderer()
        for kind in letter_kinds(letter_templates()):
            template = load_template(letter_templates(), kind)
            letter = renderer.render(template, load_sample(letter_templates(), kind), None)
            print(kind, letter.docx[:2].decode(), letter.pdf[:5].decode(), letter.page_count > 0)
        renderer.close()
        """
    )

    kinds = [path.parent.name for path in (run.installed / "orgflow/letter_templates").glob("*/letter.toml")]
    assert kinds
    assert said.splitlines() == [f"{kind} PK %PDF- True" for kind in sorted(kinds)]


def test_a_stranger_can_begin(run: Run) -> None:
    assert "orgflow" in run.orgflow("--help").lower()

    run.orgflow("init", "--data", "kantor")
    checked = run.orgflow("check", "--json", "--data", "kantor")

    assert checked.startswith(("{", "["))
    assert [path.name for path in run.folder.iterdir()] == ["kantor"]


def test_the_pages_are_published(run: Run) -> None:
    assert '"/masuk"' in run.orgflow("routes", "--json", "--data", "kantor")
