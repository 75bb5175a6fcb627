"""A template prints, chooses and repeats; whatever else it asks for is refused before anything runs."""

import pytest

from orgflow.domain.errors import DomainError
from orgflow.domain.letters.facts import FactValue
from orgflow.letters.errors import FactsUnfit, TemplateRefused, TemplateUnreadable
from orgflow.letters.sandbox import LONGEST_WORDING, check_wording, write_wording

HOSTILE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__init__.__globals__ }}",
    "{{ x['__class__'] }}",
    "{{ x | attr('__class__') }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ range(999999999) }}",
    "{{ self }}{{ self.__dict__ }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' ~ 'b' }}",
    "{{ 1 + 1 }}",
    "{{ [1, 2] }}",
    "{{ {'a': 1} }}",
    "{{ x[0:1] }}",
    "{{ x.format(1) }}",
    "{{ '%s' | format(x) }}",
    "{{ x | safe }}",
    "{{ x | map('upper') }}",
    "{{ x | pprint }}",
    "{{ x if x else x }}",
    "{% set y = x %}",
    "{% macro m() %}{{ m() }}{% endmacro %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% block b %}{% endblock %}",
    "{% call x() %}{% endcall %}",
    "{% filter lower %}x{% endfilter %}",
    "{% with y = x %}{% endwith %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% for a in x recursive %}{{ loop(x) }}{% endfor %}",
    "{% for a in x %}{% for b in x %}{% for c in x %}y{% endfor %}{% endfor %}{% endfor %}",
    "{% raw %}{% endraw %}{{ __import__ }}",
    "{{ 1.5 }}",
    "{{ _x }}",
    "x" * (LONGEST_WORDING + 1),
]


@pytest.mark.parametrize("wording", HOSTILE)
def test_a_hostile_template_is_refused(wording: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        check_wording(wording)

    assert refused.value.facts["construct"]
    with pytest.raises(TemplateRefused):
        write_wording(wording, {"x": "words"})


@pytest.mark.parametrize(
    "wording", ["{{", "{% if %}", "{% for x %}", "{% do x %}", "{{ x | }}", "{" * 5 + "%"]
)
def test_a_broken_template_is_unreadable(wording: str) -> None:
    with pytest.raises(TemplateUnreadable):
        check_wording(wording)


def test_a_template_nested_without_end_is_unreadable() -> None:
    with pytest.raises((TemplateUnreadable, TemplateRefused)):
        check_wording("{{ " + "(" * 5_000 + "x" + ")" * 5_000 + " }}")


@pytest.mark.parametrize(
    "wording",
    [
        "{{ missing }}",
        "{{ record.missing }}",
        "{{ record }}",
        "{{ record.keys }}",
        "{{ text.upper }}",
        "{{ nothing }}",
        "{{ flag }}",
        "{{ texts }}",
        "{{ texts.count }}",
        "{% for x in texts %}{{ loop.cycle }}{% endfor %}",
        "{{ missing | listed }}",
        "{{ missing | fact('key') }}",
        "{{ text | counted }}",
        "{{ nothing | lower }}",
        "{% if missing is none %}{% endif %}",
        "{{ texts | lower }}",
    ],
)
def test_what_is_no_words_is_not_printed(wording: str) -> None:
    facts = {"text": "x", "nothing": None, "flag": True, "texts": ("x",), "record": {"a": "x"}}

    with pytest.raises(FactsUnfit):
        write_wording(wording, facts)


def test_markup_in_a_fact_is_text() -> None:
    written = write_wording("<p>{{ x }}</p>", {"x": '<gap key="y"> & "z"'})

    assert written == "<p>&lt;gap key=&#34;y&#34;&gt; &amp; &#34;z&#34;</p>"


def test_spaces_of_a_fact_that_markup_would_lose_are_told() -> None:
    written = write_wording("<p>{{ x }}</p>", {"x": " satu  dua tiga "})

    assert written == "<p>&#32;satu&#32;&#32;dua tiga&#32;</p>"


def test_the_allowed_words_do_what_they_say() -> None:
    facts: dict[str, FactValue] = {
        "texts": ("a", "b."),
        "count": 12,
        "record": {"name": "Biro"},
        "nothing": None,
    }

    assert write_wording("{{ record.name | lower }}", facts) == "biro"
    assert write_wording("{{ count | counted }}", facts) == "12 (dua belas)"
    assert write_wording("{{ nothing | fact('k') }}", facts) == '<gap key="k"></gap>'
    assert write_wording("{{ texts | inline_list }}", facts) == "(1) a; dan (2) b"
    assert (
        write_wording("{% for x in texts | listed %}{{ loop.index }}{{ x }}{% endfor %}", facts)
        == "1a;\N{NO-BREAK SPACE}dan2b."
    )
    assert write_wording("{% if nothing is none and not texts | length > 2 %}x{% endif %}", facts) == "x"


def test_a_gaps_key_cannot_carry_markup() -> None:
    assert "<b>" not in write_wording("{{ x | fact('\"><b>') }}", {"x": None})


def test_every_refusal_is_named() -> None:
    assert issubclass(TemplateRefused, DomainError)


def test_a_wording_kept_from_before_says_only_what_it_is_given_now() -> None:
    wording = "{{ x }}{% for y in ys %} {{ loop.index }}{{ y }}{% endfor %}"
    first = write_wording(wording, {"x": "satu", "ys": ("a", "b")})

    assert (first, write_wording(wording, {"x": "dua", "ys": ()})) == ("satu 1a 2b", "dua")
    with pytest.raises(FactsUnfit):
        write_wording(wording, {"ys": ()})
