"""A proposal's options side by side as its study states them: each sentence once."""

from collections.abc import Iterator
from typing import Final

from orgflow.domain.calendar import format_date, local_date
from orgflow.domain.papers.document import Block, Line, Row, Runs, Style, Table, plain
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.option_pages import MeasuredOption, measured_options
from orgflow.services.option_table import (
    CHANGED,
    NO_OBJECTION,
    OBJECTED,
    Said,
    measure_rows,
    objections_to,
)
from orgflow.services.wording import joined

_LABEL_WIDTH: Final = 16
_PROPOSED: Final = "Seperti yang diusulkan."


def options_blocks(ctx: Context, dossier: Dossier) -> tuple[Block, ...]:
    """Return the comparison of a proposal's options for its study, in the present session.

    Nothing where there is only one. Objections are said once under the table, which names them by number;
    below them stands what was chosen, with its reason and with what speaks against it. What is proposed is
    said where the study proposes it.
    """
    held = measured_options(ctx, dossier)
    if len(held) < 2:
        return ()
    each = (100 - _LABEL_WIDTH) // len(held)
    widths = (100 - each * len(held), *(each for _ in held))
    heads = ("Ukuran", *(f"Pilihan {one.name.letter}" for one in held))
    known = tuple(dict.fromkeys(said for one in held for said in objections_to(one)))
    table = Table(heads, widths, tuple(_rows(held, known)))
    return (table, *_listed(known), *_chosen(held, known, dossier.government.zone))


def _rows(held: tuple[MeasuredOption, ...], known: tuple[Said, ...]) -> Iterator[Row]:
    yield Row((plain("Pilihan"), *(plain(_name(one)) for one in held)))
    for row in measure_rows(held):
        cells = tuple(map(_runs, row.cells))
        if row.label == CHANGED:
            cells = tuple(
                plain(_PROPOSED) if one.name.is_in_hand else cell
                for one, cell in zip(held, cells, strict=True)
            )
        elif row.label == OBJECTED:
            cells = tuple(plain(_numbers(one, known) or NO_OBJECTION) for one in held)
        yield Row((plain(row.label), *cells))


def _name(one: MeasuredOption) -> str:
    """Return what an option is called; one that is called by its change is told where it is proposed."""
    title = one.name.title.rstrip(".")
    words = [text for text in (title if title not in one.said else "", one.name.sentence) if text]
    return ". ".join(words) or "Yang diusulkan"


def _numbers(one: MeasuredOption, known: tuple[Said, ...]) -> str:
    """Return which objections of the list an option meets; empty where it meets none."""
    numbers = tuple(str(known.index(said) + 1) for said in objections_to(one))
    return f"Keberatan nomor {joined(numbers)}." if numbers else ""


def _listed(known: tuple[Said, ...]) -> Iterator[Line]:
    if known:
        words = "Kemungkinan keberatan Kementerian Dalam Negeri:"
        yield Line(Style.BODY, plain(words), keeps_next=True)
    for number, said in enumerate(known, start=1):
        yield Line(Style.ITEM, _runs((said,)), marker=f"{number}.", level=1)


def _runs(cell: tuple[Said, ...]) -> Runs:
    return plain(" ".join(f"{one.text} ({one.note})." if one.note else one.text for one in _stops(cell)))


def _stops(cell: tuple[Said, ...]) -> Iterator[Said]:
    """Yield the lines of a cell; a full stop that a note would follow goes behind the note."""
    for one in cell:
        yield Said(one.text.rstrip("."), one.note) if one.note else one


def _chosen(held: tuple[MeasuredOption, ...], known: tuple[Said, ...], zone: str) -> Iterator[Line]:
    found = next((one for one in held if one.name.choice is not None), None)
    if found is None or found.name.choice is None:
        yield Line(Style.BODY, plain("Pilihan yang diusulkan belum ditetapkan."))
        return
    choice = found.name.choice
    who = f"{choice.by} pada {format_date(local_date(choice.at, zone))}"
    words = f"Pilihan {found.name.letter} dipilih oleh {who}, dengan alasan:"
    yield Line(Style.BODY, plain(words), keeps_next=True)
    for line in choice.reason.split("\n"):
        if line.strip():
            yield Line(Style.BODY, plain(line.strip()), level=1)
    against = tuple(_weaknesses(found, known))
    if against:
        yield Line(Style.BODY, plain(f"Kelemahan pilihan ini yang perlu dijawab: {joined(against)}."))


def _weaknesses(one: MeasuredOption, known: tuple[Said, ...]) -> Iterator[str]:
    """Yield what speaks against an option, by where the table and the list say it."""
    measures = one.measures
    if measures.broken:
        yield f"{len(measures.broken)} aturan yang tidak sesuai menurut tabel di atas"
    if measures.needs_perda:
        yield "perlunya Peraturan Daerah"
    if measures.objections:
        yield _numbers(one, known).rstrip(".").lower()
