# The part of Flask-Babel that the pages use; it ships no types of its own.

from collections.abc import Callable

from flask import Flask
from flask_babel.speaklater import LazyString as LazyString

class Babel:
    def init_app(
        self,
        app: Flask,
        default_locale: str = ...,
        default_translation_directories: str = ...,
        default_timezone: str = ...,
        locale_selector: Callable[[], str | None] | None = ...,
    ) -> None: ...

def gettext(string: str, **variables: object) -> str: ...
def ngettext(singular: str, plural: str, num: int, **variables: object) -> str: ...
def lazy_gettext(string: str, **variables: object) -> LazyString: ...
