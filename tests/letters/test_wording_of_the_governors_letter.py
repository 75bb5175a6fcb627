"""The governor's letter says what its facts allow, and nothing more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from orgflow.domain.letters.facts import FactValue, LetterFacts
from orgflow.letters.docx_text import read_docx
from orgflow.letters.renderer import render_letter
from tests.letters.examples import a_draft, a_template, some_facts


def words_of(facts: LetterFacts) -> str:
    """Return the letter's words a line a paragraph, every space a plain one."""
    words = read_docx(render_letter(a_template(), facts, None).docx).words
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_the_letter_has_its_parts_in_the_order_of_the_form() -> None:
    words = words_of(some_facts())

    parts = [
        "GUBERNUR CONTOH",
        "Kota Contoh, 17 Maret 2026",
        "Nomor",
        "Sifat",
        "Lampiran",
        "Hal",
        "Yth.\tMenteri Dalam Negeri",
        "c.q. Direktur Jenderal Otonomi Daerah",
        "Jakarta",
        "Dengan hormat disampaikan",
        "1. Kondisi saat ini",
        "2. Pertimbangan usulan",
        "3. Usulan perubahan",
        "4. Pembagian tugas",
        "Sebagai bahan pertimbangan",
        "Sehubungan dengan hal tersebut",
        "Demikian disampaikan",
        "GUBERNUR CONTOH,",
        "Dra. Contoh Pertiwi, M.Si.",
        "Tembusan:",
        "1. Yth. Menteri",
        "3. Yth. Wakil Gubernur Contoh (sebagai laporan).",
    ]
    places = [words.index(parts[0])]
    for part in parts[1:]:
        places.append(words.index(part, places[-1] + 1))
    assert places == sorted(places)


def test_every_rename_is_an_item_of_its_own() -> None:
    changes: FactValue = (
        {"before": "Bagian Humas", "after": "Bagian Humas Pimpinan"},
        {"before": "Bagian Protokol", "after": "Bagian Acara"},
    )

    words = words_of(some_facts(changes=changes, new_name=None))

    assert "a. nomenklatur semula “Bagian Humas” menjadi “Bagian Humas Pimpinan”;" in words
    assert "b. nomenklatur semula “Bagian Protokol” menjadi “Bagian Acara”;" in words
    assert "c. susunan organisasi tidak berubah;" in words
    assert "perubahan nomenklatur Biro Publikasi dan Protokol dengan penjelasan" in words


def test_considerations_end_as_a_list_does() -> None:
    words = words_of(some_facts(considerations=("satu", "dua;", "tiga.")))

    assert "a. satu;\nb. dua; dan\nc. tiga." in words


def test_a_single_consideration_bears_no_letter() -> None:
    words = words_of(some_facts(considerations=("satu alasan",)))

    assert "2. Pertimbangan usulan\nsatu alasan.\n3." in words


def test_the_deviation_is_admitted_only_when_the_guideline_has_a_name_for_it() -> None:
    assert "berbeda dengan nomenklatur Biro Administrasi Pimpinan" in words_of(some_facts())
    assert "berbeda dengan" not in words_of(some_facts(guideline_name=None))


def test_the_comparison_is_claimed_only_when_it_was_made() -> None:
    words = words_of(some_facts(other_agency=None))

    assert "disandingkan" not in words
    assert "4." not in words


def test_what_stays_is_said_to_stay() -> None:
    words = words_of(some_facts(structure_changes=False, duties_change=False, adds_posts=False))

    assert "susunan organisasi tidak berubah;" in words
    assert "tugas dan fungsi tidak berubah; dan" in words
    assert "tidak menambah jumlah biro, jumlah jabatan, dan tingkatan eselon." in words


def test_what_changes_is_counted() -> None:
    words = words_of(
        some_facts(
            structure_changes=True, duties_change=True, adds_posts=True, posts_before=12, posts_after=13
        )
    )

    assert "susunan organisasi berubah sebagaimana matriks" in words
    assert "tugas dan fungsi disesuaikan sebagaimana matriks" in words
    assert "dari 12 (dua belas) menjadi 13 (tiga belas)." in words


@pytest.mark.parametrize(
    ("titles", "printed"),
    [
        (("kajian",), "sampaikan: kajian."),
        (("kajian", "matriks"), "sampaikan: (1) kajian; dan (2) matriks."),
        (("a", "b", "c"), "sampaikan: (1) a; (2) b; dan (3) c."),
    ],
)
def test_enclosures_are_counted_in_one_line(titles: tuple[str, ...], printed: str) -> None:
    assert printed in words_of(some_facts(enclosure_titles=titles))


def test_without_enclosures_none_are_mentioned() -> None:
    assert "Sebagai bahan pertimbangan" not in words_of(some_facts(enclosure_titles=()))


@pytest.mark.parametrize("make", [some_facts, a_draft])
def test_the_shipped_wording_makes_none_of_the_forbidden_claims(make: Callable[[], LetterFacts]) -> None:
    words = words_of(make()).casefold()

    for claim in a_template().forbidden:
        assert claim.casefold() not in words


def test_an_unsigned_letter_claims_no_electronic_signature() -> None:
    words = words_of(some_facts()).casefold()

    assert "elektronik" not in words
    assert "bsre" not in words


def test_a_block_with_rank_and_nip_prints_them() -> None:
    facts = some_facts()
    block = replace(
        facts.signatures[0],
        title_lines=("SEKRETARIS DAERAH,",),
        rank="Pembina Utama",
        nip="197001011990031001",
    )

    words = words_of(replace(facts, signatures=(block,)))

    assert "SEKRETARIS DAERAH,\nDra. Contoh Pertiwi, M.Si.\nPembina Utama\nNIP 197001011990031001" in words


def test_a_letter_without_copies_has_no_such_heading() -> None:
    assert "Tembusan" not in words_of(replace(some_facts(), copies=()))


def test_a_unit_that_keeps_to_the_guideline_admits_that_its_new_name_does_not() -> None:
    words = words_of(some_facts(follows_guideline=True, guideline_name="Biro Umum"))

    assert "sedangkan nomenklatur yang diusulkan berbeda dari pedoman tersebut" in words
    assert "berbeda dengan nomenklatur" not in words
