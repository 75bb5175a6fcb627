"""Who is named in a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.notes.mentions import MentionRefused, check_names, names_in, naming, stretches


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@kepala.humas mohon dilihat", ("kepala.humas",)),
        ("mohon dilihat @Kepala.Humas.", ("kepala.humas",)),
        ("(@budi_1), @sari-2; @budi_1", ("budi_1", "sari-2")),
        ("surel budi@contoh.go.id tidak menyebut siapa pun", ()),
        ("harga @ 5.000 dan tanda @ saja", ()),
        ("https://contoh.example.id/@budi", ()),
    ],
)
def test_a_name_stands_after_an_at_sign_that_ends_no_word(text: str, named: tuple[str, ...]) -> None:
    assert names_in(text) == named


@given(st.text(alphabet="ab.@- _\n1", max_size=40))
def test_the_stretches_of_a_note_are_the_whole_note(text: str) -> None:
    found = stretches(text)

    assert "".join(one.words for one in found) == text
    assert tuple(dict.fromkeys(one.words[1:] for one in found if one.is_name)) == names_in(text)


def test_somebody_who_was_chosen_is_named_once() -> None:
    once = naming("budi", "mohon dilihat")

    assert once == "@budi mohon dilihat"
    assert naming("budi", once) == once


def test_the_first_name_that_nobody_may_bear_is_refused() -> None:
    check_names(["budi"], ["budi", "sari"])

    with pytest.raises(MentionRefused) as refused:
        check_names(["budi", "joko", "tono"], ["budi"])

    assert refused.value.facts["name"] == "joko"
