"""What somebody types who begins an office."""

from pathlib import Path
from typing import Final

from flask import Flask
from werkzeug.test import TestResponse

from orgflow.setup_code import offered_code
from tests.web.visitor import Visitor

PASSWORD: Final = "kuda lumping di atap"
TYPED: Final = {
    "name": "Provinsi Uji Coba",
    "code": "uji",
    "capital": "Kota Uji",
    "zone": "Asia/Jayapura",
    "paper": "f4",
    "contact": "Jalan Uji Nomor 1",
    "display_name": "Contoh Satu, S.H.",
    "username": "contoh.satu",
    "password": PASSWORD,
    "password_again": PASSWORD,
}


def code_of(folder: Path) -> str:
    """Return the setup code that the terminal would print."""
    code = offered_code(folder)
    assert code is not None
    return code


def begin(app: Flask, folder: Path, **typed: str) -> tuple[Visitor, TestResponse]:
    """Begin an office by its page and return who did, and what was answered."""
    visitor = Visitor.of(app)
    answer = visitor.send("/mulai", **{**TYPED, "setup_code": code_of(folder), **typed})
    return visitor, answer
