"""Regulations of a file by their kind: known under code and name, in whatever letters they are written."""

from datetime import date
from typing import Final

import pytest

from orgflow.domain.access.roles import Role
from orgflow.services.organisation.importing import (
    ConfirmImport,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_pages import preview_file
from orgflow.services.organisation.instruments import list_instruments
from tests.factories.governments import BASE
from tests.factories.office import Office
from tests.factories.sheets import csv_of

ON: Final = date(2026, 3, 1)
HEADINGS: Final = ("kunci", "jenis", "tentang", "nomor", "tahun")


def a_file(kind: str, number: str = "UJI-9", title: str = "Karangan") -> bytes:
    return csv_of(HEADINGS, [("p1", kind, title, number, 2025)])


def take(office: Office, content: bytes) -> None:
    ctx, upload = office.context(Role.SYSTEM_ADMINISTRATOR), bring_table(content, "f", "peraturan.csv")
    confirm_import(ctx, ConfirmImport(prepare_import(ctx, PrepareImport(upload, ON))))


def kinds(office: Office) -> dict[str | None, str]:
    return {one.number: one.kind for one in list_instruments(office.as_system()).held}


@pytest.mark.parametrize("kind", ["pergub", "Pergub", "PERGUB", "Peraturan Gubernur", "PERATURAN  GUBERNUR"])
def test_one_kind_is_one_in_whatever_letters(office: Office, kind: str) -> None:
    take(office, a_file("pergub"))

    again = preview_file(office.context(Role.SYSTEM_ADMINISTRATOR), a_file(kind), "lagi.csv", ON)

    assert (again.changes, again.faults) == ((), ())
    assert kinds(office) == {BASE: "pergub", "UJI-9": "pergub"}


def test_a_kind_of_the_office_s_own_stays_as_it_is_written_and_is_known_again(office: Office) -> None:
    take(office, a_file("Instruksi Gubernur"))

    again = preview_file(office.context(Role.SYSTEM_ADMINISTRATOR), a_file("INSTRUKSI GUBERNUR"), "l.csv", ON)

    assert kinds(office)["UJI-9"] == "Instruksi Gubernur"
    assert again.changes == ()
