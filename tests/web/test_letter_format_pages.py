"""The pages on which the form of letters and the classification codes are kept."""

import io
import re
from urllib.parse import unquote

import pytest
from flask import Flask
from PIL import Image

from orgflow.domain.access.roles import Role
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.format_pages import show_format
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.web.beginnings import PASSWORD
from tests.web.visitor import Visitor, form_of

PAGE, SAMPLE, CODES = "/pengaturan/naskah", "/pengaturan/naskah/contoh", "/pengaturan/klasifikasi"

REFUSED = [
    ("margin_left", "200", "Tulis angka bulat dari 10 sampai 50."),
    ("type_size", "besar", "Tulis angka bulat dari 10 sampai 14."),
    ("number_pattern", "{nomor}", "Pola nomor memuat “nomor” yang tidak dikenal."),
    ("agency_lines", "A\nB\nC\nD\nE", "Kop surat memuat paling banyak 4 baris di sini."),
    ("order_subject", "99", "Tulis angka bulat dari 1 sampai 9."),
]


def signed_in(app: Flask, office: Office, role: Role = Role.SYSTEM_ADMINISTRATOR) -> Visitor:
    """Return somebody of a role who has signed in at the door."""
    unit_id = office.units[HUMAS] if role is Role.DRAFTER else None
    add_user(
        office.context(Role.SYSTEM_ADMINISTRATOR),
        AddUser(f"tamu.{role}", "Contoh", frozenset({role}), unit_id, PASSWORD, must_change_password=False),
    )
    visitor = Visitor.of(app)
    visitor.sign_in(f"tamu.{role}", PASSWORD)
    return visitor


def kept(office: Office) -> dict[str, str]:
    """Return the settings that the office keeps."""
    return dict(show_format(office.context(Role.SYSTEM_ADMINISTRATOR)).settings)


def picture_of(page: str) -> str:
    """Return the address of the sample's picture on a page."""
    found = re.search(r'<img src="(/pengaturan/naskah/contoh/[^"]+)"', page)
    assert found is not None
    return found[1].replace("&amp;", "&")


def test_a_form_is_saved_once_and_shown_as_saved(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)

    saved = visitor.send(
        PAGE, margin_left="35", word_subject="Perihal", order_subject="1", code_nota_dinas="ND"
    )
    again = visitor.send(PAGE)

    assert saved.status_code == 303
    assert again.status_code == 422
    held = visitor.fill(PAGE)
    assert (held["margin_left"], held["word_subject"], held["order_subject"]) == ("35", "Perihal", "1")
    assert held["code_nota_dinas"] == "ND"
    assert "kata untuk Hal" in visitor.open("/riwayat").get_data(as_text=True)


def test_who_saves_second_sees_both_and_loses_nothing(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    typed = visitor.fill(PAGE, word_subject="Hal surat", paper="f4", catchword="1")
    visitor.send(PAGE, word_subject="Perihal", margin_left="35")

    answer = visitor.client.post(PAGE, data=typed)

    told = answer.get_data(as_text=True)
    again = {**form_of(told, PAGE), "margin_left": "35"}
    assert answer.status_code == 409
    assert "Format naskah berubah setelah Anda membukanya" in told
    assert "Perihal" in told
    assert "Hal surat" in told
    assert kept(office)["word_subject"] == "Perihal"
    assert visitor.client.post(PAGE, data=again).status_code == 303
    held = kept(office)
    assert (held["word_subject"], held["paper"], held["margin_left"]) == ("Hal surat", "f4", "35")


@pytest.mark.parametrize("refused", REFUSED)
@pytest.mark.parametrize("target", [PAGE, SAMPLE])
def test_a_refusal_is_said_and_what_was_typed_stays(
    app: Flask, office: Office, target: str, refused: tuple[str, str, str]
) -> None:
    (field, text, sentence), visitor, before = refused, signed_in(app, office), kept(office)
    typed = visitor.fill(PAGE, word_sender="Tulisan yang tetap", **{field: text})

    answer = visitor.client.post(target, data=typed)

    told = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in told
    assert f'id="{field}-error"' in told
    assert "Tulisan yang tetap" in told
    assert kept(office) == before


def test_a_sample_follows_what_is_typed_and_nothing_is_kept(app: Flask, office: Office) -> None:
    visitor, before = signed_in(app, office), kept(office)
    usual = visitor.open(picture_of(visitor.open(PAGE).get_data(as_text=True)))
    typed = visitor.fill(PAGE, margin_left="48", paper="f4")

    answer = visitor.client.post(SAMPLE, data=typed)

    page = answer.get_data(as_text=True)
    dressed = visitor.open(picture_of(page))
    assert answer.status_code == 200
    assert "Contoh mengikuti isian; belum disimpan." in page
    assert (usual.mimetype, dressed.mimetype) == ("image/webp", "image/webp")
    first, second = (Image.open(io.BytesIO(one.data)) for one in (usual, dressed))
    assert second.height / second.width == pytest.approx(330 / 215, abs=0.01)
    assert first.height / first.width == pytest.approx(297 / 210, abs=0.01)
    assert kept(office) == before


def test_a_sample_whose_letters_no_font_has_says_so(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    typed = visitor.fill(PAGE, word_subject="ᠮᠣᠩᠭᠣᠯ")

    answer = visitor.client.post(SAMPLE, data=typed)

    assert answer.status_code == 422
    assert "tidak tersedia pada jenis huruf surat" in answer.get_data(as_text=True)


@pytest.mark.parametrize("word", ["x", "AAAA", "eJyrVgIAAHUAdw", "%F0%9F%92%A5"])
def test_an_address_that_no_page_gave_shows_no_sample(app: Flask, office: Office, word: str) -> None:
    visitor = signed_in(app, office)

    assert visitor.open(f"{SAMPLE}/surat_gubernur?isi={word}").status_code == 404
    assert visitor.open(f"{SAMPLE}/{unquote('tidak_ada')}").status_code == 404


def test_an_emblem_is_kept_for_its_own_letterhead(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    content = io.BytesIO()
    Image.new("RGBA", (30, 30), (1, 2, 3, 60)).save(content, "PNG")
    target = f"{PAGE}/lambang/perangkat-daerah"
    filled: dict[str, object] = {**visitor.fill(PAGE, target)}

    refused = visitor.client.post(target, data={**filled, "emblem": (io.BytesIO(b"bukan gambar"), "a.png")})
    sent = visitor.client.post(target, data={**filled, "emblem": (io.BytesIO(content.getvalue()), "a.png")})

    assert refused.status_code == 422
    assert "emblem-perangkat-daerah-error" in refused.get_data(as_text=True)
    assert sent.status_code == 303
    assert visitor.open(target).data == content.getvalue()
    assert visitor.open(f"{PAGE}/lambang/lain").status_code == 404


def test_a_code_is_added_refused_twice_and_ended(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    typed = {"code": "999.9", "title": "Karangan", "active_years": "2", "source": "Karangan untuk uji"}

    assert visitor.send(f"{CODES}/baru", **typed).status_code == 303
    twice = visitor.send(f"{CODES}/baru", **typed)
    unfit = visitor.send(f"{CODES}/baru", **{**typed, "code": "abc"})
    listed = visitor.open(CODES).get_data(as_text=True)
    links = re.findall(r'href="(/pengaturan/klasifikasi/[0-9a-f-]{36})"', listed)

    assert (twice.status_code, unfit.status_code) == (422, 422)
    assert "Kode 999.9 sudah ada dalam daftar." in twice.get_data(as_text=True)
    assert "tidak terbaca sebagai kode klasifikasi" in unfit.get_data(as_text=True)
    assert visitor.send(links[-1], title="Karangan lain").status_code == 303
    assert visitor.send(f"{links[-1]}/akhiri", reason="").status_code == 422
    assert visitor.send(f"{links[-1]}/akhiri", reason="tidak dipakai").status_code == 303
    assert "tidak dipakai sejak" in visitor.open(CODES).get_data(as_text=True)
    assert "Mengakhiri pemakaian kode klasifikasi." in visitor.open("/riwayat").get_data(as_text=True)


@pytest.mark.parametrize("path", [PAGE, CODES, f"{CODES}/baru", f"{SAMPLE}/surat_biro"])
def test_a_drafter_sets_no_form(app: Flask, office: Office, path: str) -> None:
    assert signed_in(app, office, Role.DRAFTER).open(path).status_code == 403
