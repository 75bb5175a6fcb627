"""Whom the holder lines of a file mean: somebody who is known, or a new person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange, Work
from orgflow.domain.organisation.records import Official
from orgflow.domain.organisation.roster import HolderLine, RowDoubt, RowDoubtCode, Sheet
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import OfficialId, PostId, comparable

Placed = tuple[HolderLine, PostId]
Namesake = tuple[str, str]


@dataclass(slots=True)
class Persons:
    """The persons of a file as they are met, line after line.

    Attributes:
        placed: the lines whose post is known, in their order.
        before: everybody as held before the file.
        coded: who was found to be meant by a name with a code.
        told: the line that said last what a person is.
    """

    placed: tuple[Placed, ...]
    before: Mapping[OfficialId, Official]
    coded: dict[Namesake, OfficialId] = field(default_factory=dict)
    told: dict[OfficialId, HolderLine] = field(default_factory=dict)

    def met(self, work: Work, line: HolderLine, post_id: PostId) -> Official:
        """Return the person meant by a line, with what it says; who is one by name alone is a doubt."""
        found = self._found(work, line, post_id)
        if found is None:
            official_id = OfficialId(work.new_id())
            found = Official(official_id=official_id, name=line.name)
        if line.person_code is not None:
            self.coded[_namesake(line)] = found.official_id
        self.told[found.official_id] = line
        return replace(
            found,
            name=line.name,
            title=line.title or found.title,
            nip=line.nip or found.nip,
            rank=line.rank or found.rank,
        )

    def note_corrections(self, work: Work) -> None:
        """Note each person of whom the file says something else than was held."""
        for official_id, line in self.told.items():
            before, after = self.before.get(official_id), work.history.officials[official_id]
            if before is not None and before != after:
                act = PlannedAct.CORRECT
                words = (before.name, _words(before), _words(after))
                work.note(PlannedChange(Sheet.HOLDERS, line.row, act, *words))

    def _found(self, work: Work, line: HolderLine, post_id: PostId) -> Official | None:
        everybody = work.history.officials
        if line.nip is not None:
            for held in everybody.values():
                if held.nip == line.nip:
                    return held
        alike = [
            held
            for held in everybody.values()
            if comparable(held.name) == comparable(line.name) and not (line.nip and held.nip)
        ]
        if line.person_code is not None:
            return self._coded(work, line, alike)
        fitting = [held for held in alike if _is_held(work, held, line, post_id)]
        here = fitting or [held for held in alike if _holds(work, held, post_id)]
        if here:
            return _best(here, line)
        if alike:
            beside = ", ".join(_posts(work, alike[0]))
            code = RowDoubtCode.SAME_NAME
            work.doubts.append(RowDoubt(Sheet.HOLDERS, line.row, "nama_pejabat", code, line.name, beside))
            return alike[0]
        return None

    def _coded(self, work: Work, line: HolderLine, alike: list[Official]) -> Official | None:
        """Return whom a name with a code means: the one met under it, or who holds a post that it names."""
        known = self.coded.get(_namesake(line))
        if known is not None:
            return work.history.officials[known]
        free = [held for held in alike if held.official_id not in self.coded.values()]
        mine = [placed for placed in self.placed if _namesake(placed[0]) == _namesake(line)]
        fitting = [held for held in free if any(_is_held(work, held, *placed) for placed in mine)]
        return _best(fitting, line) if fitting else None


def _namesake(line: HolderLine) -> Namesake:
    return comparable(line.name), line.person_code or ""


def _best(persons: list[Official], line: HolderLine) -> Official:
    """Return the first of whom the line says what is held of them, else the first."""
    said = (line.title, line.nip, line.rank)
    return next((held for held in persons if (held.title, held.nip, held.rank) == said), persons[0])


def _is_held(work: Work, held: Official, line: HolderLine, post_id: PostId) -> bool:
    return any(
        record.official_id == held.official_id
        and record.post_id == post_id
        and record.kind is line.kind
        and (record.holds_on(work.on) if line.valid_from is None else record.valid_from == line.valid_from)
        for record in work.history.appointments.values()
    )


def _holds(work: Work, held: Official, post_id: PostId) -> bool:
    records = work.history.appointments.values()
    return any(one.official_id == held.official_id and one.post_id == post_id for one in records)


def _posts(work: Work, held: Official) -> Iterator[str]:
    for record in work.history.appointments.values():
        if record.official_id == held.official_id:
            yield title_of(work.history, record.post_id, record.valid_from)


def _words(person: Official) -> str:
    said = (person.title, person.name, person.nip, person.rank)
    return ", ".join(word for word in said if word)
