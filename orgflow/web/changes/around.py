"""What else names the touched units: regulations, letters that left, other running proposals."""

from collections.abc import Iterable, Iterator

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.papers.case import Citing
from orgflow.services.context import Context
from orgflow.services.papers.surroundings import show_citing
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.groups import Group
from orgflow.web.proposals.lacks import FindingView


def around(ctx: Context, page: ProposalPage) -> Iterator[Group]:
    """Yield the groups of what stands around a proposal, each line with the way to its mending."""
    held = show_citing(ctx, page.id)
    if held.regulations:
        way = url_for("drafts.show", proposal_id=page.id)
        lines = tuple(_line(one, way, gettext("Lihat rancangan Pergub")) for one in held.regulations)
        yield Group(
            ngettext("%(num)s peraturan memuat nama lama", "%(num)s peraturan memuat nama lama", len(lines)),
            lines,
            is_told=True,
        )
    if held.letters:
        way = url_for("letters.index")
        lines = tuple(_line(one, way, gettext("Buka daftar surat")) for one in held.letters)
        yield Group(gettext("Surat yang memuat nama lama"), lines, is_told=True)
    if held.proposals:
        yield Group(
            gettext("Usulan lain yang menyentuh unit yang sama"),
            tuple(_others(ctx, held.proposals)),
            is_told=False,
        )


def _others(ctx: Context, proposals: Iterable[Citing]) -> Iterator[FindingView]:
    """Yield the other proposals; only who sees beyond a unit is led to them."""
    for one in proposals:
        is_open = ctx.actor.unit_id is None and one.held_id is not None
        way = url_for("proposals.show", proposal_id=one.held_id) if is_open else None
        yield _line(one, way, gettext("Buka usulannya") if is_open else "")


def _line(one: Citing, way: str | None, link: str) -> FindingView:
    words = gettext(
        "%(what)s: %(where)s, tentang %(unit)s.", what=one.what, where=one.where, unit=one.unit_name
    )
    return FindingView("rest", "", words, way, link, "")
