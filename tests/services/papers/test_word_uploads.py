"""Word files that a person may bring, and what is in those that are refused."""

import io
import zipfile
import zlib

import docx
import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.files.uploads import (
    UploadBroken,
    UploadDangerous,
    UploadEmpty,
    UploadTooLarge,
    UploadWrongKind,
    check_word,
)
from orgflow.letters.word_lines import WordUnreadable, read_word_lines


def a_word_file(*lines: str, **parts: bytes) -> bytes:
    """Return a Word file of these paragraphs, with further parts in it."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return saved.getvalue()


def with_body(xml: str) -> bytes:
    """Return an archive whose document is this."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return saved.getvalue()


def test_a_word_file_is_taken_and_read() -> None:
    upload = check_word(a_word_file("Pasal I", "Satu  dua"), "upload", "C:\\x\\rancangan.docm")

    assert (upload.name, read_word_lines(upload.content)) == ("rancangan.docx", ("Pasal I", "Satu dua"))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", UploadEmpty),
        (b"%PDF-1.7", UploadWrongKind),
        (b"PK\x03\x04 and nothing more", UploadBroken),
        (a_word_file(**{"word/vbaProject.bin": b"x"}), UploadDangerous),
        (a_word_file(**{"word/embeddings/oleObject1.bin": b"x"}), UploadDangerous),
        (a_word_file(**{"word/media/besar.bin": b"\0" * 100_000_001}), UploadTooLarge),
    ],
)
def test_what_is_no_plain_word_file_is_refused(content: bytes, refusal: type[RuleBroken]) -> None:
    with pytest.raises(refusal):
        check_word(content, "upload")


def test_a_file_that_fetches_entities_is_not_read_for_them() -> None:
    xml = (
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document'
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Pasal &a;</w:t></w:r></w:p></w:body></w:document>"
    )

    assert read_word_lines(with_body(xml)) == ("Pasal",)


def test_what_is_no_xml_is_unreadable() -> None:
    with pytest.raises(WordUnreadable):
        read_word_lines(with_body("<w:document"))
    with pytest.raises(WordUnreadable):
        read_word_lines(zlib.compress(b"nothing"))


def test_tracked_insertions_are_said_and_deletions_are_gone() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = (
        f"<w:document {space}><w:body><w:p><w:r><w:t>Biro </w:t></w:r>"
        "<w:del><w:r><w:delText>Humas</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Adpim</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )

    assert read_word_lines(with_body(xml)) == ("Biro Adpim",)


def test_numbers_that_word_counts_itself_are_written_out() -> None:
    document = docx.Document()
    for line in ("satu", "dua"):
        document.add_paragraph(line, style="List Number")
    saved = io.BytesIO()
    document.save(saved)

    lines = read_word_lines(saved.getvalue())

    assert [line.split()[-1] for line in lines] == ["satu", "dua"]
