"""The pages of posts and of who holds them."""

from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from tests.factories.governments import SINCE
from tests.factories.office import a_neighbour
from tests.factories.registry import Keeper
from tests.web.registry.window import Window

MEDIA, ANALYST = "Bagian Media", "Analis Media"
BASIS = {"instrument": "", "source": ""}
DATA = {"title": ANALYST, "echelon": "", "functional_rank": "", "seats": "1", "unit": ""}
APPOINTED = {
    "official": "",
    "name": "Contoh Dua",
    "nip": "CONTOH-2",
    "rank": "",
    "kind": "plt",
    "letter": "SK CONTOH 1",
    "effective_on": "2 Maret 2026",
    "until": "",
    **BASIS,
}


@pytest.fixture
def post(window: Window) -> str:
    """The address of a post."""
    window.keeper.post(ANALYST, MEDIA, SINCE)
    return f"/jabatan/{window.keeper.posts[ANALYST]}"


def staff(window: Window) -> str:
    return f"/unit/{window.unit(MEDIA)}/jabatan"


def test_posts_are_founded(window: Window) -> None:
    seat, path = window.sit(), f"{staff(window)}/baru"
    fields = {"title": ANALYST, "echelon": "", "functional_rank": "Ahli Muda", "seats": "2", **BASIS}

    for role, title in (("member", ANALYST), ("member", "Penata Arsip"), ("head", "")):
        sent = {**fields, "role": role, "title": title, "effective_on": "2 Maret 2026"}
        assert seat.send(path, **sent).status_code == 303

    page = seat.open(staff(window))
    assert ANALYST in page
    assert "jenjang Ahli Muda · 2 formasi" in page
    assert "Kepala Bagian Media" in page


def test_a_post_without_a_name_is_refused_beside_it(window: Window) -> None:
    fields = {"role": "member", "title": "", "seats": "1", "effective_on": "2 Maret 2026", **BASIS}

    answer = window.sit().send(f"{staff(window)}/baru", **fields)

    assert answer.status_code == 422
    assert 'id="title-error"' in answer.text


def test_a_post_changes_officially_and_the_plan_is_withdrawn(window: Window, post: str) -> None:
    seat = window.sit()
    fields = {**DATA, "title": "Analis Siaran", "effective_on": "1 Mei 2026", **BASIS}
    assert seat.send(f"{post}/perubahan", **fields).status_code == 303
    page = seat.open(staff(window))
    assert "Terjadwal mulai 1 Mei 2026" in page
    assert "bernama Analis Siaran" in page

    answer = seat.send(f"{post}/batalkan/2026-05-01", reason="tidak jadi")

    assert answer.status_code == 303
    assert "Terjadwal" not in seat.open(staff(window))


def test_a_post_is_corrected_with_a_reason(window: Window, post: str) -> None:
    seat = window.sit()

    refused = seat.send(f"{post}/ralat", **{**DATA, "seats": "0"}, reason="salah tulis")
    answer = seat.send(f"{post}/ralat", **{**DATA, "title": "Analis Warta"}, reason="salah tulis")

    assert refused.status_code == 422
    assert "Jumlah formasi paling sedikit 1." in refused.text
    assert answer.status_code == 303
    assert "Analis Warta" in seat.open(staff(window))
    assert "salah tulis" in seat.open(f"/unit/{window.unit(MEDIA)}/pencatatan")


def test_whoever_was_overtaken_on_a_post_sees_both_texts(window: Window, post: str) -> None:
    seat = window.sit()
    opened = seat.form(f"{post}/ralat")
    assert seat.send(f"{post}/ralat", **{**DATA, "title": "Analis Warta"}, reason="satu").status_code == 303

    answer = seat.send(f"{post}/ralat", opened, **{**DATA, "title": "Analis Siaran"}, reason="dua")

    assert answer.status_code == 409
    assert "Analis Warta" in answer.text
    assert "Analis Siaran" in answer.text


def test_the_end_of_a_post_names_who_leaves(window: Window, post: str) -> None:
    window.keeper.appoint("Contoh Dua", ANALYST, SINCE)
    seat = window.sit()
    assert f"Contoh Dua tidak lagi menjabat {ANALYST}." in seat.open(f"{post}/akhiri")

    answer = seat.send(f"{post}/akhiri", effective_on="1 Mei 2026", reason="dihapus")

    assert answer.status_code == 303
    later = seat.open(f"{staff(window)}?pada=2026-06-01")
    assert "Jabatan yang sudah berakhir atau pindah" in later
    assert "sejak 6 Januari 2020, sampai sebelum 1 Mei 2026" in later


def test_an_official_is_appointed_corrected_and_leaves(window: Window, post: str) -> None:
    seat = window.sit()
    assert seat.send(f"{post}/pejabat", **APPOINTED).status_code == 303
    page = seat.open(staff(window))
    assert "Pelaksana tugas (Plt.) · NIP CONTOH-2 · SK CONTOH 1" in page
    assert "SK CONTOH 1" in window.sit(Role.DRAFTER).open(f"/unit/{window.unit(MEDIA)}")
    term = _term(page)
    fields = {"name": "Contoh Dua, S.E.", "nip": "CONTOH-2", "rank": "", "kind": "pjs", "letter": "SK 2"}

    corrected = seat.send(f"{term}/ralat", **fields, start="1 Maret 2026", end="", reason="SK dibaca lagi")
    left = seat.send(f"{term}/akhiri", effective_on="2 April 2026")

    assert (corrected.status_code, left.status_code) == (303, 303)
    page = seat.open(staff(window))
    assert "Contoh Dua, S.E." in page
    assert "Penjabat sementara (Pjs.)" in page
    assert "sejak 1 Maret 2026, sampai sebelum 2 April 2026" in page


def test_a_taken_seat_is_refused_beside_the_day(window: Window, post: str) -> None:
    window.keeper.appoint("Contoh Tiga", ANALYST, SINCE)

    answer = window.sit().send(f"{post}/pejabat", **{**APPOINTED, "kind": "definitif"})

    assert answer.status_code == 422
    assert 'id="effective_on-error"' in answer.text
    assert "hanya untuk 1 orang" in answer.text
    assert 'value="SK CONTOH 1"' in answer.text


def test_a_known_person_is_chosen_from_the_list(window: Window, post: str) -> None:
    window.keeper.post("Penata Arsip", MEDIA, SINCE)
    window.keeper.appoint("Contoh Tiga", "Penata Arsip", SINCE)
    seat = window.sit()
    listed = seat.open(f"{post}/pejabat")
    known = listed.split('">Contoh Tiga</option>')[0].rsplit('value="', 1)[1]

    answer = seat.send(f"{post}/pejabat", **{**APPOINTED, "official": known, "name": "", "nip": ""})

    assert answer.status_code == 303
    assert seat.open(staff(window)).count("<b>Contoh Tiga</b>") == 2


def test_a_term_that_never_was_is_withdrawn(window: Window, post: str) -> None:
    seat = window.sit()
    seat.send(f"{post}/pejabat", **APPOINTED)
    term = _term(seat.open(staff(window)))
    opened = seat.form(f"{term}/batalkan")

    answers = [seat.send(f"{term}/batalkan", opened, reason="tidak jadi dilantik") for _ in range(1)]

    assert [answer.status_code for answer in answers] == [303]
    assert "Contoh Dua" not in seat.open(staff(window))
    assert "tidak jadi dilantik" in seat.open("/riwayat")
    assert seat.client.get(f"{term}/ralat").status_code == 404


def test_sent_twice_an_appointment_has_one_effect(window: Window, post: str) -> None:
    seat = window.sit()
    opened = seat.form(f"{post}/pejabat")

    answers = [seat.send(f"{post}/pejabat", opened, **APPOINTED) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert seat.open(staff(window)).count("<b>Contoh Dua</b>") == 1


@pytest.mark.parametrize("page", ["perubahan", "ralat", "akhiri", "pejabat"])
def test_posts_are_kept_by_their_own_government_alone(window: Window, post: str, page: str) -> None:
    there = Keeper.of(a_neighbour(window.office))
    there.post(ANALYST, MEDIA, SINCE)

    assert window.sit().client.get(f"/jabatan/{there.posts[ANALYST]}/{page}").status_code == 404
    assert window.sit(Role.DRAFTER).client.get(f"{post}/{page}").status_code == 403


@pytest.mark.parametrize("page", ["akhiri", "ralat", "batalkan"])
def test_terms_are_kept_by_their_own_government_alone(window: Window, page: str) -> None:
    there = Keeper.of(a_neighbour(window.office))
    there.post(ANALYST, MEDIA, SINCE)
    there.appoint("Contoh Dua", ANALYST, SINCE, date(2027, 1, 1))
    path = f"/masa-jabatan/{there.terms['Contoh Dua']}/{page}"

    assert window.sit().client.get(path).status_code == 404
    assert window.sit(Role.AUDITOR).client.get(path).status_code == 403


def _term(page: str) -> str:
    start = page.index('href="/masa-jabatan/') + len('href="')
    return page[start : page.index('"', start)].rsplit("/", 1)[0]
