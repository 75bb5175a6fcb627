"""Data dukung of a proposal: what it rests on, chosen from the registers and let go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.entries import EvidenceEntry, EvidenceKind, EvidenceRef
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.services.bringing import BRINGERS
from orgflow.services.evidence_claims import PlacedClaim
from orgflow.services.evidence_files import enclosed_precedents, evidence_file
from orgflow.services.evidence_pages import ProposalEvidence, show_evidence
from orgflow.services.evidence_register import (
    ChooseEvidence,
    LetEvidenceGo,
    choose_evidence,
    let_evidence_go,
)
from orgflow.services.evidence_words import trust_words
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.settings import NothingChanged
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.evidence_registers.forms import ChooseForm, nothing_chosen
from orgflow.web.evidence_registers.page import printed
from orgflow.web.evidence_registers.words import GROUPS, claim_words
from orgflow.web.handing_out import handed_out
from orgflow.web.messages import message_for
from orgflow.web.notes.words import place_label
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header
from orgflow.web.proposals.stale import overtaken_page

bp = Blueprint("proposal_evidence", __name__, url_prefix="/usulan/<uuid:proposal_id>/data-dukung")
Answer = Response | tuple[str, int]
_CHECKED: Final = "bukti"


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry as the page lists it; ``value`` is what its box of the form says."""

    key: str
    sentence: str
    origin: str
    state: str
    words: str
    value: str
    let_go_url: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The entries of one kind."""

    title: str
    anchor: str
    entries: tuple[ShownEntry, ...]


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> Answer:
    """Show what the proposal rests on, and what else the registers hold."""
    held = show_evidence(current_context(), proposal_id)
    return _page(proposal_id, held, ChooseForm())


@bp.post("")
@needs(*BRINGERS, scope="unit")
def choose(proposal_id: UUID) -> Answer:
    """Rest the proposal on what was checked."""
    form = ChooseForm()
    if form.validate_on_submit():
        try:
            refs = tuple(_refs(request.form.getlist(_CHECKED)))
            command = ChooseEvidence(ProposalId(proposal_id), refs, form.counted_on.day)
            choose_evidence(current_context(), command)
        except NotEditable:
            return _overtaken(proposal_id, gettext("Pilih data dukung"))
        except NothingChanged:
            form.form_errors.append(nothing_chosen())
        except DomainError as refused:
            form.form_errors.append(str(message_for(refused)))
        else:
            flash(gettext("Data dukung dipakai usulan ini."), "success")
            return redirect(url_for(".index", proposal_id=proposal_id), code=303)
    return _page(proposal_id, show_evidence(current_context(), proposal_id), form)


@bp.post("/<kind>/<uuid:entry_id>/lepas")
@needs(*BRINGERS, scope="unit")
def let_go(proposal_id: UUID, kind: str, entry_id: UUID) -> Answer:
    """Rest the proposal on an entry no more."""
    if kind not in set(EvidenceKind):
        raise NotFound
    ref = EvidenceRef(EvidenceKind(kind), entry_id)
    try:
        let_evidence_go(current_context(), LetEvidenceGo(ProposalId(proposal_id), ref))
    except NotEditable:
        return _overtaken(proposal_id, gettext("Lepas data dukung"))
    flash(gettext("Data dukung dilepas. Ia tetap tercatat di registernya."), "success")
    return redirect(url_for(".index", proposal_id=proposal_id), code=303)


@bp.get("/unduh/pembanding.<form>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def precedents(proposal_id: UUID, form: str) -> Response:
    """Hand out the precedents on which the proposal rests, as its lampiran."""
    if form not in set(PaperFormat):
        raise NotFound
    ctx = current_context()
    file = evidence_file(ctx, enclosed_precedents(ctx, proposal_id), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


def _overtaken(proposal_id: UUID, heading: str) -> Page:
    ctx = current_context()
    return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading, {})


def _lampiran(proposal_id: UUID) -> tuple[Link, ...]:
    return printed(lambda form: url_for(".precedents", proposal_id=proposal_id, form=form))


def _refs(values: Iterable[str]) -> Iterator[EvidenceRef]:
    """Yield what was checked; what names no entry is left out."""
    for value in values:
        kind, _, entry_id = value.partition(":")
        try:
            yield EvidenceRef(EvidenceKind(kind), UUID(entry_id))
        except ValueError:
            continue


def _page(proposal_id: UUID, held: ProposalEvidence, form: ChooseForm) -> tuple[str, int]:
    page = show_proposal(current_context(), proposal_id)
    if not form.is_submitted():
        form.counted_on.data = ""
    checked = frozenset(request.form.getlist(_CHECKED))
    body = render_template(
        "evidence_registers/proposal.html",
        head=header(page, "proposal_evidence.index"),
        groups=_groups(proposal_id, held.entries, may_choose=held.may_choose),
        summary=_summary(held.entries),
        offered=_groups(proposal_id, held.offered, checked=checked) if held.may_choose else (),
        form=form if held.may_choose else None,
        has_partners=held.has_partners,
        today=day_text(held.today),
        claims=[_claim(one) for one in held.claims],
        files=_lampiran(proposal_id) if held.has_precedents else (),
        url=url_for(".choose", proposal_id=proposal_id),
        workload_url=url_for("workload.show", proposal_id=proposal_id),
        claims_url=url_for("claims.show", proposal_id=proposal_id),
    )
    return body, form.status


def _groups(
    proposal_id: UUID,
    entries: Iterable[EvidenceEntry],
    *,
    may_choose: bool = False,
    checked: frozenset[str] = frozenset(),
) -> tuple[ShownGroup, ...]:
    return tuple(
        ShownGroup(
            str(GROUPS[kind]),
            str(kind),
            tuple(_shown(proposal_id, one, may_choose=may_choose, checked=checked) for one in found),
        )
        for kind, found in groupby(entries, key=lambda one: one.ref.kind)
    )


def _shown(
    proposal_id: UUID, entry: EvidenceEntry, *, may_choose: bool, checked: frozenset[str]
) -> ShownEntry:
    value = f"{entry.ref.kind}:{entry.ref.id}"
    url = url_for(".let_go", proposal_id=proposal_id, kind=str(entry.ref.kind), entry_id=entry.ref.id)
    state, words = "ok" if entry.is_verified else "yours", trust_words(entry.is_verified)
    if entry.is_withdrawn:
        state, words = "bad", gettext("Sudah dikeluarkan dari registernya; lepas atau ganti")
    origin = gettext(
        "Sumber: %(source)s. Dicatat oleh %(who)s.", source=entry.source.rstrip("."), who=entry.recorded_by
    )
    return ShownEntry(
        entry.key, entry.sentence, origin, state, words, value, url if may_choose else "", value in checked
    )


def _summary(entries: tuple[EvidenceEntry, ...]) -> tuple[str, str]:
    unsure = sum(not entry.is_verified for entry in entries)
    gone = any(entry.is_withdrawn for entry in entries)
    count = ngettext("%(num)s data dukung dipakai", "%(num)s data dukung dipakai", len(entries))
    if not unsure:
        return "ok", count
    left = ngettext("%(num)s belum diverifikasi", "%(num)s belum diverifikasi", unsure)
    return "bad" if gone else "yours", f"{count}, {left}"


def _claim(one: PlacedClaim) -> tuple[str, str]:
    """Return where a claim stands with its sentence, and what contradicts it."""
    found = one.found
    where = gettext("%(place)s: “%(sentence)s”", place=place_label(one.place), sentence=found.sentence)
    return where, claim_words(found)
