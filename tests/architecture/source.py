"""Where the project's source stands and how a rule reads it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "orgflow"
DOMAIN = PACKAGE / "domain"
SERVICES = PACKAGE / "services"
TEMPLATES = ROOT / "templates"
DOCS = ROOT / "docs"


@dataclass(frozen=True, slots=True)
class Module:
    """One parsed Python file."""

    path: Path
    tree: ast.Module

    def at(self, node: ast.AST, what: str) -> str:
        """Say where a finding is, so that an editor can go there."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {what}"


def modules(folder: Path) -> Iterator[Module]:
    """Yield every Python file below a folder, parsed."""
    for path in sorted(folder.rglob("*.py")):
        yield Module(path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names that an import statement reaches for."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module is not None:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(node: ast.AST) -> str:
    """Return the dotted name of ``a.b.c``; what hangs on a call or an index begins with ``?``."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def write(folder: Path, name: str, text: str) -> Path:
    """Write a broken example for a rule to bite."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder
