"""Kotak keluar surel: which mails did not go out, which may have gone twice, and sending one again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.notice_events import MailRetried
from orgflow.domain.errors import RuleBroken
from orgflow.domain.notices.addresses import masked
from orgflow.domain.notices.delivery import MailFault, MailState
from orgflow.services.context import Context
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.use_case import read, use_case
from orgflow.store import access, mails
from orgflow.store.mails import MailRow

KEEPERS: Final = (Permission.MANAGE_SETTINGS, Permission.MANAGE_USERS)


class MailNotGivenUp(RuleBroken):
    """Only a mail that was given up is sent again by hand."""

    code = "mail_not_given_up"


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail that did not go out at once; its address is masked, '' where its receiver has none now."""

    id: UUID
    receiver: str
    address: str
    is_digest: bool
    state: MailState
    fault: MailFault | None
    reply_code: int | None
    attempts: int
    may_be_double: bool
    promised_at: datetime
    next_try_at: datetime | None
    sent_at: datetime | None
    may_retry: bool


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """The mails that need a look, and how many wait and were sent.

    ``waits_since`` is when the mail that waits longest was to go out; None when none is late.
    """

    lines: tuple[MailLine, ...]
    place: Place
    waiting: int
    sent: int
    waits_since: datetime | None
    has_server: bool


@dataclass(frozen=True, slots=True)
class RetryMail:
    """Send a mail again that was given up."""

    mail_id: UUID


@read(requires=KEEPERS)
def show_outbox(ctx: Context, page: int = 1) -> OutboxPage:
    """Return the government's mails that did not go out, or may have gone twice, the newest first."""
    place = place_of(mails.count_troubled(ctx.session, ctx.government_id), page)
    held = mails.troubled_mails(ctx.session, ctx.government_id, first=place.first, limit=PAGE)
    counts = mails.count_by_state(ctx.session, ctx.government_id)
    return OutboxPage(
        tuple(_line(row, receiver, address) for row, receiver, address in held),
        place,
        counts.get(MailState.WAITING, 0) + counts.get(MailState.SENDING, 0),
        counts.get(MailState.SENT, 0),
        mails.oldest_due(ctx.session, ctx.government_id, ctx.now),
        ctx.resources.mailer is not None,
    )


@use_case(requires=KEEPERS)
def retry_mail(ctx: Context, command: RetryMail) -> UUID:
    """Let a mail that was given up be tried again, with all its tries before it.

    Raises:
        UnknownMail.
        MailNotGivenUp: it went out, or is still being tried.
    """
    row = mails.owned_mail(ctx.session, ctx.government_id, command.mail_id)
    delivery = row.delivery()
    if not delivery.is_given_up:
        raise MailNotGivenUp(state=row.state)
    row.follow(delivery.again(ctx.now))
    ctx.session.flush()
    receiver = access.user_row(ctx.session, ctx.government_id, row.user_id)
    ctx.record(MailRetried(str(row.id), receiver.username))
    return row.id


def _line(row: MailRow, receiver: str, address: str | None) -> MailLine:
    delivery = row.delivery()
    return MailLine(
        row.id,
        receiver,
        masked(address) if address is not None else "",
        row.digest_on is not None,
        delivery.state,
        delivery.fault,
        row.reply_code,
        row.attempts,
        row.may_be_double,
        row.promised_at,
        row.available_at if delivery.state is MailState.WAITING else None,
        row.sent_at,
        delivery.is_given_up,
    )
