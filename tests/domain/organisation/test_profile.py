"""What a government has set for its letters; what it has not set is not guessed."""

from uuid import UUID

from orgflow.domain.letters.facts import Paper
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.organisation.profile import DEFAULT_PATTERN, Profile, SettingKey


def test_nothing_set_leaves_unknown_what_is_unknown() -> None:
    profile = Profile.of({})

    assert profile.setda_regulation is None
    assert profile.emblem is None
    assert profile.letterhead_contact == ()
    assert profile.copies == ()


def test_numbers_are_given_elsewhere_unless_an_office_says_otherwise() -> None:
    assert Profile.of({}).number_source is NumberSource.EXTERNAL
    assert Profile.of({SettingKey.NUMBER_SOURCE: "own_book"}).number_source is NumberSource.OWN_BOOK


def test_letters_are_on_a4_and_numbered_by_the_usual_pattern_unless_set() -> None:
    assert Profile.of({}).paper is Paper.A4
    assert Profile.of({}).number_pattern == DEFAULT_PATTERN


def test_texts_are_read_line_by_line() -> None:
    profile = Profile.of({SettingKey.COPIES: "Yth. Satu\n\nYth. Dua\n"})

    assert profile.copies == ("Yth. Satu", "Yth. Dua")


def test_the_regulation_is_known_by_its_id() -> None:
    held = UUID(int=7)

    assert Profile.of({SettingKey.SETDA_REGULATION: str(held)}).setda_regulation == held
