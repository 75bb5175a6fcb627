"""Accounts: entered, changed, closed, opened again, and their passwords."""

from uuid import UUID

import pytest

from orgflow.domain.access.assignment import RoleMissing, RolesIncompatible, UnitNeeded
from orgflow.domain.access.passwords import PasswordTooCommon, PasswordTooShort, UsernameInvalid
from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.values import TextEmpty, UnitId, UserId
from orgflow.services.account_pages import AccountView, list_accounts, show_account
from orgflow.services.accounts import (
    AccountAlreadySo,
    AddUser,
    ChangeUser,
    CloseAccount,
    LastAdministrator,
    OpenAccountAgain,
    ResetPassword,
    UsernameTaken,
    add_user,
    change_user,
    close_account,
    open_account_again,
    reset_password,
)
from orgflow.services.context import Context
from orgflow.services.history import show_history
from orgflow.services.passwords import is_password
from orgflow.store import access
from orgflow.store.access import UnknownUser
from orgflow.store.proposals import StaleRevision
from tests.factories.governments import HUMAS
from tests.factories.office import Office, a_neighbour

R = Role
PASSWORD = "kuda lumping di atap"


def an_administrator(office: Office) -> Context:
    return office.context(R.SYSTEM_ADMINISTRATOR)


def a_newcomer(
    username: str = "rika.e",
    *roles: Role,
    unit_id: UnitId | None = None,
    name: str = "Contoh Baru, S.Sos.",
    password: str = PASSWORD,
) -> AddUser:
    return AddUser(username, name, frozenset(roles or {R.LEGAL_REVIEWER}), unit_id, password)


def account(office: Office, user_id: UUID) -> AccountView:
    return show_account(an_administrator(office), user_id).account


def kept_hash(office: Office, user_id: UUID) -> str:
    with office.resources.reading() as session:
        return access.user_row(session, office.government_id, user_id).password_hash


def the_administrator(office: Office) -> UserId:
    user_id = office.actors[R.SYSTEM_ADMINISTRATOR].user_id
    assert user_id is not None
    return user_id


def test_an_account_is_added_with_its_role_and_a_hashed_password(office: Office) -> None:
    user_id = add_user(an_administrator(office), a_newcomer("  Rika.E "))

    added = account(office, user_id)
    assert (added.username, added.roles, added.is_active) == ("rika.e", (R.LEGAL_REVIEWER,), True)
    assert added.must_change_password
    kept = kept_hash(office, user_id)
    assert kept.startswith("$argon2id$")
    assert is_password(kept, PASSWORD)
    assert not is_password(kept, PASSWORD + " ")


def test_an_account_added_is_told_in_the_history_without_its_password(office: Office) -> None:
    add_user(an_administrator(office), a_newcomer())

    event = show_history(an_administrator(office)).events[0]
    assert event.event == "user:changed"
    assert "rika.e" in event.payload
    assert PASSWORD not in event.payload


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (a_newcomer("ab"), UsernameInvalid),
        (a_newcomer("dengan spasi"), UsernameInvalid),
        (a_newcomer(password="pendek"), PasswordTooShort),
        (a_newcomer(password="passwordpassword"), PasswordTooCommon),
        (a_newcomer("kuda.lumping", password="kuda.lumpingkud"), PasswordTooCommon),
        (a_newcomer(name="  "), TextEmpty),
        (a_newcomer("rika.e", R.DRAFTER), UnitNeeded),
        (a_newcomer("rika.e", R.AUDITOR, R.SECRETARY), RolesIncompatible),
        (a_newcomer("rika.e", R.SYSTEM_ADMINISTRATOR, R.LEGAL_REVIEWER), RolesIncompatible),
        (a_newcomer("rika.e", R.DRAFTER, unit_id=UnitId(UUID(int=1))), UnknownUnit),
        (AddUser("rika.e", "Contoh", frozenset(), None, PASSWORD), RoleMissing),
    ],
)
def test_an_account_that_cannot_stand_is_refused(
    office: Office, command: AddUser, error: type[DomainError]
) -> None:
    before = list_accounts(an_administrator(office))

    with pytest.raises(error):
        add_user(an_administrator(office), command)

    assert list_accounts(an_administrator(office)) == before


def test_a_user_name_is_taken_over_all_governments(office: Office) -> None:
    add_user(an_administrator(office), a_newcomer())

    with pytest.raises(UsernameTaken):
        add_user(an_administrator(a_neighbour(office)), a_newcomer("RIKA.E"))


def test_a_drafter_belongs_to_a_unit(office: Office) -> None:
    user_id = add_user(an_administrator(office), a_newcomer("rika.e", R.DRAFTER, unit_id=office.units[HUMAS]))

    assert account(office, user_id).unit_name == HUMAS


@pytest.mark.parametrize("role", sorted(set(Role) - {R.SYSTEM_ADMINISTRATOR}))
def test_only_an_administrator_keeps_accounts(office: Office, role: Role) -> None:
    with pytest.raises(PermissionMissing):
        add_user(office.context(role), a_newcomer())


def test_another_governments_account_does_not_exist_here(office: Office) -> None:
    theirs = the_administrator(a_neighbour(office))

    with pytest.raises(UnknownUser):
        show_account(an_administrator(office), theirs)
    with pytest.raises(UnknownUser):
        close_account(an_administrator(office), CloseAccount(theirs, 1))


def test_roles_and_name_are_changed(office: Office) -> None:
    user_id = UserId(add_user(an_administrator(office), a_newcomer()))

    change_user(
        an_administrator(office),
        ChangeUser(user_id, 1, "Contoh Lama", frozenset({R.SECRETARY, R.ASSISTANT}), None),
    )

    changed = account(office, user_id)
    assert (changed.display_name, changed.roles) == ("Contoh Lama", (R.ASSISTANT, R.SECRETARY))
    assert changed.revision == 2


def test_who_saves_second_is_told(office: Office) -> None:
    user_id = UserId(add_user(an_administrator(office), a_newcomer()))
    command = ChangeUser(user_id, 1, "Contoh Lama", frozenset({R.SECRETARY}), None)
    change_user(an_administrator(office), command)

    with pytest.raises(StaleRevision):
        change_user(an_administrator(office), command)


def test_an_account_is_closed_and_opened_again(office: Office) -> None:
    user_id = UserId(add_user(an_administrator(office), a_newcomer()))

    close_account(an_administrator(office), CloseAccount(user_id, 1))
    assert not account(office, user_id).is_active
    with pytest.raises(AccountAlreadySo):
        close_account(an_administrator(office), CloseAccount(user_id, 2))

    open_account_again(an_administrator(office), OpenAccountAgain(user_id, 2))
    assert account(office, user_id).is_active
    with pytest.raises(AccountAlreadySo):
        open_account_again(an_administrator(office), OpenAccountAgain(user_id, 3))


def test_the_last_administrator_stays(office: Office) -> None:
    administrator = the_administrator(office)

    with pytest.raises(LastAdministrator):
        close_account(an_administrator(office), CloseAccount(administrator, 1))
    with pytest.raises(LastAdministrator):
        change_user(
            an_administrator(office),
            ChangeUser(administrator, 1, "Contoh", frozenset({R.SECRETARY}), None),
        )
    assert not account(office, administrator).may_close


def test_with_a_second_administrator_the_first_may_go(office: Office) -> None:
    add_user(an_administrator(office), a_newcomer("rika.e", R.SYSTEM_ADMINISTRATOR))
    administrator = the_administrator(office)

    close_account(an_administrator(office), CloseAccount(administrator, 1))

    assert not account(office, administrator).is_active


def test_a_neighbours_administrator_does_not_count(office: Office) -> None:
    a_neighbour(office)

    with pytest.raises(LastAdministrator):
        close_account(an_administrator(office), CloseAccount(the_administrator(office), 1))


def test_a_reset_password_must_be_changed(office: Office) -> None:
    user_id = UserId(add_user(an_administrator(office), a_newcomer()))
    other = "lumping kuda di halaman"

    reset_password(an_administrator(office), ResetPassword(user_id, 1, other))

    assert is_password(kept_hash(office, user_id), other)
    assert account(office, user_id).must_change_password
