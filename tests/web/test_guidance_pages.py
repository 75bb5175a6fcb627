"""Panduan: the steps as they stand for each reader, the example in any installation, and the terms."""

import re
from pathlib import Path

import pytest
from flask import Flask

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.resources import page_templates
from orgflow.services.demo import sumsel
from orgflow.services.settings import SetLetterFormat, set_letter_format
from orgflow.services.starting.rules import required_documents
from orgflow.web.guidance.terms import ANCHORS, TERMS
from tests.factories.roads import a_bare_draft, a_draft, a_proposal_in
from tests.web.beginnings import begin
from tests.web.desk_office import DeskOffice, main_of, words_of

R = Role
_PRIMARY = re.compile(r'<a class="btn btn-primary" href="([^"]+)">([^<]+)</a>')


def primary(body: str) -> list[tuple[str, str]]:
    return _PRIMARY.findall(body)


def test_an_empty_office_is_led_to_its_structure_and_shown_the_example(
    empty_app: Flask, tmp_path: Path
) -> None:
    founder, _ = begin(empty_app, tmp_path)

    beginning, guide, example = (founder.open(path) for path in ("/", "/panduan", "/panduan/contoh"))

    assert "/panduan" in main_of(beginning)
    assert primary(main_of(guide)) == [("/struktur", "Buka Struktur")]
    assert "Belum ada unit yang dicatat" in words_of(guide)
    assert "Menyusul sesudah langkah sebelumnya" in words_of(guide)
    assert sumsel.NEW_NAME in words_of(example)


def test_in_a_full_office_each_is_led_to_what_is_his(desks: DeskOffice) -> None:
    head, reviewer = desks.reader(R.BUREAU_HEAD), desks.reader(R.ORGANISATION_REVIEWER)
    assert "Belum ada yang diusulkan" in head.read("/")
    assert primary(main_of(head.open("/panduan"))) == [("/usulan/baru", "Mulai usulan baru")]
    told = reviewer.read("/panduan")
    assert "Belum diisi: alamat pada kop" in told
    assert "Isi format naskah dan pejabat penanda tangan. Dikerjakan Tata Usaha" in told

    bare = a_bare_draft(desks.office)

    assert primary(main_of(head.open("/panduan"))) == [(f"/usulan/{bare}/kajian", "Buka kajian")]
    assert "Belum lengkap" in head.read("/panduan")
    assert "Belum ada yang diusulkan" not in head.read("/")


def test_a_whole_draft_is_handed_in_and_then_nothing_is_left_to_do(desks: DeskOffice) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    whole = a_draft(desks.office)
    with_letterhead = SetLetterFormat({"letterhead_contact": "Jalan Uji Nomor 1"})
    set_letter_format(desks.office.as_system(), with_letterhead)

    shown = head.open("/panduan")

    assert primary(main_of(shown)) == [(f"/usulan/{whole}", "Buka usulan")]
    assert "Siap diajukan" in words_of(shown)
    assert "Sudah diisi" in words_of(shown)
    assert "5 dari 7 langkah sudah selesai" in words_of(shown)


def test_what_was_handed_in_is_told_with_where_it_lies(desks: DeskOffice) -> None:
    a_proposal_in(desks.office, ProposalState.ORG_REVIEW)

    shown = desks.reader(R.BUREAU_HEAD).open("/panduan")

    assert primary(main_of(shown)) == []
    assert "5 dari 7 langkah sudah selesai" in words_of(shown)
    assert "Usulan sudah diajukan:" in words_of(shown)


def test_the_example_is_the_demos_case_and_bears_its_mark_everywhere(desks: DeskOffice) -> None:
    shown = desks.reader(R.DRAFTER).open("/panduan/contoh")

    words, body = words_of(shown), main_of(shown)
    told = (sumsel.BUREAU, sumsel.NEW_NAME, "7 Desember 2022", "Mengikuti nomenklatur unit")
    assert all(text in words for text in (*told, *(document.title for document in required_documents())))
    assert all(" ".join(line.split()) in words for line in sumsel.CONSIDERATIONS.splitlines())
    assert body.count("<svg") >= 2
    headings = re.findall(r"<h[12][^>]*>.*?</h[12]>", body, re.DOTALL)
    assert len(headings) == 7
    assert all("CONTOH" in heading for heading in headings)


def test_every_term_that_a_page_leads_to_is_explained(desks: DeskOffice) -> None:
    body = main_of(desks.reader(R.AUDITOR).open("/panduan/istilah"))

    led = set()
    for path in page_templates().rglob("*.html"):
        for items in re.findall(r"terms\(\{(.+?)\}\.items", path.read_text(encoding="utf-8")):
            led |= set(re.findall(r"'([a-z-]+)': _\(", items))

    assert len(ANCHORS) == len(TERMS)
    assert (
        {"kelengkapan", "matriks-persandingan", "telaahan-staf", "harmonisasi", "plh-plt"} <= led <= ANCHORS
    )
    assert all(f'<div id="{anchor}">' in body for anchor in ANCHORS)


@pytest.mark.parametrize("role", [R.DRAFTER, R.GOVERNOR_OFFICE, R.SYSTEM_ADMINISTRATOR])
def test_the_guide_stands_at_the_foot_of_every_page(desks: DeskOffice, role: Role) -> None:
    body = desks.reader(role).open("/akun").get_data(as_text=True)

    foot = body[body.index("<footer") :]
    assert 'href="/panduan"' in foot
