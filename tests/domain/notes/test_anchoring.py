"""A note finds its words again when the text under it was moved, edited, doubled or taken away."""

from dataclasses import dataclass
from typing import Final

import pytest

from orgflow.domain.notes.anchoring import Anchor, Fit, PlaceKind, anchor_on, stand
from orgflow.domain.notes.finding import QuoteAmbiguous, QuoteNotThere

HERE, THERE = "latar", "alasan"
TEXT: Final = (
    "Biro Humas dan Protokol dibentuk pada tahun 2016. Beban kerjanya meningkat sejak pelayanan pimpinan "
    "dipusatkan di satu tempat. Namanya belum mencerminkan tugas pelayanan pimpinan yang diembannya."
)
WORDS: Final = "Beban kerjanya meningkat sejak pelayanan pimpinan dipusatkan"


def a_note(words: str = WORDS, text: str = TEXT) -> Anchor:
    return anchor_on(PlaceKind.SECTION, HERE, text, words)


@dataclass(frozen=True)
class Case:
    """What the places say now, and where the note must stand: its place, and the words it stands on."""

    name: str
    places: dict[str, str]
    key: str | None
    fit: Fit
    stands_on: str = ""


CASES: Final = (
    Case("untouched", {HERE: TEXT}, HERE, Fit.SAME, WORDS),
    Case(
        "moved down by text before it", {HERE: f"Sebuah pengantar yang baru. {TEXT}"}, HERE, Fit.SAME, WORDS
    ),
    Case(
        "moved up before its former neighbours",
        {HERE: f"{WORDS} di satu tempat. Biro Humas dan Protokol dibentuk pada tahun 2016."},
        HERE,
        Fit.SAME,
        WORDS,
    ),
    Case(
        "broken over two lines",
        {HERE: TEXT.replace("meningkat sejak", "meningkat\nsejak")},
        HERE,
        Fit.SAME,
        WORDS.replace("meningkat sejak", "meningkat\nsejak"),
    ),
    Case(
        "a word edited",
        {HERE: TEXT.replace("meningkat", "bertambah")},
        HERE,
        Fit.CHANGED,
        WORDS.replace("meningkat", "bertambah"),
    ),
    Case(
        "words put in between",
        {HERE: TEXT.replace("meningkat sejak", "meningkat 40 persen sejak tahun 2021, sejak")},
        HERE,
        Fit.CHANGED,
        WORDS.replace("meningkat sejak", "meningkat 40 persen sejak tahun 2021, sejak"),
    ),
    Case(
        "words left out",
        {HERE: TEXT.replace("kerjanya meningkat sejak", "meningkat sejak")},
        HERE,
        Fit.CHANGED,
        WORDS.replace("kerjanya meningkat sejak", "meningkat sejak"),
    ),
    Case(
        "written anew between unchanged neighbours",
        {HERE: TEXT.replace(WORDS, "Pekerjaan bertambah banyak setelah kantor digabung")},
        HERE,
        Fit.CHANGED,
        "Pekerjaan bertambah banyak setelah kantor digabung",
    ),
    Case("deleted", {HERE: TEXT.replace(f"{WORDS} di satu tempat. ", "")}, None, Fit.GONE),
    Case("all of it written anew", {HERE: "Susunan ini sudah tidak dipakai lagi."}, None, Fit.GONE),
    Case("emptied", {HERE: ""}, None, Fit.GONE),
    Case("its place is gone", {THERE: "Alasan lain."}, None, Fit.GONE),
    Case(
        "carried to another place",
        {HERE: "Biro Humas dan Protokol dibentuk pada tahun 2016.", THERE: f"{WORDS} di satu tempat."},
        THERE,
        Fit.SAME,
        WORDS,
    ),
    Case(
        "carried to another place and edited a little",
        {HERE: "Lain.", THERE: f"Selain itu, {WORDS.replace('meningkat', 'naik')} di sini."},
        THERE,
        Fit.CHANGED,
        WORDS.replace("meningkat", "naik"),
    ),
    Case(
        "copied to another place while it stays",
        {HERE: TEXT, THERE: TEXT},
        HERE,
        Fit.SAME,
        WORDS,
    ),
    Case(
        "edited a little while a copy stays untouched elsewhere",
        {HERE: TEXT.replace("meningkat", "bertambah"), THERE: TEXT},
        HERE,
        Fit.CHANGED,
        WORDS.replace("meningkat", "bertambah"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_note_on_quoted_words_stands_where_they_went(case: Case) -> None:
    note = a_note()

    standing = stand(note, case.places)

    assert (standing.key, standing.fit) == (case.key, case.fit)
    stands_on = "" if standing.span is None else case.places[case.key or ""][slice(*standing.span)]
    assert stands_on == case.stands_on


@pytest.mark.parametrize("copies_before", [0, 1, 3])
def test_words_that_were_doubled_are_told_apart_by_what_stands_around_them(copies_before: int) -> None:
    note = a_note("pelayanan pimpinan", "Yang satu pelayanan pimpinan daerah, yang lain urusan dapur.")
    doubled = "Pada masa lalu pelayanan pimpinan tidak ada. " * copies_before
    text = f"{doubled}Yang satu pelayanan pimpinan daerah, yang lain urusan dapur. pelayanan pimpinan"

    standing = stand(note, {HERE: text})

    assert standing.span is not None
    assert standing.fit is Fit.SAME
    assert text[: standing.span[0]].endswith("Yang satu ")


def test_words_too_few_to_be_known_again_are_not_looked_for_elsewhere() -> None:
    note = a_note("pimpinan", "Urusan pimpinan.")

    standing = stand(note, {HERE: "Urusan dapur.", THERE: "Ruang pimpinan."})

    assert standing.fit is Fit.GONE
    assert standing.key is None


def test_two_words_are_known_again_with_a_slip_mended_and_not_by_one_of_them_alone() -> None:
    note = a_note("alasan keduwa", "alasan pertama alasan keduwa")

    assert stand(note, {HERE: "alasan kedua, alasan pertama"}).fit is Fit.CHANGED
    assert stand(note, {HERE: "alasan pertama"}).fit is Fit.GONE


def test_a_quote_must_stand_in_the_place_and_stand_there_once() -> None:
    with pytest.raises(QuoteNotThere):
        a_note("kata yang tidak ada")
    with pytest.raises(QuoteAmbiguous) as refused:
        a_note("pelayanan pimpinan")

    assert refused.value.facts["times"] == 2


def test_a_long_text_costs_little() -> None:
    note = a_note()
    text = " ".join(f"kata{number} sejak pelayanan" for number in range(3_000))

    standing = stand(note, {HERE: f"{text} {WORDS.replace('meningkat', 'naik')} {text}"})

    assert standing.fit is Fit.CHANGED


WHOLE: Final = (
    ("the place is as it was", {"a": "Biro A menjadi Biro B", "b": "lain"}, "a", Fit.SAME),
    ("the place says something else", {"a": "Biro A dihapus", "b": "lain"}, "a", Fit.CHANGED),
    ("the place was removed and written again", {"c": "Biro A menjadi Biro B"}, "c", Fit.SAME),
    ("it was written again a little otherwise", {"c": "Biro A menjadi Biro Be"}, "c", Fit.CHANGED),
    ("it was removed", {"c": "Bagian Dapur dipindahkan ke Biro Umum"}, None, Fit.GONE),
    ("all was removed", {}, None, Fit.GONE),
)


@pytest.mark.parametrize(("name", "places", "key", "fit"), WHOLE, ids=[case[0] for case in WHOLE])
def test_a_note_on_a_whole_place_stays_with_it(
    name: str, places: dict[str, str], key: str | None, fit: Fit
) -> None:
    note = anchor_on(PlaceKind.OPERATION, "a", "Biro A menjadi Biro B", "")

    standing = stand(note, places)

    assert (standing.key, standing.fit, standing.span) == (key, fit, None), name
    assert standing.has_moved(note) is (key == "c")


def test_a_note_on_the_proposal_itself_never_loses_its_place() -> None:
    note = anchor_on(PlaceKind.PROPOSAL, "", "", "")

    assert stand(note, {"": ""}).fit is Fit.SAME
