"""Daftar dampak: what a change-set comes to, as a table with what is to be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.impact import EchelonTotal, Impact, ImpactCode, ImpactLine, impact
from orgflow.domain.papers.case import Case, Citing, Surroundings
from orgflow.domain.papers.document import Block, Document, Face, Line, Row, Style, Table, plain
from orgflow.domain.values import PostId
from orgflow.services.papers.marks import concept_marks

TITLE: Final = "DAFTAR DAMPAK"
HEADS: Final = ("No", "Unit", "Dampak", "Tindak lanjut")
TOTAL_HEADS: Final = ("Eselon", "Jabatan semula", "Jabatan menjadi", "Formasi semula", "Formasi menjadi")
_WIDTHS: Final = (5, 27, 40, 28)
_TOTAL_WIDTHS: Final = (28, 18, 18, 18, 18)
C = ImpactCode
_SECTIONS: Final[tuple[tuple[str, tuple[ImpactCode, ...]], ...]] = (
    ("Jabatan", (C.POST_WITHOUT_HOME, C.UNIT_WITHOUT_HEAD, C.SEVERAL_HEADS)),
    ("Tugas dan fungsi", (C.FUNCTION_ORPHANED, C.FUNCTION_OWNED_TWICE, C.UNIT_WITHOUT_FUNCTIONS)),
    ("Unit di bawahnya", (C.SUBORDINATE_TOUCHED,)),
)
_WORDS: Final = {
    C.POST_WITHOUT_HOME: "Jabatan {detail} berakhir tanpa dinyatakan.",
    C.FUNCTION_ORPHANED: "Fungsi “{detail}” tidak diteruskan dan tidak dinyatakan dihapus.",
    C.FUNCTION_OWNED_TWICE: "Fungsi “{detail}” ada juga pada {other}.",
    C.UNIT_WITHOUT_FUNCTIONS: "Belum mempunyai tugas dan fungsi.",
    C.UNIT_WITHOUT_HEAD: "Belum mempunyai jabatan kepala.",
    C.SEVERAL_HEADS: "Mempunyai {detail} jabatan kepala.",
    C.SUBORDINATE_TOUCHED: "Berada di bawah {other}, yang berubah.",
}
_MENDED: Final = {
    C.POST_WITHOUT_HOME: "Tetapkan tempat atau penghapusannya.",
    C.FUNCTION_ORPHANED: "Alihkan ke unit lain, atau nyatakan dihapus.",
    C.FUNCTION_OWNED_TWICE: "Tetapkan satu pelaksana, atau bedakan lingkupnya.",
    C.UNIT_WITHOUT_FUNCTIONS: "Tuliskan tugas dan fungsinya.",
    C.UNIT_WITHOUT_HEAD: "Bentuk jabatan kepalanya.",
    C.SEVERAL_HEADS: "Hapus jabatan kepala yang berlebih.",
    C.SUBORDINATE_TOUCHED: "Sesuaikan bila namanya mengikuti.",
}


@dataclass(frozen=True, slots=True)
class _Told:
    unit: str
    words: str
    mending: str


def impact_document(case: Case, around: Surroundings) -> Document:
    """Return the list of a case's impact."""
    found = impact(case.before, case.after, case.operations)
    rows = tuple(_rows(case, found, around))
    subject = f"USULAN PERUBAHAN {case.unit_name.upper()} {case.secretariat.upper()}"
    blocks: tuple[Block, ...] = (
        Line(Style.TITLE, plain(TITLE)),
        Line(Style.TITLE, plain(subject)),
        Table(HEADS, _WIDTHS, rows)
        if rows
        else Line(Style.BODY, plain("Tidak ada dampak yang perlu ditindaklanjuti.")),
        Line(Style.HEADING, plain("Jabatan dan formasi menurut eselon"), keeps_next=True),
        Table(TOTAL_HEADS, _TOTAL_WIDTHS, tuple(_totals(found.totals)))
        if found.totals
        else Line(Style.BODY, plain("Belum ada jabatan yang tercatat.")),
    )
    return Document(
        f"Daftar dampak {case.unit_name}",
        case.sheet,
        is_landscape=True,
        face=Face.LETTER,
        marks=concept_marks(case),
        blocks=blocks,
    )


def _rows(case: Case, found: Impact, around: Surroundings) -> Iterator[Row]:
    number = 0
    for heading, told in _sections(case, found, around):
        lines = tuple(told)
        if not lines:
            continue
        yield Row((plain(heading),))
        for one in lines:
            number += 1
            cells = (str(number), one.unit, one.words, one.mending)
            yield Row(tuple(plain(text) for text in cells))


def _sections(case: Case, found: Impact, around: Surroundings) -> Iterator[tuple[str, Iterator[_Told]]]:
    for heading, codes in _SECTIONS:
        yield heading, (_line(line) for line in found.lines if line.code in codes)
        if heading == "Jabatan":
            yield "Pejabat", _officials(case, found.touched_posts, around)
    yield (
        "Peraturan yang memuat nama lama",
        _citing(around.regulations, "Ubah melalui rancangan Pergub atau peralihannya."),
    )
    yield (
        "Naskah dinas dengan nama lama",
        _citing(around.letters, "Tetap berlaku; dibaca menurut ketentuan peralihan."),
    )
    yield "Usulan lain", _citing(around.proposals, "Selaraskan sebelum diajukan.")


def _line(line: ImpactLine) -> _Told:
    words = _WORDS[line.code].replace("{detail}", line.detail).replace("{other}", line.other_name)
    return _Told(line.unit_name, words, _MENDED[line.code])


def _officials(case: Case, touched: tuple[PostId, ...], around: Surroundings) -> Iterator[_Told]:
    for post_id in touched:
        post = case.before.posts[post_id]
        title, unit = case.before.title_of(post), case.before.units[post.unit_id].name
        who = ", ".join(around.holders.get(post_id, ())) or "pejabatnya belum tercatat"
        then = case.after.posts.get(post_id)
        if then is None:
            yield _Told(unit, f"{title} ({who}): jabatannya dihapus.", "Tempatkan pada jabatan lain.")
            continue
        new = case.after.title_of(then)
        if new != title:
            mending = f"Kukuhkan dalam jabatan {new}."
            yield _Told(unit, f"{title} ({who}): nama jabatannya berubah.", mending)
        else:
            yield _Told(unit, f"{title} ({who}): jabatan atau unitnya berubah.", "Kukuhkan kembali.")


def _citing(held: tuple[Citing, ...], mending: str) -> Iterator[_Told]:
    for one in held:
        where = f": {one.where}" if one.where else ""
        yield _Told(one.unit_name, f"{one.what}{where}.", mending)


def _totals(totals: tuple[EchelonTotal, ...]) -> Iterator[Row]:
    for one in totals:
        counts = (one.posts_before, one.posts_after, one.seats_before, one.seats_after)
        yield _total_row(one.echelon or "Eselon tidak tercatat", counts)
    yield _total_row(
        "Jumlah",
        (
            sum(one.posts_before for one in totals),
            sum(one.posts_after for one in totals),
            sum(one.seats_before for one in totals),
            sum(one.seats_after for one in totals),
        ),
    )


def _total_row(label: str, counts: tuple[int, int, int, int]) -> Row:
    return Row((plain(label), *(plain(str(count)) for count in counts)))
