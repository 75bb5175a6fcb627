"""The pages on which rules, guideline names and kinds are kept, and the findings on Struktur."""

import re

import pytest
from flask import Flask

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.rules import MaximumBelow
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.organisation.ruling import AddRule, ChangeRule, add_rule, change_rule, list_rules
from tests.factories.governments import HUMAS
from tests.factories.office import Office, a_neighbour
from tests.web.beginnings import PASSWORD
from tests.web.visitor import Visitor

LIMIT = MaximumBelow(
    kind_code="setda", below_kind_code="biro", amount=2, citation="Karangan untuk uji", is_verified=False
)
TYPED = {"kind_code": "setda", "below_kind_code": "biro", "amount": "2", "citation": "Karangan untuk uji"}
NEW = "/pengaturan/aturan/baru/batas"


def signed_in(app: Flask, office: Office, role: Role = Role.SYSTEM_ADMINISTRATOR) -> Visitor:
    """Return somebody of a role who has signed in at the door."""
    username = f"tamu.{role}"
    unit_id = office.units[HUMAS] if role in (Role.DRAFTER, Role.BUREAU_HEAD) else None
    add_user(
        office.context(Role.SYSTEM_ADMINISTRATOR),
        AddUser(username, "Contoh", frozenset({role}), unit_id, PASSWORD, must_change_password=False),
    )
    visitor = Visitor.of(app)
    visitor.sign_in(username, PASSWORD)
    return visitor


def kept(office: Office) -> list[tuple[str, int]]:
    """Return the citation and the amount of each limit."""
    held = list_rules(office.context(Role.SYSTEM_ADMINISTRATOR)).rules
    return [(h.rule.citation, h.rule.amount) for h in held if isinstance(h.rule, MaximumBelow)]


def test_a_limit_is_added_found_changed_and_removed(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)

    assert visitor.send(NEW, **TYPED).status_code == 303
    page = visitor.open("/struktur").get_data(as_text=True)
    assert "1 unit melebihi batas jumlah" in page
    assert "Sekretariat Daerah membawahi 3 Biro; batasnya 2." in page
    assert "belum diverifikasi" in page
    listed = visitor.open("/pengaturan/aturan").get_data(as_text=True)
    found = re.search(r'href="(/pengaturan/aturan/[0-9a-f-]{36})"', listed)
    assert found is not None
    assert visitor.send(found[1], amount="3").status_code == 303
    assert "Temuan" not in visitor.open("/struktur").get_data(as_text=True)
    assert visitor.send(f"{found[1]}/hapus", reason="").status_code == 422
    assert visitor.send(f"{found[1]}/hapus", reason="dicabut").status_code == 303
    assert kept(office) == []
    told = visitor.open("/riwayat").get_data(as_text=True)
    assert "Menghapus aturan susunan." in told
    assert "dicabut" in told


def test_who_saves_second_keeps_what_was_typed(app: Flask, office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    rule_id = add_rule(ctx, AddRule(LIMIT))
    path = f"/pengaturan/aturan/{rule_id}"
    visitor = signed_in(app, office)
    filled = visitor.fill(path, amount="7", citation="tulisan yang kedua")
    change_rule(ctx, ChangeRule(rule_id, 1, LIMIT))

    answer = visitor.client.post(path, data=filled)

    assert answer.status_code == 409
    assert "tulisan yang kedua" in answer.get_data(as_text=True)
    assert "Data ini diubah orang lain" in answer.get_data(as_text=True)
    assert kept(office) == [("Karangan untuk uji", 2)]


@pytest.mark.parametrize(
    ("path", "typed", "field"),
    [
        (NEW, {**TYPED, "amount": "banyak"}, "amount"),
        (NEW, {**TYPED, "amount": "0"}, "amount"),
        (NEW, {**TYPED, "below_kind_code": "pemerintah"}, "below_kind_code"),
        (NEW, {**TYPED, "citation": ""}, "citation"),
        ("/pengaturan/aturan/baru/eselon", {"echelon": "tinggi", "citation": "x"}, "echelon"),
        ("/pengaturan/nama/baru", {"name": "", "citation": "x"}, "name"),
        ("/pengaturan/jenis/baru", {"code": "BIRO", "name": "Biro Lain", "level": "3"}, "code"),
        ("/pengaturan/jenis/baru", {"code": "biro", "name": "Biro Lain", "level": "3"}, "code"),
        ("/pengaturan/jenis/baru", {"code": "lain", "name": "Lain", "level": "-1"}, "level"),
    ],
)
def test_a_faulty_answer_stands_beside_its_field(
    app: Flask, office: Office, path: str, typed: dict[str, str], field: str
) -> None:
    answer = signed_in(app, office).send(path, **typed)

    told = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in told
    assert kept(office) == []


def test_a_name_of_the_guideline_and_a_kind_are_kept_at_the_door(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office, Role.LETTER_ADMINISTRATOR)
    name = {"kind_code": "biro", "name": "Biro Administrasi Pimpinan", "counterpart_of": HUMAS}

    assert visitor.send("/pengaturan/nama/baru", **name, citation="Karangan").status_code == 303
    kind = {"code": "uptb", "name": "Unit Pelaksana Teknis Badan", "level": "2"}
    assert visitor.send("/pengaturan/jenis/baru", **kind).status_code == 303

    page = visitor.open("/struktur").get_data(as_text=True)
    assert "3 nama berbeda dari pedoman" in page
    assert f"{HUMAS}: pedoman menyebut Biro Administrasi Pimpinan." in page
    listed = visitor.open("/pengaturan/aturan").get_data(as_text=True)
    found = re.search(r'href="(/pengaturan/nama/[0-9a-f-]{36})"', listed)
    assert found is not None
    assert visitor.send(found[1], name="Biro Pimpinan").status_code == 303
    assert visitor.send(f"{found[1]}/hapus", reason="keliru").status_code == 303
    kinds = visitor.open("/pengaturan/jenis").get_data(as_text=True)
    assert "Unit Pelaksana Teknis Badan" in kinds
    first = re.search(r'href="(/pengaturan/jenis/[0-9a-f-]{36})"', kinds)
    assert first is not None
    assert visitor.send(first[1], name="Pemda").status_code == 303
    assert "Pemda" in visitor.open("/pengaturan/jenis").get_data(as_text=True)


def test_each_sees_the_rules_and_the_structure_of_its_own_government(app: Flask, office: Office) -> None:
    rule_id = add_rule(office.context(Role.SYSTEM_ADMINISTRATOR), AddRule(LIMIT))
    neighbour = a_neighbour(office)
    foreign = neighbour.units[HUMAS]
    visitor = signed_in(app, neighbour)

    assert visitor.open(f"/pengaturan/aturan/{rule_id}").status_code == 404
    assert "Temuan" not in visitor.open("/struktur").get_data(as_text=True)
    assert visitor.open(f"/unit/{foreign}").status_code == 200
    assert visitor.open(f"/unit/{office.units[HUMAS]}").status_code == 404
    assert str(office.units[HUMAS]) not in visitor.open("/struktur").get_data(as_text=True)


@pytest.mark.parametrize("path", ["/pengaturan/aturan", NEW, "/pengaturan/jenis", "/pengaturan/nama/baru"])
def test_a_drafter_keeps_no_rules(app: Flask, office: Office, path: str) -> None:
    assert signed_in(app, office, Role.DRAFTER).open(path).status_code == 403


def test_an_unknown_form_of_rule_is_not_found(app: Flask, office: Office) -> None:
    assert signed_in(app, office).open("/pengaturan/aturan/baru/lain").status_code == 404
