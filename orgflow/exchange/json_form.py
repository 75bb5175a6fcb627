"""How our own form is called as JSON: its name, its version, and the name of each table."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.organisation.roster import Sheet

FORMAT: Final = "orgflow-structure"
VERSION: Final = 1
NAMES: Final[Mapping[Sheet, str]] = {
    Sheet.UNITS: "units",
    Sheet.POSTS: "posts",
    Sheet.HOLDERS: "holders",
    Sheet.FUNCTIONS: "functions",
    Sheet.SUCCESSIONS: "successions",
    Sheet.REGULATIONS: "regulations",
    Sheet.ARTICLES: "articles",
}
