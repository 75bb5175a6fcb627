"""A number stands once: on a letter among the letters, on a regulation among its kind and year."""

from dataclasses import replace

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.lifecycle import NumberSource, NumberTaken, SecurityClass, Urgency
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.enactment import RegulationTaken
from orgflow.services.issuing import FreezeLetter, freeze_letter
from orgflow.services.lettering import letter_source
from orgflow.services.letters import EditLetter, RecordNumber, edit_letter, record_number
from orgflow.services.organisation.instruments import list_instruments
from orgflow.services.settings import (
    SetLetterFormat,
    SetRegulation,
    set_letter_format,
    set_regulation,
    show_settings,
)
from tests.factories.governments import BASE, SINCE
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, freeze, letter_of

pytestmark = pytest.mark.both_databases

R, S = Role, ProposalState


def test_the_books_next_number_is_not_one_that_a_letter_bears(office: Office) -> None:
    first, second = a_proposal_in(office, S.SIGNING), a_proposal_in(office, S.SIGNING, "Biro Kedua")
    letter = letter_of(office, first)
    freeze(office, first)
    seen = letter_source(office.as_system(), letter.id).revision
    tu = office.context(R.LETTER_ADMINISTRATOR)
    record_number(tu, RecordNumber(letter.id, seen, "UJI/1", TODAY))
    form = {"number_pattern": "UJI/{urut}", "number_source": str(NumberSource.OWN_BOOK)}
    set_letter_format(office.context(R.SYSTEM_ADMINISTRATOR), SetLetterFormat(form))
    draft = letter_of(office, second)
    own = (Urgency.IMPORTANT, SecurityClass.ORDINARY, NumberSource.OWN_BOOK, "")
    edit_letter(tu, EditLetter(draft.id, draft.revision, *own))

    source = letter_source(tu, draft.id)
    final = replace(source, facts=replace(source.facts, is_concept=False))
    with pytest.raises(NumberTaken):
        freeze_letter(tu, FreezeLetter(draft.id, source.revision, final))

    assert letter_of(office, second).number is None


def test_a_regulation_that_is_held_is_pointed_to(office: Office) -> None:
    ctx = office.context(R.SYSTEM_ADMINISTRATOR)
    set_regulation(ctx, SetRegulation("UJI-9", TODAY.year, "Susunan Organisasi"))
    set_regulation(ctx, SetRegulation("UJI-10", TODAY.year, "Susunan Baru"))

    set_regulation(ctx, SetRegulation("UJI-9", TODAY.year, "susunan  organisasi"))

    regulation = show_settings(ctx).regulation
    assert regulation is not None
    assert regulation.number == "UJI-9"
    assert _numbers(office).count("UJI-9") == 1


def test_a_regulation_of_another_title_does_not_bear_its_number(office: Office) -> None:
    ctx = office.context(R.SYSTEM_ADMINISTRATOR)
    before = _numbers(office)

    with pytest.raises(RegulationTaken):
        set_regulation(ctx, SetRegulation(BASE, SINCE.year, "Judul Lain"))

    assert _numbers(office) == before


def _numbers(office: Office) -> list[str | None]:
    return [held.number for held in list_instruments(office.as_system()).held]
