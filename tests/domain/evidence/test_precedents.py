"""Precedents by their names, and claims of being the only one held against them."""

from dataclasses import replace

import pytest

from orgflow.domain.evidence.entries import EvidenceKind, key_of, next_number
from orgflow.domain.evidence.precedents import (
    Precedent,
    PrecedentTaken,
    checked_precedent,
    of_others,
    require_unrecorded,
)
from orgflow.domain.evidence.uniqueness import contradictions
from orgflow.domain.values import TextEmpty

BALI = Precedent("Bali", "Biro Humas dan Protokol", "dprd.jatengprov.go.id")
DIY = replace(BALI, province="DI Yogyakarta", unit_name="Biro Umum, Hubungan Masyarakat dan Protokol")
JATIM = replace(BALI, province="Jawa Timur", unit_name="Biro Administrasi Pimpinan")
ROWS = (BALI, DIY, JATIM)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Biro Humas dan Protokol", True),
        ("Biro Umum, Hubungan  Masyarakat dan Protokol", True),
        ("Biro Administrasi Protokol dan HUMAS Pimpinan", True),
        ("Biro Umum, Humas", True),
        ("Biro Administrasi Pimpinan", False),
        ("Biro Humaniora", False),
    ],
)
def test_humas_is_found_in_a_name_as_a_word(name: str, expected: bool) -> None:
    assert replace(BALI, unit_name=name).has_humas is expected


@pytest.mark.parametrize(
    "text",
    [
        "Biro Humas dan Protokol adalah satu-satunya biro yang membidangi publikasi.",
        "Sumatera Selatan satu satunya yang masih memakai nama humas.",
        "Kami SATU - SATUNYA provinsi dengan nama itu",
        "Nama itu dipakai. Hanya Provinsi Sumatera Selatan yang memakai humas.",
        "Hanya biro ini yang menangani publikasi",
        "Hanya Prov. Sumatera Selatan yang memakai humas.",
    ],
)
def test_a_claim_of_being_the_only_one_is_contradicted_by_names_with_humas(text: str) -> None:
    (found,) = contradictions(text, ROWS)

    assert found.rows == (BALI, DIY)
    assert found.claim in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Biro ini bukan satu-satunya yang memakai nama humas.",
        "Bukanlah hanya Sumatera Selatan yang memakai nama itu.",
        "Tidak hanya Provinsi Bali yang memakai nama humas.",
        "Surat ini hanya pengantar bagi berkas yang dilampirkan.",
        "Satuannya sama.",
        "",
    ],
)
def test_what_claims_nothing_of_the_kind_is_left_alone(text: str) -> None:
    assert contradictions(text, ROWS) == ()


def test_without_a_name_that_has_humas_nothing_is_contradicted() -> None:
    assert contradictions("Kami satu-satunya.", [JATIM]) == ()


def test_two_claims_of_one_sentence_and_those_of_two_sentences_are_each_named() -> None:
    text = "Satu-satunya biro. Hanya biro ini yang menangani humas, satu satunya di Indonesia."

    found = contradictions(text, ROWS)

    assert [one.claim for one in found] == ["Satu-satunya", "satu satunya", "Hanya biro ini yang"]


def test_one_s_own_province_says_nothing_against_a_claim_of_its_own() -> None:
    own = replace(BALI, province="Provinsi Sumatera  Selatan")

    assert of_others([own, BALI], "Sumatera Selatan") == (BALI,)


def test_a_unit_of_a_province_stands_once() -> None:
    with pytest.raises(PrecedentTaken):
        require_unrecorded(replace(BALI, province="Provinsi BALI"), ROWS)

    require_unrecorded(replace(BALI, unit_name="Biro Umum"), ROWS)


def test_a_precedent_says_where_it_was_seen() -> None:
    with pytest.raises(TextEmpty):
        checked_precedent(replace(BALI, source=""))


def test_a_number_that_was_ever_given_is_not_given_again() -> None:
    assert next_number([]) == 1
    assert next_number([3, 1]) == 4
    assert key_of(EvidenceKind.PRECEDENT, 4) == "pembanding-4"
