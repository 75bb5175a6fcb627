"""A wrong call is answered in Indonesian: no word of the library that parses it."""

import re

import click
import pytest

from orgflow.cli.main import orgflow
from tests.cli.running import run

ENGLISH = re.compile(
    r"\b(Usage|Options?|Commands?|Show this message|no such|got unexpected|is not|not one of|in the range|"
    r"does not|requires|missing|invalid|file|directory|required|default|argument|exit)\b",
    re.IGNORECASE,
)


def said(calls: list[str]) -> str:
    """Return what a wrong call is answered with; it ends with 2."""
    answer = run(*calls)
    assert answer.code == 2
    return answer.said


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("dance", "Tidak ada perintah dance."),
        ("structure dance", "Tidak ada perintah dance."),
        ("check lagi dan lagi", "Terlalu banyak isian: lagi dan lagi."),
        ("check --tarian", "Tidak ada pilihan --tarian."),
        ("check --json=1", "Pilihan --json ditulis tanpa nilai."),
        ("letter export", "Isian ID belum ditulis."),
        ("letter export abc --format pdf --output x", "Isian ID tidak dapat dipakai (abc): itu bukan id."),
        (
            "letter list --format doc",
            "Pilihan --format tidak dapat dipakai (doc): pilih salah satu dari text, json.",
        ),
        ("serve --port 99999", "Pilihan --port tidak dapat dipakai: tulis angka dari 1 sampai 65535."),
        ("serve --port x", "Pilihan --port tidak dapat dipakai (x): tulis angka dari 1 sampai 65535."),
        ("structure show", "Pilihan --on belum ditulis."),
        ("structure show --on", "Pilihan --on ditulis bersama nilainya."),
        ("structure show --on kemarin", "Pilihan --on tidak dapat dipakai: 'kemarin' bukan tanggal."),
        ("structure import /tidak/ada.csv --on 2026-01-01", "(/tidak/ada.csv): tidak ada di sana."),
        ("structure import / --on 2026-01-01", "itu folder; sebut berkasnya."),
        ("check --data /etc/hostname", "itu berkas; sebut foldernya."),
    ],
)
def test_a_wrong_call_is_told_in_indonesian(call: str, sentence: str) -> None:
    answer = said(call.split())

    assert sentence in answer
    assert "--help" in answer
    assert ENGLISH.findall(answer.replace("--help", "").replace("--format", "")) == []


@pytest.mark.parametrize("group", ["", "structure", "letter", "user", "audit", "government"])
def test_a_group_without_a_command_is_answered_with_its_help(group: str) -> None:
    answer = said(group.split())

    assert answer.startswith("Pemakaian: orgflow")
    assert "Perintah:" in answer


def test_every_help_speaks_indonesian() -> None:
    every = _commands(orgflow, "orgflow")
    assert len(every) > 20
    for path in every:
        answer = run(*path.split()[1:], "--help")
        told = answer.printed.decode()
        assert answer.code == 0
        assert told.startswith(f"Pemakaian: {path}")
        assert ENGLISH.findall(_without_names(told)) == [], path


def _commands(command: click.Command, path: str) -> list[str]:
    found = [path]
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            found += _commands(below, f"{path} {name}")
    return found


def _without_names(told: str) -> str:
    """Return a help without what is written as it stands: options, choices, environment variables."""
    return re.sub(r"--[a-z-]+|\[[a-z|]+\]|ORGFLOW_\w+", "", told)
