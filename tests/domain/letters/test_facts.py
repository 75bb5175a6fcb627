"""The facts of a letter keep for ever: written once, read back the same."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.letters.facts import (
    Face,
    FactValue,
    Gap,
    LetterFacts,
    Letterhead,
    Margins,
    PageShape,
    Paper,
    ParafBox,
    SignatureBlock,
)
from orgflow.domain.letters.facts_json import facts_digest, facts_from_json, facts_to_json
from orgflow.domain.letters.stored import UnreadableFacts

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[FactValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(TEXTS, inner),
    max_leaves=10,
)


def some_facts() -> LetterFacts:
    """Return facts with a gap at every place that may have one."""
    return LetterFacts(
        kind="surat_gubernur",
        paper=Paper.F4,
        letterhead=Letterhead(("GUBERNUR CONTOH",), (), None, "Lambang negara"),
        place="Kota Contoh",
        date=("17 ", Gap("letter_date")),
        number=("000/", Gap("unit_letter_code"), "/2026"),
        urgency="Penting",
        enclosures="-",
        subject='Nama "baru" & <lama>',
        addressees=(("Menteri Dalam Negeri",),),
        addressee_place="Jakarta",
        body={"unit_name": "Biro", "count": 3, "flag": True, "none": None, "many": ("a", {"b": "c"})},
        signatures=(SignatureBlock(("GUBERNUR",), Gap("signatory_name"), None, "19700101"),),
        copies=(),
        is_concept=True,
        is_sample=False,
    )


def test_facts_read_back_as_they_were_written() -> None:
    facts = some_facts()

    assert facts_from_json(facts_to_json(facts)) == facts


@given(st.dictionaries(TEXTS, VALUES), TEXTS)
def test_any_body_reads_back_as_it_was_written(body: dict[str, FactValue], subject: str) -> None:
    facts = replace(some_facts(), body=body, subject=subject)

    assert facts_from_json(facts_to_json(facts)) == facts


def test_the_order_of_the_body_does_not_change_the_digest() -> None:
    facts = some_facts()

    turned = replace(facts, body=dict(reversed(list(facts.body.items()))))

    assert facts_digest(turned) == facts_digest(facts)
    assert facts_digest(replace(facts, subject="lain")) != facts_digest(facts)


def test_facts_of_the_first_version_are_still_read() -> None:
    facts = replace(some_facts(), shape=PageShape())
    stored = json.loads(facts_to_json(facts))
    for later in ("shape", "sender", "through", "paraf", "passages", "words", "head_lines"):
        del stored[later]
    del stored["letterhead"]["form"]
    stored |= {"v": 1, "addressee": stored.pop("addressees")[0], "signature": stored.pop("signatures")[0]}

    assert facts_from_json(json.dumps(stored)) == facts


def test_everything_an_office_may_choose_reads_back() -> None:
    facts = replace(
        some_facts(),
        shape=PageShape(Margins(10, 20, 30, 40), Face.BOOKMAN, 11, 150, has_catchword=True),
        sender=("Kepala Biro Contoh",),
        through=("Asisten Contoh",),
        paraf=(ParafBox("Paraf Hierarki", ("Kepala Bagian", "Kepala Biro")),),
        passages={"penutup": "Demikian."},
        words={"subject": "Perihal"},
        head_lines=("subject", "number"),
    )

    assert facts_from_json(facts_to_json(facts)) == facts


def test_the_text_says_its_version() -> None:
    assert json.loads(facts_to_json(some_facts()))["v"] == 2


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"v": 3}, "v"),
        ({"paper": "a3"}, "paper"),
        ({"subject": 3}, "subject"),
        ({"is_concept": "ya"}, "is_concept"),
        ({"copies": "satu"}, "copies"),
        ({"copies": [1]}, "copies"),
        ({"number": [{"hole": "x"}]}, "number"),
        ({"body": ["x"]}, "body"),
        ({"body": {"share": 0.5}}, "body"),
        ({"signatures": [None]}, "signatures"),
        ({"letterhead": {"lines": []}}, "letterhead.contact"),
        ({"shape": {"margins_mm": [20, 20]}}, "shape.margins_mm"),
        ({"paraf": [{"title": "x"}]}, "paraf.lines"),
        ({"addressees": ["x"]}, "addressees"),
        ({"passages": {"penutup": 1}}, "passages.penutup"),
    ],
)
def test_a_broken_text_is_refused_with_the_place(change: dict[str, object], at: str) -> None:
    stored = {**json.loads(facts_to_json(some_facts())), **change}

    with pytest.raises(UnreadableFacts) as refused:
        facts_from_json(json.dumps(stored))

    assert refused.value.facts == {"at": at}


@pytest.mark.parametrize("text", ["", "[]", "{}", "{"])
def test_what_is_no_letter_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFacts):
        facts_from_json(text)


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330)), (Paper.F4_NARROW, (210, 330))]
)
def test_a_paper_knows_its_size(paper: Paper, size: tuple[int, int]) -> None:
    assert paper.size_mm == size
