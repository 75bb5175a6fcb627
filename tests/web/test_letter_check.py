"""The final check's list: one line for what is mended at one go, and a pin on its page for each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.lifecycle import NumberSource, SecurityClass, Urgency
from orgflow.services.lettering import letter_source
from orgflow.services.letters import EditLetter, edit_letter
from tests.factories.governments import a_government
from tests.factories.roads import a_bare_draft, letter_of
from tests.web.desk_office import DeskOffice, a_desk_office, main_of


@pytest.fixture
def bare(sqlite_url: str, tmp_path: Path) -> Iterator[DeskOffice]:
    """An office that does not know its regulation."""
    unknown = replace(a_government(), base_regulation=None)
    with a_desk_office(sqlite_url, tmp_path, unknown) as desks:
        yield desks


def test_a_regulation_that_is_not_known_is_one_line_and_one_mark(bare: DeskOffice) -> None:
    letter = letter_of(bare.office, a_bare_draft(bare.office))

    shown = main_of(bare.reader(Role.LETTER_ADMINISTRATOR).open(f"/surat/{letter.id}"))

    assert shown.count("Isi nomor, tahun, dan judul Pergub Sekretariat Daerah yang berlaku") >= 1
    assert "Isi tahun Pergub Sekretariat Daerah" not in shown
    assert "Isi judul Pergub Sekretariat Daerah" not in shown
    assert "Belum siap ditandatangani: 1 tempat harus dilengkapi" in shown


def test_a_finding_is_pinned_on_its_page_with_its_number_in_the_list(bare: DeskOffice) -> None:
    letter = letter_of(bare.office, a_bare_draft(bare.office))
    twice = "Yth. Kepala Biro CONTOH"
    edited = EditLetter(
        letter.id,
        letter_source(bare.office.context(Role.LETTER_ADMINISTRATOR), letter.id).revision,
        Urgency.ORDINARY,
        SecurityClass.ORDINARY,
        NumberSource.EXTERNAL,
        f"{twice}\n{twice}",
    )
    edit_letter(bare.office.context(Role.LETTER_ADMINISTRATOR), edited)

    shown = main_of(bare.reader(Role.LETTER_ADMINISTRATOR).open(f"/surat/{letter.id}"))

    words = f"Penerima tertulis lebih dari sekali: “{twice}”."
    (pin,) = re.findall(rf'href="#tempat-(\d+)"[^>]*: {words}"', shown)
    assert words in shown.partition(f'id="tempat-{pin}"')[2].partition("</li>")[0]
