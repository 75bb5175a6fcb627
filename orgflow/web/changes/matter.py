"""Materi usulan: operations, charts, tables, findings and impact, as their page prints them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.changes.apply import steps
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.services.context import Context
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.statements import sentence
from orgflow.web.changes.charts import Charts, charts
from orgflow.web.changes.consequences import Consequences, consequences
from orgflow.web.changes.noted import noted
from orgflow.web.changes.rows import Tables, tables
from orgflow.web.changes.sentences import Piece, finding_views, operation_pieces
from orgflow.web.messages import message_for
from orgflow.web.ministry.words import VERDICTS
from orgflow.web.notes.links import NoteLink, NoteLinks, note_links
from orgflow.web.proposals.lacks import FindingView


@dataclass(frozen=True, slots=True)
class OperationAct:
    """What may be done with one operation."""

    label: str
    url: str
    is_post: bool


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as a sentence; ``problem`` says why it does not apply, ``reason`` why it is proposed."""

    pieces: tuple[Piece, ...]
    actions: tuple[OperationAct, ...]
    problem: str
    is_sample: bool = False
    reason: str = ""
    note: NoteLink | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Materi usulan whole; ``answer`` says how it stands to an answer item by item, or nothing."""

    operations: tuple[OperationView, ...]
    asked: tuple[FindingView, ...]
    answer: str
    answer_url: str
    charts: Charts
    tables: Tables
    findings: tuple[FindingView, ...]
    consequences: Consequences | None


def matter(ctx: Context, page: ProposalPage) -> Matter:
    """Return Materi usulan of a proposal."""
    links = note_links(ctx, page.id)
    return Matter(
        tuple(_operations(page, links)),
        tuple(_asked(page)),
        _answer(page),
        url_for("proposals.ministry", proposal_id=page.id),
        charts(page),
        noted(tables(page), links),
        finding_views(page),
        consequences(ctx, page),
    )


def _operations(page: ProposalPage, links: NoteLinks) -> Iterable[OperationView]:
    met = steps(page.organisation_before, (placed.operation for placed in page.operations))
    for place, (operation, standing, refused) in enumerate(met):
        problem = message_for(refused) if refused is not None else ""
        pieces = operation_pieces(operation, standing, page)
        about = gettext("perubahan %(number)s", number=place + 1)
        note = links.of(PlaceKind.OPERATION, str(page.operations[place].id), about)
        yield OperationView(pieces, _acts(page, place), problem, reason=operation.reason or "", note=note)


def _answer(page: ProposalPage) -> str:
    if not page.granted:
        return ""
    if any(entry.become for entry in page.granted):
        return gettext("Daftar ini menurut jawaban Kemendagri.")
    return gettext("Kemendagri tidak menyetujui satu pun perubahan ini.")


def _asked(page: ProposalPage) -> Iterable[FindingView]:
    """Yield what was asked and answered otherwise, each as it met what was asked before it."""
    met = steps(page.organisation_before, (entry.asked for entry in page.granted))
    for entry, (operation, standing, _) in zip(page.granted, met, strict=True):
        if entry.verdict is not GrantVerdict.GRANTED:
            state, words = VERDICTS[entry.verdict]
            said = sentence(operation, standing)
            text = gettext("Perubahan %(number)s yang diminta: %(said)s.", number=entry.place, said=said)
            reason = gettext("Alasan: %(reason)s", reason=entry.reason) if entry.reason else ""
            yield FindingView(state, f"{words}.", text, None, "", reason)


def _acts(page: ProposalPage, place: int) -> tuple[OperationAct, ...]:
    if not page.is_editable:
        return ()

    placed = page.operations[place]

    def act(label: str, endpoint: str, *, is_post: bool = True) -> OperationAct:
        url = url_for(endpoint, proposal_id=page.id, operation_id=placed.id)
        return OperationAct(label, url, is_post)

    acts = [act(gettext("Ubah"), "operations.edit_form", is_post=False)]
    if place > 0:
        acts.append(act(gettext("Naikkan"), "changes.move_up"))
    if place < len(page.operations) - 1:
        acts.append(act(gettext("Turunkan"), "changes.move_down"))
    return (*acts, act(gettext("Hapus"), "changes.remove"))
