"""Rancangan Pergub as its page prints it: what stands behind it, its form, and what came back from Word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_instant
from orgflow.domain.papers.indicators import Indicators
from orgflow.domain.papers.linting import LintFinding
from orgflow.services.papers.drafts import Decision, DraftPage, ReturnedPage
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.segments import Segment, marked
from orgflow.web.papers.words import FORMS, LINTS


@dataclass(frozen=True, slots=True)
class BoundView:
    """An operation with the articles that carry it out."""

    sentence: str
    articles: str
    is_gap: bool


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place where an old name stands."""

    citation: str
    name: str
    excerpt: str
    is_covered: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """What stands behind a draft: ``regulation_url`` leads to where articles are recorded.

    ``signs`` are what speaks for a replacing regulation; ``may_decide`` whether the reader may act.
    """

    operations: tuple[BoundView, ...]
    places: tuple[PlaceView, ...]
    unplaced: tuple[str, ...]
    summary: str
    is_whole: bool
    regulation_url: str | None
    form: str
    decided: str
    signs: tuple[str, ...]
    has_sign: bool
    adopted: str
    returned: str
    disagreements: tuple[str, ...]
    may_decide: bool
    revision: int


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A paragraph of the derived draft and of what came back."""

    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReturnedView:
    """What came back from Word; ``brought`` is empty while nothing did."""

    brought: str
    differences: tuple[DifferenceView, ...]
    findings: tuple[str, ...]
    may_decide: bool
    revision: int


def draft_view(held: DraftPage, page: ProposalPage) -> DraftView:
    """Return what stands behind a draft, in words."""
    found, base = held.amendment, held.case.regulation
    signs = held.signs
    return DraftView(
        tuple(
            BoundView(one.sentence, ", ".join(one.articles), one.needs_article and not one.articles)
            for one in held.operations
        ),
        tuple(
            PlaceView(place.citation, place.name, place.excerpt, place.is_covered) for place in found.places
        ),
        found.unplaced,
        _summary(held),
        held.has_articles and not found.gaps,
        url_for("instruments.show", instrument_id=base.id) if base is not None else None,
        str(FORMS[held.form]),
        _decided(held.decided, page),
        tuple(_signs(signs)),
        signs.is_more_than_half or signs.is_systematics_touched or signs.is_essence_touched,
        _by(held.adopted, page),
        _by(held.returned, page),
        finding_words(held.disagreements),
        page.may_attach,
        page.revision,
    )


def returned_view(held: ReturnedPage, page: ProposalPage) -> ReturnedView:
    """Return what came back from Word, in words."""
    return ReturnedView(
        _by(held.brought, page),
        tuple(DifferenceView(*marked(one.before, one.after)) for one in held.differences),
        finding_words(held.findings),
        page.may_attach,
        page.revision,
    )


def finding_words(findings: Iterable[LintFinding]) -> tuple[str, ...]:
    """Return what the linter found as sentences."""
    return tuple(
        str(LINTS[one.code])
        % {"where": one.where, "expected": one.expected, "found": one.found or gettext("(tidak ada)")}
        for one in findings
    )


def _summary(held: DraftPage) -> str:
    if not held.has_articles:
        return gettext(
            "Pasal peraturan yang diubah belum dicatat, jadi bunyinya masih kosong dalam rancangan."
        )
    if held.amendment.gaps:
        return gettext("%(count)s hal belum dimuat pasal yang tercatat.", count=held.amendment.gaps)
    return gettext("Semua tempat nama lama sudah dicakup rancangan ini.")


def _signs(signs: Indicators) -> Iterator[str]:
    if not signs.articles:
        yield gettext("Belum ada pasal yang tercatat, jadi tandanya belum dapat dihitung.")
        return
    yield gettext(
        "Materi: %(touched)s dari %(articles)s pasal berubah (%(percent)s%%).",
        touched=signs.touched,
        articles=signs.articles,
        percent=signs.percent,
    )
    yield gettext(
        "Sistematika: %(inserted)s pasal disisipkan, %(repealed)s pasal dihapus, %(headings)s judul berubah.",
        inserted=signs.inserted,
        repealed=signs.repealed,
        headings=signs.headings,
    )
    if signs.agencies:
        yield gettext("Esensi: menyentuh perangkat daerah %(names)s.", names=", ".join(signs.agencies))
    else:
        yield gettext("Esensi: tidak menyentuh perangkat daerah lain.")


def _decided(decision: Decision | None, page: ProposalPage) -> str:
    if decision is None:
        return ""
    return gettext("%(by)s. Alasan: %(reason)s", by=_by(decision, page), reason=decision.reason)


def _by(decision: Decision | None, page: ProposalPage) -> str:
    if decision is None:
        return ""
    at = format_instant(decision.at, page.government.zone)
    return gettext("%(who)s, %(at)s", who=decision.who, at=at)
