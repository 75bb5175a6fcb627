"""Claims read out of a text: what names its evidence, what should, and how marks are carried."""

import pytest

from orgflow.domain.evidence.claims import (
    Boldness,
    bare_in,
    claims_in,
    sentences_of,
    with_marks_of,
    without_marks,
)


@pytest.mark.parametrize(
    "text",
    [
        "Biro bermitra dengan 213 media [bukti:mitra]. Lainnya belum.",
        "Biro bermitra dengan 213 media. [bukti:mitra] Lainnya belum.",
        "1. Biro bermitra dengan 213 media.[bukti:mitra]",
        "Biro bermitra dengan 213 media. [BUKTI: Mitra ]",
    ],
)
def test_a_mark_belongs_to_the_sentence_it_stands_in_or_right_behind(text: str) -> None:
    (claim,) = claims_in(text)

    assert claim.sentence == "Biro bermitra dengan 213 media."
    assert claim.keys == ("mitra",)


def test_a_sentence_may_rest_on_several_entries_and_counts_once() -> None:
    text = "Kami 213 media. [bukti:a] [bukti:b]\nKami 213 media [bukti:c]."

    (claim,) = claims_in(text)

    assert claim.keys == ("a", "b", "c")


def test_what_is_cut_short_ends_no_sentence() -> None:
    text = "Drs. H. Amin dari Biro No. 3 Setda Prov. Sumsel hadir dll. di sana. Selesai."

    assert [claim.sentence for claim in sentences_of(text)] == [
        "Drs. H. Amin dari Biro No. 3 Setda Prov. Sumsel hadir dll. di sana.",
        "Selesai.",
    ]


def test_a_row_of_a_table_is_one_claim() -> None:
    (claim,) = claims_in("| Siaran pers | 120 [bukti:rilis] |")

    assert claim.sentence == "| Siaran pers | 120 |"


@pytest.mark.parametrize("told", ["", " ", "a b", "-a", "a" * 61, "é"])
def test_a_mark_without_a_readable_key_is_named(told: str) -> None:
    (claim,) = claims_in(f"Ada 5 media. [bukti:{told}]")

    assert claim.keys == ()
    assert claim.broken == (told.strip(),)


@pytest.mark.parametrize(
    ("sentence", "boldness", "words"),
    [
        ("Biro ini satu-satunya yang menangani publikasi.", Boldness.WORD, "satu-satunya"),
        ("Provinsi ini memiliki mitra terbanyak.", Boldness.WORD, "terbanyak"),
        ("Seluruh provinsi lain setuju.", Boldness.WORD, "Seluruh"),
        ("Hanya biro ini yang bekerja.", Boldness.WORD, "Hanya"),
        ("Biro bermitra dengan 213 media.", Boldness.NUMBER, "213"),
        ("Anggaran naik 12,5 persen pada Tahun 2025.", Boldness.NUMBER, "12,5"),
    ],
)
def test_a_bold_sentence_without_evidence_is_found(sentence: str, boldness: Boldness, words: str) -> None:
    (bare,) = bare_in(f"Biasa saja. {sentence} Selesai.")

    assert (bare.sentence, bare.boldness, bare.words) == (sentence, boldness, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Berdasarkan Peraturan Menteri Dalam Negeri Nomor 56 Tahun 2019 Pasal 3 ayat (2), biro dibentuk.",
        "Rombongan datang pada 7 Desember 2022.",
        "Menurut Permendagri 56/2019 hal itu mungkin.",
        "Data Tahun 2025 [belum diisi: 3 dokumen].",
        "Lihat Tabel 2.",
        "Keseluruhannya dihanyakan.",
    ],
)
def test_dates_and_places_of_rules_claim_nothing(sentence: str) -> None:
    assert bare_in(sentence) == ()


def test_a_sentence_with_evidence_is_not_bare() -> None:
    assert bare_in("Hanya biro ini. [bukti:pembanding-bali]") == ()


def test_a_printed_letter_bears_no_mark() -> None:
    assert without_marks("Ada 213 media [bukti:mitra]. Baik. [bukti:x]") == "Ada 213 media. Baik."


def test_a_text_that_lost_its_marks_gets_those_of_unchanged_sentences_back() -> None:
    before = "Ada 213 media [bukti:mitra]. Kami satu-satunya. [bukti:unik]\n| Rilis | 120 [bukti:rilis] |"
    after = "Ada 213 media. Kami salah satunya.\n| Rilis | 120 |"

    found = with_marks_of(before, after)

    assert found == "Ada 213 media. [bukti:mitra] Kami salah satunya.\n| Rilis | 120 [bukti:rilis] |"
    assert with_marks_of(before, before) == before


def test_long_texts_are_read_in_no_time() -> None:
    text = "Kata biasa saja [bukti:x]. " * 8_000

    assert len(claims_in(text)) == 1
    assert bare_in(" " * 200_000 + "[" * 1_000) == ()
