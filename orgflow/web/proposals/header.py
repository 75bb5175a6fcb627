"""What stands above every part of a proposal: its title, where it stands, and the ways to its parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.phases import PHASES as PHASE_OF
from orgflow.domain.proposals.phases import PhaseStanding, PhaseStatus
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import Standing
from orgflow.services.proposal_pages import ProposalPage, StepView
from orgflow.services.proposal_time import show_time
from orgflow.web.access.delegation_words import behalf_of
from orgflow.web.current import current_context
from orgflow.web.messages import message_for
from orgflow.web.proposals.due_words import DueView, due_view
from orgflow.web.proposals.words import PHASE_PEOPLE, PHASES, Step, taker_of, where_it_is

PARTS: Final[tuple[tuple[str, LazyString], ...]] = (
    ("proposals.show", lazy_gettext("Ringkasan")),
    ("changes.show", lazy_gettext("Materi usulan")),
    ("overlap.index", lazy_gettext("Persandingan")),
    ("study.index", lazy_gettext("Kajian")),
    ("proposal_evidence.index", lazy_gettext("Data dukung")),
    ("evidence.show", lazy_gettext("Dokumen")),
    ("proposals.ministry", lazy_gettext("Tanggapan Kemendagri")),
    ("notes.index", lazy_gettext("Catatan")),
    ("meetings.index", lazy_gettext("Rapat")),
    ("proposals.history", lazy_gettext("Riwayat")),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase of the track, in words."""

    label: str
    small: str
    status: str


@dataclass(frozen=True, slots=True)
class Title:
    """What a proposal is called: semula and menjadi for a single rename, else a sentence."""

    before: str
    after: str
    sentence: str

    @property
    def line(self) -> str:
        """The title in one line, for lists."""
        if self.before and self.after:
            return gettext("%(before)s menjadi %(after)s", before=self.before, after=self.after)
        return self.sentence


@dataclass(frozen=True, slots=True)
class Ended:
    """How a road ended before its goal."""

    sentence: str
    reason: str
    url: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a proposal's pages; ``ended`` stands instead of the track."""

    name: str
    title: Title
    phases: tuple[PhaseView, ...]
    ended: Ended | None
    tabs: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    is_sample: bool
    problem: str
    mend_url: str | None
    due: DueView | None


class Rename(Protocol):
    """A unit's name before and after, wherever it is read from."""

    @property
    def before(self) -> Unit:
        """The unit as it is."""

    @property
    def after(self) -> Unit:
        """The unit as it is to be."""


def header(page: ProposalPage, here: str) -> Header:
    """Return the head of a proposal's page.

    Args:
        here: the endpoint of the part that is shown, or of the one it belongs to.
    """
    title = title_of_page(page)
    return Header(
        short_name(title, page.unit),
        title,
        phase_views(page.phases, page.standing, last_step(page.steps), page.unit, page.ahead.steps),
        ended_view(page),
        tuple(Link(str(word), url_for(end, proposal_id=page.id), end == here) for end, word in PARTS),
        (Link(gettext("Usulan"), url_for("proposals.index")),),
        page.government.is_sample,
        message_for(page.broken_by) if page.broken_by is not None else "",
        url_for("changes.show", proposal_id=page.id) if page.is_editable else None,
        due_view(show_time(current_context(), page.id).due),
    )


def page_crumbs(page: ProposalPage) -> tuple[Link, ...]:
    """Return the way back from a page below a proposal."""
    name = short_name(title_of_page(page), page.unit)
    return (
        Link(gettext("Usulan"), url_for("proposals.index")),
        Link(name, url_for("proposals.show", proposal_id=page.id)),
    )


def short_name(title: Title, unit: Unit) -> str:
    """Return what a proposal is called in a crumb."""
    if title.before:
        return gettext("Nama baru %(unit)s", unit=title.before)
    return gettext("Perubahan %(unit)s", unit=unit.name)


def subject_name(title: Title, unit: Unit) -> str:
    """Return what a task's sentence is about."""
    if title.before:
        return gettext("usulan nama baru %(unit)s", unit=title.before)
    return gettext("usulan perubahan %(unit)s", unit=unit.name)


def title_of_page(page: ProposalPage) -> Title:
    """Return the title as the operations say it, whether or not they still apply."""
    if len(page.operations) == 1:
        operation = page.operations[0].operation
        if isinstance(operation, RenameUnit) and operation.unit_id in page.before.units:
            return Title(page.before.unit(operation.unit_id).name, operation.new_name, "")
    return _sentence(page.unit, len(page.operations))


def title_of_changes(unit: Unit, changes: Sequence[Rename]) -> Title:
    """Return the title of a proposal in a list."""
    if len(changes) == 1 and changes[0].before.name != changes[0].after.name:
        return Title(changes[0].before.name, changes[0].after.name, "")
    return _sentence(unit, len(changes))


def _sentence(unit: Unit, changes: int) -> Title:
    if changes == 0:
        return Title("", "", gettext("Usulan perubahan %(unit)s", unit=unit.name))
    return Title("", "", gettext("Susunan %(unit)s: %(count)s perubahan", unit=unit.name, count=changes))


def phase_views(
    phases: Iterable[PhaseStanding],
    now: Standing,
    last: Step | None,
    unit: Unit,
    ahead: tuple[RouteStep, ...] = (),
) -> tuple[PhaseView, ...]:
    """Return the track in words, the exact state in the small line of the present phase.

    Args:
        ahead: the steps of the route that are still to come; a small track names nobody beside the present.
    """
    here = PHASE_OF.get(now.state)
    return tuple(
        PhaseView(
            str(PHASES[item.phase]),
            where_it_is(now, last, unit) if item.phase is here else _people(item, ahead, unit),
            str(item.status),
        )
        for item in phases
    )


def _people(item: PhaseStanding, ahead: tuple[RouteStep, ...], unit: Unit) -> str:
    if item.status is PhaseStatus.DONE:
        return ""
    if item.phase in PHASE_PEOPLE:
        return str(PHASE_PEOPLE[item.phase])
    return ", ".join(
        dict.fromkeys(taker_of(step, unit) for step in ahead if PHASE_OF[step.stage] is item.phase)
    )


def last_step(steps: Sequence[StepView]) -> StepView | None:
    """Return the latest step."""
    return steps[-1] if steps else None


def ended_view(page: ProposalPage) -> Ended | None:
    """Return the sentence for a road that ended before its goal; None for every other."""
    step = last_step(page.steps)
    if page.phases or step is None:
        return None
    successor = page.successor_id
    return Ended(
        ended_sentence(step),
        gettext("Alasan: %(reason)s", reason=step.reason) if step.reason else "",
        url_for("proposals.show", proposal_id=successor) if successor is not None else None,
        gettext("Buka usulan penggantinya"),
    )


def who_acted(step: StepView) -> str:
    """Return who took a step, with whoever it was taken for."""
    if step.on_behalf_of is None:
        return step.person or step.actor_name
    return f"{step.actor_name} {behalf_of(step.on_behalf_kind, step.on_behalf_of)}"


def ended_sentence(step: StepView) -> str:
    """Return how, when and by whom a road ended."""
    day, who = format_date(step.acted_on), who_acted(step).rstrip(".")
    if step.action is Action.WITHDRAW:
        return gettext("Ditarik pada %(day)s oleh %(who)s.", day=day, who=who)
    if step.action is Action.SUPERSEDE:
        return gettext("Diganti usulan baru pada %(day)s oleh %(who)s.", day=day, who=who)
    if step.action is Action.ANSWER_REJECTED:
        return gettext(
            "Ditolak Kementerian Dalam Negeri dengan surat nomor %(number)s tanggal %(day)s.",
            number=step.document_number or "",
            day=day,
        )
    return gettext("Ditolak pada %(day)s oleh %(who)s.", day=day, who=who)
