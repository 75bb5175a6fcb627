"""The pages that correct what was wrongly recorded of a unit, and that take a planned change back."""

from datetime import date

from orgflow.domain.access.roles import Role
from tests.factories.governments import HUMAS, SINCE, UMUM
from tests.factories.office import TODAY
from tests.web.registry.window import Window

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
NEW = "Biro Pers"


def correction(name: str = "Biro Humas dan Pers", **fields: str) -> dict[str, str]:
    return {
        "name": name,
        "kind": "biro",
        "parent": "",
        "position": "3",
        "short_name": "",
        "letter_code": "UJI-HMS",
        "duty_field": "hubungan masyarakat",
        "instrument": "",
        "source": "Karangan untuk uji",
        "reason": "salah tulis",
        **fields,
    }


def test_a_correction_holds_over_the_whole_period_and_destroys_nothing(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/ralat"

    assert seat.send(path, **correction()).status_code == 303

    assert window.keeper.seen(HUMAS, SINCE) == "Biro Humas dan Pers < Sekretariat Daerah"
    told = seat.open(f"/unit/{window.unit()}/pencatatan")
    assert "Biro Humas dan Pers" in told
    assert f"{HUMAS}</h3>" in told
    assert "salah tulis" in told
    assert "Diganti atau dibatalkan 2 Maret 2026" in told


def test_a_correction_says_why(window: Window) -> None:
    answer = window.sit().send(f"/unit/{window.unit()}/ralat", **correction(reason=""))

    assert answer.status_code == 422
    assert "Tulis alasannya." in answer.text
    assert "Biro Humas dan Pers" in answer.text
    assert window.keeper.seen(HUMAS, TODAY) == f"{HUMAS} < Sekretariat Daerah"


def test_whoever_was_overtaken_sees_both_texts(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/ralat"
    opened = seat.form(path)
    window.keeper.rename(HUMAS, MAY, NEW)

    answer = seat.send(path, opened, **correction())

    assert answer.status_code == 409
    assert "Contoh (system_administrator) menyimpan perubahan lebih dahulu." in answer.text
    assert "Biro Humas dan Pers" in answer.text
    assert 'name="reason" value="salah tulis"' in answer.text


def test_a_basis_may_be_completed_by_a_correction(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit()}/ralat"

    answer = seat.send(path, **correction(HUMAS, source="Salinan di Biro Hukum"))

    assert answer.status_code == 303
    assert "Sumber: Salinan di Biro Hukum" in seat.open(f"/unit/{window.unit()}")


def test_a_period_is_corrected(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit('Bagian Media')}/ralat-masa"
    assert 'value="6 Januari 2020"' in seat.open(path)

    answer = seat.send(path, start="1 Februari 2021", end="", reason="tanggal keliru")

    assert answer.status_code == 303
    assert window.keeper.seen("Bagian Media", date(2021, 1, 31)) is None
    assert window.keeper.seen("Bagian Media", date(2021, 2, 1)) == f"Bagian Media < {HUMAS}"


def test_a_period_that_ends_before_it_begins_is_refused_beside_the_end(window: Window) -> None:
    path = f"/unit/{window.unit('Bagian Media')}/ralat-masa"

    answer = window.sit().send(path, start="6 Januari 2020", end="5 Januari 2020", reason="coba")

    assert answer.status_code == 422
    assert 'id="end-error"' in answer.text
    assert "Tanggal berakhir harus sesudah tanggal mulai" in answer.text


def test_a_planned_change_is_withdrawn_with_a_reason(window: Window) -> None:
    window.keeper.rename(HUMAS, MAY, NEW)
    seat = window.sit()
    path = f"/unit/{window.unit()}/batalkan/2026-05-01"
    assert path in seat.open(f"/unit/{window.unit()}/catat")
    assert seat.send(path, reason="").status_code == 422

    answer = seat.send(path, reason="Pergub tidak jadi")

    assert answer.status_code == 303
    assert window.keeper.seen(HUMAS, JUNE) == f"{HUMAS} < Sekretariat Daerah"
    assert "Pergub tidak jadi" in seat.open("/riwayat")
    assert seat.client.get(path).status_code == 404


def test_a_withdrawal_that_was_overtaken_is_shown_again_with_its_reason(window: Window) -> None:
    window.keeper.rename(HUMAS, MAY, NEW)
    seat, path = window.sit(), f"/unit/{window.unit()}/batalkan/2026-05-01"
    opened = seat.form(path)
    window.keeper.move(HUMAS, JUNE, "Dinas Kominfo")

    answer = seat.send(path, opened, reason="tidak jadi")

    assert answer.status_code == 409
    assert "berubah setelah Anda membuka halaman ini" in answer.text
    assert 'value="tidak jadi"' in answer.text
    assert window.keeper.seen(HUMAS, MAY) == f"{NEW} < Sekretariat Daerah"


def test_an_address_that_names_no_day_is_not_found(window: Window) -> None:
    assert window.sit().client.get(f"/unit/{window.unit()}/batalkan/kapan-kapan").status_code == 404


def test_the_structure_as_formerly_known(window: Window) -> None:
    window.office.clock.set_to(date(2026, 3, 20))
    window.keeper.correct(UMUM, SINCE, "Biro Umum dan Perlengkapan")
    seat = window.sit()

    then = seat.open("/struktur?pada=2026-03-20&tercatat=10 Maret 2026")
    now = seat.open("/struktur?pada=2026-03-20")

    assert "Seperti tercatat pada 10 Maret 2026." in then
    assert "Biro Umum dan Perlengkapan" not in then
    assert "Biro Umum dan Perlengkapan" in now
    assert "tercatat=2026-03-10" in then


def test_a_day_that_cannot_be_read_is_said_beside_the_second_date(window: Window) -> None:
    answer = window.sit().client.get("/struktur?tercatat=besok")

    assert answer.status_code == 422
    assert 'id="tercatat-error"' in answer.text


def test_only_administrators_and_auditors_see_the_second_time(window: Window) -> None:
    drafter, auditor = window.sit(Role.DRAFTER), window.sit(Role.AUDITOR)
    unit = f"/unit/{window.unit()}"

    assert drafter.client.get("/struktur?tercatat=2026-03-01").status_code == 403
    assert drafter.client.get(f"{unit}/pencatatan").status_code == 403
    assert "tercatat" not in drafter.open("/struktur").split("<main")[1].replace("tercatat mulai", "")
    assert "Riwayat pencatatan" not in drafter.open(unit)
    assert "Riwayat pencatatan" in auditor.open(unit)
    assert "Dicatat" in auditor.open(f"{unit}/pencatatan")
    assert "Seperti tercatat pada" in auditor.open("/struktur?tercatat=2 Maret 2026")


def test_a_planned_unit_is_withdrawn_and_the_page_leads_back_to_the_structure(window: Window) -> None:
    window.keeper.found("Bagian Siaran", HUMAS, MAY)
    seat, unit = window.sit(), f"/unit/{window.unit('Bagian Siaran')}"
    path = f"{unit}/batalkan/2026-05-01"
    assert path in seat.open(unit)
    assert "Bagian Siaran mulai ada." in seat.open(path)

    answer = seat.send(path, reason="batal dibentuk")

    assert (answer.status_code, answer.location) == (303, "/struktur")
    assert seat.client.get(unit).status_code == 404
    assert "Diganti atau dibatalkan" in seat.open(f"{unit}/pencatatan")
    assert "batal dibentuk" in seat.open("/riwayat")
