"""What stands in the two files is compared with the facts, and each finding says where it is seen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import pytest

from orgflow.domain.letters.facts import FactValue, Gap, LetterFacts, Margins, PageShape
from orgflow.domain.letters.kind_facts import DAY_BLANK
from orgflow.domain.letters.numbering import BLANK
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.pdf_copies import READING
from orgflow.letters.preflight import check_letter
from orgflow.letters.rendered import RenderedLetter
from orgflow.letters.renderer import render_copy, render_letter
from orgflow.letters.templates import load_sample, load_template
from tests.letters.examples import ROOT, a_style, a_template
from tests.letters.pdf_examples import broken
from tests.letters.test_pdf_findings import (
    Change,
    annotate,
    attach,
    claim,
    flag,
    forget,
    move,
    sign,
    speak,
    unlabel,
    untitle,
)
from tests.letters.test_preflight import EMBLEM, _with_part, a_finished_letter, codes, found

Place = tuple[int, float, float]
SIGNED_AT: Place = (2, 0.57, 0.6)
ENCLOSED: Final = (
    "kajian perubahan nomenklatur",
    "matriks persandingan",
    "rancangan Peraturan Gubernur",
)


@cache
def finished() -> RenderedLetter:
    """Return both files of a letter that nothing keeps from being signed."""
    return render_letter(a_template(), a_finished_letter(), EMBLEM)


def with_body(**body: FactValue) -> LetterFacts:
    """Return the finished letter's facts with these of the body changed."""
    facts = a_finished_letter()
    return replace(facts, body={**facts.body, **body})


def is_near(place: PagePlace | None, wanted: Place) -> bool:
    """Return whether the place is on this page and not far from this spot."""
    page, x, y = wanted
    return place is not None and place.page == page and abs(place.x - x) < 0.15 and abs(place.y - y) < 0.15


@dataclass(frozen=True)
class Told:
    """Facts that say otherwise than the finished letter's files, and what is found then."""

    name: str
    facts: Callable[[], LetterFacts]
    code: FindingCode
    words: str
    at: Place


TOLD = [
    Told(
        "an addressee in another place",
        lambda: replace(a_finished_letter(), addressee_place="Jakarta Pusat"),
        FindingCode.RECIPIENT_MISSING,
        "Jakarta Pusat",
        (1, 0.15, 0.38),
    ),
    Told(
        "a copy that was added later",
        lambda: replace(a_finished_letter(), copies=(*a_finished_letter().copies, "Yth. Kepala Biro Hukum")),
        FindingCode.RECIPIENT_MISSING,
        "3. Yth. Wakil Gubernur Contoh (sebagai laporan);",
        (2, 0.15, 0.75),
    ),
    Told(
        "an enclosure that was added later",
        lambda: with_body(enclosure_titles=(*ENCLOSED, "peta jabatan")),
        FindingCode.ENCLOSURE_MISSING,
        "peta jabatan",
        (1, 0.15, 0.22),
    ),
    Told(
        "a signer of another name",
        lambda: replace(
            a_finished_letter(),
            signatures=(replace(a_finished_letter().signatures[0], name="Dra. Contoh Pertiwi, M.M."),),
        ),
        FindingCode.SIGNER_DIFFERS,
        "Dra. Contoh Pertiwi, M.M.",
        SIGNED_AT,
    ),
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.name)
def test_what_the_facts_name_and_a_file_does_not_is_found_in_each_file(told: Told) -> None:
    findings = check_letter(a_template(), told.facts(), finished().docx, finished().pdf)

    assert codes(findings) == [told.code, told.code]
    assert [finding.facts for finding in findings] == [
        {"words": told.words, "file": file} for file in ("DOCX", "PDF")
    ]
    assert all(is_near(finding.place, told.at) for finding in findings)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("-", "1 (satu) berkas"),
        ("2 (dua) dokumen", "6 (enam) dokumen"),
        ("7 (tujuh) berkas", "1 (satu) berkas"),
        ("1 (dua) berkas", "1 (satu) berkas"),
    ],
)
def test_a_count_of_enclosures_that_is_not_so_is_found(said: str, expected: str) -> None:
    (finding,) = found(replace(a_finished_letter(), enclosures=said))

    assert finding.code is FindingCode.ENCLOSURES_DIFFER
    assert finding.facts == {"said": said, "expected": expected}
    assert is_near(finding.place, (1, 0.15, 0.22))


@pytest.mark.parametrize("said", ["6 (enam) dokumen", "1 berkas", "2 (dua) berkas"])
def test_a_count_that_is_so_is_none(said: str) -> None:
    assert found(replace(a_finished_letter(), enclosures=said)) == ()


def test_enclosures_said_of_a_letter_that_names_none_are_found() -> None:
    (finding,) = found(with_body(enclosure_titles=()))

    assert finding.facts == {"said": "1 (satu) berkas", "expected": "-"}


@pytest.mark.parametrize("name", ["Yth. Ketua DPRD Provinsi Contoh di Kota Contoh.", None])
def test_whoever_is_named_twice_is_found(name: str | None) -> None:
    facts = a_finished_letter()
    again = name or "Yth. " + " ".join(facts.addressees[0])

    (finding,) = found(replace(facts, copies=(*facts.copies, again)))

    assert finding.code is FindingCode.RECIPIENT_TWICE
    assert finding.facts == {"words": again.rstrip(".")}
    assert finding.place is not None
    assert finding.place.page == 2


def test_other_margins_of_the_word_file_alone_are_found() -> None:
    docx = _with_part(finished().docx, "word/document.xml", b'w:left="1701"', b'w:left="1134"')

    (finding,) = check_letter(a_template(), a_finished_letter(), docx, finished().pdf)

    assert (finding.code, finding.facts, finding.place) == (FindingCode.WRONG_MARGINS, {"section": 1}, None)


def test_words_over_the_margins_are_found_where_they_stand() -> None:
    (finding,) = found(a_finished_letter(), a_style(".date { margin-right: -12mm }"))

    assert finding.code is FindingCode.OUTSIDE_MARGINS
    assert "17 Maret 2026" in str(finding.facts["words"])
    assert is_near(finding.place, (1, 0.72, 0.16))


def test_wider_margins_than_both_files_have_are_found_on_every_page() -> None:
    wide = replace(a_finished_letter(), shape=PageShape(Margins(20, 20, 25, 40)))

    findings = check_letter(a_template(), wide, finished().docx, finished().pdf)

    seen = [finding for finding in findings if finding.code is not FindingCode.FIELD_MISPLACED]
    assert codes(tuple(seen)) == [FindingCode.WRONG_MARGINS] + [FindingCode.OUTSIDE_MARGINS] * 2
    assert [finding.facts["page"] for finding in seen[1:]] == [1, 2]


def test_a_letter_without_a_number_bears_its_mark() -> None:
    facts = replace(a_finished_letter(), number=("000.8.1.2/", Gap("unit_letter_code")))

    findings = found(facts)

    assert codes(findings) == [FindingCode.UNFILLED_GAP] + [FindingCode.MARK_MISSING] * 3
    assert is_near(findings[0].place, (1, 0.4, 0.2))


def test_a_letter_numbered_elsewhere_passes_with_its_blanks() -> None:
    facts = replace(
        a_finished_letter(), number=(f"000.8.1.2/{BLANK}/ORG/2026",), date=(f"{DAY_BLANK}Maret 2026",)
    )

    assert found(facts) == ()


def test_several_signers_alone_on_their_page_are_found() -> None:
    template = load_template(ROOT, "berita_acara")
    rules = ".signers { break-before: page } .body > :last-child, .close { break-after: auto }"
    sheet = replace(template, stylesheet=f"{template.stylesheet}\n{rules}")
    facts = load_sample(ROOT, "berita_acara")
    letter = render_letter(sheet, facts, None)

    findings = check_letter(sheet, facts, letter.docx, letter.pdf)

    alone = [finding for finding in findings if finding.code is FindingCode.SIGNATURE_ALONE]
    assert [finding.facts for finding in alone] == [{"page": 2}]
    assert is_near(alone[0].place, (2, 0.57, 0.25))


STRUCTURE: list[tuple[Change, FindingCode, Place | None]] = [
    (sign, FindingCode.FIELD_SIGNED, SIGNED_AT),
    (move(250, 600, 400, 660), FindingCode.FIELD_MISPLACED, (2, 0.42, 0.25)),
    (flag(6), FindingCode.FIELD_UNSEEN, SIGNED_AT),
    (unlabel, FindingCode.FIELD_UNTAGGED, SIGNED_AT),
    (annotate("Text"), FindingCode.HIDDEN_CONTENT, None),
    (attach, FindingCode.ATTACHMENT_IN_COPY_TO_SIGN, None),
    (claim("B"), FindingCode.NOT_PDFA, None),
    (forget("/OutputIntents"), FindingCode.NO_OUTPUT_INTENT, None),
    (forget("/MarkInfo"), FindingCode.NOT_TAGGED, None),
    (speak("en"), FindingCode.NO_LANGUAGE, None),
    (untitle, FindingCode.NO_TITLE, None),
]


@pytest.mark.parametrize(("change", "code", "at"), STRUCTURE)
def test_a_copy_to_sign_that_is_none_is_found(change: Change, code: FindingCode, at: Place | None) -> None:
    pdf = broken(finished().pdf, change)

    findings: tuple[Finding, ...] = check_letter(a_template(), a_finished_letter(), finished().docx, pdf)

    assert codes(findings) == [code]
    assert is_near(findings[0].place, at) if at else findings[0].place is None


def test_a_copy_to_read_cannot_be_signed() -> None:
    pdf = render_copy(a_template(), a_finished_letter(), EMBLEM, READING)

    (finding,) = check_letter(a_template(), a_finished_letter(), finished().docx, pdf)

    assert finding.code is FindingCode.SIGNATURE_FIELDS
    assert finding.facts == {"expected": 1, "found": 0}
    assert is_near(finding.place, SIGNED_AT)


@pytest.mark.parametrize(("subject", "count"), [("Permohonan", 1), ("Permohonan ^ perubahan", 2)])
def test_the_mark_of_an_e_sign_service_stands_once(subject: str, count: int) -> None:
    facts = a_finished_letter()
    (block,) = facts.signatures
    marked = replace(facts, subject=subject, signatures=(replace(block, mark="^"),))
    letter = render_letter(a_template(), marked, EMBLEM)

    findings = check_letter(a_template(), marked, letter.docx, letter.pdf)

    counted = [f.facts["count"] for f in findings if f.code is FindingCode.ANCHOR_NOT_SINGLE]
    assert counted == ([] if count == 1 else [count, count])
