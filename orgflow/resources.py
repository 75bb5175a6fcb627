"""Where the files that come with the program lie: inside the package, or beside it in a working copy."""

from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parent


class ResourceMissing(Exception):
    """A folder that comes with the program is not there: the installation is incomplete."""


def resource_folder(name: str) -> Path:
    """Return the folder of this name.

    Raises:
        ResourceMissing.
    """
    for place in (PACKAGE / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise ResourceMissing(name)


def page_templates() -> Path:
    """Return the folder of the pages' templates."""
    return resource_folder("templates")


def letter_templates() -> Path:
    """Return the folder with one folder a kind of letter."""
    return resource_folder("letter_templates")
