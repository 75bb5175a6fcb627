"""What a unit's page tells beyond its names: plans, kin, posts, duties, and letters under each name."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.records import SuccessionKind
from orgflow.services.organisation.issued_under import IssuedLetter
from orgflow.services.organisation.unit_record import FunctionEntry, Kin, UnitFile
from orgflow.web.formats import show_date
from orgflow.web.letters.words import kind_name
from orgflow.web.registry.planned import PlannedChange, planned_of_unit
from orgflow.web.registry.staff import rank_words
from orgflow.web.registry.unit_pages import unit_url


@dataclass(frozen=True, slots=True)
class KinView:
    """A unit from which this one came, or that came out of it; ``correct_url`` for who keeps the registry."""

    name: str
    url: str
    words: str
    correct_url: str | None


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post of the day."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class LettersUnder:
    """The letters that went out under one name."""

    name: str
    letters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ThroughTime:
    """Everything of a unit that is not its name; addresses are None for whoever may not follow them."""

    menu_url: str | None
    recordings_url: str | None
    planned: tuple[PlannedChange, ...]
    predecessors: tuple[KinView, ...]
    successors: tuple[KinView, ...]
    posts: tuple[PostLine, ...]
    posts_url: str
    duties: tuple[str, ...]
    functions: tuple[str, ...]
    duties_url: str
    letters: tuple[LettersUnder, ...]


def through_time(file: UnitFile, letters: Iterable[IssuedLetter]) -> ThroughTime:
    """Return what the unit's page tells beyond its names."""
    unit_id = file.unit_id
    return ThroughTime(
        url_for("keeping_units.menu", unit_id=unit_id, pada=file.on.isoformat()) if file.may_keep else None,
        url_for("recordings.show", unit_id=unit_id) if file.may_see_records else None,
        planned_of_unit(file),
        tuple(_kin(kin, may_keep=file.may_keep) for kin in file.predecessors),
        tuple(_kin(kin, may_keep=file.may_keep) for kin in file.successors),
        tuple(PostLine(entry.title, ", ".join(rank_words(entry.record))) for entry in file.posts),
        url_for("keeping_posts.index", unit_id=unit_id, pada=file.on.isoformat()),
        _texts(file.duties),
        _texts(file.functions),
        url_for("keeping_functions.index", unit_id=unit_id, pada=file.on.isoformat()),
        _under_each_name(letters),
    )


def _kin(kin: Kin, *, may_keep: bool) -> KinView:
    said = {
        SuccessionKind.MERGE: gettext("melalui penggabungan pada %(day)s", day=show_date(kin.on)),
        SuccessionKind.SPLIT: gettext("melalui pemecahan pada %(day)s", day=show_date(kin.on)),
        SuccessionKind.REPLACEMENT: gettext("melalui penggantian pada %(day)s", day=show_date(kin.on)),
    }
    words = gettext("%(way)s. Sumber: %(source)s", way=said[kin.kind], source=kin.source)
    url = url_for("keeping_successions.correct_form", unit_id=kin.successor_id, old_id=kin.predecessor_id)
    return KinView(kin.name, unit_url(kin.unit_id, kin.on), words, url if may_keep else None)


def _texts(entries: tuple[FunctionEntry, ...]) -> tuple[str, ...]:
    return tuple(entry.record.text for entry in entries)


def _under_each_name(letters: Iterable[IssuedLetter]) -> tuple[LettersUnder, ...]:
    found: dict[str, list[tuple[str, str]]] = {}
    for letter in letters:
        number = letter.number or gettext("nomor belum diisi")
        words = gettext(
            "%(kind)s, %(number)s, diterbitkan %(day)s",
            kind=kind_name(letter.kind),
            number=number,
            day=show_date(letter.issued_on),
        )
        found.setdefault(letter.borne, []).append((words, url_for("letters.show", letter_id=letter.id)))
    return tuple(LettersUnder(name, tuple(lines)) for name, lines in found.items())
