"""Every kind of letter has its wording and a whole example, which says the same as DOCX and as PDF."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from orgflow.domain.errors import DomainError
from orgflow.letters.docx_text import read_docx
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.renderer import RenderedLetter, render_letter
from orgflow.letters.templates import letter_kinds, load_sample, load_template
from orgflow.letters.wording import first_difference
from tests.architecture.source import ROOT

KINDS = ROOT / "letter_templates"
PARTS = ("letter.toml", "body.html.j2", "sample.toml")


def faults(root: Path) -> list[str]:
    """Name every kind that lacks a part, whose example is not drawn, or whose two formats differ."""
    return [f"{kind}: {fault}" for kind in letter_kinds(root) for fault in _faults_of(root, kind)]


def differs(letter: RenderedLetter) -> bool:
    """Say whether the Word file and the PDF say something else."""
    pdf = "\n".join(page.words for page in read_pages(letter.pdf))
    return first_difference(read_docx(letter.docx).words, pdf) is not None


def _faults_of(root: Path, kind: str) -> list[str]:
    missing = [part for part in PARTS if not (root / kind / part).is_file()]
    if missing:
        return [f"{part} is missing" for part in missing]
    try:
        letter = render_letter(load_template(root, kind), load_sample(root, kind), None)
    except DomainError as refused:
        return [f"the example is not drawn: {refused.code}"]
    gaps = [f"the example leaves {gap} open" for gap in letter.gaps]
    return gaps + (["DOCX and PDF differ"] if differs(letter) else [])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the letter templates that a test may break."""
    return Path(shutil.copytree(KINDS, tmp_path / "letter_templates"))


def test_every_kind_is_whole_and_says_the_same_in_both_formats() -> None:
    assert letter_kinds(KINDS)
    assert faults(KINDS) == []


@pytest.mark.parametrize("part", ["body.html.j2", "sample.toml"])
def test_a_kind_without_a_part_is_found(copy: Path, part: str) -> None:
    kind = letter_kinds(copy)[0]
    (copy / kind / part).unlink()

    assert faults(copy) == [f"{kind}: {part} is missing"]


def test_an_example_that_is_not_whole_is_found(copy: Path) -> None:
    kind = letter_kinds(copy)[0]
    sample = copy / kind / "sample.toml"
    whole = sample.read_text(encoding="utf-8")
    sample.write_text("\n".join(line for line in whole.splitlines() if not line.startswith("subject")))

    assert [fault for fault in faults(copy) if fault.startswith(kind)]


def test_two_formats_that_differ_are_found() -> None:
    kind = letter_kinds(KINDS)[0]
    template, sample = load_template(KINDS, kind), load_sample(KINDS, kind)
    one = render_letter(template, sample, None)
    other = render_letter(template, replace(sample, subject=f"{sample.subject} lain"), None)

    assert not differs(one)
    assert differs(replace(one, pdf=other.pdf))
