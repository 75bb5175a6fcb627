"""What was planned and is taken back, who is told to have been overtaken, and what an end brings with it."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.organisation.keeping import ChildrenRemain
from orgflow.domain.organisation.keeping_posts import UnknownAppointment, UnknownFunction
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.organisation.timeline import AlreadyBegun, NoChangeThatDay, NothingChanges
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import FunctionId, TextEmpty
from orgflow.services.history import show_history
from orgflow.services.organisation import appointments, functions, posts
from orgflow.services.organisation.duties import show_duties, show_function
from orgflow.services.organisation.foreseeing import foresee_post_end, foresee_unit_end
from orgflow.services.organisation.freshness import RecordStale
from orgflow.services.organisation.issued_under import letters_issued_by
from orgflow.services.organisation.recordings import show_recordings
from orgflow.services.organisation.staffing import show_post, show_staff, show_term
from tests.factories.governments import HUMAS, SINCE, UMUM
from tests.factories.office import Office
from tests.factories.registry import BASIS, REASON, Keeper
from tests.factories.roads import EFFECTIVE_ON, a_proposal_in

MAY = date(2026, 5, 1)
MEDIA, ANALYST = "Bagian Media", "Analis Media"


@pytest.fixture
def keeper(office: Office) -> Keeper:
    """A keeper with one post and its holder."""
    keeper = Keeper.of(office)
    keeper.post(ANALYST, MEDIA, SINCE)
    keeper.appoint("Contoh Dua", ANALYST, SINCE)
    return keeper


def a_point(keeper: Keeper, text: str) -> FunctionId:
    command = functions.AddFunction(keeper.units[MEDIA], FunctionKind.FUNCTION, text, SINCE, BASIS)
    return FunctionId(functions.add_function(keeper.ctx, command))


def order(keeper: Keeper) -> list[FunctionId]:
    return [kept.id for kept in show_duties(keeper.ctx, keeper.units[MEDIA]).functions]


def retitle(keeper: Keeper, title: str, reason: str = "") -> posts.ChangePost:
    return posts.ChangePost(keeper.posts[ANALYST], MAY, posts.PostFields(title), BASIS, reason)


def test_a_planned_change_of_a_post_is_taken_back(keeper: Keeper) -> None:
    posts.change_post(keeper.ctx, retitle(keeper, "Analis Siaran"))
    withdrawal = posts.WithdrawPostChange(keeper.posts[ANALYST], MAY, "tidak jadi")

    posts.withdraw_post_change(keeper.ctx, withdrawal)

    assert show_post(keeper.ctx, keeper.posts[ANALYST], MAY).post.title == ANALYST
    with pytest.raises(NoChangeThatDay):
        posts.withdraw_post_change(keeper.ctx, withdrawal)


def test_what_lies_ahead_is_taken_back_whole(keeper: Keeper) -> None:
    keeper.found("Bagian Siaran", HUMAS, MAY)
    keeper.post("Penata Siaran", MEDIA, MAY)
    point = functions.AddFunction(keeper.units[MEDIA], FunctionKind.DUTY, "siaran", MAY, BASIS)
    duty = FunctionId(functions.add_function(keeper.ctx, point))

    keeper.withdraw("Bagian Siaran", MAY)
    post = posts.WithdrawPostChange(keeper.posts["Penata Siaran"], MAY, REASON)
    posts.withdraw_post_change(keeper.ctx, post)
    functions.withdraw_function_change(keeper.ctx, functions.WithdrawFunctionChange(duty, MAY, REASON))

    assert keeper.seen("Bagian Siaran", MAY) is None
    assert [held.title for held in show_staff(keeper.ctx, keeper.units[MEDIA]).posts] == [ANALYST]
    assert show_duties(keeper.ctx, keeper.units[MEDIA]).duties == ()
    (kept,) = show_recordings(keeper.ctx, keeper.units["Bagian Siaran"]).recordings
    assert kept.superseded_at is not None


def test_what_has_begun_is_not_taken_back_whole(keeper: Keeper) -> None:
    point = a_point(keeper, "satu")

    with pytest.raises(AlreadyBegun):
        keeper.withdraw(MEDIA, SINCE)
    with pytest.raises(AlreadyBegun):
        posts.withdraw_post_change(keeper.ctx, posts.WithdrawPostChange(keeper.posts[ANALYST], SINCE, REASON))
    with pytest.raises(AlreadyBegun):
        functions.withdraw_function_change(keeper.ctx, functions.WithdrawFunctionChange(point, SINCE, REASON))


def test_a_planned_unit_with_others_planned_below_it_stays(keeper: Keeper) -> None:
    keeper.found("Biro Siaran", "Sekretariat Daerah", MAY, kind="biro")
    keeper.found("Bagian Siaran", "Biro Siaran", MAY)

    with pytest.raises(ChildrenRemain):
        keeper.withdraw("Biro Siaran", MAY)


def test_a_withdrawal_says_why(keeper: Keeper) -> None:
    posts.change_post(keeper.ctx, retitle(keeper, "Analis Siaran"))

    with pytest.raises(TextEmpty):
        posts.withdraw_post_change(keeper.ctx, posts.WithdrawPostChange(keeper.posts[ANALYST], MAY, " "))


def test_a_planned_change_of_a_function_is_taken_back(keeper: Keeper) -> None:
    point = a_point(keeper, "pelayanan media")
    change = functions.ChangeFunction(point, MAY, BASIS, "pelayanan pers")
    functions.change_function(keeper.ctx, change)

    functions.withdraw_function_change(keeper.ctx, functions.WithdrawFunctionChange(point, MAY, "tidak jadi"))

    assert show_function(keeper.ctx, point, MAY).kept.record.text == "pelayanan media"


def test_a_term_that_never_was_is_taken_out_and_stays_readable(keeper: Keeper) -> None:
    term = keeper.terms["Contoh Dua"]

    appointments.withdraw_appointment(keeper.ctx, appointments.WithdrawAppointment(term, "keliru orang"))

    (post,) = show_staff(keeper.ctx, keeper.units[MEDIA]).posts
    assert post.terms == ()
    (holder,) = show_recordings(keeper.ctx, keeper.units[MEDIA]).holders
    assert holder.title == "Contoh Dua"
    assert holder.superseded_at is not None
    with pytest.raises(UnknownAppointment):
        show_term(keeper.ctx, term)


def test_an_order_is_corrected_without_rewording(keeper: Keeper) -> None:
    first, second, third = (a_point(keeper, text) for text in ("satu", "dua", "tiga"))
    asked = (keeper.units[MEDIA], FunctionKind.FUNCTION, MAY)

    functions.reorder_functions(
        keeper.ctx, functions.ReorderFunctions(*asked, (third, first, second), REASON)
    )

    assert order(keeper) == [third, first, second]
    with pytest.raises(NothingChanges):
        functions.reorder_functions(
            keeper.ctx, functions.ReorderFunctions(*asked, (third, first, second), REASON)
        )


def test_an_order_names_every_point(keeper: Keeper) -> None:
    first, second = a_point(keeper, "satu"), a_point(keeper, "dua")
    asked = (keeper.units[MEDIA], FunctionKind.FUNCTION, MAY)

    for wrong in ((first,), (first, FunctionId(UUID(int=7)))):
        with pytest.raises(UnknownFunction):
            functions.reorder_functions(keeper.ctx, functions.ReorderFunctions(*asked, wrong, REASON))
    assert order(keeper) == [first, second]


def test_whoever_was_overtaken_on_a_post_a_term_or_a_function_is_told_by_whom(keeper: Keeper) -> None:
    post, term, point = keeper.posts[ANALYST], keeper.terms["Contoh Dua"], a_point(keeper, "satu")
    seen = show_post(keeper.ctx, post).seen_at
    seen_term, seen_point = show_term(keeper.ctx, term).seen_at, show_function(keeper.ctx, point).seen_at
    posts.change_post(keeper.ctx, retitle(keeper, "Analis Siaran"))
    appointments.end_appointment(keeper.ctx, appointments.EndAppointment(term, MAY, seen_term))
    functions.end_function(keeper.ctx, functions.EndFunction(point, MAY, "habis", seen_point))

    with pytest.raises(RecordStale) as stale:
        posts.end_post(keeper.ctx, posts.EndPost(post, date(2026, 6, 1), "habis", seen))
    with pytest.raises(RecordStale):
        appointments.withdraw_appointment(
            keeper.ctx, appointments.WithdrawAppointment(term, "keliru", seen_term)
        )
    with pytest.raises(RecordStale):
        functions.withdraw_function_change(
            keeper.ctx, functions.WithdrawFunctionChange(point, MAY, "keliru", seen_point)
        )
    assert stale.value.facts["by"] == keeper.ctx.actor.name


def test_what_ends_with_a_unit_is_told_before(keeper: Keeper) -> None:
    a_point(keeper, "satu")

    below = foresee_unit_end(keeper.ctx, keeper.units[MEDIA], MAY)
    above = foresee_unit_end(keeper.ctx, keeper.units[HUMAS], MAY)

    assert (below.posts, below.holders, below.functions) == ((ANALYST,), (("Contoh Dua", ANALYST),), 1)
    assert below.children == ()
    assert above.children == (MEDIA,)
    assert foresee_post_end(keeper.ctx, keeper.posts[ANALYST], MAY).holders == below.holders


def test_what_was_told_is_what_happens(keeper: Keeper) -> None:
    a_point(keeper, "satu")

    keeper.end(MEDIA, MAY)

    after = foresee_unit_end(keeper.ctx, keeper.units[MEDIA], MAY)
    assert (after.posts, after.holders, after.functions) == ((), (), 0)


def test_the_reason_of_an_end_is_told_in_the_history(keeper: Keeper) -> None:
    posts.end_post(keeper.ctx, posts.EndPost(keeper.posts[ANALYST], MAY, "jabatan dihapus"))

    newest = show_history(keeper.ctx).events[0]

    assert "jabatan dihapus" in newest.payload


def test_letters_stay_under_the_name_they_went_out_under(office: Office) -> None:
    a_proposal_in(office, ProposalState.IMPLEMENTED)
    keeper = Keeper.of(office)
    office.clock.set_to(EFFECTIVE_ON)

    letters = letters_issued_by(keeper.ctx, keeper.units[HUMAS])

    assert [letter.borne for letter in letters] == [HUMAS]
    assert letters_issued_by(office.context(Role.BUREAU_HEAD), keeper.units[UMUM]) == ()


def test_a_drafter_keeps_nothing(keeper: Keeper) -> None:
    ctx = keeper.office.context(Role.DRAFTER)

    with pytest.raises(PermissionMissing):
        posts.withdraw_post_change(ctx, posts.WithdrawPostChange(keeper.posts[ANALYST], MAY, "coba"))
    with pytest.raises(PermissionMissing):
        show_post(ctx, keeper.posts[ANALYST])
    assert not show_staff(ctx, keeper.units[MEDIA]).may_keep
