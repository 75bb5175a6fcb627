"""The facts of the governor's letter to the minister, derived from a proposal and typed nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.calendar import format_date, format_month
from orgflow.domain.letters.facts import FactValue, LetterFacts, Letterhead, Paper, Piece, SignatureBlock
from orgflow.domain.letters.lifecycle import NumberSource, SecurityClass, Urgency, printed_class
from orgflow.domain.letters.numbering import (
    SRIKANDI_DATE,
    SRIKANDI_NUMBER,
    SRIKANDI_SIGNATURE,
    SRIKANDI_SIGNER,
    number_pieces,
)
from orgflow.domain.letters.spelling import counted

KIND: Final = "surat_gubernur"
ADDRESSEE: Final = ("Menteri Dalam Negeri", "c.q. Direktur Jenderal Otonomi Daerah")
ADDRESSEE_PLACE: Final = "Jakarta"
EMBLEM_LABEL: Final = "Lambang negara"
DAY_BLANK: Final = "\N{NO-BREAK SPACE}" * 8


@dataclass(frozen=True, slots=True)
class NameChange:
    """A unit's name before and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BaseRegulation:
    """The secretariat's regulation in force; None is a visible gap."""

    number: str | None
    year: int | None
    title: str | None


@dataclass(frozen=True, slots=True)
class LetterInputs:
    """All that the letter is derived from.

    Attributes:
        on: the day the letter is drawn up; its month and year are printed where the date stays blank.
        sequence: the number taken from an own book; None where numbers are given elsewhere.
        signature: the block of who signs on ``on``, with gaps for what is not known of the signer.
        enclosure_titles: the documents that really are enclosed.
    """

    on: date
    head: str
    secretariat: str
    government_name: str
    capital: str
    is_sample: bool
    contact: tuple[str, ...]
    emblem: str | None
    paper: Paper
    unit_name: str
    unit_kind_name: str
    unit_letter_code: str | None
    unit_duty_field: str | None
    changes: tuple[NameChange, ...]
    regulation: BaseRegulation
    guideline_name: str | None
    follows_guideline: bool
    considerations: tuple[str, ...]
    other_agency: str | None
    enclosure_titles: tuple[str, ...]
    urgency: Urgency
    security_class: SecurityClass
    number_source: NumberSource
    number_pattern: str
    classification: str
    sequence: int | None
    copies: tuple[str, ...]
    signature: SignatureBlock
    is_concept: bool


def subject_of(unit_name: str, secretariat: str) -> str:
    """Return what stands at *Hal*."""
    return f"Permohonan Persetujuan Perubahan Nomenklatur {unit_name} {secretariat}"


def letter_facts(inputs: LetterInputs) -> LetterFacts:
    """Return the facts of the letter these inputs make."""
    return LetterFacts(
        kind=KIND,
        paper=inputs.paper,
        letterhead=Letterhead((inputs.head.upper(),), inputs.contact, inputs.emblem, EMBLEM_LABEL),
        place=inputs.capital,
        date=_date(inputs),
        number=_number(inputs),
        urgency=printed_class(inputs.urgency, inputs.security_class),
        enclosures=f"{counted(1)} berkas" if inputs.enclosure_titles else "-",
        subject=subject_of(inputs.unit_name, inputs.secretariat),
        addressees=(ADDRESSEE,),
        addressee_place=ADDRESSEE_PLACE,
        body=_body(inputs),
        signatures=(_signature(inputs),),
        copies=inputs.copies,
        is_concept=inputs.is_concept,
        is_sample=inputs.is_sample,
    )


def _signature(inputs: LetterInputs) -> SignatureBlock:
    """Return the block; for SRIKANDI its variables stand where it puts the signature and the signer's name.

    Source: [SRIKANDI-VARIABLES].
    """
    titles = inputs.signature.title_lines
    if inputs.number_source is NumberSource.SRIKANDI:
        return SignatureBlock(titles, SRIKANDI_SIGNER, None, None, SRIKANDI_SIGNATURE)
    return inputs.signature


def _date(inputs: LetterInputs) -> tuple[Piece, ...]:
    match inputs.number_source:
        case NumberSource.SRIKANDI:
            return (SRIKANDI_DATE,)
        case NumberSource.OWN_BOOK if inputs.sequence is not None:
            return (format_date(inputs.on),)
        case NumberSource.OWN_BOOK | NumberSource.EXTERNAL:
            return (f"{DAY_BLANK}{format_month(inputs.on)}",)


def _number(inputs: LetterInputs) -> tuple[Piece, ...]:
    if inputs.number_source is NumberSource.SRIKANDI:
        return (SRIKANDI_NUMBER,)
    return number_pieces(
        inputs.number_pattern,
        inputs.classification,
        inputs.sequence,
        inputs.unit_letter_code,
        inputs.on.year,
        month=inputs.on.month,
    )


def _body(inputs: LetterInputs) -> Mapping[str, FactValue]:
    own = [change for change in inputs.changes if change.before == inputs.unit_name]
    year = str(inputs.regulation.year) if inputs.regulation.year is not None else None
    return {
        "unit_name": inputs.unit_name,
        "new_name": own[0].after if own else None,
        "unit_kind_name": inputs.unit_kind_name,
        "secretariat": inputs.secretariat,
        "government_name": inputs.government_name,
        "governor": inputs.head,
        "duty_field": inputs.unit_duty_field,
        "guideline_name": inputs.guideline_name,
        "follows_guideline": inputs.follows_guideline,
        "considerations": tuple(text.rstrip(" .;,") for text in inputs.considerations),
        "structure_changes": False,
        "duties_change": False,
        "adds_posts": False,
        "posts_before": None,
        "posts_after": None,
        "other_agency": inputs.other_agency,
        "enclosure_titles": inputs.enclosure_titles,
        "changes": tuple({"before": change.before, "after": change.after} for change in inputs.changes),
        "regulation": {
            "number": inputs.regulation.number,
            "year": year,
            "title": inputs.regulation.title,
        },
    }
