"""The pages on which a letter is written and on which it comes back from Word."""

import io
from uuid import UUID

import docx
import pytest
from werkzeug.test import TestResponse

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.passages import mark_of
from orgflow.domain.values import LetterId
from orgflow.services.letter_writing import PassageView, show_writing
from tests.factories.roads import a_bare_draft, letter_of
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

TU = Role.LETTER_ADMINISTRATOR
CLOSING = "Demikian disampaikan, atas perhatian dan perkenan Menteri Dalam Negeri diucapkan terima kasih."
TABLE = "Kami mohon perkenan.\n| Uraian | Jumlah |\n| Rapat | 3 |"


def a_letter(desks: DeskOffice) -> LetterId:
    return letter_of(desks.office, a_bare_draft(desks.office)).id


def passage(desks: DeskOffice, letter_id: UUID, key: str = "permohonan") -> PassageView:
    page = show_writing(desks.office.context(TU), letter_id)
    return next(one for one in page.passages if one.key == key)


def sent(desks: DeskOffice, letter_id: UUID, **texts: str) -> dict[str, object]:
    """Return what the page would send of these passages."""
    held: dict[str, object] = {"seen_revision": show_writing(desks.office.context(TU), letter_id).revision}
    for key, text in texts.items():
        held[f"bagian-{key}"] = text
        held[f"asal-{key}"] = passage(desks, letter_id, key).mark
    return held


def a_word_file(clerk: Reader, letter_id: UUID, closing: str) -> bytes:
    document = docx.Document(io.BytesIO(clerk.open(f"/surat/{letter_id}/unduh/docx").data))
    for paragraph in document.paragraphs:
        if paragraph.text == CLOSING:
            paragraph.runs[0].text = closing
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def bring(desks: DeskOffice, clerk: Reader, letter_id: UUID, content: bytes) -> TestResponse:
    seen = show_writing(desks.office.context(TU), letter_id).revision
    upload = (io.BytesIO(content), "surat.docx")
    return clerk.send(f"/surat/{letter_id}/kembali", upload=upload, seen_revision=seen)


def test_the_letters_page_leads_to_writing_and_to_word(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)

    shown = main_of(clerk.open(f"/surat/{letter_id}"))

    assert f'href="/surat/{letter_id}/tulis"' in shown
    assert f'href="/surat/{letter_id}/kembali"' in shown


def test_each_passage_is_a_labelled_field_beside_the_printed_pages(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)

    shown = main_of(clerk.open(f"/surat/{letter_id}/tulis"))

    assert '<label for="bagian-permohonan">Permohonan</label>' in shown
    assert shown.count("<textarea") == 5
    assert f"/surat/{letter_id}/halaman/1.webp" in shown
    assert "tidak lagi mengikuti data usulan" in words_of(clerk.open(f"/surat/{letter_id}/tulis"))


def test_a_passage_is_saved_and_its_pages_are_others(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    before = main_of(clerk.open(f"/surat/{letter_id}/tulis"))

    answer = clerk.send(f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan=TABLE))

    assert answer.status_code == 303
    after = main_of(clerk.open(f"/surat/{letter_id}/tulis"))
    assert "| Rapat | 3 |" in after
    assert _picture(before) != _picture(after)
    assert "Ditulis " in after


def test_what_was_not_touched_is_not_kept(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    same = passage(desks, letter_id).text.replace("\n", "\r\n")

    answer = clerk.send(f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan=same))

    assert answer.status_code == 303
    assert not passage(desks, letter_id).is_own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("| Uraian | Jumlah", "belum ditutup: awali dan akhiri setiap baris tabel dengan tanda |"),
        ("| A | B |\n| c |", "berisi 1 kolom, sedangkan baris di atasnya 2"),
        ("x" * 20_001, "Bagian ini 20001 huruf; paling banyak 20000."),
    ],
)
def test_a_fault_is_told_at_its_passage_and_the_text_stays(desks: DeskOffice, text: str, told: str) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)

    answer = clerk.send(
        f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan=text, penutup="Tulisan lain.")
    )

    assert answer.status_code == 422
    shown = main_of(answer)
    assert told in words_of(answer)
    assert 'id="bagian-permohonan-error"' in shown
    assert text[:200] in shown
    assert "Tulisan lain." in shown
    assert not passage(desks, letter_id, "penutup").is_own


def test_the_second_of_two_writers_sees_both_texts_and_may_save_again(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    untouched = passage(desks, letter_id, "penjelasan").text.replace("\n", "\r\n")
    second = sent(desks, letter_id, permohonan="Tulisan kedua.", penjelasan=untouched)
    clerk.send(f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan="Tulisan pertama."))

    answer = clerk.send(
        f"/surat/{letter_id}/tulis", **{**second, "idempotency_key": "a-second-key-of-this-test"}
    )

    assert answer.status_code == 409
    assert "Tulisan pertama." in words_of(answer)
    assert "Tulisan kedua." in main_of(answer)
    assert "bagian-penjelasan" not in main_of(answer)
    assert f'name="asal-permohonan" value="{mark_of("Tulisan pertama.")}"' in main_of(answer)
    again = sent(desks, letter_id, permohonan="Tulisan kedua.")
    clerk.send(f"/surat/{letter_id}/tulis", **{**again, "idempotency_key": "a-third-key-of-this-test"})
    assert passage(desks, letter_id).text == "Tulisan kedua."


def test_a_passage_is_given_back_to_the_data_and_other_words_are_saved(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    clerk.send(f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan="Kata kantor."))
    typed = sent(desks, letter_id, permohonan="Kata kantor.", penutup="Penutup kantor.")

    answer = clerk.send(
        f"/surat/{letter_id}/tulis",
        **{**typed, "lepas": "permohonan", "idempotency_key": "a-second-key-of-this-test"},
    )

    assert answer.status_code == 303
    assert not passage(desks, letter_id).is_own
    assert passage(desks, letter_id, "penutup").text == "Penutup kantor."


def test_a_reader_without_the_right_cannot_write(desks: DeskOffice) -> None:
    letter_id, head = a_letter(desks), desks.reader(Role.ASSISTANT)

    assert "readonly" in main_of(head.open(f"/surat/{letter_id}/tulis"))
    answer = head.send(f"/surat/{letter_id}/tulis", **sent(desks, letter_id, permohonan="Kata."))
    assert answer.status_code == 403
    assert head.open(f"/surat/{letter_id}/kembali").status_code == 403


def test_a_word_file_comes_back_is_compared_and_one_passage_is_taken(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    assert "Belum ada surat dari Word" in clerk.read(f"/surat/{letter_id}/kembali/perbedaan")

    answer = bring(desks, clerk, letter_id, a_word_file(clerk, letter_id, "Demikian disampaikan."))

    assert answer.status_code == 303
    shown = main_of(clerk.open(f"/surat/{letter_id}/kembali/perbedaan"))
    assert "<del>" in shown
    assert f'action="/surat/{letter_id}/kembali/pakai/penutup"' in shown
    seen = show_writing(desks.office.context(TU), letter_id).revision
    taken = clerk.send(f"/surat/{letter_id}/kembali/pakai/penutup", seen_revision=seen)
    assert taken.status_code == 303
    assert passage(desks, letter_id, "penutup").text == "Demikian disampaikan."
    again = clerk.send(f"/surat/{letter_id}/kembali/pakai/penutup", seen_revision=seen)
    assert again.status_code == 409
    assert "Isi surat sama dengan" in clerk.read(f"/surat/{letter_id}/kembali/perbedaan")
    kept = clerk.open(f"/surat/{letter_id}/kembali/berkas")
    assert kept.data.startswith(b"PK")
    assert kept.headers["Content-Disposition"] == 'attachment; filename="surat.docx"'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "pilih"),
        (b"%PDF-1.7", "Berkas ini bukan Word (DOCX)."),
        (b"PK\x03\x04rusak", "rusak"),
    ],
)
def test_a_wrong_file_is_refused_beside_its_field(desks: DeskOffice, content: bytes, told: str) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)

    answer = bring(desks, clerk, letter_id, content)

    assert answer.status_code == 422
    assert told.lower() in words_of(answer).lower()


def test_another_document_is_refused_beside_its_field(desks: DeskOffice) -> None:
    letter_id, clerk = a_letter(desks), desks.reader(TU)
    saved = io.BytesIO()
    docx.Document().save(saved)

    answer = bring(desks, clerk, letter_id, saved.getvalue())

    assert answer.status_code == 422
    assert "tampaknya bukan surat ini" in words_of(answer)


def _picture(shown: str) -> str:
    return shown.split("/halaman/1.webp")[1].split('"', maxsplit=1)[0]
