"""Matriks persandingan: the rows of a proposal in the office's words, one list for page and files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.matrix import Word
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.comparison import Aspect, ComparisonRow, Verdict
from orgflow.domain.papers.document import (
    Document,
    Face,
    Line,
    Mark,
    Row,
    Run,
    Runs,
    Style,
    Table,
    plain,
)
from orgflow.domain.papers.naming import Names
from orgflow.domain.papers.places import citations, name_places, text_places
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import UnitId
from orgflow.services.papers.approval import AnsweredRow, answered_rows, counted
from orgflow.services.papers.citing import cited, gap
from orgflow.services.papers.marks import concept_marks

TITLE: Final = "MATRIKS PERSANDINGAN"
HEADS: Final = ("No", "Hal", "Semula", "Menjadi", "Keterangan", "Dasar hukum")
ANSWER_HEAD: Final = "Persetujuan Kemendagri"
_WIDTHS: Final = (4, 12, 28, 28, 16, 12)
_WIDTHS_ANSWERED: Final = (4, 11, 24, 24, 14, 11, 12)
ASPECTS: Final = {
    Aspect.NAME: "Nomenklatur",
    Aspect.KIND: "Jenis unit",
    Aspect.SUPERIOR: "Kedudukan di bawah",
    Aspect.SUBORDINATES: "Susunan",
    Aspect.SHORT_NAME: "Nama singkat",
    Aspect.LETTER_CODE: "Kode surat",
    Aspect.DUTY_FIELD: "Bidang tugas",
    Aspect.POST: "Jabatan",
    Aspect.DUTY: "Tugas",
    Aspect.FUNCTION: "Fungsi",
}
_REMARKS: Final = {
    Verdict.SAME: "Tetap",
    Verdict.CHANGED: "Berubah",
    Verdict.FOLLOWS: "Mengikuti nomenklatur unit",
    Verdict.BEGUN: "Baru",
    Verdict.ENDED: "Dihapus",
    Verdict.CAME: "Dialihkan dari {other}",
    Verdict.WENT: "Dialihkan ke {other}",
    Verdict.UNKNOWN: "Menurut peraturan yang berlaku",
}
_ANSWERS: Final = {
    Action.ANSWER_APPROVED: "Disetujui",
    Action.ANSWER_APPROVED_WITH_NOTES: "Disetujui dengan catatan",
    Action.ANSWER_ASKS_COMPLETION: "Diminta kelengkapan",
    Action.ANSWER_REJECTED: "Tidak disetujui",
}
_NOTHING: Final = {Verdict.BEGUN: "(belum ada)", Verdict.ENDED: "(dihapus)"}


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One row in words; ``unit`` heads the rows of one unit, ``answer`` is empty where there is none."""

    unit: str
    number: int
    aspect: str
    before: Runs
    after: Runs
    remark: str
    basis: Runs
    answer: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matriks of a proposal; ``is_answered`` when the ministry has answered."""

    lines: tuple[MatrixLine, ...]
    is_answered: bool
    document: Document

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings of its columns."""
        return (*HEADS, ANSWER_HEAD) if self.is_answered else HEADS


def matrix_of(case: Case) -> Matrix:
    """Return the matriks persandingan of a proposal."""
    finder = _BasisFinder(case)
    whole = _ANSWERS[case.answer.action] if case.answer is not None else ""
    lines = tuple(
        _line(case, number, one, finder) for number, one in enumerate(answered_rows(case, whole), start=1)
    )
    return Matrix(lines, case.answer is not None, _document(case, lines))


def _line(case: Case, number: int, one: AnsweredRow, finder: "_BasisFinder") -> MatrixLine:
    row = one.row
    becomes = _side(row.after, Mark.INSERTED, row, is_before=False)
    return MatrixLine(
        _unit_name(case, row.unit_id),
        number,
        ASPECTS[row.aspect],
        _side(row.before, Mark.DELETED, row, is_before=True),
        plain("(tidak diusulkan)") if one.is_added else becomes,
        "" if one.is_added else _remark(row),
        finder.basis_of(row),
        one.answer,
    )


class _BasisFinder:
    """Finds in which articles stands what a row compares."""

    def __init__(self, case: Case) -> None:
        self._articles, self._before = case.articles, case.before
        names = Names(unit.name for unit in case.before.units.values())
        self._cited: dict[str, list[str]] = {}
        for place in name_places(case.articles, names):
            held = self._cited.setdefault(place.name.casefold(), [])
            if place.citation not in held:
                held.append(place.citation)

    def basis_of(self, row: ComparisonRow) -> Runs:
        if row.verdict in (Verdict.BEGUN, Verdict.CAME):
            return plain("Belum diatur") if self._articles else (gap("pasal"),)
        found: Iterable[str] = ()
        if row.aspect in (Aspect.DUTY, Aspect.FUNCTION, Aspect.DUTY_FIELD) and row.old:
            found = citations(text_places(self._articles, row.old))
        if not found and row.unit_id in self._before.units:
            found = self._cited.get(self._before.units[row.unit_id].name.casefold(), ())
        return plain("; ".join(found)) if found else (gap("pasal"),)


def _unit_name(case: Case, unit_id: UnitId) -> str:
    proposed = case.asked.after if case.asked is not None else case.after
    sides = (case.before, proposed, case.after)
    return next(side.units[unit_id].name for side in sides if unit_id in side.units)


def _side(words: tuple[Word, ...], mark: Mark, row: ComparisonRow, *, is_before: bool) -> Runs:
    """Return one side of a row; what wholly begins or ends is marked as one."""
    if words:
        whole = row.verdict in (Verdict.BEGUN, Verdict.ENDED, Verdict.CAME, Verdict.WENT)
        return tuple(
            run
            for word in words
            for run in _runs(word.text, mark if word.is_changed or whole else Mark.PLAIN)
        )
    if row.verdict is Verdict.UNKNOWN or (row.verdict is Verdict.CHANGED and _is_text(row.aspect)):
        return (gap(ASPECTS[row.aspect].lower()),)
    if row.verdict is Verdict.CHANGED:
        return plain("(tidak ada)")
    if row.verdict in (Verdict.CAME, Verdict.WENT):
        return plain("(belum ada)") if is_before else plain(f"(pada {row.other})")
    return plain(_NOTHING.get(row.verdict, ""))


def _runs(text: str, mark: Mark) -> Runs:
    """Return words with a mark; the blank behind them bears none."""
    words = text.rstrip(" ")
    if mark is Mark.PLAIN or words == text:
        return (Run(text, mark),)
    return (Run(words, mark), Run(text[len(words) :]))


def _is_text(aspect: Aspect) -> bool:
    return aspect in (Aspect.DUTY_FIELD, Aspect.SHORT_NAME, Aspect.LETTER_CODE)


def _remark(row: ComparisonRow) -> str:
    remark = _REMARKS[row.verdict].replace("{other}", row.other)
    reasons = "; ".join(reason.rstrip(" .;,") for reason in row.reasons)
    return f"{remark}. Alasan: {reasons}." if reasons else remark


def _document(case: Case, lines: tuple[MatrixLine, ...]) -> Document:
    is_answered = case.answer is not None
    heads = (*HEADS, ANSWER_HEAD) if is_answered else HEADS
    table = Table(heads, _WIDTHS_ANSWERED if is_answered else _WIDTHS, tuple(_rows(lines, is_answered)))
    subject = f"USULAN PERUBAHAN {case.unit_name.upper()} {case.secretariat.upper()}"
    rests_on = Line(Style.NOTE, (Run("Peraturan yang diubah: "), *cited(case.regulation), Run(".")))
    legend = Line(
        Style.NOTE,
        (
            Run("Tanda: "),
            Run("kata yang dihapus", Mark.DELETED),
            Run("; "),
            Run("kata yang baru", Mark.INSERTED),
            Run("."),
        ),
    )
    answer = (_answer_line(case),) if case.answer is not None else ()
    return Document(
        f"Matriks persandingan {case.unit_name}",
        case.sheet,
        is_landscape=True,
        face=Face.LETTER,
        marks=concept_marks(case),
        blocks=(
            Line(Style.TITLE, plain(TITLE)),
            Line(Style.TITLE, plain(subject)),
            table,
            rests_on,
            legend,
            *answer,
        ),
    )


def _rows(lines: Iterable[MatrixLine], is_answered: bool) -> Iterator[Row]:
    unit = ""
    for line in lines:
        if line.unit != unit:
            unit = line.unit
            yield Row((plain(unit),))
        cells = (
            plain(str(line.number)),
            plain(line.aspect),
            line.before,
            line.after,
            plain(line.remark),
            line.basis,
        )
        yield Row((*cells, plain(line.answer)) if is_answered else cells)


def _answer_line(case: Case) -> Line:
    """Return the line that cites the ministry's letter; an answer item by item is counted, not repeated."""
    answer = case.answer
    if answer is None:
        return Line(Style.NOTE, ())
    told = counted(case.grant) if case.grant is not None else answer.notes
    notes = f" Catatan: {told.rstrip(' .')}." if told else ""
    return Line(
        Style.NOTE,
        (
            Run("Tanggapan Kementerian Dalam Negeri: surat Nomor "),
            Run(answer.number) if answer.number else gap("nomor"),
            Run(f" tanggal {format_date(answer.dated_on)}.{notes}"),
        ),
    )
