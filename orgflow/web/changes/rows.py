"""The tables semula and menjadi: units, posts, duties and functions, with what differs marked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes.contents import changed_functions, changed_posts
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.changes.matrix import Aspect, MatrixRow, compare_words
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.asking.fields import post_words
from orgflow.web.changes.becoming import Becoming, becoming
from orgflow.web.changes.segments import Segment, marked
from orgflow.web.notes.links import NoteLink
from orgflow.web.registry.words import FUNCTIONS

_ASPECTS: Final[dict[Aspect, LazyString]] = {
    Aspect.NAME: lazy_gettext("Nama"),
    Aspect.HEAD: lazy_gettext("Kepala"),
    Aspect.STRUCTURE: lazy_gettext("Susunan"),
    Aspect.DUTIES: lazy_gettext("Bidang tugas"),
}


@dataclass(frozen=True, slots=True)
class MatrixView:
    """One row of the matriks; ``key`` is the one under which notes are put on it."""

    subject: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    verdict: str
    remark: str
    url: str | None = None
    link: str = ""
    key: str = ""
    note: NoteLink | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """The three tables; one that holds nothing is not drawn."""

    units: tuple[MatrixView, ...]
    posts: tuple[MatrixView, ...]
    functions: tuple[MatrixView, ...]


def tables(page: ProposalPage) -> Tables:
    """Return the tables of a proposal."""
    before, after = page.organisation_before, page.organisation_after
    return Tables(tuple(_units(page)), tuple(_posts(before, after)), tuple(_functions(before, after)))


def _units(page: ProposalPage) -> Iterator[MatrixView]:
    is_plain = all(isinstance(placed.operation, RenameUnit) for placed in page.operations)
    for row in page.matrix:
        if is_plain or row.is_changed:
            yield _row(page, row)
    for change in page.changes:
        yield from _place(page, change)
    became = becoming(page)
    for unit_id, marks in became.before.items():
        if "gone" in marks:
            yield _keyed(f"gone:{unit_id}", _gone(page.before, page.before.unit(unit_id), became))
    for unit_id, marks in became.after.items():
        if "new" in marks:
            unit = page.after.unit(unit_id)
            yield _keyed(f"new:{unit_id}", _new(unit.name, _standing(page.after, unit)))


def _row(page: ProposalPage, row: MatrixRow) -> MatrixView:
    subject = str(_ASPECTS[row.aspect])
    if len({entry.unit_id for entry in page.matrix}) > 1:
        subject = gettext("%(aspect)s %(unit)s", aspect=subject, unit=page.before.unit(row.unit_id).name)
    verdict, remark = _verdict(row)
    key = f"{row.aspect}:{row.unit_id}"
    return MatrixView(subject, *marked(row.before, row.after), verdict, remark, key=key)


def _verdict(row: MatrixRow) -> tuple[str, str]:
    if not row.before and not row.after:
        return "open", gettext("Menurut Pergub yang berlaku; diisi TU atau administrator.")
    if not row.is_changed:
        return "same", gettext("Tetap")
    if row.aspect is Aspect.HEAD:
        return "changed", gettext("Mengikuti nama")
    return "changed", gettext("Berubah")


def _place(page: ProposalPage, change: UnitChange) -> Iterator[MatrixView]:
    """Yield where a unit stands and what it is, where either differs."""
    old, new = change.before, change.after
    if old.parent_id != new.parent_id:
        subject = gettext("Atasan %(unit)s", unit=old.name)
        sides = _parent(page.before, old), _parent(page.after, new)
        yield _keyed(f"place:{change.unit_id}", _changed(subject, *sides, gettext("Pindah")))
    if old.kind.code != new.kind.code:
        subject = gettext("Jenis %(unit)s", unit=old.name)
        row = _changed(subject, old.kind.name, new.kind.name, gettext("Berubah"))
        yield _keyed(f"kind:{change.unit_id}", row)


def _parent(structure: Structure, unit: Unit) -> str:
    return structure.unit(unit.parent_id).name if unit.parent_id is not None else ""


def _standing(structure: Structure, unit: Unit) -> str:
    return gettext("%(unit)s, di bawah %(parent)s", unit=unit.name, parent=_parent(structure, unit))


def _gone(structure: Structure, unit: Unit, became: Becoming) -> MatrixView:
    words = _standing(structure, unit)
    return _ended(unit.name, words, became.ended_by.get(unit.id, gettext("Dihapus")))


def _posts(before: Organisation, after: Organisation) -> Iterator[MatrixView]:
    for change in changed_posts(before, after):
        old, new = change.before, change.after
        if old is None and new is not None:
            row = _new(after.title_of(new), _post(after, new, is_placed=True))
            yield _keyed(f"post:{new.id}", row)
        elif old is not None and new is None:
            row = _ended(before.title_of(old), _post(before, old, is_placed=True))
            yield _keyed(f"post:{old.id}", row)
        elif old is not None and new is not None:
            is_moved = old.unit_id != new.unit_id
            remark = gettext("Pindah") if is_moved else gettext("Berubah")
            left, right = _post(before, old, is_placed=is_moved), _post(after, new, is_placed=is_moved)
            yield _keyed(f"post:{old.id}", _changed(before.title_of(old), left, right, remark))


def _post(organisation: Organisation, post: Post, *, is_placed: bool) -> str:
    words = post_words(organisation, post)
    if not is_placed:
        return words
    return gettext("%(post)s pada %(unit)s", post=words, unit=organisation.units[post.unit_id].name)


def _functions(before: Organisation, after: Organisation) -> Iterator[MatrixView]:
    for change in changed_functions(before, after):
        old, new = change.before, change.after
        if old is None and new is not None:
            yield _keyed(f"function:{new.id}", _new(_owner(after, new), new.text))
        elif old is not None and new is None:
            yield _keyed(f"function:{old.id}", _ended(_owner(before, old), old.text))
        elif old is not None and new is not None:
            remark = gettext("Berubah")
            if old.unit_id != new.unit_id:
                remark = gettext("Ke %(unit)s", unit=after.units[new.unit_id].name)
            row = _changed(_owner(before, old), old.text, new.text, remark)
            yield _keyed(f"function:{old.id}", row)


def _owner(organisation: Organisation, held: Function) -> str:
    kind, unit = FUNCTIONS[held.kind], organisation.units[held.unit_id].name
    return gettext("%(kind)s %(unit)s", kind=kind, unit=unit)


def _keyed(key: str, row: MatrixView) -> MatrixView:
    return replace(row, key=key)


def _changed(subject: str, before: str, after: str, remark: str) -> MatrixView:
    return MatrixView(subject, *marked(*compare_words(before, after)), "changed", remark)


def _new(subject: str, words: str) -> MatrixView:
    absent = Segment("same", gettext("Belum ada"))
    return MatrixView(subject, (absent,), (Segment("ins", words),), "changed", gettext("Baru"))


def _ended(subject: str, words: str, remark: str = "") -> MatrixView:
    absent = Segment("same", gettext("Tidak ada lagi"))
    return MatrixView(subject, (Segment("del", words),), (absent,), "changed", remark or gettext("Dihapus"))
