"""The command that exports: its names are a contract, its refusals a sentence."""

import csv
import json
import os
import subprocess
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rdflib import ORG, RDF, Graph

from tests.cli.running import PROGRAM, Answer, run
from tests.filled_demo import copy_of

ON = ("--on", "2022-12-07")
NAME = "Biro Humas dan Protokol"


def export(*words: str, data: Path) -> Answer:
    """Run the command in this process."""
    return run("structure", "export", *words, "--data", str(data))


@pytest.fixture(scope="module")
def held(filled_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the demo's two governments."""
    return copy_of(filled_demo, tmp_path_factory.mktemp("export") / "var")


def test_a_workbook_goes_to_the_next_program(held: Path) -> None:
    piped = subprocess.run(
        [*PROGRAM, "structure", "export", *ON, "--format", "xlsx", "--data", str(held)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=100,
        env={name: value for name, value in os.environ.items() if not name.startswith("ORGFLOW_")},
    )

    book = load_workbook(BytesIO(piped.stdout))
    assert NAME in [cell.value for cell in book["unit"]["B"]]
    assert piped.stderr == b""


def test_every_form_is_printed_when_no_file_is_named(held: Path) -> None:
    forms = ("csv", "json", "ttl", "jsonld")
    printed = {form: export(*ON, "--format", form, data=held) for form in forms}

    assert {(answer.code, answer.said) for answer in printed.values()} == {(0, "")}
    rows = csv.DictReader(StringIO(printed["csv"].printed.decode(), newline=""))
    units = json.loads(printed["json"].printed)["units"]
    graph = Graph().parse(data=printed["ttl"].printed, format="turtle")
    assert NAME in [row["nama"] for row in rows]
    assert NAME in [unit["name"] for unit in units]
    assert list(graph.subjects(RDF.type, ORG.ChangeEvent))
    assert NAME.encode() in printed["jsonld"].printed


def test_a_file_is_written_and_said(held: Path, tmp_path: Path) -> None:
    target = tmp_path / "susunan.json"

    answer = export(*ON, "--format", "json", "--history", "--output", str(target), data=held)

    assert answer == Answer(0, f"Ditulis: {target} ({target.stat().st_size} bita)\n".encode(), "")
    assert json.loads(target.read_bytes())["is_history"] is True


def test_each_government_by_its_code(held: Path) -> None:
    real, invented = (
        json.loads(export(*ON, "--format", "json", "--government", code, data=held).printed)
        for code in ("sumsel", "contoh")
    )

    assert (real["government"]["code"], invented["government"]["code"]) == ("sumsel", "contoh")
    assert {unit["name"] for unit in real["units"]} != {unit["name"] for unit in invented["units"]}


def test_a_day_before_the_first_record_is_said_and_its_file_is_empty(held: Path) -> None:
    answer = export("--on", "1950-01-01", "--format", "json", data=held)

    assert (answer.code, answer.said) == (0, "Belum ada susunan yang tercatat pada tanggal ini.\n")
    assert json.loads(answer.printed)["units"] == []


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--on", "31 November 2022", "--format", "csv"), 2, "tidak ada dalam kalender"),
        (("--format", "csv"), 2, "Pilihan --on belum ditulis"),
        (ON, 2, "Pilihan --format belum ditulis"),
        ((*ON, "--format", "pdf"), 2, "Pilihan --format tidak dapat dipakai"),
        ((*ON, "--format", "csv", "--government", "tiada"), 1, "Tidak ada pemerintah daerah berkode tiada"),
        ((*ON, "--format", "csv", "--output", "/proc/tidak/ada"), 1, "tidak dapat ditulis"),
    ],
)
def test_a_refusal_is_one_sentence_and_nothing_is_printed(
    held: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = export(*words, data=held)

    assert (answer.code, answer.printed) == (code, b"")
    assert sentence in answer.said
    assert answer.said.count("\n") == 1


def test_without_an_installation_it_is_said_what_to_do(tmp_path: Path) -> None:
    answer = export(*ON, "--format", "csv", data=tmp_path / "var")

    assert answer.code == 2
    assert "orgflow init" in answer.said
