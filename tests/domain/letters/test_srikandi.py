"""What SRIKANDI fills in of a letter, and how it reaches those to whom the letter goes."""

from dataclasses import replace

import pytest

from orgflow.domain.letters.facts import Gap, SignatureBlock
from orgflow.domain.letters.srikandi import Destination, Reach, destination, for_srikandi, own_block
from tests.letters.examples import some_facts

OFFICER = SignatureBlock(
    ("KEPALA BIRO CONTOH",), "Contoh Satu, S.Sos.", "Pembina (IV/a)", "00000000 000000 0 001"
)
RECEIVER = SignatureBlock(("Yang menerima",), "Contoh Dua", None, None)
OWN_TITLES = ("Kepala Biro Hukum", "Sekretaris Daerah", "")


def test_srikandi_fills_in_number_date_class_subject_and_signature() -> None:
    facts = replace(some_facts(), signatures=(OFFICER,))

    filled = for_srikandi(facts)

    assert filled.number == ("${nomor_naskah}",)
    assert filled.date == ("${tanggal_naskah}",)
    assert (filled.urgency, filled.subject) == ("${sifat}", "${hal}")
    (block,) = filled.signatures
    assert (block.mark, block.name, block.nip) == ("${ttd_pengirim}", "${nama_pengirim}", "${nip_pengirim}")
    assert (block.title_lines, block.rank) == (OFFICER.title_lines, None)
    assert filled.body == facts.body


def test_a_signer_whose_block_bears_no_nip_is_given_none() -> None:
    facts = replace(some_facts(), signatures=(replace(OFFICER, nip=None),))

    (block,) = for_srikandi(facts).signatures

    assert block.nip is None


def test_filling_in_twice_is_as_good_as_once() -> None:
    once = for_srikandi(replace(some_facts(), signatures=(OFFICER,)))

    twice = for_srikandi(once)

    assert twice == once


def test_a_signer_who_is_not_known_yet_is_srikandis_to_name() -> None:
    facts = replace(some_facts(), signatures=(replace(OFFICER, name=Gap("signatory_name")),))

    (block,) = for_srikandi(facts).signatures

    assert block.name == "${nama_pengirim}"


def test_a_document_without_a_number_keeps_its_date_and_subject() -> None:
    facts = replace(some_facts(), number=(), signatures=(OFFICER,))

    filled = for_srikandi(facts)

    assert (filled.number, filled.date, filled.subject) == ((), facts.date, facts.subject)
    assert filled.signatures[0].name == "${nama_pengirim}"


@pytest.mark.parametrize(("kind", "own"), [("surat_pengantar", 1), ("berita_acara", 0)])
def test_of_several_signers_only_the_offices_own_signs_there(kind: str, own: int) -> None:
    signers = (RECEIVER, OFFICER) if own else (OFFICER, RECEIVER)
    facts = replace(some_facts(), kind=kind, signatures=signers)

    filled = for_srikandi(facts)

    assert own_block(facts) == own
    assert [block.mark is not None for block in filled.signatures] == [place == own for place in (0, 1)]
    assert filled.signatures[1 - own] == RECEIVER


def test_where_nobody_signs_there_is_no_own_signer() -> None:
    facts = replace(some_facts(), signatures=())

    assert own_block(facts) == -1
    assert for_srikandi(facts).signatures == ()


@pytest.mark.parametrize(
    ("title", "reach"),
    [
        ("Yth. Kepala Biro Hukum", Reach.INTERNAL),
        ("kepala  biro hukum Setda", Reach.INTERNAL),
        ("Menteri Dalam Negeri, c.q. Direktur Jenderal Otonomi Daerah", Reach.EXTERNAL),
        ("Yth. Direktur Jenderal Otonomi Daerah", Reach.EXTERNAL),
        ("Ketua DPRD Provinsi Contoh", Reach.BESIDE),
        ("", Reach.BESIDE),
    ],
)
def test_an_addressee_is_reached_inside_outside_or_beside(title: str, reach: Reach) -> None:
    assert destination(title, OWN_TITLES) == Destination(title, reach)
