"""What happened, written the same way every time."""

from orgflow.domain.audit import events
from orgflow.domain.audit.events import AuditEvent, StepTaken, UnitRenamed


def kinds() -> list[type[AuditEvent]]:
    held = [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, AuditEvent)]
    return [kind for kind in held if kind is not AuditEvent]


def test_every_kind_of_event_has_a_name_of_its_own() -> None:
    names = [kind.event for kind in kinds()]

    assert len(set(names)) == len(names)
    assert all(name.count(":") == 1 for name in names)


def test_a_payload_holds_what_was_said_and_not_the_subject() -> None:
    event = UnitRenamed("unit-1", "Biro Humas", "Biro Administrasi Pimpinan", "2026-04-01", "Pergub UJI-002")

    assert event.payload() == (
        '{"after": "Biro Administrasi Pimpinan", "before": "Biro Humas", '
        '"effective_on": "2026-04-01", "legal_basis": "Pergub UJI-002"}'
    )


def test_a_payload_keeps_odd_characters_readable() -> None:
    event = StepTaken(
        "1", "return", "a", "b", "2026-03-02", None, False, 'kajian "belum" & <lengkap>', None, None
    )

    assert '\\"belum\\" & <lengkap>' in event.payload()
