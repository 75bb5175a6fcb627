"""Cases to derive documents from: the invented secretariat reorganised, with a regulation that names it."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.operations import Operation
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.papers.case import Case, MinistryAnswer
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import InstrumentId
from tests.factories.secretariat import HUMAS, a_secretariat

BASE: Final = InstrumentId(UUID(int=7_001))
ARTICLES: Final = (
    Article(
        "Pasal 2",
        "Sekretariat Daerah membawahkan:\na. Biro Humas dan Protokol;\nb. Biro Umum; dan\nc. Biro Hukum.",
    ),
    Article(
        "Pasal 3",
        "(1) Biro Humas dan Protokol mempunyai tugas menyiapkan kebijakan di bidang kehumasan.\n"
        "(2) Biro Humas dan Protokol membawahkan Bagian Publikasi dan Bagian Protokol.",
    ),
    Article(
        "Pasal 4",
        "(1) Bagian Publikasi menyelenggarakan fungsi pelaksanaan kerja sama media.\n"
        "(2) Bagian Publikasi membawahkan Subbagian Peliputan dan Subbagian Media.",
    ),
    Article("Pasal 5", "Subbagian Peliputan menyelenggarakan fungsi peliputan kegiatan pimpinan."),
    Article("Pasal 6", "Subbagian Media menyelenggarakan fungsi pemantauan pemberitaan."),
    Article(
        "Pasal 7",
        "(1) Bagian Protokol menyelenggarakan fungsi penerimaan tamu.\n"
        "(2) Bagian Protokol membawahkan Subbagian Acara.",
    ),
    Article("Pasal 8", "Biro Umum membawahkan Bagian Rumah Tangga dan Bagian Persuratan."),
    Article("Pasal 9", "Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan."),
    Article("Lampiran", "Bagan Susunan Organisasi Sekretariat Daerah"),
)
"""An invented regulation (CONTOH) whose articles name the units as a secretariat's do."""


def an_instrument(
    kind: str = "pergub",
    number: str | None = "CONTOH-001",
    title: str = "Susunan Organisasi, Uraian Tugas dan Fungsi Sekretariat Daerah Provinsi Contoh",
    *,
    year: int | None = 2022,
    key: int = 7_001,
    gazette: str | None = "CONTOH-001",
) -> Instrument:
    """Return an invented instrument."""
    return Instrument(
        InstrumentId(UUID(int=key)),
        kind,
        number,
        year,
        title,
        None,
        None,
        None,
        gazette,
        None,
        "CONTOH",
        True,
    )


def a_case(*operations: Operation, articles: tuple[Article, ...] = ARTICLES) -> Case:
    """Return the invented secretariat with these operations proposed, nothing lacking."""
    before = a_secretariat()
    base = an_instrument()
    return Case(
        unit_id=HUMAS,
        government_code="contoh",
        government_name="Provinsi Contoh",
        secretariat="Sekretariat Daerah Provinsi Contoh",
        head="Gubernur Contoh",
        capital="Kota Contoh",
        is_sample=True,
        is_draft=True,
        sheet=Paper.A4,
        emblem=None,
        before=before,
        after=apply_all(before, operations),
        operations=operations,
        considerations=("nomenklatur unit kerja perlu disesuaikan dengan beban kerja",),
        effective_on=date(2027, 1, 1),
        regulation=base,
        articles=articles,
        amendments=(),
        instruments=(base,),
        amending=frozenset(),
        answer=None,
        governor="Contoh Satu, S.Sos.",
        governor_prefix="",
        secretary="Contoh Dua, S.H., M.Si.",
    )


def answered(case: Case, action: Action = Action.ANSWER_APPROVED, notes: str = "") -> Case:
    """Return the case after the ministry's answer."""
    return replace(case, answer=MinistryAnswer(action, "CONTOH-100", date(2026, 10, 5), notes))
