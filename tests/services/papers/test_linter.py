"""The linter: an edited Word file against the change-set. Ten seeded disagreements, and an untouched file."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import docx
import pytest

from orgflow.domain.changes.operations import (
    AbolishUnit,
    Below,
    CreateUnit,
    Fate,
    Point,
    RenameUnit,
    ReviseFunctions,
)
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.linting import LintCode, LintFinding, lint
from orgflow.letters.drafting import load_drafting
from orgflow.letters.paper_docx import write_paper_docx
from orgflow.letters.word_lines import read_word_lines
from orgflow.resources import letter_templates
from orgflow.services.papers.regulation import amending_document
from tests.factories.changes import SUBDIVISION
from tests.factories.papers import a_case, an_instrument
from tests.factories.secretariat import HUMAS, LIPUTAN, MEDIA, PRESS, PROTOKOL, PUBLIKASI, a_new

NEW: Final = "Biro Administrasi Pimpinan"
C = LintCode


def the_case() -> Case:
    """Return a rename, a revised function, a unit that ends and one that begins, on an amended regulation."""
    case = a_case(
        RenameUnit(HUMAS, NEW),
        ReviseFunctions(
            PUBLIKASI, amended=(Point(PRESS, FunctionKind.FUNCTION, 1, "kerja sama media baru"),)
        ),
        AbolishUnit(MEDIA, LIPUTAN, Below.TO_PARENT, Fate.ENDED, Fate.TO_HEIR),
        CreateUnit(a_new(0, SUBDIVISION, "Subbagian Tamu", PROTOKOL)),
    )
    law = an_instrument("uu", "CONTOH-23", "Contoh Pemerintahan", year=2014, key=7_101)
    rule = an_instrument("pp", "CONTOH-18", "Contoh Perangkat", year=2016, key=7_102)
    earlier = an_instrument("pergub", "CONTOH-005", "Perubahan", year=2024, key=7_103)
    return replace(case, instruments=(*case.instruments, rule, law), amendments=(earlier,))


def word_file(case: Case) -> bytes:
    """Return the draft as it is handed out."""
    return write_paper_docx(amending_document(case, load_drafting(letter_templates())), None, None)


def edited(case: Case, edit: Callable[[docx.document.Document], None]) -> tuple[LintFinding, ...]:
    """Return what the linter says of the file after somebody worked in it."""
    document = docx.Document(io.BytesIO(word_file(case)))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    derived = texts_of(amending_document(case, load_drafting(letter_templates())))
    return lint(case, derived, read_word_lines(saved.getvalue()))


def putting(old: str, new: str, *, last: bool = False) -> Callable[[docx.document.Document], None]:
    """Return an edit that puts words in others' place, in the first or last paragraph that has them."""

    def edit(document: docx.document.Document) -> None:
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        held = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
        found = [one for one in held if old in one.text]
        assert found, old
        chosen = found[-1 if last else 0]
        whole = chosen.text.replace(old, new)
        for run in chosen.runs[1:]:
            run.text = ""
        chosen.runs[0].text = whole

    return edit


def dropping(start: str) -> Callable[[docx.document.Document], None]:
    """Return an edit that deletes the first paragraph that begins so."""

    def edit(document: docx.document.Document) -> None:
        chosen = next(one for one in document.paragraphs if one.text.startswith(start))
        chosen._p.getparent().remove(chosen._p)

    return edit


def adding_before(start: str, words: str) -> Callable[[docx.document.Document], None]:
    """Return an edit that writes a paragraph before the first that begins so."""

    def edit(document: docx.document.Document) -> None:
        next(one for one in document.paragraphs if one.text == start).insert_paragraph_before(words)

    return edit


def swapping_bases(document: docx.document.Document) -> None:
    """Put the law behind the government's regulation."""
    rows = document.tables[1].rows
    one, other = rows[1].cells[3].paragraphs[0], rows[2].cells[3].paragraphs[0]
    words = [one.text, other.text]
    for paragraph, text in zip((one, other), reversed(words), strict=True):
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text


SEEDED: Final[dict[str, tuple[Callable[[docx.document.Document], None], LintCode]]] = {
    "an old name is back in an article": (
        putting(f"{NEW} membawahkan", "Biro Humas dan Protokol membawahkan"),
        C.OLD_NAME_LEFT,
    ),
    "the new name is misspelt": (
        putting(f"{NEW} mempunyai", "Biro Adminstrasi Pimpinan mempunyai"),
        C.NEW_NAME_MISSING,
    ),
    "a numbered change is gone": (dropping("4.\t"), C.CHANGE_MISSING),
    "a repealed article is amended instead": (
        putting("Pasal 6 dihapus.", "Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:"),
        C.ACT_DIFFERS,
    ),
    "an inserted article bears another number": (
        putting("yakni Pasal 7A", "yakni Pasal 7B"),
        C.CHANGE_MISSING,
    ),
    "an article is changed that nobody proposed": (
        adding_before("Pasal II", "9. Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:"),
        C.CHANGE_UNFOUNDED,
    ),
    "a function reads otherwise": (putting("kerja sama media baru", "kerja sama media"), C.FUNCTION_DIFFERS),
    "it begins on another day": (putting("1 Januari 2027", "1 Februari 2027"), C.DAY_DIFFERS),
    "the title counts another amendment": (putting("PERUBAHAN KEDUA", "PERUBAHAN KETIGA"), C.TITLE_DIFFERS),
    "another unit is named as the heir": (
        putting("dimaknai sebagai Subbagian Peliputan", "dimaknai sebagai Bagian Protokol"),
        C.HEIR_DIFFERS,
    ),
    "the bases are out of order": (swapping_bases, C.BASES_OUT_OF_ORDER),
    "a base is gone": (putting("Nomor CONTOH-18", "Nomor CONTOH-81"), C.BASE_MISSING),
    "an approval is claimed that nobody recorded": (
        putting("perlu disesuaikan", "telah memperoleh persetujuan Menteri Dalam Negeri untuk disesuaikan"),
        C.APPROVAL_UNRECORDED,
    ),
    "the order to promulgate is gone": (dropping("Agar setiap orang"), C.PART_MISSING),
}


@pytest.mark.parametrize("seed", list(SEEDED))
def test_each_seeded_disagreement_is_found(seed: str) -> None:
    edit, code = SEEDED[seed]

    found = edited(the_case(), edit)

    assert code in {one.code for one in found}


def test_the_untouched_file_is_accepted() -> None:
    assert edited(the_case(), lambda _: None) == ()


def test_a_filled_gap_and_other_words_are_no_disagreement() -> None:
    case = replace(the_case(), effective_on=None)

    def edit(document: docx.document.Document) -> None:
        putting("[belum diisi: tanggal mulai berlaku]", "diundangkan")(document)
        putting("menyiapkan kebijakan", "menyiapkan perumusan kebijakan")(document)
        putting("[belum diisi: tugas Subbagian Tamu]", "menyiapkan penerimaan tamu")(document)

    assert edited(case, edit) == ()
