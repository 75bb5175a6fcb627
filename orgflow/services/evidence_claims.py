"""Claims of being the only one in a proposal's texts that the register of precedents contradicts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.precedents import Precedent, of_others
from orgflow.domain.evidence.uniqueness import Contradiction, contradictions
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.values import ProposalId
from orgflow.services.claim_texts import study_texts
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.note_places import Place, places_of
from orgflow.services.precedents import held_precedents
from orgflow.services.use_case import read
from orgflow.store import governments

TEXTS: Final = (PlaceKind.SECTION, PlaceKind.OPERATION, PlaceKind.PASSAGE)
"""The places of a proposal, its study apart, at which somebody writes sentences."""


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A contradicted claim and the place of the proposal that makes it."""

    place: Place
    found: Contradiction


def claims_of(ctx: Context, dossier: Dossier) -> tuple[PlacedClaim, ...]:
    """Return the contradicted claims of a proposal's texts, in the gate's session."""
    rows = rivals(ctx)
    if not any(row.has_humas for row in rows):
        return ()
    return tuple(
        PlacedClaim(place, found)
        for place in _places(ctx, dossier)
        for found in contradictions(place.words, rows)
    )


@read(requires=Permission.VIEW_LETTERS)
def claims_in(ctx: Context, text: str) -> tuple[Contradiction, ...]:
    """Return the claims of a text that the register contradicts."""
    return contradictions(text, rivals(ctx))


def rivals(ctx: Context) -> tuple[Precedent, ...]:
    """Return the precedents of other provinces."""
    own = governments.government(ctx.session, ctx.government_id).name
    return of_others((one.precedent for one in held_precedents(ctx)), own)


def _places(ctx: Context, dossier: Dossier) -> Iterator[Place]:
    for kind in TEXTS:
        yield from places_of(ctx, dossier, kind).values()
    for section in study_texts(ctx, ProposalId(dossier.row.id)):
        yield Place(PlaceKind.STUDY_SECTION, section.owner, section.label, section.text)
