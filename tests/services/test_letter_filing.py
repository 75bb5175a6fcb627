"""The code a letter is filed under: the office's usual one, or another that its administrator chooses."""

from dataclasses import replace

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.classification import ClassificationNotOffered
from orgflow.domain.letters.lifecycle import NumberSource, SecurityClass, Urgency
from orgflow.domain.values import LetterId
from orgflow.services.classifications import EndClassification, end_classification, list_classifications
from orgflow.services.letter_pages import letter_desk
from orgflow.services.lettering import letter_source
from orgflow.services.letters import EditLetter, edit_letter
from orgflow.services.srikandi_sheet import srikandi_sheet
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft, letter_of

TU = Role.LETTER_ADMINISTRATOR
JOB_ANALYSIS = "000.8.2.1"


def filed_under(office: Office, letter_id: LetterId, code: str | None) -> EditLetter:
    return EditLetter(
        letter_id,
        letter_source(office.context(TU), letter_id).revision,
        Urgency.ORDINARY,
        SecurityClass.ORDINARY,
        NumberSource.EXTERNAL,
        "",
        classification=code,
    )


def test_the_chosen_code_stands_in_the_number_and_on_srikandis_sheet(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    edit_letter(office.context(TU), filed_under(office, letter.id, JOB_ANALYSIS))

    (number,) = letter_source(office.context(TU), letter.id).facts.number
    sheet = srikandi_sheet(office.context(TU), letter.id)
    assert str(number).startswith(f"{JOB_ANALYSIS}/")
    assert sheet.classification == JOB_ANALYSIS
    assert sheet.classification_title is not None


def test_no_choice_is_the_offices_usual_code(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))
    edit_letter(office.context(TU), filed_under(office, letter.id, JOB_ANALYSIS))

    edit_letter(office.context(TU), filed_under(office, letter.id, None))
    assert srikandi_sheet(office.context(TU), letter.id).classification == JOB_ANALYSIS
    edit_letter(office.context(TU), filed_under(office, letter.id, ""))

    usual = letter_desk(office.context(TU), letter.id).usual_code
    assert srikandi_sheet(office.context(TU), letter.id).classification == usual


def test_a_code_that_the_office_does_not_hold_is_refused(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))
    command = filed_under(office, letter.id, "999.9")

    with pytest.raises(ClassificationNotOffered):
        edit_letter(office.context(TU), command)

    assert letter_desk(office.context(TU), letter.id).revision == command.seen_revision


def test_an_ended_code_is_kept_by_the_letter_that_bears_it_and_offered_to_no_other(office: Office) -> None:
    ctx = office.context(TU)
    bearer, other = letter_of(office, a_bare_draft(office)), letter_of(office, a_bare_draft(office))
    edit_letter(ctx, filed_under(office, bearer.id, JOB_ANALYSIS))
    held = next(one for one in list_classifications(ctx) if one.entry.code == JOB_ANALYSIS)

    end_classification(ctx, EndClassification(held.id, held.revision, "tidak dipakai lagi"))

    edit_letter(ctx, replace(filed_under(office, bearer.id, JOB_ANALYSIS), copies="Yth. Satu"))
    assert srikandi_sheet(ctx, bearer.id).classification == JOB_ANALYSIS
    with pytest.raises(ClassificationNotOffered):
        edit_letter(ctx, filed_under(office, other.id, JOB_ANALYSIS))
