"""One new name, letter for letter the same at every stop: proposal, Word, PDF and registry."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pypdfium2
import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letters import letter_bytes
from orgflow.services.organisation.pages import show_structure
from orgflow.services.road import TakeStep, take_step
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.factories.roads import EFFECTIVE_ON, GOVERNOR, a_proposal_in, a_scan, go, letter_of, page, revision

pytestmark = pytest.mark.both_databases

LONG = ("Biro " + "Administrasi Protokol dan Hubungan Masyarakat Pimpinan " * 4)[:199] + "n"
NAMES = (
    "Biro Administrasi Protokol dan Humas Pimpinan",
    'Biro "Humas" & Protokol <Pimpinan>',
    "Biro Humas 'Pimpinan' – Éléonore & <b>Co</b>; {{ 7*7 }} ${x}",
    LONG,
)
REVIEWED = (
    Action.RECORD_HARMONIZATION,
    Action.RECORD_FACILITATION,
    Action.ENACT,
    Action.PROMULGATE,
    Action.COMMENCE,
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("name", NAMES)
def test_the_name_is_the_same_at_every_stop(office: Office, name: str) -> None:
    tu = office.context(Role.LETTER_ADMINISTRATOR)
    proposal_id = a_proposal_in(office, ProposalState.SIGNING, name)
    letter = letter_of(office, proposal_id)
    if "${" not in name and "{{" not in name:
        issue_letter(tu, IssueLetter(letter.id, letter.revision))

    docx = letter_bytes(tu, letter.id, "docx").content
    pdf = letter_bytes(tu, letter.id, "pdf").content

    assert page(office, proposal_id).changes[0].after.name == name
    assert name in _words_of_docx(docx)
    assert _bare(name) in _bare(_words_of_pdf(pdf))


@pytest.mark.parametrize("name", NAMES)
def test_the_registry_bears_the_name_that_was_typed(office: Office, name: str) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING, name)
    go(office, proposal_id, GOVERNOR)
    go(office, proposal_id, Action.SEND)
    go(office, proposal_id, Action.RECEIVE)
    seen = revision(office, proposal_id)
    answer = TakeStep(
        proposal_id, Action.ANSWER_APPROVED, seen, document_number="UJI/9", scan=a_scan("jawaban")
    )
    take_step(office.context(Role.LETTER_ADMINISTRATOR), answer)
    for action in REVIEWED:
        go(office, proposal_id, action)

    on_the_day = show_structure(office.as_system(), EFFECTIVE_ON).structure

    assert on_the_day.unit(office.units[HUMAS]).name == name


def _words_of_docx(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t"))
        for paragraph in root.iter(f"{_WORD}p")
    )


def _words_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [document[number] for number in range(len(document))]
        texts = [page.get_textpage() for page in pages]
        words = "\n".join(text.get_text_range() for text in texts)
        for held in (*texts, *pages):
            held.close()
    finally:
        document.close()
    return words


def _bare(text: str) -> str:
    """Lines break where the page ends them; every other character counts."""
    return re.sub(r"\s+", "", text.replace("\x02", "-").replace("\ufffe", "-"))
