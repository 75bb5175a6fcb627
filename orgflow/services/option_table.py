"""The measures of options in the office's words, one table for the page and for the study."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.impact import EchelonTotal
from orgflow.domain.options.measures import OverlapCount, Precedents
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    RuleFindingCode,
    StructureFinding,
    UnitAct,
)
from orgflow.services.option_pages import MeasuredOption

UNVERIFIED: Final = "aturannya belum diverifikasi"
_NONE: Final = "Tidak ada."
CHANGED: Final = "Perubahan"
NO_OBJECTION: Final = "Tidak ada yang dikenal."
OBJECTED: Final = "Kemungkinan keberatan Kemendagri"
_KEPT: Final = {
    RuleFindingCode.NAME_OUTSIDE_GUIDELINE: "Nama ada dalam pedoman: {count} unit.",
    RuleFindingCode.TOO_MANY_BELOW: "Jumlah unit di bawahnya dalam batas: {count} hal.",
    RuleFindingCode.ECHELON_DIFFERS: "Eselon kepala seperti lazimnya: {count} unit.",
}
_ACTS: Final = {
    UnitAct.FOUNDED: "Pembentukan {unit}",
    UnitAct.ENDED: "Penghapusan {unit}",
    UnitAct.RENAMED: "Perubahan nama {unit}",
    UnitAct.RETYPED: "Perubahan jenis {unit}",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a cell; ``note`` is on what it rests."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure with what it comes to for each option, in their order."""

    label: str
    cells: tuple[tuple[Said, ...], ...]


def measure_rows(held: tuple[MeasuredOption, ...]) -> tuple[MeasureRow, ...]:
    """Return the options on every measure, each row the same measure."""
    return tuple(MeasureRow(label, tuple(tuple(says(one)) for one in held)) for label, says in _MEASURES)


def objections_to(one: MeasuredOption) -> tuple[Said, ...]:
    """Return what is likely to be objected to an option, each with where it was seen."""
    return tuple(
        Said(known.sentence, known.source if known.is_verified else f"{known.source}; {UNVERIFIED}")
        for known in one.measures.objections
    )


def _changes(one: MeasuredOption) -> Iterator[Said]:
    if one.measures.broken_by is not None:
        yield Said(
            "Tidak dapat lagi diterapkan pada susunan sekarang; kerjakan pilihan ini untuk memperbaikinya."
        )
    if not one.operations:
        yield Said("Tanpa perubahan.")
    for said in one.said:
        yield Said(f"{said}.")


def _names(one: MeasuredOption) -> Iterator[Said]:
    return (Said(name) for name in one.measures.names)


def _rules_broken(one: MeasuredOption) -> Iterable[Said]:
    return tuple(map(_broken, one.measures.broken)) or (Said(_NONE),)


def _broken(found: StructureFinding) -> Said:
    return Said(_broken_words(found), _rests_on(found))


def _broken_words(found: StructureFinding) -> str:
    unit, rule = found.unit.name, found.rule
    match rule:
        case MaximumBelow():
            return f"{unit} membawahkan {found.detail} unit, sedangkan batasnya {rule.amount}."
        case EchelonOf():
            return f"Kepala {unit} tercatat eselon {found.detail}, lazimnya {rule.echelon}."
        case _:
            if found.detail is None:
                return f"Nama {unit} tidak ada dalam pedoman."
            return f"Nama {unit} berbeda dari pedoman, yang menyebut {found.detail}."


def _rules_kept(one: MeasuredOption) -> Iterable[Said]:
    counted = Counter(kept.code for kept in one.measures.kept)
    said = (Said(words.format(count=counted[code])) for code, words in _KEPT.items() if counted[code])
    return tuple(said) or (Said("Tidak ada aturan yang berlaku bagi unit ini."),)


def _perdas(one: MeasuredOption) -> Iterable[Said]:
    return tuple(map(_perda, one.measures.needs_perda)) or (Said("Tidak; cukup Peraturan Gubernur."),)


def _perda(found: StructureFinding) -> Said:
    words = _ACTS[UnitAct(found.detail or "")].format(unit=found.unit.name)
    return Said(f"{words} perlu Peraturan Daerah.", _rests_on(found))


def _rests_on(found: StructureFinding) -> str:
    citation = found.citation.rstrip(".")
    return citation if found.is_verified else f"{citation}; {UNVERIFIED}"


def _units(one: MeasuredOption) -> Iterator[Said]:
    yield Said(_step(*one.measures.units, "unit"))


def _posts(one: MeasuredOption) -> Iterator[Said]:
    yield Said(_step(*one.measures.posts, "jabatan"))
    yield Said(_step(*one.measures.seats, "formasi"))


def _echelons(one: MeasuredOption) -> Iterable[Said]:
    return tuple(map(_echelon, one.measures.echelons)) or (Said("Belum ada jabatan yang tercatat."),)


def _echelon(one: EchelonTotal) -> Said:
    label = f"Eselon {one.echelon}" if one.echelon else "Eselon tidak tercatat"
    return Said(f"{label}: {_step(one.posts_before, one.posts_after, 'jabatan')}")


def _overlaps(one: MeasuredOption) -> Iterator[Said]:
    counted = one.measures.overlaps
    if not counted.compared:
        yield Said("Belum disandingkan.")
        return
    said = [f"{count} {words}" for count, words in _counts(counted) if count]
    yield Said(", ".join(said) or "Tidak ada pasangan yang mirip.")


def _counts(counted: OverlapCount) -> tuple[tuple[int, str], ...]:
    return (
        (counted.overlapping, "tumpang tindih"),
        (counted.intersecting, "beririsan"),
        (counted.settled, "berbeda lingkup atau saling melengkapi"),
        (counted.open, "belum dinilai"),
    )


def _precedents(one: MeasuredOption) -> Iterator[Said]:
    found: Precedents = one.measures.precedents
    if not found.known:
        yield Said("Belum ada pembanding yang dicatat.")
    elif not found.matching:
        yield Said(f"Tidak satu pun dari {found.known} daerah yang dicatat memakai nama ini.")
    else:
        places = ", ".join(found.matching)
        yield Said(
            f"{len(found.matching)} dari {found.known} daerah yang dicatat memakai nama ini: {places}."
        )


def _objected(one: MeasuredOption) -> Iterable[Said]:
    return objections_to(one) or (Said(NO_OBJECTION),)


def _step(before: int, after: int, what: str) -> str:
    if before == after:
        return f"{after} {what}, tetap"
    return f"{before} menjadi {after} {what} ({after - before:+d})".replace("-", "−")


_MEASURES: Final[tuple[tuple[str, Callable[[MeasuredOption], Iterable[Said]]], ...]] = (
    (CHANGED, _changes),
    ("Nomenklatur", _names),
    ("Aturan yang tidak sesuai", _rules_broken),
    ("Aturan yang sesuai", _rules_kept),
    ("Perlu Perda", _perdas),
    ("Jumlah unit", _units),
    ("Jumlah jabatan", _posts),
    ("Eselon", _echelons),
    ("Irisan tugas dengan perangkat daerah lain", _overlaps),
    ("Pembanding", _precedents),
    (OBJECTED, _objected),
)
