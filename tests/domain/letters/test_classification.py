"""Classification codes: which may be kept, and in which order they stand."""

from dataclasses import replace

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.classification import ClassificationCode, FinalFate, checked_code, order_of
from orgflow.domain.organisation.profile import DEFAULT_CLASSIFICATION
from orgflow.services.starting.classification import classification_codes

CODE = ClassificationCode(
    code="000.8.1.2",
    title="Pengubahan",
    active_years=2,
    inactive_years=3,
    fate=FinalFate.KEPT,
    source="Karangan untuk uji",
    is_verified=False,
)


def test_a_code_is_kept_as_it_is_written() -> None:
    assert checked_code(replace(CODE, code=" 000.8.1.2 ")) == CODE


@pytest.mark.parametrize("code", ["8", "0008", "000.", "000..1", "000.a", "٠٠٠.8", "000.8.1.2.3.4.5.6"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_code(replace(CODE, code=code))

    assert refused.value.code == "classification_unfit"


@pytest.mark.parametrize("years", [-1, 101])
def test_an_impossible_retention_is_refused(years: int) -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_code(replace(CODE, inactive_years=years))

    assert (refused.value.code, refused.value.facts["field"]) == ("retention_unfit", "inactive_years")


def test_ten_comes_after_nine() -> None:
    assert sorted(["400.10", "400.9", "000.8.1"], key=order_of) == ["000.8.1", "400.9", "400.10"]


def test_the_codes_to_begin_with_are_sound_in_order_and_unverified() -> None:
    codes = classification_codes()

    assert [checked_code(code) for code in codes] == list(codes)
    assert [code.code for code in codes] == sorted({code.code for code in codes}, key=order_of)
    assert not any(code.is_verified for code in codes)
    proposal = next(code for code in codes if code.code == DEFAULT_CLASSIFICATION)
    assert (proposal.active_years, proposal.inactive_years, proposal.fate) == (2, 3, FinalFate.KEPT)
