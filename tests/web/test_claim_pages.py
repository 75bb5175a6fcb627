"""The page of claims: marked after a change, confirmed, refused when overtaken; what a letter says."""

import re

import pytest

from orgflow.domain.access.roles import Role
from tests.factories.claiming import BARE, ON_PRECEDENT, TEXT, Claiming, a_claiming_draft
from tests.factories.evidence import a_partner
from tests.web.desk_office import DeskOffice, main_of

R = Role


@pytest.fixture
def claiming(desks: DeskOffice) -> Claiming:
    return a_claiming_draft(desks.office)


def the_path(claiming: Claiming) -> str:
    return f"/usulan/{claiming.proposal_id}/pernyataan"


def sent_by(body: str) -> dict[str, str]:
    """Return what the first button that confirms would send."""
    form = re.search(r'<form class="of-inline"[^>]*/pernyataan">(.*?)</form>', body, re.DOTALL)
    assert form is not None
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[1]))


def test_changing_a_partner_count_and_a_precedent_marks_what_rests_on_them(
    desks: DeskOffice, claiming: Claiming
) -> None:
    head, path = desks.reader(R.BUREAU_HEAD), the_path(claiming)
    shown = head.read(path)
    assert "1 kalimat tanpa bukti" in shown
    assert BARE in shown
    assert "Perlu diperiksa" not in shown

    a_partner(desks.office, "Radio Uji")
    claiming.correct_precedent()

    assert "2 pernyataan perlu diperiksa" in head.read(path)


def test_whoever_confirms_is_named_and_the_mark_goes(desks: DeskOffice, claiming: Claiming) -> None:
    head, path = desks.reader(R.BUREAU_HEAD), the_path(claiming)
    claiming.correct_precedent()
    fields = sent_by(main_of(head.open(path)))

    answer = head.send(path, **fields)
    again = head.send(path, **{**fields, "idempotency_key": "another-key-of-this-test"})

    assert answer.status_code == 303
    assert again.status_code == 409
    shown = head.read(path)
    assert "pernyataan perlu diperiksa" not in shown
    assert f"Diperiksa {desks.office.actors[R.BUREAU_HEAD].name}" in shown
    assert f"Menyatakan masih benar: “{ON_PRECEDENT}”" in head.read(f"/usulan/{claiming.proposal_id}/riwayat")


def test_odd_confirmations_are_refused(desks: DeskOffice, claiming: Claiming) -> None:
    head, path = desks.reader(R.BUREAU_HEAD), the_path(claiming)
    claiming.correct_precedent()
    fields = sent_by(main_of(head.open(path)))

    assert head.send(path, **{**fields, "seen_version": "9" * 40}).status_code == 400
    assert head.send(path, **{**fields, "place_kind": "lain"}).status_code == 400
    assert head.send(path, **{**fields, "evidence_key": "tidak-ada"}).status_code == 409
    assert desks.reader(R.AUDITOR).send(path, **fields).status_code == 403


def test_an_unknown_key_is_named_with_what_to_do(desks: DeskOffice, claiming: Claiming) -> None:
    claiming.write(f"{TEXT}\nAda 9 media. [bukti:keliru]")

    shown = desks.reader(R.BUREAU_HEAD).read(the_path(claiming))

    assert "Kunci bukti tidak dikenal" in shown
    assert "Perbaiki kuncinya di naskah" in shown


def test_the_letter_says_what_lacks_evidence_and_may_go_all_the_same(
    desks: DeskOffice, claiming: Claiming
) -> None:
    claiming.correct_precedent()

    shown = desks.reader(R.LETTER_ADMINISTRATOR).read(f"/surat/{claiming.letter_id}")

    assert "1 kalimat dalam surat ini tanpa bukti dan 1 pernyataannya perlu diperiksa." in shown


def test_the_writer_of_a_letter_is_offered_what_may_be_named(desks: DeskOffice, claiming: Claiming) -> None:
    body = main_of(desks.reader(R.LETTER_ADMINISTRATOR).open(f"/surat/{claiming.letter_id}/tulis"))

    assert "[bukti:pembanding-1]" in body
    assert "Bukti yang dapat disebut" in body


def test_the_writer_of_a_study_is_offered_each_entry_once(desks: DeskOffice, claiming: Claiming) -> None:
    path = f"/usulan/{claiming.proposal_id}/kajian/permasalahan"

    body = main_of(desks.reader(R.BUREAU_HEAD).open(path))

    assert len(re.findall(r">[^<>]*\[bukti:pembanding-1\]", body)) == 1
