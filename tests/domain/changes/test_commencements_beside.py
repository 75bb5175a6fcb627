"""Two regulations that speak of the same: no correction turns round which of them is the later one."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.changes.operations import CreateUnit, RenameUnit
from orgflow.domain.changes.recommencing import (
    Beside,
    CommencementsCross,
    Move,
    require_apart,
    require_last,
    spoken_of,
)
from orgflow.domain.values import InstrumentId
from tests.factories.organisation import DIVISION
from tests.factories.secretariat import HUMAS, NEW, PUBLIKASI, UMUM, a_new, a_secretariat

FIRST, BETWEEN, LAST = date(2026, 4, 1), date(2026, 4, 20), date(2026, 5, 1)
HELD = a_secretariat().structure.unit(HUMAS).name
OTHER = Beside(BETWEEN, frozenset({HUMAS}), "Peraturan Gubernur Nomor CONTOH")


def moved(old: date, new: date) -> Move:
    return Move(InstrumentId(UUID(int=700)), old, new)


def test_a_regulation_speaks_of_what_it_changes_and_changes_back() -> None:
    there_and_back = (RenameUnit(HUMAS, "Biro Pimpinan"), RenameUnit(HUMAS, HELD))

    assert spoken_of(a_secretariat(), there_and_back) == {HUMAS}


def test_a_regulation_does_not_speak_of_the_unit_above_one_that_begins() -> None:
    new = CreateUnit(a_new(0, DIVISION, "Bagian Baru", HUMAS))

    assert spoken_of(a_secretariat(), (new, RenameUnit(PUBLIKASI, "Bagian Berita"))) == {NEW[0], PUBLIKASI}


@pytest.mark.parametrize(("old", "new"), [(FIRST, LAST), (LAST, FIRST), (FIRST, BETWEEN), (BETWEEN, LAST)])
def test_a_day_is_not_corrected_over_a_regulation_that_speaks_of_the_same(old: date, new: date) -> None:
    with pytest.raises(CommencementsCross) as refused:
        require_apart(frozenset({HUMAS, UMUM}), moved(old, new), [OTHER])

    assert refused.value.facts["regulation"] == OTHER.citation


def test_a_day_is_corrected_over_a_regulation_that_speaks_of_something_else_or_lies_beyond() -> None:
    require_apart(frozenset({UMUM}), moved(FIRST, LAST), [OTHER])
    require_apart(frozenset({HUMAS}), moved(FIRST, date(2026, 4, 19)), [OTHER])


def test_a_regulation_does_not_commence_before_one_that_commenced_and_speaks_of_the_same() -> None:
    with pytest.raises(CommencementsCross) as refused:
        require_last(frozenset({HUMAS}), FIRST, [OTHER])
    require_last(frozenset({UMUM}), FIRST, [OTHER])
    require_last(frozenset({HUMAS}), LAST, [OTHER])
    assert refused.value.facts["regulation"] == OTHER.citation
