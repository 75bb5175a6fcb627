"""Which words a page template shows to a person without passing them through gettext."""

import re
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

PARSING = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
# Stands where the template prints or decides something: it is no letter.
HOLE = "\ue000"
WORD = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[A-Z][a-z]+(\b|_)")
# A name is the same in every language.
NAMES = re.compile(r"\b(OrgFlow|DOCX|PDF)\b")
SPOKEN_ATTRIBUTES = frozenset(
    {"alt", "aria-description", "aria-label", "aria-roledescription", "label", "placeholder", "title"}
)
ATTRIBUTE = re.compile(r'\b([a-z][a-z-]*)="([^"]*)"')
BUTTONS = frozenset({"button", "reset", "submit"})
TRANSLATORS = frozenset({"_", "gettext", "lazy_gettext", "ngettext", "npgettext", "pgettext"})


class _Words(HTMLParser):
    """Collects what a browser would show or a screen reader say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self.unspoken = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self.unspoken += 1
        spoken = set(SPOKEN_ATTRIBUTES)
        if tag == "button" or (tag == "input" and dict(attrs).get("type") in BUTTONS):
            spoken.add("value")
        for name, value in attrs:
            if name in spoken and (tag, name) != ("button", "value"):
                self.note(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.unspoken -= 1

    def handle_data(self, data: str) -> None:
        if self.unspoken:
            return
        # A macro may print the attributes of a tag that is opened elsewhere.
        for name, value in ATTRIBUTE.findall(data):
            if name in SPOKEN_ATTRIBUTES:
                self.note(value)
        self.note(ATTRIBUTE.sub("", data))

    def note(self, text: str) -> None:
        if WORD.search(NAMES.sub("", text)):
            lines_before = text[: len(text) - len(text.lstrip(f"{HOLE} \n"))].count("\n")
            shown = " ".join(text.replace(HOLE, " … ").split())
            self.found.append((self.getpos()[0] + lines_before, shown))


def _without_logic(source: str) -> str:
    """Return the template's own text, a hole for each expression, every line where it was."""
    text: list[str] = []
    line = 1
    statement: list[str] | None = None
    is_translated = False
    for number, kind, value in PARSING.lex(source):
        text.append("\n" * (number - line))
        line = max(line, number)
        if kind == "block_begin":
            statement = []
        elif kind == "block_end":
            words = statement or [""]
            is_translated = words[0] == "trans" or (is_translated and words[0] != "endtrans")
            statement = None
            text.append(HOLE)
        elif kind == "variable_begin":
            text.append(HOLE)
        elif kind == "data" and not is_translated:
            text.append(value)
            line += value.count("\n")
        elif statement is not None and kind != "whitespace":
            statement.append(value)
    return "".join(text)


def _bare_strings(tree: nodes.Template) -> list[tuple[int, str]]:
    """Return the string literals that read like a label, outside every call of gettext."""
    translated = {
        id(constant)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in TRANSLATORS
        for constant in call.find_all(nodes.Const)
    }
    return [
        (constant.lineno, constant.value)
        for constant in tree.find_all(nodes.Const)
        if isinstance(constant.value, str)
        and id(constant) not in translated
        and SENTENCE.match(NAMES.sub("", constant.value))
    ]


def untranslated(folder: Path) -> list[str]:
    """Name every word of a page that gettext never sees."""
    found: list[str] = []
    for path in sorted(folder.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        page = _Words()
        page.feed(_without_logic(source))
        page.close()
        found += [
            f"{path}:{line}: {text!r}" for line, text in [*page.found, *_bare_strings(PARSING.parse(source))]
        ]
    return found
