"""Two people on one draft, a form sent twice, a foreign id, a wrong file: told plainly, nothing changed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.office_work import proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(200)]


def test_a_stale_page_is_answered_with_both_texts(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> None:
    with browser.new_context() as one, browser.new_context() as other:
        head, drafter = (
            Desk(one.new_page(), fresh_demo, tmp_path),
            Desk(other.new_page(), fresh_demo, tmp_path),
        )
        head.sign_in("kepala.humas")
        drafter.sign_in("penyusun.humas")
        proposal = _new_proposal(drafter)
        head.open(f"{proposal}/ubah")
        drafter.open(f"{proposal}/ubah")
        drafter.fill(considerations="tulisan penyusun")
        _save(drafter)
        drafter.see("tulisan penyusun")

        head.fill(considerations="tulisan kepala biro")
        with head.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            _save(head)

        assert answered.value.status == 409
        assert "tulisan penyusun" in head.page.get_by_role("main").inner_text()
        assert "tulisan kepala biro" in _all_words(head)
        head.open(proposal)
        head.see("tulisan penyusun")


def test_a_form_sent_twice_has_one_effect(desk: Desk) -> None:
    desk.sign_in("penyusun.humas")
    desk.open("/usulan/baru")
    desk.fill(new_name="Biro Sekali Saja", considerations="alasan")
    fields = dict(
        desk.page.locator("form#usulan").evaluate("form => [...new FormData(form)].map(([k, v]) => [k, v])")
    )

    answers = [
        desk.page.request.post(f"{desk.demo.address}/usulan/baru", form=fields, max_redirects=0)
        for _ in range(2)
    ]

    assert [answer.status for answer in answers] == [303, 303]
    assert len({answer.headers["location"] for answer in answers}) == 1
    desk.open("/usulan")
    expect(desk.page.get_by_role("link", name=re.compile("Biro Sekali Saja"))).to_have_count(1)


def test_foreign_ids_are_not_found_and_wrong_files_are_refused(desk: Desk) -> None:
    desk.sign_in("contoh.kepala.umum")
    desk.open("/usulan")
    foreign = desk.page.locator('main li a[href^="/usulan/"]').first.get_attribute("href")
    desk.sign_in("penyusun.humas")
    assert desk.page.goto(f"{desk.demo.address}{foreign}").status == 404

    proposal = _new_proposal(desk)
    desk.open(f"{proposal}/dokumen/KAJIAN")
    desk.page.locator("main input[type=file]").set_input_files(
        {"name": "kajian.pdf", "mimeType": "application/pdf", "buffer": b"bukan PDF"}
    )
    _save(desk)
    desk.see("PDF")
    expect(desk.page.locator(".of-error").first).to_be_visible()
    desk.open(f"{proposal}/dokumen")
    expect(desk.page.locator('main a[href*="/berkas/"]')).to_have_count(0)


def _new_proposal(desk: Desk) -> str:
    desk.open("/usulan/baru")
    desk.fill(new_name="Biro Dua Orang", considerations="alasan")
    desk.press("Simpan draf usulan")
    return proposal_here(desk)


def _save(desk: Desk) -> None:
    desk.page.locator("main button.btn-primary[type=submit]").last.click()


def _all_words(desk: Desk) -> str:
    typed = desk.page.locator("main textarea").evaluate_all("all => all.map(box => box.value).join(' ')")
    return f"{desk.page.get_by_role('main').inner_text()} {typed}"
