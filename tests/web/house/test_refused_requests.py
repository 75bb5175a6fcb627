"""A request that cannot be answered gets a page that says so, never the server's own words."""

import pytest
from werkzeug.test import TestResponse

from orgflow.domain.access.roles import Role
from tests.factories.roads import a_draft
from tests.web.house.visits import House

TOO_LARGE = 12_000_000
FOREIGN = (
    "evil.example", "127.0.0.1.evil", "", "[::1]:99x", "[::2]", "localhost:0", "a" * 300, "evil..example",
    "ä.example", "localhost@evil.example",
)  # fmt: skip


def is_a_page(answer: TestResponse, words: str) -> bool:
    text = answer.get_data(as_text=True)
    return words in text and "<h1" in text and "OrgFlow" in text


@pytest.mark.parametrize("path", ["/usulan/{}/dokumen/KAJIAN", "/usulan/baru"])
def test_a_file_over_the_limit_is_told_to_be_too_large(house: House, path: str) -> None:
    proposal_id = a_draft(house.office)
    body = (
        b'--edge\r\nContent-Disposition: form-data; name="file"; filename="kajian.pdf"\r\n\r\n'
        + b"0" * TOO_LARGE
        + b"\r\n--edge--\r\n"
    )

    answer = house.visit(Role.BUREAU_HEAD).send_bytes(
        path.format(proposal_id), body, "multipart/form-data; boundary=edge"
    )

    assert answer.status_code == 413
    assert is_a_page(answer, "Kiriman terlalu besar")


def test_a_form_over_the_limit_from_nobody_is_told_to_be_too_large(house: House) -> None:
    answer = house.visit().send_bytes("/masuk", b"username=" + b"a" * TOO_LARGE)

    assert answer.status_code == 413
    assert is_a_page(answer, "Kiriman terlalu besar")


def test_a_malformed_key_is_no_request(house: House) -> None:
    for key in ("<x>", "a" * 65, "kunci-panjang\nlain", "' OR 1=1 --"):
        answer = house.visit(Role.BUREAU_HEAD).send("/usulan/baru", idempotency_key=key)

        assert answer.status_code == 400
        assert is_a_page(answer, "Permintaan tidak dapat dibaca")


@pytest.mark.parametrize("path", ["/masuk", "/usulan", "/static/css/base.css", "/nowhere"])
def test_a_foreign_host_is_refused(house: House, path: str) -> None:
    for visitor in (house.visit(), house.visit(Role.BUREAU_HEAD)):
        for host in FOREIGN:
            answer = visitor.open(path, host=host)

            assert answer.status_code == 400, host
            assert is_a_page(answer, "Alamat ini bukan alamat OrgFlow")
            assert host == "" or host not in answer.get_data(as_text=True)


def test_a_host_of_our_own_is_answered(house: House) -> None:
    for host in ("127.0.0.1", "127.0.0.1:8109", "localhost", "LOCALHOST:80", "[::1]", "[::1]:99"):
        assert house.visit().open("/masuk", host=host).status_code == 200, host


def test_bytes_that_are_no_text_are_no_request(house: House) -> None:
    head = house.visit(Role.BUREAU_HEAD)
    token = head.token("/usulan/baru").encode()

    for body in (b"unit_id=%ff%fe", b"unit_id=\xff\xfe", b"%ff=1", b"unit_id=a%00b", b"a=%ed%a0%80"):
        answer = head.send_bytes("/usulan/baru", b"csrf_token=" + token + b"&" + body)

        assert answer.status_code == 400, body
        assert is_a_page(answer, "Permintaan tidak terbaca")


def test_an_address_whose_bytes_are_no_text_is_no_request(house: House) -> None:
    for query in ("q=%ff%fe", "%ff=1", "q=a%00b"):
        answer = house.visit(Role.BUREAU_HEAD).open(f"/struktur?{query}")

        assert answer.status_code == 400, query
        assert is_a_page(answer, "Permintaan tidak terbaca")


def test_a_percent_sign_and_a_plus_are_text(house: House) -> None:
    head = house.visit(Role.BUREAU_HEAD)
    token = head.token("/usulan/baru").encode()

    answer = head.send_bytes("/usulan/baru", b"csrf_token=" + token + b"&background=100%25+naik%2B%zz")

    assert answer.status_code == 422
    assert "100% naik+%zz" in answer.get_data(as_text=True)
