"""Applications over one installation after another: building one takes longer than most tests of pages."""

import atexit
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from flask import Flask

from orgflow.bootstrap import Installation, build
from orgflow.config import Settings, read_settings
from orgflow.letters.worker import LetterRenderer
from orgflow.web.app import create_app
from orgflow.web.current import EXTENSION
from orgflow.web.sessions import OfficeSessions

_ANYWHERE: Final = Path()


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an application is built from, besides where its data lie and whose they are."""

    settings: Settings
    is_demo: bool

    @classmethod
    def of(cls, installation: Installation) -> "_Shape":
        """Return the shape of an installation's application."""
        told = installation.settings
        settings = replace(told, data=_ANYWHERE, files=_ANYWHERE, queue_url="", database_url="")
        return cls(settings, installation.is_demo)


_IDLE: Final[defaultdict[_Shape, list[Flask]]] = defaultdict(list)


@contextmanager
def an_application(installation: Installation) -> Iterator[Flask]:
    """Yield the application of an installation: one that is built, or one that another test has done with.

    Nobody else has it meanwhile. A test that gives an application routes of its own builds its own.
    """
    idle = _IDLE[_Shape.of(installation)]
    app = idle.pop() if idle else create_app(installation)
    app.extensions[EXTENSION] = installation
    app.config["SECRET_KEY"] = installation.secret
    app.session_interface = OfficeSessions(installation)
    held = dict(app.config)
    try:
        yield app
    finally:
        app.config.clear()
        app.config.update(held)
        idle.append(app)


@contextmanager
def an_installed_application(folder: Path, url: str) -> Iterator[Flask]:
    """Yield the application of an installation in a folder, with the program's own clock."""
    built = build(read_settings({"ORGFLOW_DATABASE_URL": url}, folder), may_create=True)
    installation = replace(built, resources=replace(built.resources, renderer=_renderer()))
    try:
        with an_application(installation) as app:
            yield app
    finally:
        built.close()


@cache
def _renderer() -> LetterRenderer:
    """Return the rendering processes of all applications; they wait for a slow machine."""
    renderer = LetterRenderer(workers=1, timeout_s=90)
    atexit.register(renderer.close)
    return renderer
