"""The registry as lines of our own form: all of its time, or what holds on one day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.papers import Papers, regulation_keys
from orgflow.domain.organisation.records import AppointmentRecord, Basis, Dated, Official, PostRole
from orgflow.domain.organisation.roster import (
    ArticleLine,
    FunctionLine,
    HolderLine,
    Line,
    PostLine,
    RegulationLine,
    Roster,
    SuccessionLine,
    UnitLine,
)
from orgflow.domain.values import InstrumentId, OfficialId, PostId, UnitId, comparable

SomeLine = TypeVar("SomeLine", bound=Line)
R = TypeVar("R", bound=Dated)

FIRST_ROW: Final = 2
_ROLES: Final = tuple(PostRole)


def history_roster(history: History, papers: Papers) -> Roster:
    """Return every record of all time, planned ones too, each line with its period."""
    return _Pen(history, regulation_keys(papers.instruments), None).roster(papers)


def day_roster(history: History, papers: Papers, on: date) -> Roster:
    """Return what holds on a day; lines without a period, and no successions, which are not of one day."""
    return _Pen(history, regulation_keys(papers.instruments), on).roster(papers)


def without_nip(roster: Roster) -> Roster:
    """Return the lines for who may not read the personal number of an official."""
    return replace(roster, holders=tuple(replace(line, nip=None) for line in roster.holders))


def namesakes(
    records: Iterable[AppointmentRecord], people: Mapping[OfficialId, Official]
) -> Mapping[OfficialId, str]:
    """Return a code for each person among holders whose name another of them bears too."""
    borne: dict[str, dict[OfficialId, None]] = {}
    for record in records:
        borne.setdefault(comparable(people[record.official_id].name), {})[record.official_id] = None
    return {
        official_id: str(number)
        for persons in borne.values()
        if len(persons) > 1
        for number, official_id in enumerate(persons, start=1)
    }


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the lines; ``on`` None writes all of time."""

    history: History
    keys: Mapping[InstrumentId, str]
    on: date | None

    def roster(self, papers: Papers) -> Roster:
        units = self._unit_order()
        posts = self._post_order(units)
        return Roster(
            units=_numbered(self._units(units)),
            posts=_numbered(self._posts(posts)),
            holders=_numbered(self._holders(posts)),
            functions=_numbered(self._functions(units)),
            successions=_numbered(self._successions() if self.on is None else ()),
            regulations=_numbered(self._regulations(papers)),
            articles=_numbered(self._articles(papers)),
            is_history=self.on is None,
        )

    def _unit_order(self) -> Mapping[UnitId, int]:
        """Return the place of each unit: the tree of the day, or of the last day, then what is not in it."""
        days = self.history.days_of_change()
        day = self.on or (days[-1] if days else date.max)
        structure = self.history.structure_on(day)
        walked = [unit.id for root in structure.children(None) for unit in structure.subtree(root.id)]
        codes = self.history.unit_codes
        rest = sorted(
            (unit_id for unit_id in self.history.units if unit_id not in structure.units),
            key=lambda unit_id: (self.history.units[unit_id][0].valid_from, codes[unit_id]),
        )
        return {unit_id: place for place, unit_id in enumerate((*walked, *rest))}

    def _post_order(self, units: Mapping[UnitId, int]) -> Mapping[PostId, int]:
        def place(post_id: PostId) -> tuple[int, int, str]:
            last = self.history.posts[post_id][-1]
            return units[last.unit_id], _ROLES.index(last.role), self.history.post_codes[post_id]

        return {post_id: number for number, post_id in enumerate(sorted(self.history.posts, key=place))}

    def _units(self, order: Mapping[UnitId, int]) -> Iterator[UnitLine]:
        codes = self.history.unit_codes
        for unit_id in order:
            for record in self._held(self.history.units[unit_id]):
                line = UnitLine(
                    row=0,
                    code=codes[unit_id],
                    name=record.name,
                    kind_code=record.kind_code,
                    parent_code=codes[record.parent_id] if record.parent_id is not None else None,
                    position=record.position,
                    short_name=record.short_name,
                    letter_code=record.letter_code,
                    duty_field=record.duty_field,
                    placement=record.placement,
                    is_start_known=record.is_start_known,
                )
                yield self._framed(line, record)

    def _posts(self, order: Mapping[PostId, int]) -> Iterator[PostLine]:
        for post_id in order:
            for record in self._held(self.history.posts[post_id]):
                line = PostLine(
                    row=0,
                    code=self.history.post_codes[post_id],
                    unit_code=self.history.unit_codes[record.unit_id],
                    role=record.role,
                    title=record.title,
                    echelon=record.echelon,
                    functional_rank=record.functional_rank,
                    seats=record.seats,
                )
                yield self._framed(line, record)

    def _holders(self, order: Mapping[PostId, int]) -> Iterator[HolderLine]:
        people = self.history.officials
        found = sorted(
            self._held(self.history.appointments.values()),
            key=lambda r: (order[r.post_id], r.valid_from, people[r.official_id].name, r.appointment_id.int),
        )
        told_apart = namesakes(found, people)
        for record in found:
            person, timeline = people[record.official_id], self.history.posts[record.post_id]
            begun = [post for post in timeline if post.valid_from <= record.valid_from] or [timeline[0]]
            line = HolderLine(
                row=0,
                post_code=self.history.post_codes[record.post_id],
                unit_code=self.history.unit_codes[begun[-1].unit_id],
                post_title=begun[-1].title,
                name=person.name,
                person_code=told_apart.get(person.official_id),
                title=person.title,
                nip=person.nip,
                rank=person.rank,
                kind=record.kind,
                letter=record.letter,
                is_end_known=record.is_end_known,
            )
            yield self._framed(line, record)

    def _functions(self, order: Mapping[UnitId, int]) -> Iterator[FunctionLine]:
        codes = self.history.function_codes
        found = sorted(
            (record for timeline in self.history.functions.values() for record in self._held(timeline)),
            key=lambda r: (order[r.unit_id], r.kind, r.position, codes[r.function_id], r.valid_from),
        )
        for record in found:
            line = FunctionLine(
                row=0,
                code=codes[record.function_id],
                unit_code=self.history.unit_codes[record.unit_id],
                kind=record.kind,
                position=record.position,
                text=record.text,
            )
            yield self._framed(line, record)

    def _successions(self) -> Iterator[SuccessionLine]:
        codes = self.history.unit_codes
        for held in sorted(
            self.history.successions,
            key=lambda one: (one.on, codes[one.predecessor_id], codes[one.successor_id]),
        ):
            yield SuccessionLine(
                row=0,
                valid_from=held.on,
                source=held.basis.source,
                regulation=self._key(held.basis),
                predecessor_code=codes[held.predecessor_id],
                successor_code=codes[held.successor_id],
                kind=held.kind,
            )

    def _regulations(self, papers: Papers) -> Iterator[RegulationLine]:
        for held in papers.instruments:
            amended = (self.keys[other] for amending, other in papers.amendments if amending == held.id)
            yield RegulationLine(
                row=0,
                source=held.source,
                key=self.keys[held.id],
                kind=held.kind,
                title=held.title,
                number=held.number,
                year=held.year,
                enacted_on=held.enacted_on,
                promulgated_on=held.promulgated_on,
                effective_on=held.effective_on,
                gazette_number=held.gazette_number,
                amends=tuple(sorted(amended)),
                is_verified=held.is_verified,
            )

    def _articles(self, papers: Papers) -> Iterator[ArticleLine]:
        for held in papers.instruments:
            for article in papers.articles.get(held.id, ()):
                yield ArticleLine(row=0, key=self.keys[held.id], number=article.number, text=article.text)

    def _held(self, records: Iterable[R]) -> Iterator[R]:
        return (record for record in records if self.on is None or record.holds_on(self.on))

    def _framed(self, line: SomeLine, record: Dated) -> SomeLine:
        """Return the line with its basis, and with its period when all of time is written."""
        framed = replace(line, source=record.basis.source, regulation=self._key(record.basis))
        if self.on is not None:
            return framed
        return replace(framed, valid_from=record.valid_from, valid_to=record.valid_to)

    def _key(self, basis: Basis) -> str | None:
        return self.keys.get(basis.instrument_id) if basis.instrument_id is not None else None


def _numbered(lines: Iterable[SomeLine]) -> tuple[SomeLine, ...]:
    return tuple(replace(line, row=number) for number, line in enumerate(lines, start=FIRST_ROW))
