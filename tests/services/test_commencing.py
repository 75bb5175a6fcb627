"""The day a reorganisation holds: records of units, posts and functions closed and opened, all or none."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.commencing import LaterChangeStands
from orgflow.domain.changes.operations import (
    AbolishUnit,
    ChangePost,
    CreateUnit,
    Fate,
    MergeUnits,
    MoveUnit,
    NewUnit,
    Operation,
    Part,
    RenameUnit,
    SplitUnit,
    SwapNames,
    TransferFunction,
)
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.keeping import CodeTaken
from orgflow.domain.organisation.records import FunctionKind, PostRole, SuccessionKind
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import FunctionId, PostId, ProposalId, UnitId
from orgflow.services.checking import check_store
from orgflow.services.history import show_history
from orgflow.services.organisation.functions import AddFunction, add_function
from orgflow.store.registry import load_history
from tests.factories.governments import HUMAS, SINCE, UMUM
from tests.factories.office import Office
from tests.factories.registry import BASIS, Keeper
from tests.factories.roads import (
    EFFECTIVE_ON,
    NEW_NAME,
    a_draft,
    go,
    page,
    promulgate_on,
)

pytestmark = pytest.mark.both_databases

MEDIA, KOMINFO = "Bagian Media", "Dinas Kominfo"
ONE, TWO = UnitId(UUID(int=501)), UnitId(UUID(int=502))
EVE = EFFECTIVE_ON - timedelta(days=1)


def a_new(office: Office, unit_id: UnitId, name: str, code: str | None = None) -> NewUnit:
    return NewUnit(unit_id, "bagian", name, office.units[HUMAS], 5, code)


def proposed(office: Office, *operations: Operation, name: str = NEW_NAME) -> ProposalId:
    """Return a draft that renames the bureau, and does this besides."""
    return a_draft(office, name, operations=operations)


def promulgate_all(
    office: Office, proposal_id: ProposalId, number: str = "UJI-002", on: date = EFFECTIVE_ON
) -> ProposalId:
    """Bring a draft as far as it can go before its day."""
    promulgate_on(office, proposal_id, on, number)
    return proposal_id


def commenced(office: Office, *operations: Operation) -> History:
    """Let the bureau's rename and these operations commence; return the registry after it."""
    go(office, promulgate_all(office, proposed(office, *operations)), Action.COMMENCE)
    return registry(office)


def registry(office: Office) -> History:
    with office.resources.reading() as session:
        return load_history(session, office.government_id)


def held_contents(office: Office) -> tuple[PostId, FunctionId, FunctionId]:
    """Let the division have a post that somebody holds, and two functions; return them."""
    keeper = Keeper.of(office)
    keeper.post("Analis", MEDIA, SINCE, seats=2)
    keeper.appoint("Contoh Tiga, S.I.Kom.", "Analis", SINCE)
    added = [
        add_function(
            keeper.ctx, AddFunction(office.units[MEDIA], FunctionKind.FUNCTION, text, SINCE, BASIS, place)
        )
        for place, text in enumerate(("kerja sama media", "peliputan"), start=1)
    ]
    return keeper.posts["Analis"], FunctionId(added[0]), FunctionId(added[1])


def test_a_split_with_all_it_redistributes_holds_from_its_day(office: Office) -> None:
    analyst, press, coverage = held_contents(office)
    before, media = registry(office).organisation_on(EVE), office.units[MEDIA]
    parts = (
        Part(a_new(office, ONE, "Bagian Media Cetak", "MC"), (analyst,), (coverage,)),
        Part(a_new(office, TWO, "Bagian Media Daring")),
    )
    operations: tuple[Operation, ...] = (
        TransferFunction(press, media, office.units[KOMINFO], 1),
        SplitUnit(media, parts, ONE),
        ChangePost(analyst, PostRole.MEMBER, "Analis", None, "Ahli Muda", 3),
    )

    held = commenced(office, *operations)

    after = held.organisation_on(EFFECTIVE_ON)
    rename = RenameUnit(office.units[HUMAS], NEW_NAME)
    wished = apply_all(before, (rename, *operations))
    assert (after.units, after.posts, after.functions) == (wished.units, wished.posts, wished.functions)
    assert held.organisation_on(EVE) == before
    assert {(one.predecessor_id, one.successor_id, one.kind) for one in held.successions} == {
        (media, ONE, SuccessionKind.SPLIT),
        (media, TWO, SuccessionKind.SPLIT),
    }
    assert held.unit_codes[ONE] == "MC"
    assert held.unit_codes[TWO] == f"bagian-{TWO.hex}"
    assert [one.valid_to for one in held.appointments.values() if one.post_id == analyst] == [None]
    assert check_store(office.as_system()) == ()


def test_a_unit_that_only_stood_in_between_leaves_no_trace(office: Office) -> None:
    media, humas = office.units[MEDIA], office.units[HUMAS]

    held = commenced(
        office,
        CreateUnit(a_new(office, ONE, "Bagian Sementara")),
        MergeUnits((media, ONE), a_new(office, TWO, "Bagian Media Gabungan")),
    )

    assert [(one.predecessor_id, one.successor_id, one.kind) for one in held.successions] == [
        (media, TWO, SuccessionKind.MERGE)
    ]
    assert ONE not in held.units
    assert [unit.name for unit in held.structure_on(EFFECTIVE_ON).children(humas)] == [
        "Bagian Media Gabungan"
    ]
    assert [unit.name for unit in held.structure_on(EVE).children(humas)] == [MEDIA]
    assert check_store(office.as_system()) == ()


def test_an_abolished_unit_leaves_with_its_posts_and_their_holders(office: Office) -> None:
    analyst, press, _ = held_contents(office)
    media, humas = office.units[MEDIA], office.units[HUMAS]

    held = commenced(office, AbolishUnit(media, humas, posts=Fate.ENDED, functions=Fate.TO_HEIR))

    assert held.organisation_on(EFFECTIVE_ON).function(press).unit_id == humas
    assert media not in held.structure_on(EFFECTIVE_ON).units
    assert [one.valid_to for one in held.appointments.values() if one.post_id == analyst] == [EFFECTIVE_ON]
    assert [(one.predecessor_id, one.successor_id, one.kind) for one in held.successions] == [
        (media, humas, SuccessionKind.REPLACEMENT)
    ]
    assert check_store(office.as_system()) == ()


def test_a_move_from_another_bureau_and_a_swap_leave_one_record_each(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.found("Bagian Arsip", UMUM, SINCE)
    archive, media = keeper.units["Bagian Arsip"], office.units[MEDIA]

    held = commenced(office, MoveUnit(archive, office.units[HUMAS], 9), SwapNames(archive, media))

    structure = held.structure_on(EFFECTIVE_ON)
    assert {unit.name for unit in structure.children(office.units[HUMAS])} == {"Bagian Arsip", MEDIA}
    assert structure.unit(media).name == "Bagian Arsip"
    assert (len(held.unit(archive)), len(held.unit(media))) == (2, 2)
    told = [event.event for event in show_history(office.context(Role.SYSTEM_ADMINISTRATOR)).events]
    assert told.count("unit:renamed") == 3
    assert told.count("unit:changed") == 1


def test_nothing_is_half_commenced_when_a_code_is_taken_meanwhile(office: Office) -> None:
    new = a_new(office, ONE, "Bagian Baru", "uji-Bagian Arsip")
    proposal_id = promulgate_all(office, proposed(office, CreateUnit(new)))
    Keeper.of(office).found("Bagian Arsip", UMUM, SINCE)
    before = registry(office)

    with pytest.raises(CodeTaken):
        go(office, proposal_id, Action.COMMENCE)

    assert registry(office) == before
    assert page(office, proposal_id).state is ProposalState.PROMULGATED


def test_what_changes_again_later_is_not_overtaken(office: Office) -> None:
    analyst, _, _ = held_contents(office)
    change = ChangePost(analyst, PostRole.MEMBER, "Analis", None, "Ahli Muda", 3)
    proposal_id = promulgate_all(office, proposed(office, change))
    keeper = Keeper(office, dict(office.units), {"Analis": analyst})
    keeper.end_post("Analis", EFFECTIVE_ON + timedelta(days=9))

    with pytest.raises(LaterChangeStands):
        go(office, proposal_id, Action.COMMENCE)


def test_an_operation_outside_the_proposals_branch_is_refused(office: Office) -> None:
    for operation in (
        RenameUnit(office.units[UMUM], "Biro Lain"),
        CreateUnit(NewUnit(ONE, "bagian", "Bagian Baru", office.units[UMUM], 1)),
        SwapNames(office.units[UMUM], office.units[KOMINFO]),
    ):
        with pytest.raises(UnknownUnit):
            proposed(office, operation)
