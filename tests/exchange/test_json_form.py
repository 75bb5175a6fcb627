"""Our own form as JSON: what stands in it, and what is none of ours."""

import json
from datetime import date

import pytest

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.roster import Roster, RowFaultCode, UnitLine
from orgflow.domain.organisation.roster_of import history_roster
from orgflow.exchange.json_form import FORMAT, VERSION
from orgflow.exchange.json_writing import Frame, write_json
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from tests.factories.furnished import LONG, ODD, papers
from tests.factories.organisation import BUREAU

FRAME = Frame("uji", "Provinsi Uji", "Asia/Jakarta", date(2026, 3, 2), (BUREAU,))


def faults_of(held: object) -> list[tuple[str, RowFaultCode]]:
    parsed = parse_roster(read_file(json.dumps(held).encode()))
    return [(fault.column, fault.code) for fault in parsed.faults]


def test_the_file_says_what_it_is_whose_and_of_which_day() -> None:
    held = json.loads(write_json(Roster(), FRAME))

    assert (held["format"], held["version"], held["is_history"]) == (FORMAT, VERSION, False)
    assert held["government"] == {"code": "uji", "name": "Provinsi Uji", "zone": "Asia/Jakarta"}
    assert held["on"] == "2026-03-02"
    assert held["kinds"][0] == {
        "code": "biro",
        "name": "Biro",
        "level": 3,
        "head_title": "Kepala {unit}",
        "may_propose": True,
        "is_agency": False,
    }


@pytest.mark.parametrize("name", [*ODD, LONG])
def test_a_name_stands_in_it_letter_for_letter(name: str) -> None:
    content = write_json(Roster(units=(UnitLine(row=2, code="u", name=name),)), FRAME)

    assert json.loads(content)["units"][0]["name"] == name
    assert parse_roster(read_file(content)).roster.units[0].name == name


def test_regulations_are_in_it_with_their_articles() -> None:
    held = json.loads(write_json(history_roster(History.empty({}), papers()), FRAME))

    assert [law["is_verified"] for law in held["regulations"]] == [True, False, False]
    assert held["articles"][0]["text"] == "Baris satu\n\n\tbaris dua"


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"{}",
        b'{"format": "orgflow-structure", "version": 2}',
        b'{"format": "orgflow-structure", "version": 1, "units": 3}',
        b'{"format": "orgflow-structure", "version": 1, "units": [{"name": {"a": 1}}]}',
        b'{"a":' * 5000,
    ],
)
def test_what_is_no_file_of_ours_is_refused_whole(content: bytes) -> None:
    parsed = parse_roster(read_file(content))

    assert [fault.code for fault in parsed.faults] == [RowFaultCode.FILE_UNREADABLE]


def test_letters_of_another_encoding_are_named() -> None:
    content = '{"format": "é"}'.encode("latin-1")

    assert [fault.code for fault in parse_roster(read_file(content)).faults] == [RowFaultCode.WRONG_ENCODING]


def test_a_faulty_value_is_named_as_in_a_workbook() -> None:
    held = {
        "format": FORMAT,
        "version": VERSION,
        "units": [{"code": "u", "name": "Biro", "position": "satu", "placement": "mungkin", "warna": 1}],
    }

    assert set(faults_of(held)) == {
        ("urutan", RowFaultCode.BAD_NUMBER),
        ("letak", RowFaultCode.BAD_CHOICE),
        ("warna", RowFaultCode.COLUMN_UNKNOWN),
    }
