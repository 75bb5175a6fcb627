"""Every template parses, trusts nothing it is given, and speaks through gettext."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from tests.architecture.markup import PARSING, untranslated
from tests.architecture.source import ROOT, TEMPLATES, write


def templates(*folders: Path) -> list[Path]:
    """Return every template below the folders."""
    return sorted(path for folder in folders for kind in ("*.html", "*.j2") for path in folder.rglob(kind))


def broken(folder: Path) -> list[str]:
    """Name every template that does not parse."""
    found = []
    for path in templates(folder):
        try:
            PARSING.parse(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            found.append(f"{path}:{error.lineno}: {error.message}")
    return found


def trusting(folder: Path) -> list[str]:
    """Name every place that prints what it is given without escaping it."""
    found = []
    for path in templates(folder):
        tree = PARSING.parse(path.read_text(encoding="utf-8"))
        found += [
            f"{path}:{node.lineno}: |{node.name}"
            for node in tree.find_all(nodes.Filter)
            if node.name in {"forceescape", "safe"}
        ]
        found += [
            f"{path}:{node.lineno}: autoescape" for node in tree.find_all(nodes.ScopedEvalContextModifier)
        ]
    return found


def missing(folder: Path) -> list[str]:
    """Name every template that is extended, imported or included and does not exist."""
    return [
        f"{path}: {name}"
        for path in templates(folder)
        for name in find_referenced_templates(PARSING.parse(path.read_text(encoding="utf-8")))
        if name is not None and not (folder / name).exists()
    ]


def test_there_are_templates() -> None:
    assert templates(TEMPLATES)
    assert templates(ROOT / "letter_templates")


@pytest.mark.parametrize("folder", ["templates", "letter_templates"])
def test_every_template_parses_and_trusts_nothing(folder: str) -> None:
    assert broken(ROOT / folder) == []
    assert trusting(ROOT / folder) == []


def test_every_template_named_exists() -> None:
    assert missing(TEMPLATES) == []


def test_every_word_of_a_page_goes_through_gettext() -> None:
    assert untranslated(TEMPLATES) == []


def test_a_template_that_does_not_parse_is_found(tmp_path: Path) -> None:
    assert broken(write(tmp_path, "page.html", "{% if x %}"))


@pytest.mark.parametrize("text", ["{{ name|safe }}", "{% autoescape false %}{{ name }}{% endautoescape %}"])
def test_trust_is_found(tmp_path: Path, text: str) -> None:
    assert trusting(write(tmp_path, "page.html", text))
    assert not trusting(write(tmp_path, "page.html", "{{ name }}"))


def test_a_template_that_does_not_exist_is_found(tmp_path: Path) -> None:
    assert missing(write(tmp_path, "page.html", "{% extends 'gone.html' %}"))


@pytest.mark.parametrize(
    "text",
    [
        "<p>Usulan</p>",
        "<p>\n{{ count }}\nusulan</p>",
        "<p>{% if late %}Terlambat{% endif %}</p>",
        "<input aria-label='Cari'>",
        "<input type=submit value='Kirim'>",
        '<img alt="Bagan {{ name }}">',
        '{% macro attributes() %}class="x" aria-label="Cari"{% endmacro %}',
        "{{ button('Kirim') }}",
        "{% set title = 'Usulan baru' %}",
    ],
)
def test_words_without_gettext_are_found(tmp_path: Path, text: str) -> None:
    assert untranslated(write(tmp_path, "page.html", text))


@pytest.mark.parametrize(
    "text",
    [
        "<p>{{ _('Usulan') }}</p>",
        "<p>{% trans %}Usulan{% endtrans %}</p>",
        "<p>{% trans n=n %}{{ n }} usulan{% pluralize %}{{ n }} usulan{% endtrans %} &middot; 12</p>",
        "<b>OrgFlow</b>{# Catatan #}",
        "<a class='of-brand{% if x %} is-on{% endif %}' href='/usulan'>{{ name }}</a>",
        '{% macro attributes(x) %}class="is-on"{% if x %} aria-label="{{ x }}"{% endif %}{% endmacro %}',
        "<style>p { color: red }</style>",
        "{% from '_macros/icon.html' import icon %}{{ icon('right') }}",
    ],
)
def test_what_gettext_sees_or_need_not_see_is_left_alone(tmp_path: Path, text: str) -> None:
    assert untranslated(write(tmp_path, "page.html", text)) == []


def test_a_finding_names_its_line(tmp_path: Path) -> None:
    text = "{# one\ntwo #}\n{% set x = 1 -%}\n\n<p>{{ _('Baik')\n}}</p>\nBuruk"

    (found,) = untranslated(write(tmp_path, "page.html", text))

    assert found.endswith("page.html:7: 'Buruk'")
