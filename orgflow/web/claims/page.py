"""*Pernyataan dan buktinya* as its page prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_instant
from orgflow.domain.evidence.claims import mark_for
from orgflow.domain.evidence.entries import EvidenceEntry
from orgflow.domain.evidence.resting import CONFIRMABLE, ClaimState, TextKind
from orgflow.services.claim_pages import BareView, ClaimsPage, ClaimView
from orgflow.services.claim_texts import PlacedText
from orgflow.web.letters.words import kind_name

_STATES: Final[dict[ClaimState, tuple[str, LazyString]]] = {
    ClaimState.RECHECK: ("yours", lazy_gettext("Perlu diperiksa")),
    ClaimState.UNKNOWN: ("bad", lazy_gettext("Kunci bukti tidak dikenal")),
    ClaimState.WITHDRAWN: ("bad", lazy_gettext("Buktinya sudah dihapus")),
    ClaimState.UNVERIFIED: ("rest", lazy_gettext("Bukti belum diverifikasi")),
    ClaimState.HELD: ("ok", lazy_gettext("Ada bukti")),
}
_ADVICE: Final[dict[ClaimState, LazyString]] = {
    ClaimState.RECHECK: lazy_gettext(
        "Buktinya berubah sesudah kalimat ini diperiksa. Bandingkan keduanya; perbaiki kalimatnya atau"
        " nyatakan masih benar."
    ),
    ClaimState.UNKNOWN: lazy_gettext(
        "Usulan ini tidak bersandar pada bukti dengan kunci itu. Perbaiki kuncinya di naskah, atau pilih"
        " dahulu buktinya."
    ),
    ClaimState.WITHDRAWN: lazy_gettext("Ganti buktinya atau hapus kalimatnya di naskah."),
    ClaimState.UNVERIFIED: lazy_gettext(
        "Cocokkan bukti itu dengan sumbernya, lalu tandai sudah diverifikasi."
    ),
}


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim; ``fields`` are what is sent to stand by it, empty where nobody may."""

    anchor: str
    sentence: str
    where: str
    where_url: str
    mark: str
    evidence: str
    source: str
    state: str
    words: str
    advice: str
    confirmed: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class BareLine:
    """One sentence without evidence; ``words`` are what gave it away."""

    sentence: str
    where: str
    where_url: str
    words: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry that texts may name."""

    mark: str
    sentence: str
    source: str
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The whole page."""

    state: str
    summary: str
    claims: tuple[ClaimLine, ...]
    bare: tuple[BareLine, ...]
    entries: tuple[EntryLine, ...]
    confirm_url: str


def claims_view(page: ClaimsPage) -> ClaimsView:
    """Return the claims for their page, those that wait for somebody first."""
    order = list(_STATES)
    ordered = sorted(page.claims, key=lambda view: order.index(view.state))
    state, summary = claims_summary(page)
    return ClaimsView(
        state,
        summary,
        tuple(_line(number, view, page) for number, view in enumerate(ordered, start=1)),
        tuple(_bare_line(view, page) for view in page.bare),
        tuple(map(entry_line, page.entries)),
        url_for("claims.confirm", proposal_id=page.proposal_id),
    )


def claims_summary(page: ClaimsPage) -> tuple[str, str]:
    """Return how the claims stand in one line, with the look of its state."""
    counts = {state: sum(view.state is state for view in page.claims) for state in ClaimState}
    waiting = counts[ClaimState.RECHECK]
    broken = counts[ClaimState.UNKNOWN] + counts[ClaimState.WITHDRAWN]
    told = tuple(_counted(waiting, broken, len(page.bare)))
    if told:
        return ("bad" if broken else "yours"), ", ".join(told)
    if not page.claims:
        return "rest", gettext("Belum ada pernyataan yang menyebut buktinya")
    return "ok", gettext("Semua pernyataan bersandar pada bukti yang sekarang")


def _counted(waiting: int, broken: int, bare: int) -> Iterator[str]:
    if waiting:
        yield gettext("%(count)s pernyataan perlu diperiksa", count=waiting)
    if broken:
        yield gettext("%(count)s pernyataan kehilangan buktinya", count=broken)
    if bare:
        yield gettext("%(count)s kalimat tanpa bukti", count=bare)


def entry_line(entry: EvidenceEntry) -> EntryLine:
    """Return an entry that texts may name."""
    return EntryLine(mark_for(entry.key), entry.sentence, _source(entry), not entry.is_verified)


def _line(number: int, view: ClaimView, page: ClaimsPage) -> ClaimLine:
    look, words = _STATES[view.state]
    may = page.may_confirm and view.state in CONFIRMABLE and view.entry is not None
    version = str(view.entry.version) if view.entry is not None else ""
    place = view.text.place
    fields = {"place_kind": str(place.kind), "place": place.key, "digest": view.digest}
    return ClaimLine(
        f"pernyataan-{number}",
        view.sentence,
        _where(view.text),
        _where_url(view.text, page),
        mark_for(view.evidence_key),
        view.entry.sentence if view.entry is not None else "",
        _source(view.entry) if view.entry is not None else "",
        look,
        str(words),
        str(_ADVICE.get(view.state, "")),
        _confirmed(view, page.zone),
        {**fields, "evidence_key": view.evidence_key, "seen_version": version} if may else {},
    )


def _confirmed(view: ClaimView, zone: str) -> str:
    if view.confirmed_by is None or view.confirmed_at is None:
        return ""
    at = format_instant(view.confirmed_at, zone)
    return gettext("Diperiksa %(who)s, %(at)s", who=view.confirmed_by, at=at)


def _bare_line(view: BareView, page: ClaimsPage) -> BareLine:
    return BareLine(
        view.bare.sentence,
        _where(view.text),
        _where_url(view.text, page),
        view.bare.words,
    )


def _where(text: PlacedText) -> str:
    if _is_letter(text):
        return gettext("%(kind)s, bagian %(part)s", kind=kind_name(text.kind), part=text.label)
    return gettext("Kajian, %(part)s", part=text.label)


def _where_url(text: PlacedText, page: ClaimsPage) -> str:
    if not _is_letter(text):
        return url_for("study.section", proposal_id=page.proposal_id, key=text.owner)
    end = "letter_writing.show" if text.is_open else "letters.show"
    return url_for(end, letter_id=text.owner)


def _is_letter(text: PlacedText) -> bool:
    return text.place.kind is TextKind.LETTER


def _source(entry: EvidenceEntry) -> str:
    return ", ".join(part for part in (entry.source, entry.dated) if part)
