"""Each check of a finished letter fails on a letter broken in just that way, and on no other."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from orgflow.domain.letters.facts import LetterFacts, Paper
from orgflow.domain.letters.numbering import SRIKANDI_DATE, SRIKANDI_NUMBER
from orgflow.letters.findings import Finding, FindingCode, Severity
from orgflow.letters.preflight import check_letter
from orgflow.letters.renderer import RenderedLetter, render_letter
from orgflow.letters.templates import LetterTemplate
from tests.letters.examples import a_draft, a_style, a_template, an_emblem, some_facts, with_emblem

EMBLEM = an_emblem()


def a_finished_letter() -> LetterFacts:
    """Return facts of a letter that nothing keeps from being signed."""
    return with_emblem(replace(some_facts(), is_sample=False), EMBLEM)


def found(facts: LetterFacts, template: LetterTemplate | None = None) -> tuple[Finding, ...]:
    """Return what the check finds in the letter that these facts make."""
    template = template or a_template()
    letter = render_letter(template, facts, EMBLEM if facts.letterhead.emblem else None)
    return check_letter(template, facts, letter.docx, letter.pdf)


def written(facts: LetterFacts) -> RenderedLetter:
    """Return both files of these facts."""
    return render_letter(a_template(), facts, EMBLEM if facts.letterhead.emblem else None)


def codes(findings: tuple[Finding, ...]) -> list[FindingCode]:
    """Return the codes alone."""
    return [finding.code for finding in findings]


def test_nothing_is_found_in_a_finished_letter() -> None:
    assert found(a_finished_letter()) == ()


def test_every_gap_is_found_with_its_label() -> None:
    findings = [finding for finding in found(a_draft()) if finding.code is FindingCode.UNFILLED_GAP]

    assert {finding.facts["key"] for finding in findings} == set(written(a_draft()).gaps)
    assert {"key": "signatory_name", "label": "nama Gubernur"} in [finding.facts for finding in findings]
    assert all(finding.severity is Severity.BLOCKS for finding in findings)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hal {{ unit_name }}", "{{unit_name}}"),
        ("Hal {% if x %}", "{%ifx%}"),
        ("Hal [belum diisi: sesuatu yang lain]", "[belumdiisi:sesuatuyanglain]"),
        ("Hal [pilih: a | b]", "[pilih:a|b]"),
        ("Hal ${hal}", "${hal}"),
        ("Hal ${nomor_naskah}", "${nomor_naskah}"),
    ],
)
def test_a_leftover_placeholder_is_found(subject: str, text: str) -> None:
    (finding,) = found(replace(a_finished_letter(), subject=subject))

    assert finding.code is FindingCode.LEFTOVER_PLACEHOLDER
    assert str(finding.facts["text"]).startswith(text)


def test_the_correspondence_systems_variables_are_meant_where_they_belong() -> None:
    facts = replace(a_finished_letter(), number=(SRIKANDI_NUMBER,), date=(SRIKANDI_DATE,))

    assert found(facts) == ()


@pytest.mark.parametrize(
    "claim", ["satu-satunya biro", "di seluruh  provinsi", "Telah Disetujui", "sesuai arahan gubernur"]
)
def test_a_claim_that_is_never_made_is_found(claim: str) -> None:
    facts = a_finished_letter()

    findings = found(
        replace(facts, body={**facts.body, "considerations": (f"usul ini {claim} kami", "lain")})
    )

    assert codes(findings) == [FindingCode.UNPROVEN_CLAIM]


def test_a_word_that_only_holds_a_claim_is_none() -> None:
    facts = a_finished_letter()

    assert found(replace(facts, body={**facts.body, "considerations": ("di seluruh provinsinya",)})) == ()


def test_files_that_do_not_say_the_same_are_found() -> None:
    one, other = a_finished_letter(), replace(a_finished_letter(), urgency="Segera")

    (finding,) = check_letter(a_template(), one, written(one).docx, written(other).pdf)

    assert finding.code is FindingCode.WORDS_DIFFER
    assert "Penting" in str(finding.facts["docx"])
    assert "Segera" in str(finding.facts["pdf"])


def test_an_item_counted_otherwise_is_a_difference() -> None:
    letter = written(a_finished_letter())
    renumbered = _with_part(letter.docx, "word/numbering.xml", b'w:val="lowerLetter"', b'w:val="decimal"')

    findings = check_letter(a_template(), a_finished_letter(), renumbered, letter.pdf)

    assert codes(findings) == [FindingCode.WORDS_DIFFER]


def test_the_wrong_paper_is_found_on_every_sheet_and_in_the_word_file() -> None:
    facts = a_finished_letter()
    letter = written(replace(facts, paper=Paper.F4))

    findings = check_letter(a_template(), facts, letter.docx, letter.pdf)

    assert set(codes(findings)) == {FindingCode.WRONG_PAPER}
    assert [finding.facts["page"] for finding in findings] == [0, 1, 2]
    assert findings[0].facts == {"page": 0, "width_mm": 215, "height_mm": 330}


def test_a_font_that_the_pdf_does_not_carry_is_found() -> None:
    letter = written(a_finished_letter())
    with pikepdf.open(io.BytesIO(letter.pdf)) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary) and "/FontFile2" in entry:
                del entry.FontFile2
        bared = io.BytesIO()
        pdf.save(bared)

    findings = check_letter(a_template(), a_finished_letter(), letter.docx, bared.getvalue())

    assert set(codes(findings)) == {FindingCode.FONT_NOT_EMBEDDED}


def test_another_family_in_the_letters_place_is_found() -> None:
    template = a_style("body { font-family: 'DejaVu Sans' }")

    findings = found(a_finished_letter(), template)

    assert codes(findings) == [FindingCode.FONT_SUBSTITUTED]


def test_characters_of_another_family_are_only_to_be_known() -> None:
    (finding,) = found(replace(a_finished_letter(), subject="Hal 😀"))

    assert finding.code is FindingCode.FOREIGN_FONT
    assert finding.severity is Severity.WARNS


@pytest.mark.parametrize("field", ["is_concept", "is_sample"])
def test_a_page_without_its_mark_is_found(field: str) -> None:
    facts = a_finished_letter()
    letter = written(facts)

    marked = replace(facts, is_concept=field == "is_concept", is_sample=field == "is_sample")
    findings = check_letter(a_template(), marked, letter.docx, letter.pdf)

    assert codes(findings) == [FindingCode.MARK_MISSING] * (1 + letter.page_count)
    assert [finding.facts["page"] for finding in findings] == [0, 1, 2]
    assert [finding.place.page for finding in findings[1:] if finding.place] == [1, 2]


def test_a_missing_emblem_is_only_to_be_known() -> None:
    facts = a_finished_letter()

    (finding,) = found(replace(facts, letterhead=replace(facts.letterhead, emblem=None)))

    assert finding.code is FindingCode.EMBLEM_MISSING
    assert finding.facts == {"label": "Lambang Provinsi Contoh"}
    assert finding.severity is Severity.WARNS


def test_a_signing_block_alone_on_its_page_is_found() -> None:
    template = a_style(".close, .signature { break-inside: auto } .signature { break-before: page }")

    (finding,) = found(a_finished_letter(), template)

    assert finding.code is FindingCode.SIGNATURE_ALONE
    assert finding.facts["page"] == 3
    assert finding.place is not None
    assert (finding.place.page, finding.place.y < 0.15) == (3, True)


def test_every_code_was_seen_to_be_found() -> None:
    """These tests name each code; a new one needs a letter broken in its way."""
    here = Path(__file__).parent
    said = "".join(path.read_text("utf-8") for path in sorted(here.glob("test_preflight*.py")))

    assert [code for code in FindingCode if f"FindingCode.{code.name}" not in said] == []


def _with_part(docx: bytes, name: str, old: bytes, new: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(changed, "w") as target:
        for entry in source.namelist():
            content = source.read(entry)
            target.writestr(entry, content.replace(old, new) if entry == name else content)
    return changed.getvalue()
