"""The drafting rules of regulations, read from the folder of letter templates."""

import tomllib
from pathlib import Path

from orgflow.domain.papers.drafting import USUAL_SOURCE, Drafting, DraftingRule
from orgflow.letters.errors import TemplateUnreadable
from orgflow.letters.templates import SHARED


def load_drafting(root: Path) -> Drafting:
    """Return the rules by their names.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        TemplateUnreadable: the file is not TOML, or a rule has no wording.
    """
    path = root / SHARED / "drafting.toml"
    try:
        told: dict[str, dict[str, object]] = tomllib.loads(path.read_text("utf-8"))["rules"]
        rules = {
            name: DraftingRule(
                str(rule["wording"]),
                str(rule.get("source", USUAL_SOURCE)),
                rule.get("verified") is True,
            )
            for name, rule in told.items()
        }
    except (OSError, KeyError, tomllib.TOMLDecodeError) as broken:
        raise TemplateUnreadable(at=path.name) from broken
    return Drafting(rules)
