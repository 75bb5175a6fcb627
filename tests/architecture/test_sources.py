"""Every source that the code names by its key stands in docs/sources.md."""

import ast
import re
from pathlib import Path

from tests.architecture.source import DOCS, PACKAGE, ROOT, modules, write

SOURCES = DOCS / "sources.md"
# [PERMENDAGRI-83-2022 art. 5]: the key, and then where in it.
KEY = re.compile(r"\[([A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)*)(?: [^\]\n]*)?\]")
ENTRY = re.compile(r"^(?:#+|[-*|]) *(?:\*\*|`)?\[?([A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)*)\]?", re.MULTILINE)


def known_keys(text: str) -> set[str]:
    """Return the keys that a list of sources defines: at the head of a heading, an item or a row."""
    return set(ENTRY.findall(text))


def named_keys(folder: Path) -> dict[str, list[str]]:
    """Return the keys that docstrings name, each with where."""
    found: dict[str, list[str]] = {}
    for module in modules(folder):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                for key in KEY.findall(str(node.value.value)):
                    found.setdefault(key, []).append(module.at(node, key))
    return found


def cited_keys(folder: Path) -> dict[str, list[str]]:
    """Return the keys that letters cite under ``source``, each with where."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("source"):
                for key in KEY.findall(line.partition("=")[2]):
                    found.setdefault(key, []).append(f"{path}: {key}")
    return found


def unknown_keys(named: dict[str, list[str]], text: str) -> list[str]:
    """Name every place whose key the list of sources does not define."""
    known = known_keys(text)
    return [place for key, places in named.items() if key not in known for place in places]


def test_every_source_named_is_listed() -> None:
    text = SOURCES.read_text(encoding="utf-8")

    assert unknown_keys(named_keys(PACKAGE), text) == []
    assert unknown_keys(cited_keys(ROOT / "letter_templates"), text) == []


def test_an_unlisted_source_is_found(tmp_path: Path) -> None:
    named = named_keys(
        write(tmp_path, "rule.py", 'def f():\n    """Do it.\n\n    Source: [UU-23-2014 art. 5].\n    """\n')
    )

    assert list(named) == ["UU-23-2014"]
    assert unknown_keys(named, "# Sources\n\n- **PP-18-2016** Perangkat Daerah\n")
    assert not unknown_keys(named, "# Sources\n\n- **UU-23-2014** Pemerintahan Daerah\n")


def test_an_unlisted_source_of_a_letter_is_found(tmp_path: Path) -> None:
    cited = cited_keys(write(tmp_path, "surat/letter.toml", 'source = "[PERMENDAGRI-1-2023 lampiran]"\n'))

    assert unknown_keys(cited, "- [UU-23-2014] Pemerintahan Daerah\n")
    assert not unknown_keys(cited, "| PERMENDAGRI-1-2023 | Tata naskah dinas |\n")
