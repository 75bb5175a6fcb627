"""What the fourth chapter of a study shows besides its words: the proposal, its impact, and what follows."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.papers.case import Citing
from orgflow.domain.papers.document import Block, Line, Row, Runs, Style, Table, plain
from orgflow.domain.proposals.follow_up import follow_ups_for, kinds_of_change
from orgflow.domain.proposals.routes import StepKind
from orgflow.services.papers.citing import gap
from orgflow.services.papers.matrix import MatrixLine, matrix_of
from orgflow.services.study_figures import branch_figure
from orgflow.services.study_source import StudySource

_MATRIX_HEADS: Final = ("No", "Hal", "Semula", "Menjadi", "Keterangan")
_MATRIX_WIDTHS: Final = (6, 17, 29, 29, 19)
_UNIT: Final = Permission.REVIEW_AS_UNIT
_ACTS: Final = {
    StepKind.APPROVAL: "Telaah",
    StepKind.PARAF: "Paraf",
    StepKind.SIGNATURE: "Tanda tangan surat usulan oleh",
}
_MINISTRY: Final = (
    ("Penelaahan dan persetujuan usulan", "Menteri Dalam Negeri"),
    ("Pengharmonisasian rancangan Peraturan Gubernur", "Biro Hukum"),
    ("Fasilitasi rancangan Peraturan Gubernur", "Biro Hukum"),
    ("Penetapan Peraturan Gubernur", "Gubernur"),
    ("Pengundangan dalam Berita Daerah", "Sekretaris Daerah"),
)
"""What the road of every proposal comes to after its route."""


def proposed_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the matriks and the chart after the change."""
    lines = matrix_of(source.case).lines
    if not lines:
        return (Line(Style.BODY, (gap("matriks persandingan; materi usulan belum ada"),)),)
    name = source.new_name or source.unit_name
    after = source.case.after.structure
    return (
        Line(Style.TABLE_TITLE, plain("Matriks persandingan semula dan menjadi"), keeps_next=True),
        Table(_MATRIX_HEADS, _MATRIX_WIDTHS, tuple(_matrix_rows(lines))),
        *branch_figure(source, after, f"Bagan susunan {name} (menjadi)"),
    )


def _matrix_rows(lines: tuple[MatrixLine, ...]) -> Iterator[Row]:
    for unit, held in groupby(lines, key=lambda line: line.unit):
        yield Row((plain(unit),))
        for line in held:
            yield Row(
                (plain(str(line.number)), plain(line.aspect), line.before, line.after, plain(line.remark))
            )


def staff_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the posts that are touched with their holders, and the count by echelon."""
    touched = tuple(_touched(source))
    totals = tuple(
        Row(
            tuple(
                plain(text)
                for text in (
                    one.echelon or "Eselon tidak tercatat",
                    str(one.posts_before),
                    str(one.posts_after),
                    str(one.seats_before),
                    str(one.seats_after),
                )
            )
        )
        for one in source.impact.totals
    )
    blocks: tuple[Block, ...] = ()
    if touched:
        blocks += (
            Line(Style.TABLE_TITLE, plain("Jabatan dan pejabat yang terdampak"), keeps_next=True),
            Table(("No", "Jabatan semula", "Jabatan menjadi", "Pejabat"), (7, 34, 34, 25), touched),
        )
    if totals:
        heads = ("Eselon", "Jabatan semula", "Jabatan menjadi", "Formasi semula", "Formasi menjadi")
        blocks += (
            Line(Style.TABLE_TITLE, plain("Jabatan dan formasi menurut eselon"), keeps_next=True),
            Table(heads, (28, 18, 18, 18, 18), totals),
        )
    return blocks


def _touched(source: StudySource) -> Iterator[Row]:
    before, after = source.case.before, source.case.after
    for number, post_id in enumerate(source.impact.touched_posts, start=1):
        post, then = before.posts[post_id], after.posts.get(post_id)
        holders = ", ".join(source.around.holders.get(post_id, ()))
        who: Runs = plain(holders) if holders else (gap("nama pejabat"),)
        becomes = after.title_of(then) if then is not None else "(dihapus)"
        yield Row((plain(str(number)), plain(before.title_of(post)), plain(becomes), who))


def regulation_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return what is recorded under the old name: regulations, letters, and proposals beside this one."""
    around = source.around
    groups = (
        ("Peraturan", around.regulations, "Diubah melalui rancangan Peraturan Gubernur atau peralihannya"),
        ("Naskah dinas", around.letters, "Tetap berlaku; dibaca menurut ketentuan peralihan"),
        ("Usulan lain", around.proposals, "Diselaraskan sebelum diajukan"),
    )
    rows = tuple(row for heading, held, mending in groups for row in _citing(heading, held, mending))
    if not rows:
        return ()
    return (
        Line(Style.TABLE_TITLE, plain("Peraturan dan naskah yang memuat nama lama"), keeps_next=True),
        Table(("Peraturan atau naskah", "Tempat", "Tindak lanjut"), (44, 26, 30), rows),
    )


def _citing(heading: str, held: tuple[Citing, ...], mending: str) -> Iterator[Row]:
    if held:
        yield Row((plain(heading),))
    for one in held:
        yield Row((plain(f"{one.what} ({one.unit_name})"), plain(one.where or "-"), plain(mending)))


def follow_up_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the steps up to the day of commencement and what the office does from then on."""
    day, case = source.case.effective_on, source.case
    kinds = kinds_of_change(case.before, case.after)
    head = source.dossier.unit.head_title
    taken = ((step, head if step.by is _UNIT else step.title) for step in source.dossier.proposal.route.steps)
    road = [(f"{_ACTS[step.kind]} {who}", who) for step, who in taken]
    tasks = [(task.title, task.usual) for task in follow_ups_for(source.follow_up, kinds)]
    rows = [
        *(_step(what, who, _before(day)) for what, who in (*road, *_MINISTRY)),
        *(_step(what, who, _since(day)) for what, who in tasks),
    ]
    numbered = tuple(Row((plain(str(number)), *row)) for number, row in enumerate(rows, start=1))
    return (
        Line(Style.TABLE_TITLE, plain("Rencana tindak lanjut"), keeps_next=True),
        Table(("No", "Kegiatan", "Penanggung jawab", "Waktu"), (7, 43, 26, 24), numbered),
    )


def _step(what: str, who: str, when: Runs) -> tuple[Runs, ...]:
    return (plain(what), plain(who), when)


def _before(day: date | None) -> Runs:
    return plain(f"Sebelum {format_date(day)}") if day is not None else (gap("waktu"),)


def _since(day: date | None) -> Runs:
    return plain(f"Sejak {format_date(day)}") if day is not None else (gap("waktu"),)
