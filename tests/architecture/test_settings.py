"""Every setting is documented, and nothing is documented that is no setting."""

import re
from collections.abc import Iterable
from pathlib import Path

from orgflow.config import VARIABLES
from tests.architecture.source import DOCS, PACKAGE, write

CONFIGURE = DOCS / "how-to" / "configure.md"
NAME = re.compile(r"\bORGFLOW_[A-Z][A-Z_]*[A-Z]\b")


def undocumented(names: Iterable[str], text: str) -> set[str]:
    """Return the settings that a document leaves out."""
    return set(names) - set(NAME.findall(text))


def invented(names: Iterable[str], text: str) -> set[str]:
    """Return what a document calls a setting and the program refuses."""
    return set(NAME.findall(text)) - set(names)


def named_in(folder: Path) -> set[str]:
    """Return every setting that the code names."""
    return {
        name
        for path in folder.rglob("*")
        if path.suffix in {".html", ".py"}
        for name in NAME.findall(path.read_text(encoding="utf-8"))
    }


def test_every_setting_is_documented() -> None:
    assert undocumented(VARIABLES, CONFIGURE.read_text(encoding="utf-8")) == set()


def test_no_document_invents_a_setting() -> None:
    documents = [path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")]

    assert invented(VARIABLES, "\n".join(documents)) == set()


def test_the_code_names_no_unknown_setting() -> None:
    assert named_in(PACKAGE) <= set(VARIABLES)


def test_an_undocumented_setting_is_found() -> None:
    assert undocumented(["ORGFLOW_DATA", "ORGFLOW_PORT"], "| `ORGFLOW_DATA` | folder |") == {"ORGFLOW_PORT"}
    assert undocumented(["ORGFLOW_DATA"], "`ORGFLOW_DATABASE_URL`") == {"ORGFLOW_DATA"}
    assert invented(["ORGFLOW_DATA"], "`ORGFLOW_PORT`") == {"ORGFLOW_PORT"}


def test_an_unknown_name_in_the_code_is_found(tmp_path: Path) -> None:
    assert named_in(write(tmp_path, "cli/serving.py", 'os.environ["ORGFLOW_SHORTCUT"]')) == {
        "ORGFLOW_SHORTCUT"
    }
