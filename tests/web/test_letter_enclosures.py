"""The section Lampiran of a letter's page, and the files that it leads to."""

import re

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.kinds import LetterKind
from tests.factories.letter_kinds import a_letter
from tests.factories.roads import a_draft, letter_of
from tests.web.desk_office import DeskOffice, main_of

TU = Role.LETTER_ADMINISTRATOR


def test_the_page_lists_the_enclosures_in_order_with_their_files(desks: DeskOffice) -> None:
    letter = letter_of(desks.office, a_draft(desks.office))

    shown = main_of(desks.reader(TU).open(f"/surat/{letter.id}"))

    section = shown.partition('id="lampiran"')[2].partition("</section>")[0]
    assert re.findall(r"<b>(Lampiran \w+)\.", section) == [
        "Lampiran I",
        "Lampiran II",
        "Lampiran III",
        "Lampiran IV",
    ]
    base = f"/surat/{letter.id}/lampiran/unduh"
    for name in ("matriks.pdf", "matriks.docx", "bagan-perubahan.pdf", "bagan-perubahan.docx"):
        assert f'href="{base}/{name}"' in section
    assert section.count('href="/berkas/') == 2


def test_a_derived_enclosure_is_handed_out_and_others_are_not_found(desks: DeskOffice) -> None:
    letter = letter_of(desks.office, a_draft(desks.office))
    reader, base = desks.reader(TU), f"/surat/{letter.id}/lampiran/unduh"

    answer = reader.open(f"{base}/matriks.docx")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="lampiran-matriks-')
    assert answer.headers["Cache-Control"] == "private, no-store"
    for name in ("matriks.xlsx", "matriks.exe", "daftar-dampak.pdf", "lain.pdf"):
        assert reader.open(f"{base}/{name}").status_code == 404


def test_a_letter_that_encloses_nothing_has_no_such_section(desks: DeskOffice) -> None:
    letter_id = a_letter(desks.office, LetterKind.STAFF_STUDY, a_draft(desks.office))

    shown = main_of(desks.reader(TU).open(f"/surat/{letter_id}"))

    assert 'id="lampiran"' not in shown
