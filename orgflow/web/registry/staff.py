"""Posts of a unit and who held them through time, as their page prints them."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.records import PostRecord
from orgflow.services.organisation.staffing import KeptPost, UnitStaff
from orgflow.services.organisation.unit_record import Term
from orgflow.web.formats import show_date
from orgflow.web.registry.acting import Link
from orgflow.web.registry.unit_pages import unit_crumbs, unit_url
from orgflow.web.registry.words import APPOINTMENTS, basis_words, period_words, state_of, term_words


@dataclass(frozen=True, slots=True)
class HolderView:
    """Someone who held a post; ``facts`` say in what quality, by which letter, and where it was read."""

    name: str
    period: str
    facts: tuple[str, ...]
    status: str
    acts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """A change of a post that lies ahead."""

    day: str
    words: str
    withdraw_url: str | None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post with everyone who held it."""

    title: str
    facts: tuple[str, ...]
    basis: str | None
    source: str
    status: str
    planned: tuple[PlannedPost, ...]
    holders: tuple[HolderView, ...]
    acts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StaffView:
    """Every post of a unit: those of the day, those to come, those that ended."""

    name: str
    crumbs: tuple[Link, ...]
    on_words: str
    unit_url: str
    found_url: str | None
    present: tuple[PostView, ...]
    planned: tuple[PostView, ...]
    past: tuple[PostView, ...]


def staff_view(page: UnitStaff) -> StaffView:
    """Return a unit's posts as they are printed."""
    views = [_post(page, post) for post in page.posts]
    crumbs = unit_crumbs(page.unit_id, page.unit_name)[:-1]
    return StaffView(
        page.unit_name,
        crumbs,
        show_date(page.on),
        unit_url(page.unit_id),
        url_for("keeping_posts.found_form", unit_id=page.unit_id) if page.may_keep else None,
        tuple(view for view in views if view.status == "now"),
        tuple(view for view in views if view.status == "plan"),
        tuple(view for view in views if view.status == "past"),
    )


def rank_words(record: PostRecord) -> tuple[str, ...]:
    """Return a post's echelon or rank, and its seats where there are several."""
    words: list[str] = []
    if record.echelon:
        words.append(gettext("eselon %(echelon)s", echelon=record.echelon))
    if record.functional_rank:
        words.append(gettext("jenjang %(rank)s", rank=record.functional_rank))
    if record.seats > 1:
        words.append(gettext("%(count)s formasi", count=record.seats))
    return tuple(words)


def _post(page: UnitStaff, post: KeptPost) -> PostView:
    record = post.record
    end = post.timeline[-1].valid_to
    facts = (*rank_words(record), period_words(post.timeline[0].valid_from, end))
    # A post that went to another unit is no longer this one's.
    is_here = record.unit_id == page.unit_id
    status = state_of(record.valid_from, record.valid_to, page.on, page.today) if is_here else "past"
    return PostView(
        post.title,
        facts,
        basis_words(record.basis, page.regulations),
        record.basis.source,
        status,
        _planned(page, post),
        tuple(_holder(page, term, page.on) for term in post.terms),
        _post_acts(post, status) if page.may_keep and is_here else (),
    )


def _planned(page: UnitStaff, post: KeptPost) -> tuple[PlannedPost, ...]:
    found = []
    for before, after in pairwise(post.timeline):
        if after.valid_from > page.today:
            url = url_for("keeping_posts.withdraw_form", post_id=post.id, mulai=after.valid_from.isoformat())
            words = _difference(before, after)
            found.append(PlannedPost(show_date(after.valid_from), words, url if page.may_keep else None))
    return tuple(found)


def _difference(before: PostRecord, after: PostRecord) -> str:
    said: list[str] = []
    if after.title != before.title and after.title:
        said.append(gettext("bernama %(title)s", title=after.title))
    if after.unit_id != before.unit_id:
        said.append(gettext("pindah ke unit lain"))
    if rank_words(after) != rank_words(before):
        said.append(", ".join(rank_words(after)) or gettext("tanpa eselon dan jenjang"))
    return "; ".join(said)


def _holder(page: UnitStaff, term: Term, on: date) -> HolderView:
    record, official = term.record, term.official
    facts = [str(APPOINTMENTS[record.kind])]
    if official.nip:
        facts.append(gettext("NIP %(nip)s", nip=official.nip))
    if official.rank:
        facts.append(official.rank)
    facts.append(record.letter or gettext("surat pengangkatan belum diisi"))
    held = record.holds_on(on)
    status = "now" if held else ("plan" if record.valid_from > page.today else "past")
    return HolderView(
        official.name, term_words(record), tuple(facts), status, _term_acts(term) if page.may_keep else ()
    )


def _post_acts(post: KeptPost, status: str) -> tuple[Link, ...]:
    if status == "past":
        return (Link(gettext("Ralat"), url_for("keeping_posts.correct_form", post_id=post.id)),)
    day = post.record.valid_from.isoformat() if status == "plan" else None
    return (
        Link(gettext("Catat pejabat"), url_for("keeping_officials.appoint_form", post_id=post.id)),
        Link(gettext("Perubahan resmi"), url_for("keeping_posts.change_form", post_id=post.id, pada=day)),
        Link(gettext("Ralat"), url_for("keeping_posts.correct_form", post_id=post.id, pada=day)),
        _end_or_withdraw(post, day),
    )


def _end_or_withdraw(post: KeptPost, planned_on: str | None) -> Link:
    if planned_on is None:
        return Link(gettext("Akhiri jabatan"), url_for("keeping_posts.end_form", post_id=post.id))
    url = url_for("keeping_posts.withdraw_form", post_id=post.id, mulai=planned_on)
    return Link(gettext("Batalkan"), url)


def _term_acts(term: Term) -> tuple[Link, ...]:
    key = term.record.appointment_id
    acts = [
        Link(gettext("Ralat"), url_for("keeping_officials.correct_form", appointment_id=key)),
        Link(gettext("Batalkan catatan"), url_for("keeping_officials.withdraw_form", appointment_id=key)),
    ]
    if term.record.valid_to is None:
        url = url_for("keeping_officials.leave_form", appointment_id=key)
        acts.insert(0, Link(gettext("Akhiri masa jabatan"), url))
    return tuple(acts)
