"""Where templates and letter templates lie: inside the installed package, else beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(Exception):
    """The package was built without a folder it needs."""


def resource_folder(name: str) -> Path:
    """Return a folder of resources.

    Raises:
        ResourceMissing: it lies neither in the package nor beside it.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise ResourceMissing(name)


def templates() -> Path:
    """Return the folder of page templates."""
    return resource_folder("templates")


def letter_templates() -> Path:
    """Return the folder of letter templates, one folder a kind."""
    return resource_folder("letter_templates")
