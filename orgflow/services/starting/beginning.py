"""How an office begins from nothing: a government with its rules, and the first administrator."""

import hmac
from dataclasses import dataclass, replace
from uuid import UUID

from orgflow.domain.access.roles import Permission, Role, system_actor
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.beginning import Zone, check_government_code, region_of
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.values import GovernmentId, clean_name, clean_text
from orgflow.services.accounts import AddUser, enter_account
from orgflow.services.context import Context
from orgflow.services.starting.entering import EnterGovernment, enter_whole
from orgflow.services.starting.rules import (
    guideline_names,
    required_documents,
    structure_rules,
    unit_kinds,
)
from orgflow.services.use_case import PUBLIC, read, use_case
from orgflow.store import access, governments, organisation
from orgflow.store.governments import Government

HEAD_TITLE = "Gubernur"


class SetupCodeWrong(RuleBroken):
    """What was typed is not the code of this installation."""

    code = "setup_code_wrong"


class OfficeBegun(Conflict):
    """Somebody has an account already; whoever comes later signs in."""

    code = "office_begun"


class GovernmentCodeTaken(RuleBroken):
    """Another government bears the code."""

    code = "government_code_taken"


@dataclass(frozen=True, slots=True)
class OpenGovernment:
    """A province of which nothing but itself is known; ``contact`` goes into its letterhead."""

    code: str
    name: str
    capital: str
    zone: Zone
    paper: Paper = Paper.A4
    contact: str = ""


@dataclass(frozen=True, slots=True)
class FirstAdministrator:
    """Who keeps the accounts and the settings from now on."""

    username: str
    display_name: str
    password: str


@dataclass(frozen=True, slots=True)
class BeginOffice:
    """The first government, None when one is held already, and the first account.

    ``typed_code`` is what the sender gave, ``held_code`` the installation's, None when it has none.
    """

    government: OpenGovernment | None
    administrator: FirstAdministrator
    typed_code: str
    held_code: str | None


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whether an office has begun; ``government`` is the first one held."""

    has_account: bool
    government: Government | None


@dataclass(frozen=True, slots=True)
class RootChoice:
    """What the topmost unit is made of: the government, and the kind of the highest level."""

    government: Government
    kind_code: str


@read(requires=PUBLIC)
def show_beginning(ctx: Context) -> Beginning:
    """Return how far the installation has begun."""
    held = governments.governments(ctx.session)
    return Beginning(access.has_account(ctx.session), held[0] if held else None)


@read(requires=Permission.VIEW_STRUCTURE)
def has_structure(ctx: Context) -> bool:
    """Say whether the actor's government has entered any unit."""
    return organisation.has_units(ctx.session, ctx.government_id)


@read(requires=Permission.KEEP_REGISTRY)
def root_choice(ctx: Context) -> RootChoice:
    """Return what the topmost unit of the actor's government is made of."""
    kinds = organisation.kinds(ctx.session, ctx.government_id).values()
    highest = min(kinds, key=lambda kind: (kind.level, kind.name))
    return RootChoice(governments.government(ctx.session, ctx.government_id), highest.code)


@use_case(requires=Permission.MANAGE_SETTINGS)
def open_government(ctx: Context, command: OpenGovernment) -> UUID:
    """Enter the government of the actor, with the rules every government starts from.

    Raises:
        GovernmentCodeUnfit, GovernmentCodeTaken, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    return enter_whole(ctx, _fresh(ctx, command))


def begin_office(ctx: Context, command: BeginOffice) -> UUID:
    """Enter the first government and its first administrator, whole or not at all; return the account's id.

    Raises:
        SetupCodeWrong: looked at before anything else.
        OfficeBegun: there is an account already.
        GovernmentCodeUnfit, UsernameInvalid, PasswordTooShort, PasswordTooLong, PasswordTooCommon.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    if not _is_code(command.typed_code, command.held_code):
        raise SetupCodeWrong(field="setup_code")
    held = show_beginning(ctx).government
    government_id = held.id if held is not None else GovernmentId(ctx.new_id())
    actor = system_actor("pemasangan pertama", government_id)
    return _begin(replace(ctx, actor=actor, idempotency_key=None), command)


@use_case(requires=Permission.MANAGE_USERS)
def _begin(ctx: Context, command: BeginOffice) -> UUID:
    access.lock_first_account(ctx.session)
    if access.has_account(ctx.session):
        raise OfficeBegun()
    if command.government is not None:
        enter_whole(ctx, _fresh(ctx, command.government))
    first = command.administrator
    roles = frozenset({Role.SYSTEM_ADMINISTRATOR})
    return enter_account(
        ctx,
        AddUser(first.username, first.display_name, roles, None, first.password, must_change_password=False),
    )


def _is_code(typed: str, held: str | None) -> bool:
    return held is not None and hmac.compare_digest(_bare(typed).encode(), _bare(held).encode())


def _bare(code: str) -> str:
    return "".join(character for character in code.upper() if character.isalnum())


def _fresh(ctx: Context, command: OpenGovernment) -> EnterGovernment:
    held = governments.governments(ctx.session)
    code, name = check_government_code(command.code), clean_name(command.name)
    if any(government.code == code for government in held):
        raise GovernmentCodeTaken(field="code", government=code)
    settings = {SettingKey.PAPER: str(command.paper)}
    contact = clean_text(command.contact, field="contact", limit=1000)
    if contact:
        settings[SettingKey.LETTERHEAD_CONTACT] = contact
    region = region_of(name)
    return EnterGovernment(
        government=Government(
            ctx.government_id,
            code,
            name,
            region,
            HEAD_TITLE,
            clean_name(command.capital, field="capital"),
            str(command.zone),
            is_sample=False,
            recorded_whole_from=None,
        ),
        position=len(held) + 1,
        kinds=unit_kinds(f"{HEAD_TITLE} {region}"),
        units=(),
        officials=(),
        guideline=guideline_names({}),
        documents=required_documents(),
        settings=settings,
        rules=structure_rules(),
    )
