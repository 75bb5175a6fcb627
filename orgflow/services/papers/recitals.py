"""Menimbang and Mengingat of a regulation: from what is recorded, in their order, gaps where nothing is."""

from collections.abc import Iterator
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import Row, Run, Runs, Table, plain, words_of
from orgflow.domain.papers.drafting import Drafting, ordinal, runs_of
from orgflow.domain.papers.lists import LETTERS, in_sentence
from orgflow.services.papers.citing import cited

HIERARCHY: Final = ("uu", "pp", "permendagri", "permenpanrb", "perda")
_WANTED: Final = ("uu", "pp", "permendagri", "perda")
_WIDTHS: Final = (17, 3, 6, 74)


def base_citation(case: Case) -> str:
    """Return the regulation in force as it is cited, its gaps in brackets."""
    return words_of(cited(case.regulation))


def base_with_gazette(case: Case, drafting: Drafting) -> str:
    """Return the regulation in force as it is cited in full, with its place in the gazette."""
    return base_citation(case) + _gazette(case.regulation, "pergub", case, drafting)


def title_of(case: Case, drafting: Drafting, *, is_amending: bool) -> str:
    """Return what the regulation is about; an amending one counts the amendments before it."""
    if not is_amending:
        return case.regulation.title if case.regulation is not None else "[belum diisi: judul]"
    return drafting.say("amending_title", ordinal=ordinal(len(case.amendments)), base=base_citation(case))


def considering(case: Case, drafting: Drafting, *, is_amending: bool) -> Table:
    """Return Menimbang."""
    said = [drafting.say("consideration", text=text.rstrip(" .;,")) for text in case.considerations]
    said = said or [drafting.say("no_consideration")]
    if case.answer is not None and case.answer.is_approval:
        number = case.answer.number or "[belum diisi: nomor]"
        day = format_date(case.answer.dated_on)
        letters = _letters(len(said))
        said.append(drafting.say("approval", letters=letters, number=number, date=day))
    act = drafting.say("outdated_act_amend" if is_amending else "outdated_act_replace")
    base = base_citation(case)
    said.append(drafting.say("outdated", base=base, secretariat=case.secretariat, act=act))
    title = title_of(case, drafting, is_amending=is_amending)
    said.append(drafting.say("conclusion", letters=_letters(len(said)), title=title))
    return _table("Menimbang", [(f"{letter}.", text) for letter, text in zip(LETTERS, said, strict=False)])


def considering_basis(case: Case, drafting: Drafting) -> Table:
    """Return Mengingat: recorded instruments by rank and year, what is missing of a rank as a gap."""
    said = [drafting.say("constitution")]
    for kind in HIERARCHY:
        held = sorted(_of_kind(case, kind), key=lambda one: (one.year or 9_999, one.number or ""))
        said += [f"{_full(one, case, drafting)};" for one in held]
        if not held and kind in _WANTED:
            said.append(drafting.say(f"missing_{kind}"))
    said.append(f"{base_with_gazette(case, drafting)}{_as_amended(case, drafting)};")
    return _table("Mengingat", [(f"{number}.", text) for number, text in enumerate(said, start=1)])


def _of_kind(case: Case, kind: str) -> Iterator[Instrument]:
    """Yield the instruments of a rank that stand for themselves and amend no other that is recorded."""
    amending = {amender for amender, _ in case.amending}
    yield from (one for one in case.instruments if one.kind == kind and one.id not in amending)


def _full(held: Instrument, case: Case, drafting: Drafting) -> str:
    amenders = [one for one in case.instruments if (one.id, held.id) in case.amending]
    amenders.sort(key=lambda one: (one.year or 0, one.number or ""))
    amended = ""
    if amenders:
        last = words_of(cited(amenders[-1])) + _gazette(amenders[-1], held.kind, case, drafting)
        amended = drafting.say("amended_once" if len(amenders) == 1 else "amended_often", last=last)
    return words_of(cited(held)) + _gazette(held, held.kind, case, drafting) + amended


def _as_amended(case: Case, drafting: Drafting) -> str:
    if not case.amendments:
        return ""
    rule = "amended_once" if len(case.amendments) == 1 else "amended_often"
    return drafting.say(rule, last=words_of(cited(case.amendments[-1])))


def _gazette(held: Instrument | None, kind: str, case: Case, drafting: Drafting) -> str:
    year = str(held.year) if held is not None and held.year else "[belum diisi: tahun]"
    number = held.gazette_number if held is not None and held.gazette_number else "[belum diisi: nomor]"
    return drafting.say(f"gazette_{kind}", year=year, gazette=number, government=case.government_name)


def _letters(count: int) -> str:
    return in_sentence([f"huruf {letter}" for letter in LETTERS[:count]])


def _table(label: str, said: list[tuple[str, str]]) -> Table:
    rows: list[Row] = []
    for place, (marker, text) in enumerate(said):
        lead: tuple[Runs, Runs] = (plain(label), plain(":")) if place == 0 else ((Run(""),), (Run(""),))
        rows.append(Row((*lead, plain(marker), runs_of(text))))
    return Table((), _WIDTHS, tuple(rows))
