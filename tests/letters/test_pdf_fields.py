"""The fields for signatures: one a signer, in its place on whatever page, ready for a signing program."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from orgflow.domain.letters.facts import SignatureBlock
from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter
from orgflow.letters.errors import RenderFailed
from orgflow.letters.pdf import write_pdf
from orgflow.letters.pdf_copies import READING, CopyToSign, copy_to_sign
from orgflow.letters.pdf_findings import CopyKind, Expected, find_in_structure
from orgflow.letters.pdf_structure import SignatureField, read_structure
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.templates import load_sample, load_template
from tests.letters.examples import ROOT, a_template, some_facts
from tests.letters.pdf_examples import to_sign, words_in

OWN = ("LiberationSans", "Arimo")
PASSPHRASE = b"kunci contoh"


def a_signer(number: int, mark: str | None = None) -> SignatureBlock:
    """Return a block whose title is longer the higher its number."""
    title = f"KEPALA BIRO CONTOH {number} " + "DAN URUSAN LAIN " * (number - 1)
    return SignatureBlock((title.strip(),), f"Contoh Penanda {number}", None, None, mark)


def minutes(signers: int, agreed: int = 3) -> Letter:
    """Return the minutes of a meeting with so many signers and points."""
    facts = load_sample(ROOT, "berita_acara")
    facts = replace(
        facts,
        signatures=tuple(a_signer(number) for number in range(1, signers + 1)),
        body={**facts.body, "agreed": tuple(f"butir ke-{number}" for number in range(agreed))},
    )
    return compose_letter(load_template(ROOT, "berita_acara"), facts, None)


def written(letter: Letter) -> bytes:
    """Return the letter as the copy to sign."""
    return write_pdf(letter, a_template().stylesheet, copy_to_sign(letter.signatures))


def fields_of(pdf: bytes) -> tuple[SignatureField, ...]:
    """Return the PDF's fields."""
    return read_structure(pdf).fields


@pytest.mark.parametrize("signers", range(1, 7))
def test_each_of_several_signers_has_a_field_of_his_own(signers: int) -> None:
    letter = minutes(signers)

    pdf = written(letter)

    fields = fields_of(pdf)
    assert find_in_structure(read_structure(pdf), Expected(CopyKind.TO_SIGN, signers, OWN)) == ()
    assert [field.name for field in fields] == [f"ttd_{number}" for number in range(1, signers + 1)]
    for number, field in enumerate(fields, start=1):
        assert field.label.startswith(f"Tempat tanda tangan KEPALA BIRO CONTOH {number}")
        below = replace(field.box, top=field.box.top + field.box.height, height=8)
        assert words_in(pdf, field.page, field.box) == ""
        assert words_in(pdf, field.page, below) == f"Contoh Penanda {number}"
    for one, other in pairwise(fields):
        assert (one.page, one.box.top, one.box.left) < (other.page, other.box.top + 40, other.box.left + 1)


@pytest.mark.parametrize("agreed", range(4, 24, 2))
def test_a_field_goes_with_its_block_to_the_page_where_that_is_printed(agreed: int) -> None:
    letter = minutes(2, agreed)

    pdf = written(letter)

    pages = [number for number, page in enumerate(read_pages(pdf), 1) if "Contoh Penanda 1" in page.words]
    assert [field.page for field in fields_of(pdf)] == pages * 2
    assert find_in_structure(read_structure(pdf), Expected(CopyKind.TO_SIGN, 2, OWN)) == ()


def test_signers_go_to_the_next_page_together_with_words_above_them() -> None:
    pdf = written(minutes(6))

    assert {field.page for field in fields_of(pdf)} == {2}
    assert "Demikian" in read_pages(pdf)[1].words.partition("KEPALA BIRO CONTOH 1")[0]


def test_fields_stand_on_both_sides_of_a_page_break() -> None:
    pdf = written(minutes(14))

    pages = [field.page for field in fields_of(pdf)]

    assert len(set(pages)) == 2
    assert pages == sorted(pages)


@pytest.mark.parametrize("mark", ["#", "${ttd_pengirim}"])
def test_a_field_stands_below_the_mark_that_is_printed_in_its_place(mark: str) -> None:
    facts = replace(some_facts(), signatures=(replace(some_facts().signatures[0], mark=mark),))
    letter = compose_letter(a_template(), facts, None)

    pdf = written(letter)

    (field,) = fields_of(pdf)
    assert words_in(pdf, field.page, field.box) == ""
    assert words_in(pdf, field.page, replace(field.box, top=field.box.top - 6, height=6)) == mark
    assert 12 <= field.box.height <= 16
    assert read_pages(pdf) == read_pages(write_pdf(letter, a_template().stylesheet))


@pytest.mark.parametrize("titles", [(), ("SATU",), ("SATU", "DUA", "TIGA")])
def test_more_or_fewer_signers_than_places_end_the_writing(titles: tuple[str, ...]) -> None:
    with pytest.raises(RenderFailed) as failed:
        write_pdf(minutes(2), a_template().stylesheet, CopyToSign(titles))

    assert failed.value.facts["reason"] == "signing_places"


def test_words_that_look_like_a_place_are_words() -> None:
    bait = '</p><div class="signing-place" id="ttd-2"></div><a href="#ttd-1">x</a>'
    facts = replace(some_facts(), subject=bait)

    pdf = written(compose_letter(a_template(), facts, None))

    assert find_in_structure(read_structure(pdf), Expected(CopyKind.TO_SIGN, 1, OWN)) == ()


def test_an_empty_field_draws_nothing_and_is_one_with_its_widget() -> None:
    with pikepdf.open(io.BytesIO(to_sign("surat_gubernur"))) as document:
        form = document.Root.AcroForm
        (field,) = form.Fields
        look = field.AP.N

        assert form.SigFlags == 1
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        assert look.read_bytes() == b""
        assert [float(edge) for edge in look.BBox[:2]] == [0, 0]
        assert field.objgen in {entry.objgen for entry in document.pages[field_page(document)].obj.Annots}
        assert not {"/V", "/A", "/AA", "/MK", "/Dest", "/Contents"} & set(field.keys())


def field_page(document: pikepdf.Pdf) -> int:
    """Return the number from 0 of the page that the field names as its own."""
    (field,) = document.Root.AcroForm.Fields
    return [page.obj.objgen for page in document.pages].index(field.P.objgen)


def test_every_signer_signs_in_turn_and_all_signatures_hold() -> None:
    pdf = written(minutes(3))
    # It runs a loop of its own, and a browser's test leaves one running in this thread.
    with ThreadPoolExecutor(1) as thread:
        signed, holds = thread.submit(signed_in_turn, pdf, 3).result()

    assert holds == [True, True, True]
    structure = read_structure(signed)
    assert [field.is_signed for field in structure.fields] == [True, True, True]
    assert (structure.part, structure.conformance, structure.revisions) == ("3", "A", 4)


def signed_in_turn(pdf: bytes, count: int) -> tuple[bytes, list[bool]]:
    """Return the file with its first fields signed, and whether each signature holds."""
    (signer, root), signed = a_key(), io.BytesIO(pdf)
    for number in range(1, count + 1):
        asked = PdfSignatureMetadata(field_name=f"ttd_{number}", md_algorithm="sha256")
        PdfSigner(asked, signer).sign_pdf(IncrementalPdfFileWriter(signed), in_place=True)
    found = [
        validate_pdf_signature(signature, ValidationContext(trust_roots=[root]))
        for signature in PdfFileReader(signed).embedded_signatures
    ]
    return signed.getvalue(), [each.bottom_line for each in found]


def test_a_reading_copy_cannot_be_told_from_one_written_without_naming_a_copy() -> None:
    letter = minutes(2)

    assert write_pdf(letter, a_template().stylesheet, READING) == write_pdf(letter, a_template().stylesheet)


def a_key() -> tuple[SimpleSigner, object]:
    """Return a key made for this test, and the certificate that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kunci Contoh")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    kept = pkcs12.serialize_key_and_certificates(
        b"contoh", key, certificate, None, BestAvailableEncryption(PASSPHRASE)
    )
    signer = SimpleSigner.load_pkcs12_data(kept, other_certs=[], passphrase=PASSPHRASE)
    assert signer is not None
    return signer, signer.signing_cert
