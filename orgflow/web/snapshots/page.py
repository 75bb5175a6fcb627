"""Frozen files and what differs between two, as their pages print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.changes.matrix import Word
from orgflow.domain.proposals.states import Action
from orgflow.domain.snapshots.comparing import Aspect, Changed, PieceChange
from orgflow.domain.snapshots.snapshot import TO_MINISTRY, Section
from orgflow.domain.snapshots.taken import TakenSnapshot
from orgflow.services.snapshots import ComparedFiles

NOW: Final = "sekarang"
"""What an address calls the file as it now is."""
AROUND: Final = 15
"""How many words stay around what is marked."""
SECTIONS: Final[dict[Section, LazyString]] = {
    Section.FACTS: lazy_gettext("Alasan dan tanggal"),
    Section.OPERATIONS: lazy_gettext("Materi usulan"),
    Section.OPTIONS: lazy_gettext("Pilihan penataan"),
    Section.PAPERS: lazy_gettext("Matriks, bagan, dan rancangan Pergub"),
    Section.LETTERS: lazy_gettext("Surat"),
    Section.STUDY: lazy_gettext("Kajian"),
    Section.EVIDENCE: lazy_gettext("Data dukung"),
    Section.DOCUMENTS: lazy_gettext("Dokumen"),
}
_KINDS: Final[dict[Changed, LazyString]] = {
    Changed.ADDED: lazy_gettext("Ditambahkan"),
    Changed.REMOVED: lazy_gettext("Dihapus"),
    Changed.CHANGED: lazy_gettext("Diubah"),
    Changed.MOVED: lazy_gettext("Pindah urutan"),
}
_ACTIONS: Final[dict[Action, LazyString]] = {
    Action.SUBMIT: lazy_gettext("Diajukan"),
    Action.FORWARD: lazy_gettext("Diajukan"),
    Action.SEND: lazy_gettext("Dikirim ke Kemendagri"),
    Action.COMPLETE: lazy_gettext("Kelengkapan dikirim ke Kemendagri"),
}


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """One frozen file; an address is empty where there is nothing to open."""

    title: str
    note: str
    address: str
    now_url: str
    earlier_url: str
    earlier_label: str
    copy_url: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words as the matriks marks it: same, del or ins."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference; texts are empty where there is nothing to read."""

    title: str
    kind: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DifferencesView:
    """All differences of one section."""

    heading: str
    rows: tuple[DifferenceView, ...]


def snapshot_lines(
    proposal_id: object, found: tuple[TakenSnapshot, ...], zone: str
) -> tuple[SnapshotLine, ...]:
    """Return the frozen files as rows, the newest first."""
    return tuple(_line(proposal_id, one, zone) for one in found)


def _line(proposal_id: object, one: TakenSnapshot, zone: str) -> SnapshotLine:
    ministry = one.action in TO_MINISTRY
    when = format_instant(one.taken_at, zone)
    return SnapshotLine(
        title_of(one),
        gettext("Disimpan %(when)s, dikerjakan %(who)s.", when=when, who=one.taken_by.rstrip(".")),
        one.digest,
        _compared(proposal_id, one.number, NOW),
        _compared(proposal_id, one.number - 1, str(one.number)) if one.number > 1 else "",
        gettext("Bandingkan dengan salinan %(number)s", number=one.number - 1),
        url_for("snapshots.copy", proposal_id=proposal_id, number=one.number) if ministry else "",
    )


def _compared(proposal_id: object, before: int, after: str) -> str:
    way = url_for("snapshots.compare", proposal_id=proposal_id)
    return f"{way}?dari={before}&ke={after}"


def title_of(one: TakenSnapshot | None) -> str:
    """Return what a frozen file is called; None is the file as it now is."""
    if one is None:
        return gettext("Keadaan sekarang")
    act = str(_ACTIONS.get(one.action, one.action))
    day = format_date(one.acted_on)
    return gettext(
        "Salinan %(number)s: %(act)s %(day)s", number=one.number, act=f"{act[:1].lower()}{act[1:]}", day=day
    )


def differences(found: ComparedFiles) -> tuple[DifferencesView, ...]:
    """Return what differs, by section in their order."""
    grouped = groupby(found.changes, key=lambda change: change.piece.section)
    return tuple(
        DifferencesView(str(SECTIONS[section]), tuple(map(_view, changes))) for section, changes in grouped
    )


def _view(change: PieceChange) -> DifferenceView:
    before, after = change.words() if _is_read(change) else ((), ())
    return DifferenceView(
        change.piece.title,
        str(_KINDS[change.kind]),
        _segments(before, "del"),
        _segments(after, "ins"),
        _note(change),
    )


def _is_read(change: PieceChange) -> bool:
    return change.kind is not Changed.MOVED and (
        change.kind is not Changed.CHANGED or Aspect.TEXT in change.aspects
    )


def _note(change: PieceChange) -> str:
    if Aspect.FILE in change.aspects:
        return gettext("Berkasnya lain.")
    if Aspect.TITLE in change.aspects and change.before is not None:
        return gettext("Dahulu: %(title)s.", title=change.before.title.rstrip("."))
    if change.kind is Changed.CHANGED and Aspect.TEXT not in change.aspects:
        return gettext("Isinya berubah, tetapi tidak pada kata-kata yang dibandingkan.")
    return ""


def _segments(words: tuple[Word, ...], mark: str) -> tuple[Segment, ...]:
    return tuple(_shortened(words, mark))


def _shortened(words: tuple[Word, ...], mark: str) -> Iterator[Segment]:
    """Yield the stretches; a long one that is the same keeps only what stands beside what is marked.

    Nothing where nothing is marked: the other side has all that differs.
    """
    if not any(word.is_changed for word in words):
        return
    for place, word in enumerate(words):
        if word.is_changed:
            yield Segment(mark, word.text)
            continue
        told = word.text.split(" ")
        if len(told) <= 3 * AROUND:
            yield Segment("same", word.text)
            continue
        first = " ".join(told[:AROUND]) if place else ""
        last = " ".join(told[-AROUND:]) if place < len(words) - 1 else ""
        yield Segment("same", f"{first} … {last}")
