"""A kind of letter is a folder; what it needs and what it calls its gaps stands in its description."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.kinds import UnknownLetterKind
from orgflow.letters.errors import (
    FactsUnfit,
    MarkupRefused,
    TemplateRefused,
    TemplateUnreadable,
)
from orgflow.letters.renderer import render_letter
from orgflow.letters.templates import letter_kinds, load_sample, load_template, template_from_source
from tests.letters.examples import (
    KIND,
    PLAIN_LETTER,
    ROOT,
    a_template,
    a_template_with,
    a_wording,
    some_facts,
)


def test_the_folders_are_the_kinds() -> None:
    assert KIND in letter_kinds(ROOT)
    assert "_shared" not in letter_kinds(ROOT)


def test_an_unknown_kind_is_not_found() -> None:
    for kind in ("surat_lain", "_shared", "../letter_templates/surat_gubernur", ""):
        with pytest.raises(UnknownLetterKind):
            load_template(ROOT, kind)
        with pytest.raises(UnknownLetterKind):
            load_sample(ROOT, kind)


def test_a_template_says_its_title_version_and_digest() -> None:
    template = a_template()

    assert template.kind == KIND
    assert template.version == 1
    assert template.title.startswith("Surat Gubernur")
    assert len(template.digest) == 64
    assert template.gap_labels["unit_letter_code"] == "kode unit pengolah"


def test_any_change_of_the_source_changes_the_digest() -> None:
    digests = {
        a_template().digest,
        a_template_with(body="<p>lain</p>").digest,
        a_template_with(stylesheet="p { color: red }").digest,
        a_template_with(kind="lain").digest,
    }

    assert len(digests) == 4


@pytest.mark.parametrize(
    "parts",
    [
        {"letter": "not = = toml"},
        {"letter": 'version = 1\n[facts]\n[gaps]\nx = "y"'},
        {"letter": 'title = "x"\nversion = "1"\n[facts]\n[gaps]\n'},
        {"letter": 'title = "x"\nversion = 1\n[gaps]\n'},
        {"letter": 'title = "x"\nversion = 1\n[facts]\n'},
        {"letter": PLAIN_LETTER % ('x = "number"', "")},
        {"letter": PLAIN_LETTER % ('x = ["text"]', "")},
        {"letter": PLAIN_LETTER % ("", 'a = "sama"\nb = "sama"')},
        {"letter": PLAIN_LETTER % ("", "a = 3")},
        {"letter": 'title = "x"\nversion = 1\nforbidden = "x"\n[facts]\n[gaps]\n'},
        {"frame": 'number = "Nomor"'},
        {"body": "{% if %}"},
    ],
)
def test_a_broken_description_is_unreadable(parts: dict[str, str]) -> None:
    with pytest.raises(TemplateUnreadable):
        a_template_with(**parts)


@pytest.mark.parametrize("source", ["", "[]", '{"v":1}', '{"v":2}'])
def test_a_text_that_is_no_template_is_unreadable(source: str) -> None:
    with pytest.raises(TemplateUnreadable):
        template_from_source(source)


def test_a_hostile_wording_is_refused_as_it_is_loaded() -> None:
    with pytest.raises(TemplateRefused):
        a_template_with(body="{{ ''.__class__ }}")


def test_facts_that_do_not_fit_are_all_named_at_once() -> None:
    facts = some_facts(
        unit_name=None, adds_posts="ya", considerations="satu", changes=({"before": "a"},), extra=1
    )

    with pytest.raises(FactsUnfit) as refused:
        render_letter(a_template(), facts, None)

    assert refused.value.facts == {
        "places": ("extra", "unit_name", "considerations", "adds_posts", "changes.1.after")
    }


def test_an_optional_fact_may_be_left_out() -> None:
    template = a_wording("<p>{{ a | fact('signatory_name') }}</p>", 'a = "text?"')

    with pytest.raises(FactsUnfit):
        render_letter(a_template(), some_facts(regulation=None), None)
    assert render_letter(template, _bare(), None).gaps == ("signatory_name",)


def test_markup_that_a_letter_cannot_carry_is_refused() -> None:
    with pytest.raises(MarkupRefused):
        render_letter(a_wording("<p>x</p><table></table>"), _bare(), None)


def test_an_example_in_a_folder_of_its_own_is_read(tmp_path: Path) -> None:
    for part, text in json.loads(a_template().source).items():
        place = {"letter": "x/letter.toml", "body": "x/body.html.j2", "stylesheet": "_shared/letter.css"}.get(
            part, "_shared/frame.toml" if part == "frame" else ""
        )
        if place:
            (tmp_path / place).parent.mkdir(exist_ok=True)
            (tmp_path / place).write_text(text, "utf-8")

    assert letter_kinds(tmp_path) == ("x",)
    assert load_template(tmp_path, "x").body == a_template().body


def _bare() -> LetterFacts:
    return replace(some_facts(), body={})
