"""Every kind of letter as a PDF: archivable, readable aloud, holding nothing but what its copy is for."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from orgflow.letters import pdf as printing
from orgflow.letters.pdf_copies import ArchiveCopy
from orgflow.letters.pdf_findings import CopyKind, Expected, find_in_structure
from orgflow.letters.pdf_structure import PdfAttachment, read_structure
from orgflow.letters.pdf_text import draw_pages, read_pages
from orgflow.letters.preflight_signing import OWN_FAMILIES
from orgflow.letters.templates import letter_kinds, load_template
from orgflow.letters.wording import bare
from tests.letters.examples import ROOT
from tests.letters.pdf_examples import (
    ARCHIVE,
    CHANGE_SET,
    a_letter,
    as_copy,
    broken,
    to_file,
    to_keep,
    to_read,
    to_sign,
    words_in,
)

KINDS = letter_kinds(ROOT)
COPIES = {
    CopyKind.READING: to_read,
    CopyKind.TO_SIGN: to_sign,
    CopyKind.ARCHIVE: to_keep,
    CopyKind.FILE: to_file,
}
ANOTHER_PROCESS = """
import hashlib
from tests.letters.pdf_examples import to_keep, to_sign
print(*(hashlib.sha256(copy("berita_acara")).hexdigest() for copy in (to_sign, to_keep)))
"""
# What the validator cannot judge. WeasyPrint names the two tables of every page even where they are empty;
# the glyphs of an OpenType font are numbered as they stand in it.
UNSUPPORTED = {
    ("pikepdf:font-file", "CIDFontType0 with a non-CID-keyed CFF"),
    ("pikepdf:schema-Resources", "patterns are not supported"),
    ("pikepdf:schema-Resources", "shadings are not supported"),
}


@pytest.mark.parametrize("copy", CopyKind)
@pytest.mark.parametrize("kind", KINDS)
def test_every_copy_is_what_it_is_meant_to_be(kind: str, copy: CopyKind) -> None:
    letter = a_letter(kind)
    expected = Expected(copy, len(letter.signatures), OWN_FAMILIES[letter.face], letter.shape.margins)

    found = find_in_structure(read_structure(COPIES[copy](kind)), expected)

    assert found == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_copy_is_archivable_tagged_and_in_indonesian(kind: str) -> None:
    for write in COPIES.values():
        structure = read_structure(write(kind))

        assert (structure.part, structure.conformance) == ("3", "A")
        assert structure.output_intent.startswith("GTS_PDFA1")
        assert structure.language == "id"
        assert structure.title == a_letter(kind).title
        assert structure.is_tagged
        assert structure.roles[0] == "Document"
        assert len(structure.roles) > 50
        assert structure.fonts
        assert all(font.is_embedded for font in structure.fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_each_signer_has_an_empty_field_between_the_title_and_the_name(kind: str) -> None:
    pdf, signatures = to_sign(kind), a_letter(kind).signatures

    fields = read_structure(pdf).fields

    assert [field.name for field in fields] == [f"ttd_{n}" for n in range(1, len(signatures) + 1)]
    for field, block in zip(fields, signatures, strict=True):
        box = field.box
        above = words_in(pdf, field.page, replace(box, top=box.top - 14, height=14))
        below = words_in(pdf, field.page, replace(box, top=box.top + box.height, height=14))
        assert words_in(pdf, field.page, box) == ""
        assert bare(block.title_lines[-1])[-8:] in bare(above)
        assert bare("".join(run.words for run in block.signer[0]))[:8] in bare(below)
        assert not field.is_signed
        assert block.title_lines[-1].rstrip(",") in field.label
        assert 70 <= box.width <= 80
        assert box.height == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if a_letter(kind).signatures])
def test_a_field_is_read_aloud_between_the_words_of_its_block(kind: str) -> None:
    roles = read_structure(to_sign(kind)).roles

    without = [role for role in roles if role != "Form"]
    last = len(roles) - 1 - roles[::-1].index("Form")
    assert roles.count("Form") == len(a_letter(kind).signatures)
    assert tuple(without) == read_structure(to_read(kind)).roles
    assert "P" in roles[last:]


@pytest.mark.parametrize("kind", KINDS)
def test_the_copies_look_alike_and_say_the_same(kind: str) -> None:
    pictures, words = draw_pages(to_read(kind), 500), read_pages(to_read(kind))

    for write in (to_sign, to_keep):
        assert draw_pages(write(kind), 500) == pictures
        assert read_pages(write(kind)) == words


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_archive_copy_carries_the_change_set(kind: str) -> None:
    inside = PdfAttachment("usulan.json", "Data", "application/json", hashlib.sha256(CHANGE_SET).hexdigest())

    assert read_structure(to_keep(kind)).attachments == (inside,)
    assert read_structure(to_keep(kind)).fields == ()
    assert read_structure(to_sign(kind)).attachments == ()
    assert read_structure(to_read(kind)).attachments == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_letter_gives_the_same_bytes(kind: str) -> None:
    for write in COPIES.values():
        first = write(kind)
        as_copy.cache_clear()

        assert write(kind) == first


def test_another_process_gives_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER_PROCESS],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    here = [hashlib.sha256(copy("berita_acara")).hexdigest() for copy in (to_sign, to_keep)]
    assert done.stdout.split() == here


def test_a_change_set_of_another_moment_or_content_gives_other_bytes() -> None:
    others = (
        ArchiveCopy(CHANGE_SET, ARCHIVE.saved_at.replace(day=18)),
        ArchiveCopy(b"{}", ARCHIVE.saved_at),
    )

    pdfs = {to_keep("surat_gubernur"), *(as_copy("surat_gubernur", other) for other in others)}

    assert len(pdfs) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_validator_finds_nothing_but_what_it_cannot_judge(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin is the same letter as PDF/A-3b: the validator knows no 3a, no fields and no attachments."""
    monkeypatch.setattr(printing, "VARIANT", "pdf/a-3b")
    twin = printing.write_pdf(a_letter(kind), load_template(ROOT, kind).stylesheet)

    report = pdfa.validate_written(io.BytesIO(twin), "3b")

    assert read_structure(twin).conformance == "B"
    assert {(found.rule, found.message) for found in report.findings} <= UNSUPPORTED
    assert {found.kind for found in report.findings} == {"unsupported"}


def test_the_validator_sees_what_the_twin_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "VARIANT", "pdf/a-3b")
    twin = printing.write_pdf(a_letter("surat_gubernur"), load_template(ROOT, "surat_gubernur").stylesheet)

    def forget_the_profile(document: pikepdf.Pdf) -> None:
        del document.Root.OutputIntents

    report = pdfa.validate_written(io.BytesIO(broken(twin, forget_the_profile)), "3b")

    assert "violation" in {found.kind for found in report.findings}
