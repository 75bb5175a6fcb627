"""The monthly report as a document: the one thing its page, its PDF and its workbook are written from."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.facts import Paper
from orgflow.domain.papers.document import Block, Document, Face, Line, Row, Style, Table, plain
from orgflow.domain.proposals.monthly import MONTHS_COUNTED, Happening, MonthlyReport
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId

S, H = ProposalState, Happening

STATE_WORDS: Final[dict[ProposalState, str]] = {
    S.DRAFT: "Penyusunan",
    S.UNIT_REVIEW: "Telaah unit pengusul",
    S.ORG_REVIEW: "Telaah Biro Organisasi",
    S.LEGAL_REVIEW: "Telaah Biro Hukum",
    S.INITIALLING: "Paraf",
    S.SIGNING: "Tanda tangan",
    S.SUBMITTED: "Pengiriman ke Kemendagri",
    S.MINISTRY_REVIEW: "Penelaahan Kemendagri",
    S.HARMONIZATION: "Harmonisasi rancangan Pergub",
    S.FACILITATION: "Fasilitasi rancangan Pergub",
    S.ENACTED: "Menunggu pengundangan",
    S.PROMULGATED: "Menunggu pemberlakuan",
    S.IMPLEMENTED: "Berlaku",
    S.WITHDRAWN: "Ditarik",
    S.REJECTED: "Ditolak",
    S.SUPERSEDED: "Diganti usulan baru",
}
HAPPENING_WORDS: Final[dict[Happening, str]] = {
    H.BEGUN: "Usulan mulai disusun",
    H.SUBMITTED: "Diajukan untuk ditelaah",
    H.RETURNED: "Dikembalikan untuk diperbaiki",
    H.SENT: "Surat dikirim ke Kemendagri",
    H.ANSWERED: "Jawaban Kemendagri diterima",
    H.ENACTED: "Peraturan Gubernur ditetapkan",
    H.IN_FORCE: "Pemberlakuan dicatat",
    H.REJECTED: "Ditolak",
    H.WITHDRAWN: "Ditarik pengusul",
}
NOTHING: Final = "Tidak ada."


def monthly_document(
    report: MonthlyReport, government: str, titles: Mapping[ProposalId, str], *, is_sample: bool
) -> Document:
    """Return the report as a document on wide A4.

    Args:
        titles: what each running or ended proposal proposes, in words.
    """
    marks = ("CONTOH",) if is_sample else ()
    blocks = (
        _line(Style.TITLE, "LAPORAN BULANAN USULAN NOMENKLATUR"),
        _line(Style.TITLE, f"{government} — {report.month.words}"),
        _line(Style.BODY, f"Keadaan per {format_date(report.as_of)}. Lama waktu dihitung dalam hari kerja."),
        *_section("Yang terjadi bulan ini", _happened(report)),
        *_section("Usulan yang selesai atau berakhir bulan ini", _ended(report, titles)),
        *_section(f"Lama tiap tahap, {MONTHS_COUNTED} bulan terakhir", _steps(report)),
        *_section(f"Lama per unit pengusul, {MONTHS_COUNTED} bulan terakhir", _units(report)),
        *_section("Usulan yang berjalan", _running(report, titles)),
    )
    return Document(
        f"Laporan usulan nomenklatur {report.month.words}", Paper.A4, True, Face.LETTER, marks, blocks
    )


def days_words(days: float) -> str:
    """Return a number of working days as it is written, halves with a comma."""
    return f"{days:.0f}" if float(days).is_integer() else f"{days:.1f}".replace(".", ",")


def _line(style: Style, words: str) -> Line:
    return Line(style, plain(words), keeps_next=style is Style.HEADING)


def _section(title: str, table: Table) -> Iterable[Block]:
    yield _line(Style.HEADING, title)
    yield table if table.rows else _line(Style.BODY, NOTHING)


def _table(heads: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    return Table(heads, widths, tuple(Row(tuple(plain(cell) for cell in cells)) for cells in rows))


def _happened(report: MonthlyReport) -> Table:
    rows = ((HAPPENING_WORDS[what], str(count)) for what, count in report.happened.items())
    return _table(("Peristiwa", "Jumlah"), (80, 20), rows)


def _running(report: MonthlyReport, titles: Mapping[ProposalId, str]) -> Table:
    rows = (
        (titles[one.id], one.unit_name, STATE_WORDS[one.state], str(one.days), str(one.age))
        for one in report.running
    )
    heads = ("Usulan", "Unit pengusul", "Tahap", "Hari kerja di tahap ini", "Umur (hari kerja)")
    return _table(heads, (36, 24, 18, 11, 11), rows)


def _ended(report: MonthlyReport, titles: Mapping[ProposalId, str]) -> Table:
    rows = (
        (titles[one.id], one.unit_name, STATE_WORDS[one.state], format_date(one.on), str(one.age))
        for one in report.ended
    )
    heads = ("Usulan", "Unit pengusul", "Hasil", "Tanggal", "Lama (hari kerja)")
    return _table(heads, (36, 24, 14, 15, 11), rows)


def _steps(report: MonthlyReport) -> Table:
    rows = (
        (STATE_WORDS[step.state], str(step.count), days_words(step.median), str(step.longest))
        for step in report.steps
    )
    return _table(("Tahap", "Jumlah", "Median (hari kerja)", "Terlama (hari kerja)"), (46, 14, 20, 20), rows)


def _units(report: MonthlyReport) -> Table:
    rows = (
        (
            unit.unit_name,
            str(unit.running),
            str(unit.ended),
            days_words(unit.median) if unit.median is not None else "–",
        )
        for unit in report.units
    )
    heads = ("Unit pengusul", "Berjalan", "Selesai atau berakhir", "Median lama (hari kerja)")
    return _table(heads, (46, 14, 20, 20), rows)
