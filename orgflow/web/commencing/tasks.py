"""Commencements and what follows them, as tasks on Beranda."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.values import ProposalId
from orgflow.services.commencement_pages import CommencementDesk, Waiting, desk_commencements
from orgflow.services.context import Context
from orgflow.services.follow_ups import OpenList, open_follow_ups
from orgflow.web.home.desk import Task


@dataclass(frozen=True, slots=True)
class CommencingTasks:
    """What Beranda shows of commencements.

    Attributes:
        tasks: what the reader is to do.
        beside: proposals whose usual task on the road would lead to a closed door.
        ahead: sentences on what commences on a day that has not come, each with its address.
    """

    tasks: tuple[Task, ...]
    beside: frozenset[ProposalId]
    ahead: tuple[tuple[str, str], ...]


def commencing_tasks(ctx: Context) -> CommencingTasks:
    """Return what the reader is to do about commencements."""
    desk = desk_commencements(ctx)
    waiting = (*desk.unknown, *desk.held)
    return CommencingTasks(
        (*_of_days(desk, ctx.actor), *_of_lists(ctx)),
        frozenset(held.proposal_id for held in waiting),
        tuple((_scheduled(held), _show(held)) for held in desk.ahead),
    )


def _of_days(desk: CommencementDesk, reader: Actor) -> Iterator[Task]:
    if reader.may(Permission.COMMENCE):
        for held in desk.held:
            yield Task(
                gettext("Putuskan pemberlakuan %(law)s", law=_cited(held)),
                "bad",
                "",
                gettext("Harinya sudah tiba, tetapi belum dapat diberlakukan"),
                held.unit_name,
                held.is_sample,
                _show(held),
                gettext("Baca dan putuskan"),
            )
    if reader.may(Permission.RECORD_REGULATION):
        for held in desk.unknown:
            yield Task(
                gettext("Catat hari mulai berlaku %(law)s", law=_cited(held)),
                "yours",
                "",
                gettext("Hari mulai berlaku belum diketahui"),
                held.unit_name,
                held.is_sample,
                url_for("commencing.set_form", proposal_id=held.proposal_id),
                gettext("Catat harinya"),
            )


def _of_lists(ctx: Context) -> Iterator[Task]:
    if ctx.actor.may(Permission.COMMENCE):
        yield from map(_list_task, open_follow_ups(ctx))


def _list_task(held: OpenList) -> Task:
    return Task(
        gettext("Tindak lanjuti pemberlakuan %(unit)s", unit=held.unit_name),
        "yours",
        "",
        ngettext("%(num)s hal belum selesai", "%(num)s hal belum selesai", held.open_count),
        "",
        held.is_sample,
        url_for("commencing.follow_ups", proposal_id=held.proposal_id),
        gettext("Buka daftarnya"),
    )


def _scheduled(held: Waiting) -> str:
    day = format_date(held.effective_on) if held.effective_on is not None else ""
    return gettext("%(day)s: %(unit)s, %(law)s", day=day, unit=held.unit_name, law=_cited(held))


def _cited(held: Waiting) -> str:
    return gettext("Pergub Nomor %(number)s Tahun %(year)s", number=held.number, year=held.year or "")


def _show(held: Waiting) -> str:
    return url_for("commencing.show", proposal_id=held.proposal_id)
