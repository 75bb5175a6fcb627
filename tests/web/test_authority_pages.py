"""The page on who signs: today's blocks, mandates granted, changed and ended, rules changed."""

import re
from datetime import date

import pytest
from flask import Flask

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.authority_rules import FindingCode, Severity, SigningFinding, SigningRuleCode
from orgflow.services.mandates import EndMandate, GrantMandate, end_mandate, grant_mandate
from orgflow.services.signing_pages import show_authority
from orgflow.services.starting.signing_rules import signing_rules
from orgflow.web.settings.authority_words import finding_sentence, rule_sentence
from tests.factories.office import Office, a_neighbour
from tests.factories.signing_office import GOVERNOR, post_of, staffed, terms
from tests.web.test_rule_pages import signed_in
from tests.web.visitor import Visitor

PAGE, NEW = "/pengaturan/kewenangan", "/pengaturan/kewenangan/mandat/baru"


def typed(office: Office, receiver: str, **changed: str) -> dict[str, str]:
    """Return what is typed for a mandate from the governor."""
    return {
        "giver": str(post_of(office, GOVERNOR)),
        "receiver": receiver,
        "kinds": "letter",
        "valid_from": "2 Januari 2025",
        "last_day": "",
        "letter": "CONTOH/M/001",
        "source": "CONTOH",
        "is_verified": "y",
        **changed,
    }


def text_of(visitor: Visitor, path: str = PAGE) -> str:
    """Return a page as text, its tags taken out."""
    page = visitor.open(path).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_page_prints_each_block_and_says_what_is_missing(app: Flask, office: Office) -> None:
    staffed(office)
    visitor = signed_in(app, office)

    page = text_of(visitor)

    assert "GUBERNUR UJI, Contoh Satu, S.Sos." in page
    assert "SEKRETARIS DAERAH PROVINSI UJI, Contoh Dua, S.H. pangkat/golongan belum diisi NIP" in page
    assert "Pejabat Kepala Biro Hukum belum diisi" in page
    assert "Belum ada mandat yang dicatat" in page
    assert "Plt. dan Plh. tidak mengambil keputusan tentang organisasi" in page
    assert "UU 30/2014" in page
    assert "Kewenangan tanda tangan" in text_of(visitor, "/pengaturan")


def test_a_mandate_is_granted_changed_and_ended_by_its_forms(app: Flask, office: Office) -> None:
    keeper, visitor = staffed(office), signed_in(app, office)
    secretary = str(keeper.posts["Sekda"])

    assert visitor.send(NEW, **typed(office, secretary)).status_code == 303
    sentence = (
        "Sekretaris Daerah Provinsi Uji menandatangani surat dinas atas nama (a.n.) Gubernur Uji sejak"
        " 2 Januari 2025"
    )
    assert f"{sentence}. Berlaku" in text_of(visitor)
    found = re.search(r'href="(/pengaturan/kewenangan/mandat/[0-9a-f-]{36})"', _listed(visitor))
    assert found is not None
    assert visitor.send(found[1], last_day="31 Desember 2030").status_code == 303
    assert f"{sentence} sampai dengan 31 Desember 2030. Berlaku" in text_of(visitor)
    assert visitor.send(f"{found[1]}/akhiri", last_day="", reason="").status_code == 422
    ending = visitor.send(f"{found[1]}/akhiri", last_day="31 Maret 2025", reason="dicabut CONTOH")
    assert ending.status_code == 303

    page = text_of(visitor)
    assert f"{sentence} sampai dengan 31 Maret 2025. Sudah berakhir" in page
    assert "Alasan diakhiri: dicabut CONTOH" in page
    assert "/akhiri" not in _listed(visitor)
    told = text_of(visitor, "/riwayat")
    assert "Mencatat mandat tanda tangan Gubernur Uji kepada Sekretaris Daerah Provinsi Uji." in told
    assert "Mengubah mandat tanda tangan" in told
    assert "hari terakhirnya 31 Maret 2025" in told


def _listed(visitor: Visitor) -> str:
    return visitor.open(PAGE).get_data(as_text=True)


@pytest.mark.parametrize(
    ("receiver", "changed", "sentence"),
    [
        ("Sekda", {"valid_from": ""}, "Tulis tanggal mulai mandat."),
        ("Sekda", {"valid_from": "31 Februari 2025"}, "31 Februari 2025"),
        ("Sekda", {"valid_from": "1 Februari 2019"}, "Jabatan ini belum tercatat pada 1 Februari 2019."),
        ("Sekda", {"last_day": "1 Januari 2025"}, "Hari terakhirnya tidak boleh sebelum itu."),
        ("Sekda", {"source": ""}, "Tulis dari mana mandat ini diketahui."),
        ("Sekda", {"letter": "\u202enomor"}, "U+202E"),
        ("Kabag", {}, "3 tingkat di bawah Gubernur Uji"),
    ],
)
def test_a_mandate_that_cannot_be_is_told_beside_its_field_and_stays_typed(
    app: Flask, office: Office, receiver: str, changed: dict[str, str], sentence: str
) -> None:
    keeper, visitor = staffed(office), signed_in(app, office)
    filled = typed(office, str(keeper.posts[receiver]), **changed)

    answer = visitor.send(NEW, **filled)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert "of-error" in page
    assert filled["valid_from"] in page
    assert show_authority(office.context(Role.SYSTEM_ADMINISTRATOR)).mandates == ()


def test_who_saves_a_mandate_second_keeps_what_was_typed(app: Flask, office: Office) -> None:
    keeper, ctx = staffed(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    mandate_id = grant_mandate(ctx, GrantMandate(terms(office, keeper)))
    visitor, path = signed_in(app, office), f"{PAGE}/mandat/{mandate_id}"
    filled = visitor.fill(path, source="tulisan yang kedua")
    end_mandate(ctx, EndMandate(mandate_id, 1, date(2025, 6, 30), "dicabut"))

    answer = visitor.client.post(path, data=filled)

    assert answer.status_code == 409
    assert "tulisan yang kedua" in answer.get_data(as_text=True)


def test_a_rule_is_changed_by_its_form(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    held = show_authority(office.context(Role.SYSTEM_ADMINISTRATOR)).rules
    term = next(one for one in held if one.rule.months == 3)
    path = f"{PAGE}/aturan/{term.id}"

    assert visitor.send(path, months="0").status_code == 422
    answer = visitor.send(path, months="6", severity="needs_reason", citation="CONTOH", is_verified="y")

    assert answer.status_code == 303
    assert "Plh. menjabat paling lama 6 bulan. Boleh diteruskan dengan alasan" in text_of(visitor)
    assert "Mengubah aturan tanda tangan." in text_of(visitor, "/riwayat")


def test_each_form_asks_only_what_its_rule_says(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)

    for held in show_authority(office.context(Role.SYSTEM_ADMINISTRATOR)).rules:
        page = visitor.open(f"{PAGE}/aturan/{held.id}").get_data(as_text=True)
        assert ('name="months"' in page) is (held.rule.months is not None)
        assert ('value="refuses"' in page) is (held.rule.severity is Severity.REFUSES)


def test_another_governments_mandates_and_rules_are_not_found(app: Flask, office: Office) -> None:
    neighbour = a_neighbour(office)
    keeper = staffed(neighbour)
    ctx = neighbour.context(Role.SYSTEM_ADMINISTRATOR)
    mandate_id = grant_mandate(ctx, GrantMandate(terms(neighbour, keeper)))
    rule_id = show_authority(ctx).rules[0].id
    visitor = signed_in(app, office)

    for path in (f"mandat/{mandate_id}", f"mandat/{mandate_id}/akhiri", f"aturan/{rule_id}"):
        assert visitor.open(f"{PAGE}/{path}").status_code == 404


def test_a_drafter_does_not_see_the_page(app: Flask, office: Office) -> None:
    assert signed_in(app, office, Role.DRAFTER).open(PAGE).status_code == 403


def test_every_rule_and_every_finding_is_a_sentence_without_a_code(app: Flask) -> None:
    facts = {
        "name": "Contoh Enam",
        "post": "Sekretaris Daerah",
        "capacity": "plt",
        "kind": "proposal",
        "since": "2025-01-02",
        "months": "12",
    }
    with app.test_request_context():
        said = [rule_sentence(rule) for rule in signing_rules()]
        for code in (*SigningRuleCode, *FindingCode):
            finding = SigningFinding(code, "CONTOH", is_verified=False, severity=Severity.WARNS, facts=facts)
            said.append(finding_sentence(finding))

    assert len(said) == len(signing_rules()) + len(SigningRuleCode) + len(FindingCode)
    for sentence in said:
        assert sentence.endswith(".")
        assert not re.search(r"%\(|_|\bplt\b|2025-", sentence)
