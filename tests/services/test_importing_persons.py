"""Whom a file means: one person or two of one name is asked, told by row, and never decided in silence."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.reconciled import PlannedAct
from orgflow.domain.organisation.roster import RowDoubtCode
from orgflow.services.context import Context
from orgflow.services.organisation.importing import (
    ConfirmImport,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_pages import ImportPreview, preview_file
from orgflow.services.registry import held_history
from orgflow.web.importing.faults import doubt_sentence, fault_place
from tests.factories.office import Office
from tests.factories.sheets import SMALL, UNIT_HEADINGS, Cell, xlsx_of

ON: Final = date(2026, 3, 1)
NAME: Final = "Siti Karangan, S.E."
NIPS: Final = ("198001012005012001", "198502022010012002")
POSTS: Final = [
    ("kode_jabatan", "kode_unit", "nama_jabatan", "formasi"),
    ("arsip", "umum", "Arsiparis", 2),
    ("analis", "umum", "Analis", 1),
]


def a_file(*holders: Sequence[Cell]) -> bytes:
    headings = ("kode_jabatan", "nama_pejabat", "nip", "kode_pejabat")
    return xlsx_of({"unit": [UNIT_HEADINGS, *SMALL], "jabatan": POSTS, "pejabat": [headings, *holders]})


def keeper(office: Office) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR)


def looked_at(office: Office, content: bytes) -> ImportPreview:
    return preview_file(keeper(office), content, "pejabat.xlsx", ON)


def imported(office: Office, content: bytes) -> ImportPreview:
    preview = looked_at(office, content)
    assert preview.faults == ()
    upload = bring_table(content, "upload", "pejabat.xlsx")
    confirm_import(keeper(office), ConfirmImport(prepare_import(keeper(office), PrepareImport(upload, ON))))
    return preview


def holders(office: Office) -> list[tuple[str, str | None, int]]:
    """Return name, number and count of posts of each person of the name."""
    with office.resources.reading() as session:
        history = held_history(keeper(office).inside(session))
    held = [record.official_id for record in history.appointments.values()]
    found = (one for one in history.officials.values() if one.name.casefold() == NAME.casefold())
    return sorted(((one.name, one.nip, held.count(one.official_id)) for one in found), key=str)


def test_a_name_in_two_posts_is_told_as_one_person_and_asked_about_by_row(office: Office) -> None:
    content = a_file(("arsip", NAME, "", ""), ("analis", NAME, "", ""))

    preview = imported(office, content)

    (doubt,) = preview.doubts
    assert (doubt.sheet, doubt.row, doubt.column) == ("pejabat", 3, "nama_pejabat")
    assert (doubt.code, doubt.value, doubt.beside) == (RowDoubtCode.SAME_NAME, NAME, "Arsiparis")
    assert fault_place(doubt) == "Lembar pejabat, baris 3, kolom nama_pejabat"
    assert doubt_sentence(doubt).startswith(f"“{NAME}” dianggap orang yang sama dengan yang menjabat Arsip")
    assert holders(office) == [(NAME, None, 2)]
    again = looked_at(office, content)
    assert (again.changes, again.doubts) == ((), ())


def test_two_numbers_are_two_persons_of_one_name(office: Office) -> None:
    content = a_file(("arsip", NAME, NIPS[0], ""), ("analis", NAME, NIPS[1], ""))

    preview = imported(office, content)

    assert preview.doubts == ()
    assert holders(office) == [(NAME, NIPS[0], 1), (NAME, NIPS[1], 1)]
    assert looked_at(office, content).changes == ()


def test_a_code_tells_two_persons_of_one_name_apart_in_two_posts_and_in_one(office: Office) -> None:
    content = a_file(("arsip", NAME, "", "a"), ("arsip", NAME.upper(), "", "b"), ("analis", NAME, "", "a"))

    preview = imported(office, content)

    assert preview.doubts == ()
    assert sorted(count for _, _, count in holders(office)) == [1, 2]
    again = looked_at(office, content)
    assert (again.changes, again.doubts) == ((), ())


def test_a_number_finds_its_person_before_a_name_does(office: Office) -> None:
    imported(office, a_file(("arsip", NAME, "", "a"), ("analis", NAME, NIPS[1], "b")))

    found = looked_at(office, a_file(("arsip", NAME, "", "a"), ("analis", NAME, NIPS[1], "")))

    assert (found.changes, found.doubts) == ((), ())
    assert holders(office) == [(NAME, NIPS[1], 1), (NAME, None, 1)]


def test_a_number_that_comes_later_is_told_as_a_change_of_the_person(office: Office) -> None:
    imported(office, a_file(("arsip", NAME, "", "")))

    preview = imported(office, a_file(("arsip", NAME, NIPS[0], "")))

    (change,) = preview.changes
    assert (change.act, change.row, change.before) == (PlannedAct.CORRECT, 2, NAME)
    assert change.after == f"{NAME}, {NIPS[0]}"
    assert holders(office) == [(NAME, NIPS[0], 1)]


def test_one_spelling_after_another_does_not_change_to_and_fro(office: Office) -> None:
    content = a_file(("arsip", NAME, NIPS[0], ""), ("analis", NAME.upper(), NIPS[0], ""))

    imported(office, content)

    assert looked_at(office, content).changes == ()
