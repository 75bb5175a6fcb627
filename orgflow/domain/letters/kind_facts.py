"""The facts of a document of any kind, derived from a proposal and typed nowhere."""

from typing import Final

from orgflow.domain.calendar import format_date, format_month
from orgflow.domain.letters.facts import LetterFacts, Letterhead, Paper, ParafBox, Piece
from orgflow.domain.letters.kind_bodies import body_of
from orgflow.domain.letters.kind_frames import (
    SECRETARY,
    addressee_place_of,
    addressees_of,
    enclosed_titles,
    sender_of,
    subject_of_kind,
    through_of,
)
from orgflow.domain.letters.kinds import KIND_RULES, LetterKind, Signatory
from orgflow.domain.letters.letter_inputs import LetterInputs
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.letters.numbering import number_pieces
from orgflow.domain.letters.spelling import counted

DAY_BLANK: Final = "\N{NO-BREAK SPACE}" * 8
IN_ONE_FILE: Final = 1
HIERARCHY: Final = "Paraf Hierarki"
COORDINATING: Final = "Paraf Koordinasi"
COORDINATION: Final = ("Kepala Biro Hukum", "Kepala Biro Organisasi")


def facts_of(inputs: LetterInputs) -> LetterFacts:
    """Return the facts of the document that these inputs make, in no office's form yet: see ``dressed``."""
    return LetterFacts(
        kind=str(inputs.kind),
        paper=Paper.A4,
        letterhead=Letterhead((), (), None, ""),
        place=inputs.office.capital,
        date=_date(inputs),
        number=_number(inputs),
        urgency=inputs.class_words,
        enclosures=_enclosures(inputs),
        subject=subject_of_kind(inputs),
        addressees=addressees_of(inputs),
        addressee_place=addressee_place_of(inputs),
        body=body_of(inputs),
        signatures=inputs.signatures,
        copies=inputs.copies,
        is_concept=inputs.is_concept,
        is_sample=inputs.office.is_sample,
        sender=sender_of(inputs),
        through=through_of(inputs),
        paraf=paraf_boxes(inputs),
        enclosed=enclosed_titles(inputs),
    )


def paraf_boxes(inputs: LetterInputs) -> tuple[ParafBox, ...]:
    """Return the boxes for the initials of those below the signer, and of the bureaus that see it first."""
    bureau, assistant = f"Kepala {inputs.proposal.unit_name}", inputs.proposal.assistant
    if inputs.signatory in (None, Signatory.BUREAU_HEAD):
        return ()
    hierarchy = (*((assistant,) if assistant is not None else ()), bureau)
    if inputs.signatory is not Signatory.GOVERNOR:
        return (ParafBox(HIERARCHY, hierarchy),)
    coordination = tuple(title for title in COORDINATION if title != bureau)
    return (ParafBox(HIERARCHY, (SECRETARY, *hierarchy)), ParafBox(COORDINATING, coordination))


def _enclosures(inputs: LetterInputs) -> str:
    titles = enclosed_titles(inputs)
    if not titles:
        return "-"
    is_bundle = inputs.kind is LetterKind.GOVERNOR_LETTER
    return f"{counted(IN_ONE_FILE if is_bundle else len(titles))} berkas"


def _date(inputs: LetterInputs) -> tuple[Piece, ...]:
    is_numbered = KIND_RULES[inputs.kind].register is not None
    if not is_numbered:
        return (format_date(inputs.on),)
    match inputs.number_source:
        case NumberSource.OWN_BOOK if inputs.sequence is not None:
            return (format_date(inputs.on),)
        case NumberSource.OWN_BOOK | NumberSource.EXTERNAL | NumberSource.SRIKANDI:
            return (f"{DAY_BLANK}{format_month(inputs.on)}",)


def _number(inputs: LetterInputs) -> tuple[Piece, ...]:
    if KIND_RULES[inputs.kind].register is None:
        return ()
    return number_pieces(
        inputs.number_pattern,
        inputs.classification,
        inputs.sequence,
        inputs.proposal.unit_letter_code,
        inputs.on.year,
        month=inputs.on.month,
    )
