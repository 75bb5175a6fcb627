"""The groups of the page on which an office sets the form of its letters."""

from dataclasses import dataclass

from flask_babel import gettext
from wtforms import Field

from orgflow.domain.letters.facts import HEAD_LINES, HeadForm
from orgflow.domain.letters.lifecycle import SecurityClass, Urgency
from orgflow.domain.letters.office_format import (
    HeadOwner,
    security_key,
    urgency_key,
    usual_agency_lines,
    word_key,
)
from orgflow.domain.letters.office_format_typed import code_field, order_field
from orgflow.services.format_pages import FormatPage
from orgflow.web.settings.format_forms import MARGIN_HINT, FormatForm
from orgflow.web.settings.format_words import LINES, OTHER_WORDS


@dataclass(frozen=True, slots=True)
class LineFields:
    """A line under the letterhead: what it is called, its printed word, its place."""

    label: str
    word: Field
    place: Field


@dataclass(frozen=True, slots=True)
class HeadView:
    """A letterhead: the address of its emblem's picture, None where none was uploaded."""

    title: str
    note: str
    slug: str
    has_emblem: bool
    label: str


@dataclass(frozen=True, slots=True)
class FormatView:
    """What the page shows beside the form's own fields."""

    government: str
    margin_hint: str
    agency_hint: str
    lines: tuple[LineFields, ...]
    other_words: tuple[Field, ...]
    urgencies: tuple[Field, ...]
    securities: tuple[Field, ...]
    codes: tuple[Field, ...]
    position_line: str
    heads: tuple[HeadView, ...]


def format_view(page: FormatPage, form: FormatForm) -> FormatView:
    """Return the groups of the form."""
    held = page.government
    usual = " / ".join(usual_agency_lines(HeadOwner(held.head, held.name)))
    kinds = sorted(page.heads, key=lambda kind: str(form[code_field(kind)].label.text))
    return FormatView(
        held.name,
        str(MARGIN_HINT),
        gettext("Baris pertama nama pemerintah daerah. Dikosongkan: %(usual)s.", usual=usual),
        tuple(
            LineFields(str(LINES[line]), form[word_key(line)], form[order_field(line)]) for line in HEAD_LINES
        ),
        tuple(form[word_key(word)] for word in OTHER_WORDS),
        tuple(form[urgency_key(urgency)] for urgency in Urgency),
        tuple(form[security_key(security)] for security in SecurityClass),
        tuple(form[code_field(kind)] for kind in kinds),
        held.head.upper(),
        (
            HeadView(
                gettext("Lambang pada kop jabatan"),
                gettext("Lambang negara, untuk surat Gubernur."),
                "jabatan",
                page.form.heads[HeadForm.POSITION].emblem is not None,
                gettext("Unggah lambang kop jabatan"),
            ),
            HeadView(
                gettext("Lambang pada kop perangkat daerah"),
                gettext("Lambang daerah, untuk surat Sekretariat Daerah dan biro."),
                "perangkat-daerah",
                page.form.heads[HeadForm.AGENCY].emblem is not None,
                gettext("Unggah lambang kop perangkat daerah"),
            ),
        ),
    )
