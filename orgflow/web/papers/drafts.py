"""Rancangan Pergub on its page, with the articles behind each operation and every place of an old name."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.services.papers.drafts import DraftPage, show_draft
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context
from orgflow.web.papers.page import paper_view
from orgflow.web.papers.views import paper_crumbs
from orgflow.web.permissions import needs

bp = Blueprint("drafts", __name__, url_prefix="/usulan/<uuid:proposal_id>/naskah")


@dataclass(frozen=True, slots=True)
class BoundView:
    """An operation with the articles that carry it out."""

    sentence: str
    articles: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place where an old name stands."""

    citation: str
    name: str
    excerpt: str
    is_covered: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """What stands behind a draft: ``regulation_url`` leads to where articles are recorded."""

    operations: tuple[BoundView, ...]
    places: tuple[PlaceView, ...]
    unplaced: tuple[str, ...]
    has_articles: bool
    summary: str
    is_whole: bool
    regulation_url: str | None


@bp.get("/rancangan-pergub")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show_regulation(proposal_id: UUID) -> str:
    """Show the draft regulation with what stands behind it."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    held = show_draft(ctx, proposal_id)
    return render_template(
        "papers/regulation.html",
        crumbs=paper_crumbs(page),
        view=paper_view(held.paper, page.id),
        draft=draft_view(held),
    )


def draft_view(held: DraftPage) -> DraftView:
    """Return what stands behind a draft, in words."""
    found, base = held.amendment, held.case.regulation
    return DraftView(
        tuple(BoundView(one.sentence, ", ".join(one.articles)) for one in held.operations),
        tuple(
            PlaceView(place.citation, place.name, place.excerpt, place.is_covered) for place in found.places
        ),
        found.unplaced,
        held.has_articles,
        _summary(held),
        held.has_articles and not found.uncovered and not found.unplaced,
        url_for("instruments.show", instrument_id=base.id) if base is not None else None,
    )


def _summary(held: DraftPage) -> str:
    if not held.has_articles:
        return gettext(
            "Pasal peraturan yang diubah belum dicatat, jadi bunyinya masih kosong dalam rancangan."
        )
    left = len(held.amendment.uncovered) + len(held.amendment.unplaced)
    if left:
        return gettext("%(count)s tempat belum dicakup rancangan ini.", count=left)
    return gettext("Semua tempat nama lama sudah dicakup rancangan ini.")
