"""How a person wants to be told by mail, and where."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.notice_events import MailWishChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.notices.addresses import clean_address
from orgflow.domain.notices.delivery import MailMode
from orgflow.domain.values import UserId
from orgflow.services.context import Context
from orgflow.services.notice_pages import own_id
from orgflow.services.use_case import read, use_case
from orgflow.store import access, mails
from orgflow.store.mails import MailWishRow


class MailAddressNeeded(RuleBroken):
    """Mail was asked for and no address was given."""

    code = "mail_address_needed"


@dataclass(frozen=True, slots=True)
class MailWish:
    """How somebody wants to be told; ``has_server`` says whether this installation sends any mail."""

    mode: MailMode
    address: str
    has_server: bool


@dataclass(frozen=True, slots=True)
class SetMailWish:
    """Choose how one wants to be told by mail; an empty address takes the one held away."""

    mode: MailMode
    address: str


@read(requires=Permission.SIGN_IN)
def own_mail_wish(ctx: Context) -> MailWish:
    """Return how the actor wants to be told."""
    return _wish(ctx, own_id(ctx))


@read(requires=Permission.MANAGE_USERS)
def mail_wish_of(ctx: Context, user_id: UUID) -> MailWish:
    """Return how an account's owner wants to be told.

    Raises:
        UnknownUser.
    """
    return _wish(ctx, UserId(access.user_row(ctx.session, ctx.government_id, user_id).id))


@use_case(requires=Permission.SIGN_IN)
def set_mail_wish(ctx: Context, command: SetMailWish) -> UUID:
    """Choose how to be told by mail.

    Raises:
        MailAddressNeeded: mail is asked for without an address.
        MailAddressUnfit, TextUnprintable, TextTooLong: the address is refused.
    """
    user_id = own_id(ctx)
    address = clean_address(command.address) if command.address.strip() else None
    if address is None and command.mode is not MailMode.NEVER:
        raise MailAddressNeeded(field="address")
    row = mails.mail_wish(ctx.session, user_id)
    before, held = (MailMode(row.mode), row.address) if row is not None else (MailMode.NEVER, None)
    mails.put_wish(
        ctx.session,
        MailWishRow(
            user_id=user_id,
            government_id=ctx.government_id,
            mode=str(command.mode),
            address=address,
            changed_at=ctx.now,
        ),
    )
    ctx.record(MailWishChanged(str(user_id), str(before), str(command.mode), _became(held, address)))
    return user_id


def _wish(ctx: Context, user_id: UserId) -> MailWish:
    row = mails.mail_wish(ctx.session, user_id)
    has_server = ctx.resources.mailer is not None
    if row is None:
        return MailWish(MailMode.NEVER, "", has_server)
    return MailWish(MailMode(row.mode), row.address or "", has_server)


def _became(before: str | None, after: str | None) -> str:
    if before == after:
        return "kept"
    return "removed" if after is None else "changed"
