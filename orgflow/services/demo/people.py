"""Who may sign in to the demo, and their accounts with passwords made at this very load."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission, Role
from orgflow.domain.audit.events import UserChanged
from orgflow.domain.values import UnitId, UserId
from orgflow.services.context import Context
from orgflow.services.demo.accounts import DemoAccount
from orgflow.services.demo.contoh import ASSISTANT, GOVERNOR, SECRETARY
from orgflow.services.passwords import hash_password
from orgflow.services.use_case import use_case
from orgflow.store import access
from orgflow.store.access import UserRow


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demo; ``unit`` names the unit that bounds what the person sees."""

    username: str
    role: Role
    label: str
    display_name: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account for a person of the demo."""

    person: Person
    password: str
    unit_id: UnitId | None


SUMSEL: Final = (
    Person(
        "kepala.humas",
        Role.BUREAU_HEAD,
        "Kepala Biro",
        "Kepala Biro Humas dan Protokol",
        "Biro Humas dan Protokol",
    ),
    Person(
        "penyusun.humas",
        Role.DRAFTER,
        "Penyusun",
        "Penyusun Biro Humas dan Protokol",
        "Biro Humas dan Protokol",
    ),
    Person("organisasi", Role.ORGANISATION_REVIEWER, "Biro Organisasi", "Penelaah Biro Organisasi"),
    Person("hukum", Role.LEGAL_REVIEWER, "Biro Hukum", "Penelaah Biro Hukum"),
    Person("asisten", Role.ASSISTANT, "Asisten", "Asisten Administrasi dan Umum"),
    Person("sekda", Role.SECRETARY, "Sekretaris Daerah", "Sekretaris Daerah"),
    Person("gubernur", Role.GOVERNOR_OFFICE, "Pimpinan", "Kantor Gubernur"),
    Person("tu", Role.LETTER_ADMINISTRATOR, "TU", "Tata Usaha Pimpinan"),
    Person("administrator", Role.SYSTEM_ADMINISTRATOR, "Administrator", "Administrator Sistem"),
    Person("pemeriksa", Role.AUDITOR, "Pemeriksa", "Pemeriksa"),
)
"""Offices, not persons: nobody real is made to act."""

CONTOH: Final = (
    Person(
        "contoh.kepala.humas",
        Role.BUREAU_HEAD,
        "Kepala Biro",
        "Contoh Enam, S.I.Kom.",
        "Biro Hubungan Masyarakat",
    ),
    Person(
        "contoh.penyusun.humas",
        Role.DRAFTER,
        "Penyusun",
        "Contoh Sebelas, S.I.Kom.",
        "Biro Hubungan Masyarakat",
    ),
    Person("contoh.organisasi", Role.ORGANISATION_REVIEWER, "Biro Organisasi", "Contoh Lima, S.IP."),
    Person("contoh.hukum", Role.LEGAL_REVIEWER, "Biro Hukum", "Contoh Empat, S.H."),
    Person("contoh.asisten", Role.ASSISTANT, "Asisten", ASSISTANT),
    Person("contoh.sekda", Role.SECRETARY, "Sekretaris Daerah", SECRETARY),
    Person("contoh.gubernur", Role.GOVERNOR_OFFICE, "Pimpinan", GOVERNOR),
    Person("contoh.tu", Role.LETTER_ADMINISTRATOR, "TU", "Contoh Dua Belas, A.Md."),
    Person("contoh.administrator", Role.SYSTEM_ADMINISTRATOR, "Administrator", "Contoh Tiga Belas, S.Kom."),
    Person("contoh.pemeriksa", Role.AUDITOR, "Pemeriksa", "Contoh Empat Belas, S.E., Ak."),
    Person("contoh.kepala.umum", Role.BUREAU_HEAD, "Kepala Biro Umum", "Contoh Tujuh, S.E.", "Biro Umum"),
    Person(
        "contoh.kepala.ekonomi",
        Role.BUREAU_HEAD,
        "Kepala Biro Perekonomian",
        "Contoh Delapan, S.E., M.E.",
        "Biro Perekonomian",
    ),
    Person(
        "contoh.kepala.kesra",
        Role.BUREAU_HEAD,
        "Kepala Biro Kesejahteraan Rakyat",
        "Contoh Sembilan, S.Sos., M.Si.",
        "Biro Kesejahteraan Rakyat",
    ),
)


def open_accounts(
    ctx: Context, people: tuple[Person, ...], government_code: str, units: Mapping[str, UnitId]
) -> tuple[dict[str, Actor], tuple[DemoAccount, ...]]:
    """Open an account for each person; return the actors by user name, and the accounts.

    Args:
        units: the ids of units by name.
    """
    actors: dict[str, Actor] = {}
    accounts: list[DemoAccount] = []
    for person in people:
        password = secrets.token_urlsafe(18)
        unit_id = units[person.unit] if person.unit is not None else None
        user_id = UserId(open_account(ctx, OpenAccount(person, password, unit_id)))
        actors[person.username] = Actor(
            person.display_name, ctx.government_id, user_id, frozenset({person.role}), unit_id
        )
        accounts.append(DemoAccount(person.role, person.username, password, government_code, person.label))
    return actors, tuple(accounts)


@use_case(requires=Permission.MANAGE_USERS)
def open_account(ctx: Context, command: OpenAccount) -> UUID:
    """Open one account, whose password need not be changed at the first sign-in."""
    person = command.person
    row = UserRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        username=person.username,
        display_name=person.display_name,
        password_hash=hash_password(command.password),
        unit_id=command.unit_id,
        is_active=True,
        must_change_password=False,
        revision=1,
        created_at=ctx.now,
        changed_at=ctx.now,
    )
    ctx.session.add(row)
    ctx.session.flush()
    access.put_roles(ctx.session, row, frozenset({person.role}))
    ctx.record(UserChanged(str(row.id), "added", person.username, str(person.role)))
    return row.id
