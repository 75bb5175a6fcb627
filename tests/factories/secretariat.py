"""An invented secretariat (CONTOH) small enough to be reorganised by hand."""

from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.diff import diff
from orgflow.domain.changes.impact import Impact, ImpactCode, impact
from orgflow.domain.changes.operations import NewUnit, Operation
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import FunctionId, PostId, UnitId
from tests.factories.changes import SUBDIVISION, an_organisation, function_id, post_id
from tests.factories.organisation import AGENCY, BUREAU, DIVISION, ROOT_ID, SECRETARIAT, unit_id

SETDA, HUMAS, UMUM, HUKUM, KOMINFO = (unit_id(number) for number in range(2, 7))
PUBLIKASI, PROTOKOL, RUMAH_TANGGA, PERSURATAN = (unit_id(number) for number in range(10, 14))
LIPUTAN, MEDIA, ACARA = (unit_id(number) for number in range(20, 23))
NEW: Final = tuple(unit_id(number) for number in range(100, 110))
_UNITS: Final[tuple[tuple[UnitId, UnitKind, str, UnitId], ...]] = (
    (SETDA, SECRETARIAT, "Sekretariat Daerah", ROOT_ID),
    (KOMINFO, AGENCY, "Dinas Komunikasi dan Informatika", ROOT_ID),
    (HUMAS, BUREAU, "Biro Humas dan Protokol", SETDA),
    (UMUM, BUREAU, "Biro Umum", SETDA),
    (HUKUM, BUREAU, "Biro Hukum", SETDA),
    (PUBLIKASI, DIVISION, "Bagian Publikasi", HUMAS),
    (PROTOKOL, DIVISION, "Bagian Protokol", HUMAS),
    (RUMAH_TANGGA, DIVISION, "Bagian Rumah Tangga", UMUM),
    (PERSURATAN, DIVISION, "Bagian Persuratan", UMUM),
    (LIPUTAN, SUBDIVISION, "Subbagian Peliputan", PUBLIKASI),
    (MEDIA, SUBDIVISION, "Subbagian Media", PUBLIKASI),
    (ACARA, SUBDIVISION, "Subbagian Acara", PROTOKOL),
)
_ECHELONS: Final = {BUREAU: "II.b", DIVISION: "III.a", SUBDIVISION: "IV.a"}
HEADS: Final = {
    unit: post_id(number) for number, (unit, kind, _, _) in enumerate(_UNITS) if kind in _ECHELONS
}
ANALYST, WRITER = post_id(50), post_id(51)
PRESS, COVERAGE, MONITORING, GUESTS = (function_id(number) for number in range(1, 5))


def a_secretariat() -> Organisation:
    """Return the secretariat with a head in each unit, two functional posts and four functions."""
    units = [
        Unit(unit, kind, name, parent, position)
        for position, (unit, kind, name, parent) in enumerate(_UNITS, start=1)
    ]
    posts = [
        Post(HEADS[unit], unit, PostRole.HEAD, None, _ECHELONS[kind])
        for unit, kind, _, _ in _UNITS
        if unit in HEADS
    ]
    posts += [
        Post(ANALYST, PUBLIKASI, PostRole.MEMBER, "Pranata Humas", None, "Ahli Muda", 3),
        Post(WRITER, LIPUTAN, PostRole.MEMBER, "Penyusun Berita", None, None, 2),
    ]
    return an_organisation(
        units,
        posts,
        [
            a_function(PRESS, PUBLIKASI, 1, "pelaksanaan kerja sama media"),
            a_function(COVERAGE, LIPUTAN, 1, "peliputan kegiatan pimpinan"),
            a_function(MONITORING, MEDIA, 1, "pemantauan pemberitaan"),
            a_function(GUESTS, PROTOKOL, 1, "penerimaan tamu"),
        ],
    )


def a_function(held: FunctionId, unit: UnitId, position: int, text: str) -> Function:
    """Return a function of a unit."""
    return Function(held, unit, FunctionKind.FUNCTION, position, text)


def a_new(number: int, kind: UnitKind, name: str, parent: UnitId, position: int = 1) -> NewUnit:
    """Return a unit that is to begin."""
    return NewUnit(NEW[number], kind.code, name, parent, position)


@dataclass(frozen=True, slots=True)
class Worked:
    """A reorganisation carried out, with its questions in few words."""

    before: Organisation
    after: Organisation
    found: Impact

    def name(self, unit: UnitId) -> str:
        """Return a unit's name afterwards."""
        return self.after.structure.unit(unit).name

    def below(self, unit: UnitId) -> list[str]:
        """Return the names below a unit afterwards."""
        return [child.name for child in self.after.structure.children(unit)]

    def home(self, post: PostId) -> UnitId:
        """Return the unit of a post afterwards."""
        return self.after.post(post).unit_id

    def owner(self, held: FunctionId) -> UnitId:
        """Return the unit that bears a function afterwards."""
        return self.after.function(held).unit_id

    def codes(self) -> set[ImpactCode]:
        """Return what the impact points out, but for subordinate units."""
        return {line.code for line in self.found.lines} - {ImpactCode.SUBORDINATE_TOUCHED}


def reorganised(*operations: Operation) -> Worked:
    """Return the secretariat after the operations; the result is sound and its difference leads to it."""
    before = a_secretariat()
    after = apply_all(before, operations)
    after.check()
    assert apply_all(before, diff(before, after)) == after
    return Worked(before, after, impact(before, after, operations))
