"""Posts that change hands and tasks that are lent, as the use cases of a whole office."""

from orgflow.domain.access.roles import DelegationKind
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import AppointmentId
from orgflow.services.context import Context
from orgflow.services.delegations import (
    DelegateOwn,
    RecallDelegation,
    RecordDelegation,
    Terms,
    delegate_own,
    recall_delegation,
    record_delegation,
)
from orgflow.services.organisation.appointments import Appoint, EndAppointment, appoint, end_appointment
from orgflow.store import delegations
from tests.factories.registry import BASIS
from tests.walks.trying import Try, What, Who
from tests.walks.whole_office import Records


def change_people(records: Records, ctx: Context, tried: Try) -> None:
    """Lend something, take it back, leave a post or take one up; what is refused raises a DomainError."""
    match tried.what:
        case What.LEND:
            records.lent.append(delegate_own(ctx, DelegateOwn(_terms(records, tried))))
        case What.SUBSTITUTE:
            command = RecordDelegation(DelegationKind.DAILY_ACTING, _terms(records, tried))
            records.lent.append(record_delegation(ctx, command))
        case What.RECALL:
            delegation_id = records.lent[tried.number]
            with records.office.resources.reading() as session:
                row = delegations.delegation_row(session, records.office.government_id, delegation_id)
                seen = row.revision
            recall_delegation(ctx, RecallDelegation(delegation_id, seen, "Sudah kembali"))
        case _:
            _move(records, ctx, tried)


def _move(records: Records, ctx: Context, tried: Try) -> None:
    assert tried.post is not None
    today = records.office.clock.now.date()
    if tried.what is What.LEAVE:
        end_appointment(ctx, EndAppointment(records.terms[tried.post], today))
        return
    official = records.staff.officials[tried.to or Who.HEAD]
    command = Appoint(tried.post, today, AppointmentKind.DEFINITIVE, BASIS, official_id=official)
    records.terms[tried.post] = AppointmentId(appoint(ctx, command))


def _terms(records: Records, tried: Try) -> Terms:
    return Terms(
        delegate_id=records.staff.users[tried.to or Who.CLERK],
        tasks=frozenset({tried.task}) if tried.task is not None else frozenset(),
        post_id=tried.post,
        first_day=tried.on,
        last_day=tried.until or tried.on,
        letter_number="CONTOH/PEND/001",
        letter_date=records.office.clock.now.date(),
        reason="Dinas luar",
    )
