"""Somebody at the door without a browser: opens pages, fills in their forms, sends them."""

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

_FIELDS: Final = ("input", "select", "textarea")


@dataclass(frozen=True, slots=True)
class Visitor:
    """One visitor with cookies of its own."""

    client: FlaskClient

    @staticmethod
    def of(app: Flask) -> "Visitor":
        """Return a visitor whom nobody knows yet."""
        return Visitor(app.test_client())

    def open(self, path: str) -> TestResponse:
        """Open a page."""
        return self.client.get(path)

    def fill(self, path: str, target: str | None = None, **typed: str) -> dict[str, str]:
        """Return what the form of a page would send, with what was typed."""
        held = form_of(self.open(path).get_data(as_text=True), target or path)
        assert held, f"{path} has no form for {target or path}"
        return {**held, **typed}

    def send(self, path: str, target: str | None = None, **typed: str) -> TestResponse:
        """Fill in the form of a page and send it."""
        return self.client.post(target or path, data=self.fill(path, target, **typed))

    def sign_in(self, username: str, password: str) -> None:
        """Enter by the sign-in page."""
        answer = self.send("/masuk", username=username, password=password)
        assert answer.status_code == 303, answer.get_data(as_text=True)[-2000:]


def form_of(page: str, target: str) -> dict[str, str]:
    """Return what a page's form for an address would send; nothing where there is none."""
    forms = _Forms(target)
    forms.feed(page)
    return forms.values


class _Forms(HTMLParser):
    """Reads the fields of the form that is sent to an address."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._target, self._is_in, self._name = target, False, ""
        self._is_first, self._is_area = False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field with its value."""
        held = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_in = held.get("action") == self._target
        elif self._is_in and tag in _FIELDS and "name" in held:
            self._name = held["name"]
            self._is_first, self._is_area = tag == "select", tag == "textarea"
            if held.get("type") not in ("checkbox", "radio") or "checked" in held:
                self.values[self._name] = held.get("value", "")
        elif self._is_in and tag == "option" and ("selected" in held or self._is_first):
            self.values[self._name], self._is_first = held.get("value", ""), False
        if tag == "input":
            self._name = ""

    def handle_data(self, data: str) -> None:
        """Note what stands in a text area."""
        if self._is_in and self._is_area and self._name and self.values.get(self._name) == "":
            self.values[self._name] = data.strip()

    def handle_endtag(self, tag: str) -> None:
        """Leave a field or the form."""
        if tag in ("textarea", "select"):
            self._name = ""
        if tag == "form":
            self._is_in = False
