"""Tasks lent for a period with a letter, by their owner or recorded by an administrator, and taken back."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from orgflow.domain.access.delegation import (
    Delegate,
    Delegation,
    check_delegation,
    check_letter_date,
    check_own,
    check_recall,
)
from orgflow.domain.access.delegation_errors import PrincipalUnknown
from orgflow.domain.access.roles import DelegationKind, Permission, PermissionMissing
from orgflow.domain.audit.authority_events import DelegationRecalled, TasksDelegated
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import OfficialId, PostId, UserId, clean_text, clean_words
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.notices import tell
from orgflow.services.post_titles import title_of
from orgflow.services.scope import today_of
from orgflow.services.use_case import use_case
from orgflow.store import access, delegations, officials
from orgflow.store.delegations import DelegationRow, UnknownDelegation
from orgflow.store.proposals import StaleRevision


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is lent, to whom, for how long, and on what letter it rests."""

    delegate_id: UserId
    tasks: frozenset[Permission]
    post_id: PostId | None
    first_day: date
    last_day: date
    letter_number: str
    letter_date: date
    reason: str
    scan: CheckedUpload | None = None


@dataclass(frozen=True, slots=True)
class DelegateOwn:
    """Lend own tasks."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class RecordDelegation:
    """Record what was lent on paper; the account or the person in whose place, where there is one."""

    kind: DelegationKind
    terms: Terms
    principal_id: UserId | None = None
    official_id: OfficialId | None = None


@dataclass(frozen=True, slots=True)
class RecallDelegation:
    """Take lent tasks back at once."""

    delegation_id: UUID
    seen_revision: int
    reason: str


@use_case(requires=Permission.SIGN_IN)
def delegate_own(ctx: Context, command: DelegateOwn) -> UUID:
    """Lend own tasks to a colleague.

    Raises:
        Redelegation, TaskNotOwn, DelegationBackdated: they are not the actor's to lend so.
        DelegationToItself, DelegateUnfit, DelegationPeriodUnfit, NothingDelegated, PostNeeded.
        DelegationOverlaps, DelegationLetterInFuture, UnknownUser, UnknownPost.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    asked = _asked(ctx, DelegationKind.DELEGATED, command.terms)
    owner = access.account(
        ctx.session, access.user_row(ctx.session, ctx.government_id, ctx.actor.user_id or UUID(int=0))
    )
    asked = replace(
        asked,
        principal=_named(ctx, asked, owner.display_name),
        principal_id=owner.id,
        official_id=owner.official_id,
    )
    check_own(asked, ctx.actor, today_of(ctx))
    return _keep(ctx, asked, command.terms)


@use_case(requires=Permission.MANAGE_USERS)
def record_delegation(ctx: Context, command: RecordDelegation) -> UUID:
    """Record a delegation or substitution for people who do not sign in.

    Raises:
        PrincipalUnknown: a delegation is in nobody's place.
        DelegationToItself, DelegateUnfit, DelegationPeriodUnfit, NothingDelegated, PostNeeded.
        TaskNotOwn, DelegationOverlaps, DelegationLetterInFuture.
        UnknownUser, UnknownOfficial, UnknownPost.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    asked = _asked(ctx, command.kind, command.terms)
    name, principal_id, official_id = _principal_of(ctx, command)
    if asked.kind is DelegationKind.DELEGATED and not name:
        raise PrincipalUnknown(field="principal")
    asked = replace(
        asked,
        principal=_named(ctx, asked, name),
        principal_id=principal_id,
        official_id=official_id,
    )
    return _keep(ctx, asked, command.terms)


@use_case(requires=Permission.SIGN_IN)
def recall_delegation(ctx: Context, command: RecallDelegation) -> UUID:
    """Take lent tasks back, by their owner or an administrator; nobody acts by them from now on.

    Raises:
        UnknownDelegation: the actor is neither of both, and no administrator; that it exists is not said.
        PermissionMissing: they were lent to the actor, who does not take them back.
        StaleRevision, DelegationEnded.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    row = visible_delegation(ctx, command.delegation_id)
    if row.principal_id != ctx.actor.user_id and not ctx.actor.may(Permission.MANAGE_USERS):
        raise PermissionMissing(permission=(str(Permission.MANAGE_USERS),))
    ctx.session.refresh(row, with_for_update=True)
    if row.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=row.revision)
    held = delegations.held_of(row).delegation
    check_recall(held, today_of(ctx))
    row.recalled_at, row.recalled_by = ctx.now, ctx.actor.name
    row.recall_reason = clean_text(command.reason, field="reason")
    row.revision += 1
    ctx.session.flush()
    delegate = access.user_row(ctx.session, ctx.government_id, held.delegate_id)
    _tell_both(ctx, held, delegate.display_name)
    ctx.record(
        DelegationRecalled(str(row.id), row.kind, row.principal, delegate.display_name, row.recall_reason)
    )
    return row.id


def visible_delegation(ctx: Context, delegation_id: UUID) -> DelegationRow:
    """Return a delegation of the actor's own, or any to an administrator, in the gate's session.

    Raises:
        UnknownDelegation: it is neither.
    """
    row = delegations.delegation_row(ctx.session, ctx.government_id, delegation_id)
    is_own = ctx.actor.user_id in (row.principal_id, row.delegate_id)
    if not is_own and not ctx.actor.may(Permission.MANAGE_USERS):
        raise UnknownDelegation(delegation_id=str(delegation_id))
    return row


def _asked(ctx: Context, kind: DelegationKind, terms: Terms) -> Delegation:
    return Delegation(
        id=ctx.new_id(),
        kind=kind,
        principal="",
        delegate_id=terms.delegate_id,
        valid_from=terms.first_day,
        valid_to=terms.last_day + timedelta(days=1),
        tasks=terms.tasks,
        post_id=terms.post_id,
    )


def _principal_of(ctx: Context, command: RecordDelegation) -> tuple[str, UserId | None, OfficialId | None]:
    """Return the name, the account and the registry's person in whose place, each where it is known.

    An account says itself whose it is; a person's account is found, so that his own work is known as his.
    """
    if command.principal_id is not None:
        owner = access.user_row(ctx.session, ctx.government_id, command.principal_id)
        official_id = OfficialId(owner.official_id) if owner.official_id else None
        return owner.display_name, UserId(owner.id), official_id
    if command.official_id is None:
        return "", None, None
    name = officials.official(ctx.session, ctx.government_id, command.official_id).name
    known = access.account_of_official(ctx.session, command.official_id)
    return name, UserId(known.id) if known is not None else None, command.official_id


def _named(ctx: Context, asked: Delegation, name: str) -> str:
    """Return the person and the post, as the record of a step names them."""
    title = title_of(ctx, asked.post_id, asked.valid_from) if asked.post_id is not None else ""
    if asked.kind is not DelegationKind.DELEGATED:
        return f"{title} ({name})" if name else title
    return ", ".join(part for part in (name, title) if part)


def _keep(ctx: Context, asked: Delegation, terms: Terms) -> UUID:
    held = access.account(ctx.session, access.user_row(ctx.session, ctx.government_id, asked.delegate_id))
    delegate = Delegate(held.id, held.display_name, held.roles, held.is_active)
    others = (one.delegation for one in delegations.delegations_of(ctx.session, ctx.government_id))
    check_delegation(asked, delegate, others)
    scan = terms.scan
    row = DelegationRow(
        id=asked.id,
        government_id=ctx.government_id,
        kind=str(asked.kind),
        principal=asked.principal,
        principal_id=asked.principal_id,
        official_id=asked.official_id,
        post_id=asked.post_id,
        delegate_id=asked.delegate_id,
        tasks=" ".join(sorted(asked.tasks)),
        valid_from=asked.valid_from,
        valid_to=asked.valid_to,
        letter_number=clean_words(terms.letter_number, field="letter_number", limit=200),
        letter_date=check_letter_date(terms.letter_date, today_of(ctx)),
        file_id=keep_upload(ctx, scan, purpose="delegation") if scan is not None else None,
        reason=clean_text(terms.reason, field="reason"),
        recorded_by=ctx.actor.name,
        recorded_at=ctx.now,
        revision=1,
    )
    delegations.add_delegation(ctx.session, row)
    title = title_of(ctx, asked.post_id, asked.valid_from) if asked.post_id is not None else None
    ctx.record(
        TasksDelegated(
            str(asked.id),
            row.kind,
            asked.principal,
            delegate.name,
            ", ".join(sorted(asked.tasks)),
            title,
            asked.valid_from.isoformat(),
            asked.last_day.isoformat(),
            row.letter_number,
            row.letter_date.isoformat(),
            row.reason,
            scan.sha256 if scan is not None else None,
        )
    )
    _tell_both(ctx, asked, delegate.name)
    return asked.id


def _tell_both(ctx: Context, held: Delegation, delegate: str) -> None:
    """Tell both of a delegation that it was made, or that it was recalled today."""
    both = {held.delegate_id} | ({held.principal_id} if held.principal_id is not None else set())
    words = {"post": held.principal, "person": delegate}
    row = delegations.delegation_row(ctx.session, ctx.government_id, held.id)
    if row.recalled_at is not None:
        tell(ctx, NoticeKind.DELEGATION_ENDS, None, both, ends_on=today_of(ctx).isoformat(), **words)
        return
    period = {"begins_on": held.valid_from.isoformat(), "ends_on": held.last_day.isoformat()}
    tell(ctx, NoticeKind.DELEGATION_BEGINS, None, both, **words, **period)
