"""Classification codes kept on both databases: added, changed, ended, told in the history."""

from dataclasses import replace

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.letters.classification import ClassificationCode, ClassificationTaken, FinalFate
from orgflow.services.classifications import (
    AddClassification,
    ChangeClassification,
    EndClassification,
    add_classification,
    change_classification,
    end_classification,
    list_classifications,
    show_classification,
)
from orgflow.services.history import show_history
from orgflow.services.settings import NothingChanged
from orgflow.services.starting.classification import classification_codes
from orgflow.store.classifications import UnknownClassification
from orgflow.store.proposals import StaleRevision
from tests.factories.office import Office, a_neighbour

CODE = ClassificationCode(
    code="999.9",
    title="Karangan",
    active_years=2,
    inactive_years=3,
    fate=FinalFate.DESTROYED,
    source="Karangan untuk uji",
    is_verified=False,
)


def told(office: Office) -> list[str]:
    """Return what the history tells of codes, the newest first."""
    events = show_history(office.context(Role.AUDITOR)).events
    return [event.payload for event in events if event.event == "classification:changed"]


def test_a_new_government_begins_with_the_codes_that_are_known(office: Office) -> None:
    held = list_classifications(office.context(Role.SYSTEM_ADMINISTRATOR))

    assert tuple(one.entry for one in held) == classification_codes()


def test_a_code_is_added_changed_and_ended_and_each_is_told(office: Office) -> None:
    ctx = office.context(Role.LETTER_ADMINISTRATOR)

    code_id = add_classification(ctx, AddClassification(CODE))
    change_classification(ctx, ChangeClassification(code_id, 1, replace(CODE, title="Karangan lain")))
    end_classification(ctx, EndClassification(code_id, 2, "tidak dipakai"))

    assert show_classification(ctx, code_id).ended_on is not None
    assert len(told(office)) == 3
    assert "tidak dipakai" in told(office)[0]
    assert "Karangan lain" in told(office)[1]


def test_a_code_stands_once_and_an_ended_one_can_be_used_again(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    code_id = add_classification(ctx, AddClassification(CODE))
    with pytest.raises(ClassificationTaken):
        add_classification(ctx, AddClassification(replace(CODE, title="Lagi")))
    end_classification(ctx, EndClassification(code_id, 1, "keliru"))
    with pytest.raises(NothingChanged):
        end_classification(ctx, EndClassification(code_id, 2, "keliru"))

    again = add_classification(ctx, AddClassification(replace(CODE, title="Lagi")))

    assert again == code_id
    held = show_classification(ctx, code_id)
    assert (held.entry.title, held.ended_on) == ("Lagi", None)


def test_who_saw_an_older_code_does_not_overwrite_it(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    code_id = add_classification(ctx, AddClassification(CODE))
    change_classification(ctx, ChangeClassification(code_id, 1, replace(CODE, title="Pertama")))

    with pytest.raises(StaleRevision):
        change_classification(ctx, ChangeClassification(code_id, 1, replace(CODE, title="Kedua")))
    with pytest.raises(NothingChanged):
        change_classification(ctx, ChangeClassification(code_id, 2, replace(CODE, title="Pertama")))


def test_each_government_keeps_its_own_codes(office: Office) -> None:
    code_id = add_classification(office.context(Role.SYSTEM_ADMINISTRATOR), AddClassification(CODE))
    other = a_neighbour(office).context(Role.SYSTEM_ADMINISTRATOR)

    with pytest.raises(UnknownClassification):
        show_classification(other, code_id)
    with pytest.raises(UnknownClassification):
        end_classification(other, EndClassification(code_id, 1, "asing"))


def test_a_drafter_keeps_no_codes(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        add_classification(office.context(Role.DRAFTER), AddClassification(CODE))
