"""The versions of a section: one for each save, what is typed in one sitting being one, and two compared."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.study.sections import UnknownSection
from orgflow.domain.values import ProposalId
from orgflow.services.study_versions import SaveOrigin, Versions, show_versions
from orgflow.store.studies import UnknownVersion
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_bare_draft
from tests.factories.studies import write

T, B = SaveOrigin.TYPING, SaveOrigin.BUTTON


def versions(
    office: Office, proposal_id: ProposalId, older: int | None = None, newer: int | None = None
) -> Versions:
    return show_versions(office.context(Role.BUREAU_HEAD), proposal_id, "saran", older, newer)


def test_each_save_by_the_button_is_a_version_with_who_and_when(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    write(office, proposal_id, "saran", "Satu dua.")
    write(office, proposal_id, "saran", "Satu tiga.", by=Role.DRAFTER)

    held = versions(office, proposal_id)

    assert [(one.number, one.text) for one in held.versions] == [(2, "Satu tiga."), (1, "Satu dua.")]
    assert held.versions[0].saved_by == office.actors[Role.DRAFTER].name
    assert held.versions[0].saved_at > held.versions[1].saved_at


def test_what_one_person_types_in_one_sitting_is_one_version(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    for text in ("Sa", "Satu", "Satu dua."):
        write(office, proposal_id, "saran", text, origin=T)
    write(office, proposal_id, "saran", "Tiga.", by=Role.DRAFTER, origin=T)

    held = versions(office, proposal_id)

    assert [(one.number, one.text) for one in held.versions] == [(4, "Tiga."), (3, "Satu dua.")]


def test_a_version_saved_by_the_button_and_a_later_sitting_stay_apart(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    write(office, proposal_id, "saran", "Satu.", origin=T)
    write(office, proposal_id, "saran", "Dua.", origin=B)
    write(office, proposal_id, "saran", "Tiga.", origin=T)
    office.clock.set_to(TODAY + timedelta(days=1))
    write(office, proposal_id, "saran", "Empat.", origin=T)

    held = versions(office, proposal_id)

    assert [one.text for one in held.versions] == ["Empat.", "Tiga.", "Dua."]


def test_two_versions_are_compared_word_by_word(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    for text in ("Satu dua tiga.", "Satu empat tiga.", "Lain sama sekali."):
        write(office, proposal_id, "saran", text)

    held = versions(office, proposal_id, 1, 2)

    assert [word.text for word in held.before if word.is_changed] == ["dua "]
    assert [word.text for word in held.after if word.is_changed] == ["empat "]
    newest = versions(office, proposal_id)
    assert (newest.older.number if newest.older else 0, newest.newer.number if newest.newer else 0) == (2, 3)


def test_an_unknown_version_or_section_is_not_found(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    assert versions(office, proposal_id).versions == ()
    with pytest.raises(UnknownVersion):
        versions(office, proposal_id, 7)
    with pytest.raises(UnknownSection):
        show_versions(office.context(Role.BUREAU_HEAD), proposal_id, "bab_enam")
