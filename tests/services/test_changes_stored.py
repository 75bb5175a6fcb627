"""Random change-sets kept in a database and let commence there: what it gives back is what was wished."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.commencing import commence_operations
from orgflow.domain.changes.diff import diff
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.soundness import check
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import OperationId, ProposalId, UnitId
from orgflow.store.organisations import organisation_on
from orgflow.store.proposals import PlacedOperation, operations_of, put_operations
from orgflow.store.registry import load_history
from orgflow.store.registry_rows import Stamp
from orgflow.store.registry_writing import save_history
from tests.factories.changes import organisations
from tests.factories.governments import a_government
from tests.factories.office import Office, an_office
from tests.factories.organisation import ON, unit_id
from tests.factories.registry import BASIS
from tests.factories.roads import a_bare_draft

pytestmark = pytest.mark.both_databases

LATER = ON + timedelta(days=40)
ROOT = unit_id(1)


@pytest.fixture
def quiet_office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office in which nobody holds a post, on each database."""
    office = an_office(database_url, tmp_path, a_government(officials=()))
    yield office
    office.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=st.tuples(organisations(), organisations()))
def test_a_stored_change_set_makes_of_one_organisation_the_other(
    quiet_office: Office, pair: tuple[Organisation, Organisation]
) -> None:
    office = quiet_office
    draft = a_bare_draft(office)
    with office.resources.writing() as session:
        held = load_history(session, office.government_id)
        before, after = (settled(one, held) for one in pair)
        keep(office, session, held, diff(held.organisation_on(ON), before), first=True)

        operations = stored(office, session, draft, diff(before, after))
        keep(office, session, load_history(session, office.government_id), operations)

        assert parts(organisation_on(session, office.government_id, ON)) == parts(before)
        assert parts(organisation_on(session, office.government_id, LATER)) == parts(after)
        assert parts(apply_all(before, operations)) == parts(after)
        session.rollback()


def settled(drawn: Organisation, held: History) -> Organisation:
    """Return a drawn organisation under the government that is held; no two bureaus of one name."""
    root = held.structure_on(ON).root()

    def home(unit: UnitId | None) -> UnitId | None:
        return root.id if unit == ROOT else unit

    units = [root]
    for unit in drawn.units.values():
        if unit.parent_id is None:
            continue
        kind = held.kinds[unit.kind.code]
        name = f"{unit.name} {unit.id.int}" if kind.stands_alone else unit.name
        units.append(replace(unit, kind=kind, name=name, parent_id=home(unit.parent_id)))
    return Organisation.of(
        Structure.of(ON, units),
        held.kinds,
        [replace(post, unit_id=home(post.unit_id) or root.id) for post in drawn.posts.values()],
        [replace(one, unit_id=home(one.unit_id) or root.id) for one in drawn.functions.values()],
    )


def stored(
    office: Office, session: Session, draft: ProposalId, operations: tuple[Operation, ...]
) -> tuple[Operation, ...]:
    """Return operations as a draft gives them back."""
    placed = tuple(PlacedOperation(OperationId(office.resources.new_id()), one) for one in operations)
    put_operations(session, office.government_id, draft, placed)
    session.expire_all()
    read = operations_of(session, draft)
    assert read == placed
    return tuple(one.operation for one in read)


def keep(
    office: Office, session: Session, held: History, operations: tuple[Operation, ...], *, first: bool = False
) -> None:
    """Let operations commence on their day and write the registry, sound on every day."""
    commenced = commence_operations(held, operations, ON if first else LATER, BASIS).history
    check(commenced)
    stamp = Stamp(office.government_id, office.resources.new_id, office.clock(), "uji", None, None)
    save_history(session, held, commenced, stamp)
    session.flush()
    session.expire_all()


def parts(organisation: Organisation) -> tuple[object, object, object]:
    """Return what an organisation holds, whatever the day it is looked at."""
    return organisation.units, organisation.posts, organisation.functions
