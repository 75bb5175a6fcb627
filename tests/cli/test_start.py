"""A command does not wait for the libraries of the others."""

import subprocess
import sys

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from orgflow.store.migrations import revisions
from tests.architecture.source import PACKAGE

HEAVY = (
    "alembic", "docx", "fontTools", "gunicorn", "huey", "openpyxl", "orgflow.web.app", "pikepdf",
    "pypdfium2", "rdflib", "weasyprint",
)  # fmt: skip
PROGRAM = """
import sys
from orgflow.cli.main import main
try:
    main()
finally:
    print("LOADED", *(name for name in {heavy!r} if name in sys.modules))
"""


def loaded_by(*words: str) -> set[str]:
    """Return which of the heavy libraries a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(heavy=HEAVY), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == "LOADED", done.stderr
    return set(last[1:])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A data folder that was prepared."""
    folder = str(tmp_path_factory.mktemp("start"))
    assert "alembic" in loaded_by("init", "--data", folder)
    return folder


@pytest.mark.parametrize(
    "words", ["government list", "structure show --on 2026-01-01", "letter list", "audit verify"]
)
def test_a_command_that_looks_loads_nothing_heavy(words: str, data: str) -> None:
    assert loaded_by(*words.split(), "--data", data) == set()


def test_the_web_program_loads_nothing_that_draws() -> None:
    program = "import sys, orgflow.web.app; print([name for name in sys.argv[1:] if name in sys.modules])"
    drawing = ("fontTools", "pikepdf", "pypdfium2", "weasyprint")

    done = subprocess.run(
        [sys.executable, "-c", program, *drawing], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == "[]"


def test_the_newest_revision_is_told_as_alembic_tells_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(PACKAGE / "store" / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    assert revisions.code_head() == scripts.get_current_head()
    for script in scripts.walk_revisions():
        assert script.path.rpartition("/")[2].startswith(f"{script.revision}_")
