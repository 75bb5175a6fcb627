"""The demonstration's way in: a button a role, the five of the main road first."""

from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString, lazy_gettext

from orgflow.domain.access.roles import Role
from orgflow.services.demo.accounts import DemoAccount

FIRST: Final = Role.BUREAU_HEAD
MAIN: Final[dict[Role, LazyString]] = {
    Role.DRAFTER: lazy_gettext("Penyusun"),
    Role.ORGANISATION_REVIEWER: lazy_gettext("Biro Organisasi"),
    Role.LETTER_ADMINISTRATOR: lazy_gettext("TU"),
    Role.GOVERNOR_OFFICE: lazy_gettext("Pimpinan"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """One button: whose account it opens."""

    username: str
    label: str


@dataclass(frozen=True, slots=True)
class DemoDoors:
    """The buttons of the sign-in page; none outside the demonstration."""

    first: Door | None = None
    main: tuple[Door, ...] = ()
    others: tuple[Door, ...] = ()
    sample: tuple[Door, ...] = ()


def demo_doors(accounts: tuple[DemoAccount, ...]) -> DemoDoors:
    """Return the buttons for these accounts; the government of the first account is the main one."""
    if not accounts:
        return DemoDoors()
    own = [account for account in accounts if account.government_code == accounts[0].government_code]
    sample = [account for account in accounts if account.government_code != accounts[0].government_code]
    first = next((account for account in own if account.role is FIRST), None)
    main = [account for role in MAIN for account in own if account.role is role]
    others = [account for account in own if account is not first and account not in main]
    return DemoDoors(
        Door(first.username, first.label) if first is not None else None,
        tuple(Door(account.username, str(MAIN[account.role])) for account in main),
        tuple(Door(account.username, account.label) for account in others),
        tuple(Door(account.username, account.label) for account in sample),
    )
