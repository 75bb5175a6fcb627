"""Whatever is put into a letter: a clear refusal, or a right letter with the text as it was typed."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from orgflow.domain.letters.facts import FactValue, LetterFacts, ParafBox
from orgflow.letters.docx_text import read_docx
from orgflow.letters.errors import LetterTooLong, PictureUnreadable
from orgflow.letters.findings import FindingCode
from orgflow.letters.pdf_copies import FileCopy
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.renderer import RenderedLetter
from orgflow.letters.templates import load_sample, load_template
from orgflow.letters.wording import bare, first_difference
from orgflow.letters.worker import LetterRenderer
from tests.letters.examples import ROOT, a_template, an_emblem, some_facts, with_emblem

MARKUP = [
    "file:///etc/passwd",
    '<img src="file:///etc/passwd" alt="x">',
    "<link rel=attachment href='file:///etc/passwd'>",
    "{{ 7*7 }}",
    "${hal}",
    "</p></body><script>x</script>",
    "&lt;b&gt; <!-- --> ]]>",
    "Biro الإدارة العامة",
    "Biro \N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}ﬁ ½ Å é",
]


@pytest.fixture(scope="module")
def renderer() -> Iterator[LetterRenderer]:
    """A renderer with the limits that the office's own has, for a slow machine."""
    renderer = LetterRenderer(workers=1, timeout_s=90)
    yield renderer
    renderer.close()


def in_every_field(bait: str) -> LetterFacts:
    """Return facts that say nothing else."""
    facts = some_facts(
        **{name: _baited(value, bait) for name, value in some_facts().body.items()},
    )
    return replace(
        facts,
        letterhead=replace(facts.letterhead, lines=(bait,), contact=(bait,), emblem_label=bait),
        place=bait,
        date=(bait,),
        number=(bait,),
        urgency=bait,
        enclosures=bait,
        subject=bait,
        addressees=((bait, bait),),
        addressee_place=bait,
        signatures=(
            replace(facts.signatures[0], title_lines=(bait,), name=bait, rank=bait, nip=bait, mark=bait),
        ),
        copies=(bait,),
        paraf=(ParafBox(bait, (bait,)),),
        words={"subject": bait, "copies": bait, "nip": bait},
    )


def says(letter: RenderedLetter) -> tuple[str, str]:
    """Return the words of both files."""
    return read_docx(letter.docx).words, "\n".join(page.words for page in read_pages(letter.pdf))


@pytest.mark.parametrize("bait", MARKUP)
def test_markup_and_addresses_in_every_field_are_words(renderer: LetterRenderer, bait: str) -> None:
    facts = in_every_field(bait)

    letter = renderer.render(a_template(), facts, None)

    docx, pdf = says(letter)
    assert first_difference(docx, pdf) is None
    assert bare(docx).count(bare(bait)) >= 25
    assert "root:x:" not in docx + pdf
    assert b"root:x:" not in letter.pdf
    file_copy = read_pages(renderer.copy(a_template(), facts, None, FileCopy()))
    assert len(bare("".join(page.words for page in file_copy))) == len(bare(pdf)) + 2 * len(bare(bait))


@pytest.mark.parametrize("bait", ["{{ 7*7 }}", "${hal}"])
def test_what_looks_like_a_variable_is_seen_by_the_check(renderer: LetterRenderer, bait: str) -> None:
    facts = some_facts(unit_name=bait)

    findings = renderer.check(a_template(), facts, renderer.render(a_template(), facts, None))

    left = [finding for finding in findings if finding.code is FindingCode.LEFTOVER_PLACEHOLDER]
    assert left
    assert left[0].place is not None
    assert left[0].place.page == 1


def test_more_enclosures_than_a_letter_may_list_are_refused(renderer: LetterRenderer) -> None:
    facts = some_facts(enclosure_titles=tuple(f"dokumen ke-{number}" for number in range(1, 301)))

    with pytest.raises(LetterTooLong) as refused:
        renderer.render(a_template(), facts, None)

    assert refused.value.facts == {"places": ("body.enclosure_titles",)}


def test_as_many_enclosures_as_a_letter_may_list_stand_in_it(renderer: LetterRenderer) -> None:
    titles = tuple(f"dokumen ke-{number}" for number in range(1, 201))
    facts = replace(some_facts(enclosure_titles=titles), enclosures="200 (dua ratus) dokumen")

    letter = renderer.render(a_template(), facts, None)

    assert "dan (200) dokumen ke-200" in says(letter)[0]
    codes = {finding.code for finding in renderer.check(a_template(), facts, letter)}
    assert codes == {FindingCode.EMBLEM_MISSING}


def test_a_matrix_longer_than_a_page_says_the_same_in_both_files(renderer: LetterRenderer) -> None:
    template, facts = load_template(ROOT, "surat_penyampaian"), load_sample(ROOT, "surat_penyampaian")
    rows: tuple[FactValue, ...] = tuple(
        {"number": f"{number}.", "note": "catatan " * 9, "answer": "jawaban", "place": "Kajian"}
        for number in range(1, 41)
    )
    long = replace(facts, body={**facts.body, "rows": rows})

    letter = renderer.render(template, long, None)

    assert letter.page_count > 3
    assert {found.code for found in renderer.check(template, long, letter)} == {FindingCode.EMBLEM_MISSING}


def test_a_passage_of_twenty_thousand_characters_is_printed_whole(renderer: LetterRenderer) -> None:
    template, facts = load_template(ROOT, "nota_dinas"), load_sample(ROOT, "nota_dinas")
    passage = ("kalimat yang panjang sekali " * 800)[:19_999] + "."

    long = replace(facts, passages={"pembuka": passage})
    letter = renderer.render(template, long, None)

    docx, pdf = says(letter)
    assert bare(passage) in bare(docx)
    assert bare(passage) in bare(pdf)
    with pytest.raises(LetterTooLong) as refused:
        renderer.render(template, replace(facts, passages={"pembuka": passage + "x"}), None)
    assert refused.value.facts == {"places": ("passages.pembuka",)}


def test_an_emblem_of_eight_thousand_pixels_is_refused_and_the_next_letter_is_written(
    renderer: LetterRenderer,
) -> None:
    emblem = an_emblem(side=8_000)

    with pytest.raises(PictureUnreadable):
        renderer.render(a_template(), with_emblem(some_facts(), emblem), emblem)

    assert renderer.render(a_template(), some_facts(), None).page_count == 2


def test_an_emblem_that_can_be_seen_through_is_drawn_into_an_archivable_letter(
    renderer: LetterRenderer,
) -> None:
    picture = io.BytesIO()
    Image.linear_gradient("L").convert("LA").save(picture, "PNG")
    emblem = picture.getvalue()
    facts = with_emblem(some_facts(), emblem)

    letter = renderer.render(a_template(), facts, emblem)

    assert facts.letterhead.emblem == hashlib.sha256(emblem).hexdigest()
    assert renderer.check(a_template(), facts, letter) == ()


def _baited(value: FactValue, bait: str) -> FactValue:
    match value:
        case str():
            return bait
        case tuple():
            return tuple(_baited(inner, bait) for inner in value)
        case dict():
            return {name: _baited(inner, bait) for name, inner in value.items()}
        case _:
            return value
