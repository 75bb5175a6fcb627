"""Mails on their way out: found when due, claimed, handed to the server, and what came of it written."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from orgflow.domain.access.roles import system_actor
from orgflow.domain.notices.delivery import Delivery, MailFault, MailMode, MailState
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import GovernmentId, UserId
from orgflow.mail.message import OutgoingMail
from orgflow.mail.smtp import MailNotSent, hand_over
from orgflow.services.context import Context
from orgflow.services.mail_words import MailFrame, MailText, digest_mail, single_mail
from orgflow.services.notice_pages import words_of
from orgflow.services.notice_words import notice_told
from orgflow.services.notices import promised_mail
from orgflow.services.use_case import housekeeping
from orgflow.store import access, governments, mails, notices
from orgflow.store.governments import Government
from orgflow.store.mails import MailRow

DIGEST_HOUR: Final = 6
"""From this hour on, in the government's zone, a day's digests go out."""
PAGE_PATH: Final = "/pemberitahuan"


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A mail that this worker alone sends now; ``delivery`` is how it stood when it was claimed."""

    mail: OutgoingMail
    delivery: Delivery


def due_mails(ctx: Context, limit: int) -> tuple[UUID, ...]:
    """Return the ids of mails that are due; none where the installation has no mail server."""
    return _due(ctx, limit) if ctx.resources.mailer is not None else ()


def send_mail(ctx: Context, mail_id: UUID) -> MailState | None:
    """Send one mail and return how it stands then; None when another worker has it or it is not due.

    It is marked as being sent before the server is spoken to. A worker that dies between leaves the mark:
    the mail is sent again and shown as one that may have come twice.
    """
    mailer = ctx.resources.mailer
    claimed = claim_mail(ctx, mail_id) if mailer is not None else None
    if mailer is None or claimed is None:
        return None
    try:
        hand_over(mailer, claimed.mail)
    except MailNotSent as fault:
        return write_failure(ctx, mail_id, claimed.delivery, fault)
    return write_sent(ctx, mail_id)


@housekeeping
def _due(ctx: Context, limit: int) -> tuple[UUID, ...]:
    return mails.due_mails(ctx.session, ctx.now, limit)


@housekeeping
def claim_mail(ctx: Context, mail_id: UUID) -> _Claimed | None:
    """Mark a mail as being sent and return it; None when it is not due or its reader takes no mail."""
    row, now = mails.locked_mail(ctx.session, mail_id), ctx.now
    if row is None or not row.delivery().is_due(now):
        return None
    reader = access.user_row(ctx.session, GovernmentId(row.government_id), row.user_id)
    wish = mails.mail_wish(ctx.session, UserId(row.user_id))
    if wish is None or wish.address is None or wish.mode == MailMode.NEVER or not reader.is_active:
        row.state = str(MailState.DROPPED)
        ctx.session.flush()
        return None
    if row.delivery().is_exhausted:
        row.follow(row.delivery().failed(MailFault.UNSURE, now))
        ctx.session.flush()
        return None
    text = _text_of(ctx, row, reader.display_name)
    row.follow(row.delivery().claimed(now))
    ctx.session.flush()
    mail = OutgoingMail(row.id, reader.display_name, wish.address, text.subject, text.text, row.promised_at)
    return _Claimed(mail, row.delivery())


@housekeeping
def write_sent(ctx: Context, mail_id: UUID) -> MailState:
    """Write that the server has taken the mail, whoever else may have claimed it meanwhile."""
    row = mails.locked_mail(ctx.session, mail_id)
    if row is None:
        raise LookupError("a mail that was sent is never deleted")
    row.follow(row.delivery().sent())
    row.sent_at, row.reply_code = ctx.now, None
    ctx.session.flush()
    return MailState.SENT


@housekeeping
def write_failure(ctx: Context, mail_id: UUID, claimed: Delivery, fault: MailNotSent) -> MailState | None:
    """Write a failed try; None when another worker has claimed the mail since."""
    row = mails.locked_mail(ctx.session, mail_id)
    if row is None or row.delivery() != claimed:
        return None
    after = claimed.failed(fault.fault, ctx.now)
    row.follow(after)
    row.reply_code = fault.reply_code
    ctx.session.flush()
    return after.state


@housekeeping
def promise_digests(ctx: Context) -> int:
    """Promise today's digest to everybody who wants one and was told something; return how many.

    Each government has its own day; before its morning nothing is promised. Asked again on the same day,
    nobody is promised a second one.
    """
    return sum(_promise_for(ctx, held) for held in governments.governments(ctx.session))


def _promise_for(ctx: Context, held: Government) -> int:
    here = ctx.now.astimezone(ZoneInfo(held.zone))
    if here.hour < DIGEST_HOUR:
        return 0
    inside = replace(ctx, actor=system_actor("rangkuman harian", held.id))
    count = 0
    for reader in mails.daily_readers(ctx.session, held.id, here.date()):
        waiting = notices.awaiting_digest(ctx.session, reader)
        if not waiting:
            continue
        mail = promised_mail(inside, reader, ctx.now)
        mail.digest_on = here.date()
        mails.add_mails(ctx.session, [mail])
        for row in waiting:
            row.mail_id = mail.id
        count += 1
    ctx.session.flush()
    return count


def _text_of(ctx: Context, row: MailRow, reader: str) -> MailText:
    held = governments.government(ctx.session, GovernmentId(row.government_id))
    base = ctx.resources.public_address
    frame = MailFrame(reader, held.name, f"{base}{PAGE_PATH}" if base else "")
    told = [
        notice_told(NoticeKind(notice.kind), words_of(notice)).said()
        for notice in notices.notices_of_mail(ctx.session, row.id)
    ]
    if row.digest_on is not None:
        return digest_mail(row.digest_on, told, frame)
    return single_mail(told[0], frame)
