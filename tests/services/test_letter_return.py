"""A letter that comes back from Word: kept, compared passage by passage, taken where somebody takes it."""

import io

import docx
import pytest
from docx.document import Document
from sqlalchemy import select

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.audit.letter_events import LetterReturned, PassageWritten
from orgflow.domain.values import LetterId
from orgflow.files.uploads import CheckedUpload, UploadBroken, UploadWrongKind, check_word
from orgflow.services.letter_return import (
    PassageNotReturned,
    ReturnedLetterPage,
    ReturnLetter,
    WordOfAnother,
    adopt_returned,
    bring_letter,
    returned_file,
    show_returned_letter,
)
from orgflow.services.letter_writing import WritePassages, show_writing, write_passages
from orgflow.services.lettering import letter_source
from orgflow.services.letters import letter_bytes
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import StaleRevision
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft, letter_of
from tests.factories.signing_office import told

TU = Role.LETTER_ADMINISTRATOR
CLOSING = "Demikian disampaikan, atas perhatian dan perkenan Menteri Dalam Negeri diucapkan terima kasih."
OTHER_CLOSING = "Demikian, atas perkenan Menteri Dalam Negeri diucapkan terima kasih."
ASKING = "mohon perkenan"


def a_letter(office: Office) -> LetterId:
    return letter_of(office, a_bare_draft(office)).id


def edited(office: Office, letter_id: LetterId, *words: tuple[str, str]) -> CheckedUpload:
    """Return the letter's Word file with a paragraph's words in place of another's."""
    document = docx.Document(io.BytesIO(letter_bytes(office.context(TU), letter_id, "docx").content))
    for old, new in words:
        for paragraph in document.paragraphs:
            if old in paragraph.text:
                paragraph.runs[0].text = new
    return word_file(document)


def word_file(document: Document) -> CheckedUpload:
    saved = io.BytesIO()
    document.save(saved)
    return check_word(saved.getvalue(), "upload", "surat.docx")


def revision(office: Office, letter_id: LetterId) -> int:
    return show_writing(office.context(TU), letter_id).revision


def bring(office: Office, letter_id: LetterId, upload: CheckedUpload, role: Role = TU) -> None:
    bring_letter(office.context(role), ReturnLetter(letter_id, revision(office, letter_id), upload))


def page(office: Office, letter_id: LetterId) -> ReturnedLetterPage:
    return show_returned_letter(office.context(TU), letter_id)


def test_an_untouched_letter_comes_back_without_a_difference(office: Office) -> None:
    letter_id = a_letter(office)

    bring(office, letter_id, edited(office, letter_id))

    found = page(office, letter_id)
    assert (found.passages, found.others) == ((), ())
    assert found.brought_by == office.actors[TU].name


def test_nothing_changes_until_a_passage_is_taken_and_then_only_that_one(office: Office) -> None:
    letter_id = a_letter(office)
    upload = edited(office, letter_id, (CLOSING, OTHER_CLOSING), (ASKING, "Kami mohon persetujuan."))
    bring(office, letter_id, upload)
    assert letter_source(office.context(TU), letter_id).facts.passages == {}
    assert [one.key for one in page(office, letter_id).passages] == ["permohonan", "penutup"]

    adopt_returned(office.context(TU), letter_id, revision(office, letter_id), "penutup")

    assert letter_source(office.context(TU), letter_id).facts.passages == {"penutup": OTHER_CLOSING}
    assert [one.key for one in page(office, letter_id).passages] == ["permohonan"]
    assert any('"word"' in payload for payload in told(office, PassageWritten.event))


def test_the_words_that_differ_are_marked_on_both_sides(office: Office) -> None:
    letter_id = a_letter(office)
    bring(office, letter_id, edited(office, letter_id, (CLOSING, OTHER_CLOSING)))

    ((difference,),) = (one.differences for one in page(office, letter_id).passages)

    assert "".join(word.text for word in difference.before) == CLOSING
    assert "".join(word.text for word in difference.after) == OTHER_CLOSING
    assert any(word.is_changed for word in difference.before)
    assert any(not word.is_changed for word in difference.after)


def test_what_comes_from_data_is_shown_and_cannot_be_taken(office: Office) -> None:
    letter_id = a_letter(office)
    bring(office, letter_id, edited(office, letter_id, ("Contoh Satu", "Orang Lain")))

    found = page(office, letter_id)

    assert found.passages == ()
    assert ["".join(word.text for word in one.after) for one in found.others] == ["Orang Lain"]
    with pytest.raises(PassageNotReturned):
        adopt_returned(office.context(TU), letter_id, revision(office, letter_id), "penutup")


def test_the_file_is_kept_as_it_came_and_the_latest_counts(office: Office) -> None:
    letter_id = a_letter(office)
    first = edited(office, letter_id, (CLOSING, "Tulisan pertama."))
    second = edited(office, letter_id, (CLOSING, OTHER_CLOSING))

    bring(office, letter_id, first)
    bring(office, letter_id, second)

    held = returned_file(office.context(TU), letter_id)
    assert (held.content, held.name) == (second.content, "surat.docx")
    assert office.resources.files.read(first.sha256) == first.content
    assert len(told(office, LetterReturned.event)) == 2


def test_another_document_is_refused_and_not_kept(office: Office) -> None:
    letter_id = a_letter(office)
    document = docx.Document()
    document.add_paragraph("Daftar belanja pasar")

    with pytest.raises(WordOfAnother):
        bring(office, letter_id, word_file(document))

    assert page(office, letter_id).brought_at is None


def test_a_letter_about_something_else_is_refused(office: Office) -> None:
    letter_id = a_letter(office)
    with office.resources.writing() as session:
        other = session.scalars(select(LetterRow)).one()
        copied = {column.name: getattr(other, column.name) for column in LetterRow.__table__.columns}
        subject = "Permohonan perubahan nomenklatur Biro Lain"
        session.add(LetterRow(**{**copied, "id": office.resources.new_id(), "subject": subject}))
        session.commit()
    document = docx.Document(io.BytesIO(letter_bytes(office.context(TU), letter_id, "docx").content))
    own = letter_source(office.context(TU), letter_id).facts.subject
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.text == own:
                    cell.paragraphs[0].runs[0].text = subject

    with pytest.raises(WordOfAnother):
        bring(office, letter_id, word_file(document))


@pytest.mark.parametrize(
    ("content", "error"), [(b"%PDF-1.7", UploadWrongKind), (b"PK\x03\x04rusak", UploadBroken)]
)
def test_what_is_no_sound_word_file_is_refused_at_the_door(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_word(content, "upload", "surat.docx")


def test_a_page_overtaken_meanwhile_takes_nothing(office: Office) -> None:
    letter_id = a_letter(office)
    bring(office, letter_id, edited(office, letter_id, (CLOSING, OTHER_CLOSING)))
    seen = revision(office, letter_id)
    write_passages(office.context(TU), WritePassages(letter_id, seen, {"penutup": "Tulisan lain."}))

    with pytest.raises(StaleRevision):
        adopt_returned(office.context(TU), letter_id, seen, "penutup")

    assert letter_source(office.context(TU), letter_id).facts.passages == {"penutup": "Tulisan lain."}


def test_who_may_not_edit_letters_brings_nothing_back(office: Office) -> None:
    letter_id = a_letter(office)

    with pytest.raises(PermissionMissing):
        bring(office, letter_id, edited(office, letter_id), Role.ASSISTANT)
