"""The comparison of duties as its pages print it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.overlap import Pair
from orgflow.domain.organisation.organisation import Function
from orgflow.domain.values import FunctionId, ProposalId, UnitId
from orgflow.services.overlap_files import OverlapFileKind, percent
from orgflow.services.overlap_pages import ComparisonLine, ComparisonPage, OverlapPage
from orgflow.web.overlap.words import VERDICT_WORDS

_FILES = {OverlapFileKind.PDF: "PDF", OverlapFileKind.DOCX: "DOCX", OverlapFileKind.XLSX: "XLSX"}


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty's words, and the unit below that bears it."""

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One row of the matrix; ``own`` or ``other`` is None where nothing is alike.

    ``state`` is empty where nothing is to be judged.
    """

    anchor: str
    own: Duty | None
    other: Duty | None
    likeness: str
    state: str
    verdict: str
    note: str
    distinction: str
    url: str
    link: str


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A unit whose duties are not recorded; ``url`` for a reader who may record them."""

    sentence: str
    url: str
    link: str


@dataclass(frozen=True, slots=True)
class PastLine:
    """A judgement of duties that no longer are."""

    text: str
    other: str
    verdict: str
    distinction: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """One comparison whole; ``next_url`` leads to the first pair that waits."""

    heading: str
    own_name: str
    other_name: str
    state: str
    summary: str
    unrecorded: tuple[Unrecorded, ...]
    rows: tuple[MatrixLine, ...]
    past: tuple[PastLine, ...]
    files: tuple[tuple[str, str], ...]
    next_url: str
    next_label: str
    own_choices: tuple[tuple[str, str], ...]
    other_choices: tuple[tuple[str, str], ...]
    may_judge: bool


@dataclass(frozen=True, slots=True)
class ListedComparison:
    """One comparison as a row."""

    title: str
    url: str | None
    note: str
    state: str
    state_symbol: str
    words: str
    is_sample: bool
    remove_url: str


def listed(page: OverlapPage, proposal_id: ProposalId) -> tuple[ListedComparison, ...]:
    """Return the comparisons of a proposal as rows."""
    return tuple(_listed(line, proposal_id) for line in page.comparisons)


def _listed(line: ComparisonLine, proposal_id: ProposalId) -> ListedComparison:
    unit_id = line.compared_id
    remove_url = url_for("overlap.remove", proposal_id=proposal_id, unit_id=unit_id)
    if not line.stands:
        note = gettext("Unit ini tidak ada lagi menurut perubahan yang diusulkan.")
        return ListedComparison(line.name, None, note, "rest", "", "", is_sample=False, remove_url=remove_url)
    state, words = _standing(line.count, line.unjudged, line.outdated)
    return ListedComparison(
        line.name,
        url_for("overlap.show", proposal_id=proposal_id, unit_id=unit_id),
        "",
        state,
        "",
        words,
        is_sample=False,
        remove_url=remove_url,
    )


def _standing(count: int, unjudged: int, outdated: int) -> tuple[str, str]:
    if not count:
        return "rest", gettext("Belum ada pasangan yang mirip")
    waiting = []
    if unjudged:
        waiting.append(ngettext("%(num)s pasangan belum dinilai", "%(num)s pasangan belum dinilai", unjudged))
    if outdated:
        waiting.append(
            ngettext("%(num)s putusan perlu ditinjau lagi", "%(num)s putusan perlu ditinjau lagi", outdated)
        )
    if waiting:
        return "yours", gettext(" dan ").join(waiting)
    return "ok", ngettext("%(num)s pasangan sudah dinilai", "%(num)s pasangan sudah dinilai", count)


def comparison_view(page: ComparisonPage, reader: Actor) -> ComparisonView:
    """Return one comparison for its page."""
    held = page.held
    state, summary = _standing(held.count, len(held.unjudged), len(held.outdated))
    following = held.next if page.may_judge else None
    is_recorded = bool(page.own or page.others)
    return ComparisonView(
        gettext("Persandingan dengan %(unit)s", unit=page.unit_name),
        page.own_name,
        page.unit_name,
        state,
        summary,
        tuple(_unrecorded(page, reader)),
        tuple(_rows(page)),
        tuple(
            PastLine(said.text, said.other_text, str(VERDICT_WORDS[said.verdict]), said.distinction)
            for said in held.past
        ),
        tuple(_files(page)) if is_recorded else (),
        pair_url(page, following.own.id, following.other.id) if following is not None else "",
        _next_label(following),
        _choices(page.own),
        _choices(page.others),
        page.may_judge,
    )


def pair_url(page: ComparisonPage, own_id: FunctionId, other_id: FunctionId) -> str:
    """Return the address at which a pair is judged."""
    return url_for(
        "overlap.judge_form",
        proposal_id=page.proposal_id,
        unit_id=page.unit_id,
        function_id=own_id,
        other_id=other_id,
    )


def duty_of(page: ComparisonPage, held: Function) -> Duty:
    """Return a duty with the unit below that bears it."""
    return Duty(held.text, page.owners.get(held.id, ""))


def _next_label(following: Pair | None) -> str:
    if following is None:
        return ""
    return gettext("Tinjau lagi putusan") if following.is_outdated else gettext("Nilai pasangan berikutnya")


def _unrecorded(page: ComparisonPage, reader: Actor) -> Iterator[Unrecorded]:
    sides = ((page.own_id, page.own_name, page.own), (page.unit_id, page.unit_name, page.others))
    for unit_id, name, duties in sides:
        if not duties:
            yield _missing(unit_id, name, reader)


def _missing(unit_id: UnitId, name: str, reader: Actor) -> Unrecorded:
    sentence = gettext("Tugas dan fungsi %(unit)s belum dicatat, jadi belum dapat disandingkan.", unit=name)
    if not reader.may(Permission.KEEP_REGISTRY):
        return Unrecorded(f"{sentence} {gettext('Dicatat oleh TU atau administrator.')}", "", "")
    url = url_for("keeping_units.menu", unit_id=unit_id)
    return Unrecorded(sentence, url, gettext("Catat tugas dan fungsinya"))


def _rows(page: ComparisonPage) -> Iterator[MatrixLine]:
    if not page.own or not page.others:
        return
    for own, pairs in page.held.pairs:
        if not pairs:
            yield MatrixLine("", duty_of(page, own), None, "", "", "", "", "", "", "")
        for pair in pairs:
            yield _line(page, pair)
    for other in page.held.others:
        yield MatrixLine("", None, duty_of(page, other), "", "", "", "", "", "", "")


def _line(page: ComparisonPage, pair: Pair) -> MatrixLine:
    said = pair.judgement
    state, verdict, note, link = "yours", gettext("Belum dinilai"), "", gettext("Nilai")
    if said is not None:
        state, verdict, link = "ok", str(VERDICT_WORDS[said.verdict]), gettext("Ubah putusan")
    if pair.is_outdated:
        state, link = "yours", gettext("Tinjau lagi")
        note = gettext("Bunyinya berubah sesudah dinilai.")
    return MatrixLine(
        anchor_of(pair),
        duty_of(page, pair.own),
        duty_of(page, pair.other),
        percent(pair.likeness),
        state,
        verdict,
        note,
        said.distinction if said is not None else "",
        pair_url(page, pair.own.id, pair.other.id) if page.may_judge else "",
        link,
    )


def anchor_of(pair: Pair) -> str:
    """Return the name of a pair's place on the page."""
    return f"pasangan-{pair.own.id.hex[-12:]}-{pair.other.id.hex[-12:]}"


def _files(page: ComparisonPage) -> Iterator[tuple[str, str]]:
    for kind, word in _FILES.items():
        url = url_for("overlap.download", proposal_id=page.proposal_id, unit_id=page.unit_id, kind=str(kind))
        yield gettext("Unduh %(kind)s", kind=word), url


def _choices(functions: tuple[Function, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((str(held.id), held.text) for held in functions)
