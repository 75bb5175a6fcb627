"""The pages that change a unit officially: taken, refused, overtaken, foreign, forbidden, sent twice."""

from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from tests.factories.governments import HUKUM, HUMAS, SINCE, UMUM
from tests.factories.office import a_neighbour
from tests.web.registry.window import Window

MAY = date(2026, 5, 1)
NEW = "Biro Pers"
FORMS = ("catat", "perubahan", "ralat", "ralat-masa", "akhiri", "asal-usul", "jabatan/baru", "tugas/baru")


def renaming(name: str = NEW, day: str = "1 Mei 2026") -> dict[str, str]:
    return {
        "name": name,
        "kind": "biro",
        "parent": "",
        "position": "3",
        "short_name": "",
        "letter_code": "UJI-HMS",
        "duty_field": "hubungan masyarakat",
        "effective_on": day,
        "instrument": "",
        "source": "Karangan untuk uji",
    }


def test_the_menu_asks_in_words_first(window: Window) -> None:
    page = window.sit().open(f"/unit/{window.unit()}/catat")

    assert "Perubahan resmi, berlaku sejak tanggal" in page
    assert "Ralat data yang keliru dicatat" in page


def test_a_rename_is_scheduled_and_shown_as_planned(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/perubahan"

    answer = seat.send(path, **renaming())

    assert answer.status_code == 303
    page = seat.open(answer.location)
    assert "Perubahan resmi dicatat. Terjadwal mulai 1 Mei 2026." in page
    assert f"{HUMAS} berganti nama menjadi {NEW}." in page
    assert window.keeper.seen(HUMAS, date(2026, 4, 30)) == f"{HUMAS} < Sekretariat Daerah"
    assert window.keeper.seen(HUMAS, MAY) == f"{NEW} < Sekretariat Daerah"


def test_only_what_was_changed_is_carried_past_an_earlier_plan(window: Window) -> None:
    window.keeper.rename(HUMAS, MAY, NEW)
    form = {**renaming(HUMAS, "1 Juni 2026"), "parent": str(window.unit("Dinas Kominfo"))}

    answer = window.sit().send(f"/unit/{window.unit()}/perubahan", **form)

    assert answer.status_code == 303
    assert window.keeper.seen(HUMAS, date(2026, 6, 1)) == f"{NEW} < Dinas Kominfo"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": UMUM}, "Nama ini sudah dipakai"),
        ({"name": ""}, "Tulis nama resmi unit."),
        ({"effective_on": ""}, "Tulis sejak tanggal berapa"),
        ({"effective_on": "31 November 2026"}, "31 November 2026 tidak ada"),
        ({"effective_on": "1 Januari 2019"}, "belum ada; catatannya mulai 6 Januari 2020"),
        ({"kind": "kerajaan"}, "Pilih salah satu dari daftar."),
        ({"name": "x" * 201}, "Terlalu panjang."),
    ],
)
def test_a_refusal_stands_on_the_page_and_what_was_typed_stays(
    window: Window, fields: dict[str, str], sentence: str
) -> None:
    path = f"/unit/{window.unit()}/perubahan"

    answer = window.sit().send(path, **{**renaming(), "duty_field": "ketikan yang tinggal", **fields})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "ketikan yang tinggal" in answer.text
    assert window.keeper.seen(HUMAS, date(2026, 12, 1)) == f"{HUMAS} < Sekretariat Daerah"


def test_a_change_of_nothing_is_refused(window: Window) -> None:
    answer = window.sit().send(f"/unit/{window.unit()}/perubahan", **renaming(HUMAS))

    assert answer.status_code == 422
    assert "sama dengan yang sudah tercatat" in answer.text


def test_whoever_was_overtaken_sees_both_texts_and_may_save_again(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/perubahan"
    opened = seat.form(path)
    window.keeper.correct(HUMAS, SINCE, "Biro Humas Diralat")

    answer = seat.send(path, opened, **renaming())

    assert answer.status_code == 409
    assert "Biro Humas Diralat" in answer.text
    assert NEW in answer.text
    assert 'name="effective_on" value="1 Mei 2026"' in answer.text
    again = {**renaming(), "seen_at": _hidden(answer.text, "seen_at"), "csrf_token": opened["csrf_token"]}
    again |= {"idempotency_key": "kunci-yang-baru", "seen_revision": "0"}
    assert seat.send(path, again).status_code == 303
    assert window.keeper.seen(HUMAS, MAY) == f"{NEW} < Sekretariat Daerah"


def test_sent_twice_it_has_one_effect(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/perubahan"
    opened = seat.form(path)

    answers = [seat.send(path, opened, **renaming()) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert seat.open(f"/unit/{window.unit()}/pencatatan").count(f"{NEW}</h3>") == 1


@pytest.mark.parametrize("page", [*FORMS, "pencatatan", "jabatan", "tugas"])
def test_a_unit_of_another_government_is_not_found(window: Window, page: str) -> None:
    foreign = a_neighbour(window.office).units[HUKUM]

    assert window.sit().client.get(f"/unit/{foreign}/{page}").status_code == 404


@pytest.mark.parametrize("page", FORMS)
@pytest.mark.parametrize("role", [Role.DRAFTER, Role.BUREAU_HEAD, Role.AUDITOR])
def test_nobody_else_keeps_the_registry(window: Window, page: str, role: Role) -> None:
    seat, path = window.sit(role), f"/unit/{window.unit()}/{page}"

    assert seat.client.get(path).status_code == 403
    assert "/catat" not in seat.open(f"/unit/{window.unit()}")


def test_a_unit_is_founded_below_another(window: Window) -> None:
    seat = window.sit()
    path = f"/struktur/bentuk?di_bawah={window.unit()}"
    fields = {
        "name": "Bagian Siaran",
        "kind": "bagian",
        "parent": str(window.unit()),
        "effective_on": "2 Maret 2026",
        "instrument": "",
        "source": "",
    }

    answer = seat.send(path, **fields)

    assert answer.status_code == 303
    assert "Bagian Siaran dicatat. Berlaku sejak 2 Maret 2026." in seat.open(answer.location)
    refused = seat.send(path, **{**fields, "name": "Bagian Lain", "parent": ""})
    assert refused.status_code == 422
    assert "lebih dari satu unit puncak" in refused.text


def test_the_end_names_what_ends_with_it_and_asks_why(window: Window) -> None:
    window.keeper.post("Analis Media", "Bagian Media", SINCE)
    window.keeper.appoint("Contoh Dua", "Analis Media", SINCE)
    seat, path = window.sit(), f"/unit/{window.unit('Bagian Media')}/akhiri"
    page = seat.open(path)
    assert "Jabatan Analis Media ikut berakhir." in page
    assert "Contoh Dua tidak lagi menjabat Analis Media." in page
    fields = {"effective_on": "1 Mei 2026", "instrument": "", "source": ""}
    assert seat.send(path, **fields, reason="").status_code == 422

    answer = seat.send(path, **fields, reason="digabung")

    assert answer.status_code == 303
    assert window.keeper.seen("Bagian Media", MAY) is None
    assert "digabung" in seat.open("/riwayat")


def test_a_unit_with_others_below_it_does_not_end(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/akhiri"
    assert "Masih membawahi Bagian Media" in seat.open(path)

    answer = seat.send(path, effective_on="1 Mei 2026", instrument="", source="", reason="coba")

    assert answer.status_code == 422
    assert "Akhiri atau pindahkan dahulu" in answer.text
    assert 'value="coba"' in answer.text


def test_kin_is_recorded_and_shown_on_both_pages(window: Window) -> None:
    window.keeper.found("Bagian Siaran", HUMAS, MAY)
    fields = {
        "direction": "from",
        "other": str(window.unit("Bagian Media")),
        "kind": "split",
        "effective_on": "1 Mei 2026",
        "instrument": "",
        "source": "",
    }
    seat, path = window.sit(), f"/unit/{window.unit('Bagian Siaran')}/asal-usul"

    assert seat.send(path, **fields).status_code == 303

    assert "Berasal dari" in seat.open(f"/unit/{window.unit('Bagian Siaran')}")
    assert "Kemudian menjadi" in seat.open(f"/unit/{window.unit('Bagian Media')}")
    twice = seat.send(path, **fields)
    assert twice.status_code == 422
    assert "tidak dapat dicatat dua kali" in twice.text


def _hidden(page: str, name: str) -> str:
    start = page.index(f'name="{name}" value="') + len(f'name="{name}" value="')
    return page[start : page.index('"', start)].replace("&#43;", "+")
