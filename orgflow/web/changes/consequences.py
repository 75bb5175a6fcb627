"""Dampak: what the operations leave open and whom they touch, each with its mending; what is counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from flask import url_for
from flask_babel import gettext, lazy_gettext, ngettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.impact import EchelonTotal, Impact, ImpactCode, ImpactLine, impact
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.changes.tally import Became, Tally, tally
from orgflow.domain.values import PostId, UnitId
from orgflow.services.affected import holders_of
from orgflow.services.changes import branch_of
from orgflow.services.context import Context
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.around import around
from orgflow.web.changes.groups import Group
from orgflow.web.proposals.lacks import FindingView
from orgflow.web.registry.words import APPOINTMENTS

C = ImpactCode

_HEADINGS: Final[dict[ImpactCode, LazyString]] = {
    C.POST_WITHOUT_HOME: lazy_gettext("Jabatan tanpa tempat"),
    C.FUNCTION_ORPHANED: lazy_gettext("Tugas dan fungsi tanpa pemilik"),
    C.FUNCTION_OWNED_TWICE: lazy_gettext("Tugas dan fungsi berpemilik ganda"),
    C.UNIT_WITHOUT_FUNCTIONS: lazy_gettext("Unit tanpa tugas dan fungsi"),
    C.UNIT_WITHOUT_HEAD: lazy_gettext("Unit tanpa jabatan kepala"),
    C.SEVERAL_HEADS: lazy_gettext("Unit dengan beberapa jabatan kepala"),
    C.SUBORDINATE_TOUCHED: lazy_gettext("Unit di bawah yang berubah"),
}


_WORDS: Final[dict[ImpactCode, LazyString]] = {
    C.POST_WITHOUT_HOME: lazy_gettext("%(what)s pada %(unit)s berakhir tanpa dinyatakan."),
    C.FUNCTION_ORPHANED: lazy_gettext(
        "“%(what)s” dari %(unit)s tidak diteruskan dan tidak dinyatakan dihapus."
    ),
    C.FUNCTION_OWNED_TWICE: lazy_gettext("“%(what)s” ada pada %(unit)s dan juga pada %(other)s."),
    C.UNIT_WITHOUT_FUNCTIONS: lazy_gettext("%(unit)s belum mempunyai tugas dan fungsi."),
    C.UNIT_WITHOUT_HEAD: lazy_gettext("%(unit)s belum mempunyai jabatan kepala."),
    C.SEVERAL_HEADS: lazy_gettext("%(unit)s mempunyai %(what)s jabatan kepala."),
    C.SUBORDINATE_TOUCHED: lazy_gettext("%(unit)s berada di bawah %(other)s, yang berubah."),
}
_MENDED_BY: Final[dict[ImpactCode, tuple[str, str, LazyString]]] = {
    C.FUNCTION_OWNED_TWICE: ("ubah-tugas-fungsi", "unit", lazy_gettext("Ubah tugas dan fungsinya")),
    C.UNIT_WITHOUT_FUNCTIONS: ("ubah-tugas-fungsi", "unit", lazy_gettext("Tulis tugas dan fungsinya")),
    C.UNIT_WITHOUT_HEAD: ("bentuk-jabatan", "unit", lazy_gettext("Bentuk jabatan kepalanya")),
    C.SEVERAL_HEADS: ("hapus-jabatan", "unit", lazy_gettext("Hapus salah satunya")),
    C.SUBORDINATE_TOUCHED: ("ganti-nama", "unit_id", lazy_gettext("Ganti juga namanya")),
}
"""The kind of change that mends a line, the name under which it is told the unit, and the link's words."""


@dataclass(frozen=True, slots=True)
class Total:
    """One row of the totals: echelon, and posts and seats before and after."""

    label: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """The impact whole; ``is_plain`` where nothing but names changes."""

    groups: tuple[Group, ...]
    counts: tuple[str, ...]
    totals: tuple[Total, ...]
    is_plain: bool


def consequences(ctx: Context, page: ProposalPage) -> Consequences | None:
    """Return the impact of a proposal; None without operations, or while they do not apply."""
    listed = [placed.operation for placed in page.operations]
    if not listed or page.broken_by is not None:
        return None
    found = impact(page.organisation_before, page.organisation_after, listed)
    counted = tally(page.organisation_before, page.organisation_after)
    return Consequences(
        (*_groups(page, found), *_officials(ctx, page, found), *around(ctx, page)),
        tuple(_counts(counted)),
        tuple(_totals(found.totals)),
        all(isinstance(operation, RenameUnit) for operation in listed),
    )


def _groups(page: ProposalPage, found: Impact) -> Iterator[Group]:
    for code, heading in _HEADINGS.items():
        lines = tuple(_line(page, line) for line in found.lines if line.code is code)
        if lines:
            yield Group(
                gettext("%(heading)s: %(count)s", heading=heading, count=len(lines)),
                lines,
                code is C.SUBORDINATE_TOUCHED,
            )


def _line(page: ProposalPage, line: ImpactLine) -> FindingView:
    state = "rest" if line.code is C.SUBORDINATE_TOUCHED else "yours"
    url, link = _mend(page, line) if page.is_editable else (None, "")
    said = {"unit": line.unit_name, "other": line.other_name, "what": line.detail}
    return FindingView(state, "", str(_WORDS[line.code]) % said, url, link, "")


def _mend(page: ProposalPage, line: ImpactLine) -> tuple[str | None, str]:
    """Return where a line is mended: the operation behind it, or one that is still to be added."""
    if line.code not in _MENDED_BY or line.unit_id not in page.after.units:
        return _ending(page, line.unit_id)
    listed = [placed.operation for placed in page.operations]
    reach = branch_of(page.unit.id, page.organisation_before, listed).intersection(page.after.units)
    # A function that two units own is mended at the one that the proposal may change.
    wanted = (line.unit_id, line.other_id) if line.code is C.FUNCTION_OWNED_TWICE else (line.unit_id,)
    unit_id = next((one for one in wanted if one in reach), None)
    if unit_id is None:
        return None, ""
    kind, name, label = _MENDED_BY[line.code]
    given = {name: unit_id, **({"role": "head"} if line.code is C.UNIT_WITHOUT_HEAD else {})}
    return _add(page, kind, **given), str(label)


def _ending(page: ProposalPage, unit_id: UnitId) -> tuple[str | None, str]:
    """Return the operation by which a unit ends, itself or with the one above it."""
    path = {unit.id for unit in page.before.path(unit_id)}
    for number, placed in enumerate(page.operations, start=1):
        match placed.operation:
            case ops.AbolishUnit(unit_id=ended) | ops.SplitUnit(unit_id=ended):
                is_it = ended in path
            case ops.MergeUnits(unit_ids=ended_ids):
                is_it = unit_id in ended_ids
            case _:
                is_it = False
        if is_it:
            url = url_for("operations.edit_form", proposal_id=page.id, operation_id=placed.id)
            return url, gettext("Perbaiki perubahan %(number)s", number=number)
    return None, ""


def _add(page: ProposalPage, kind: str, **given: object) -> str:
    way = url_for("operations.add_form", proposal_id=page.id, kind=kind)
    return f"{way}?{urlencode({name: str(value) for name, value in given.items()})}"


def _officials(ctx: Context, page: ProposalPage, found: Impact) -> Iterator[Group]:
    """Yield the posts whose holders must hear of it, each with its unit's page."""
    if not found.touched_posts:
        return
    before = page.organisation_before
    touched = [before.post(post_id) for post_id in found.touched_posts]
    holders = holders_of(ctx, touched, page.today)
    lines = []
    for post in touched:
        named = [
            f"{holder.name} ({APPOINTMENTS[holder.kind]})" for holder in holders.get(PostId(post.id), ())
        ]
        who = ", ".join(named) or gettext("pejabat sekarang belum diketahui")
        text = gettext(
            "%(post)s pada %(unit)s: %(who)s",
            post=before.title_of(post),
            unit=before.units[post.unit_id].name,
            who=who,
        )
        url = url_for("organisation.show_unit", unit_id=post.unit_id)
        lines.append(FindingView("rest", "", f"{text}.", url, gettext("Buka unitnya"), ""))
    heading = ngettext("%(num)s jabatan tersentuh", "%(num)s jabatan tersentuh", len(lines))
    yield Group(heading, tuple(lines), is_told=True)


def _counts(counted: Tally) -> Iterator[str]:
    for label, held in ((gettext("Unit"), counted.units), (gettext("Jabatan"), counted.posts)):
        words = {
            Became.CREATED: gettext("%(count)s baru", count=len(held[Became.CREATED])),
            Became.ABOLISHED: gettext("%(count)s dihapus", count=len(held[Became.ABOLISHED])),
            Became.MOVED: gettext("%(count)s pindah", count=len(held[Became.MOVED])),
            Became.RENAMED: gettext("%(count)s ganti nama", count=len(held[Became.RENAMED])),
        }
        said = [text for became, text in words.items() if held[became]]
        if said:
            yield gettext("%(what)s: %(changes)s.", what=label, changes=", ".join(said))


def _totals(totals: Iterable[EchelonTotal]) -> Iterator[Total]:
    """Yield the echelons, and all of them together, when any of them differs."""
    held = list(totals)
    if all((one.posts_before, one.seats_before) == (one.posts_after, one.seats_after) for one in held):
        return
    whole = EchelonTotal(
        None,
        sum(one.posts_before for one in held),
        sum(one.posts_after for one in held),
        sum(one.seats_before for one in held),
        sum(one.seats_after for one in held),
    )
    for one in held:
        known = gettext("Eselon %(echelon)s", echelon=one.echelon)
        yield _total(known if one.echelon else gettext("Eselon tidak tercatat"), one)
    yield _total(gettext("Seluruhnya"), whole)


def _total(label: str, one: EchelonTotal) -> Total:
    return Total(
        label,
        gettext("%(posts)s jabatan, %(seats)s formasi", posts=one.posts_before, seats=one.seats_before),
        gettext("%(posts)s jabatan, %(seats)s formasi", posts=one.posts_after, seats=one.seats_after),
        f"{one.seats_after - one.seats_before:+d}".replace("-", "−").replace("+0", "0"),
    )
