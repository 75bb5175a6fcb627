"""Letters to test with: the shipped wording, its example, and ways to change one thing of them."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Final

from PIL import Image

from orgflow.domain.letters.facts import FactValue, Gap, LetterFacts
from orgflow.letters.templates import LetterTemplate, load_sample, load_template, template_from_source

ROOT: Final = Path(__file__).parents[2] / "letter_templates"
KIND: Final = "surat_gubernur"
PLAIN_LETTER: Final = 'title = "Surat"\nversion = 1\nforbidden = []\n[facts]\n%s\n[gaps]\n%s\n'


def a_template() -> LetterTemplate:
    """Return the governor's letter as it is shipped."""
    return load_template(ROOT, KIND)


def a_template_with(**parts: str) -> LetterTemplate:
    """Return the governor's letter with parts of its source replaced: letter, body, stylesheet or frame."""
    return template_from_source(json.dumps({**json.loads(a_template().source), **parts}))


def a_wording(body: str, facts: str = "", gaps: str = "") -> LetterTemplate:
    """Return a template with this body, these declared facts and these gaps."""
    gaps = f'{gaps}\nunit_letter_code = "kode"\nsignatory_name = "nama"'
    return a_template_with(letter=PLAIN_LETTER % (facts, gaps), body=body)


def a_style(rules: str) -> LetterTemplate:
    """Return the governor's letter with more rules at the end of its sheet."""
    return a_template_with(stylesheet=f"{a_template().stylesheet}\n{rules}")


def some_facts(**body: FactValue) -> LetterFacts:
    """Return the example's facts, with these facts of the body changed."""
    sample = load_sample(ROOT, KIND)
    return replace(sample, body={**sample.body, **body})


def a_draft() -> LetterFacts:
    """Return a draft in which everything that may be unknown is."""
    facts = some_facts(
        regulation={"number": None, "year": None, "title": None},
        duty_field=None,
        considerations=(),
        adds_posts=True,
        posts_before=None,
        posts_after=None,
    )
    return replace(
        facts,
        number=("000.8.1.2/", Gap("unit_letter_code"), "/2026"),
        date=(Gap("letter_date"),),
        signatures=(replace(facts.signatures[0], name=Gap("signatory_name")),),
        is_concept=True,
    )


def an_emblem(side: int = 44) -> bytes:
    """Return a picture that can be drawn, its longer side of so many pixels."""
    picture = io.BytesIO()
    Image.new("RGBA", (side - 4, side), (15, 42, 79, 255)).save(picture, "PNG")
    return picture.getvalue()


def with_emblem(facts: LetterFacts, emblem: bytes) -> LetterFacts:
    """Return the facts with a letterhead that names this picture."""
    named = hashlib.sha256(emblem).hexdigest()
    return replace(facts, letterhead=replace(facts.letterhead, emblem=named))
