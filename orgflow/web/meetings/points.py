"""What was agreed in a meeting: written down, carried out, put as a note on a place."""

from typing import Final
from uuid import UUID

from flask import Blueprint
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.meetings.responsible import KEEPERS
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.values import ProposalId
from orgflow.services.meeting_pages import PointView, list_note_places, show_meeting
from orgflow.services.meeting_points import (
    AgreePoint,
    NotePoint,
    SettlePoint,
    agree_point,
    note_point,
    settle_point,
)
from orgflow.services.note_places import Place
from orgflow.web.current import current_context
from orgflow.web.meetings.asking import Answer, Asked, Where, ask, taken
from orgflow.web.meetings.forms import OutcomeForm, PlaceForm, PointForm
from orgflow.web.notes.links import place_url
from orgflow.web.notes.words import KINDS_BY_SLUG, SLUGS, place_label
from orgflow.web.permissions import needs

_ADD: Final = "/<uuid:meeting_id>/kesepakatan"
_SETTLE: Final = f"{_ADD}/<uuid:point_id>/selesai"
_NOTE: Final = f"{_ADD}/<uuid:point_id>/catatan"
PARTED: Final = "|"


def register_points(bp: Blueprint) -> None:
    """Give the agreed points of meetings their routes."""
    guarded = needs(*KEEPERS, scope="unit")
    for path, endpoint, method, view in (
        (_ADD, "point_form", "GET", point_form),
        (_ADD, "agree", "POST", agree),
    ):
        bp.add_url_rule(path, endpoint, guarded(view), methods=[method])
    for path, endpoint, method, one in (
        (_SETTLE, "settle_form", "GET", settle_form),
        (_SETTLE, "settle", "POST", settle),
        (_NOTE, "note_form", "GET", note_form),
        (_NOTE, "note", "POST", note),
    ):
        bp.add_url_rule(path, endpoint, guarded(one), methods=[method])


def point_form(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Ask what was agreed."""
    (view,) = show_meeting(current_context(), proposal_id, meeting_id).meetings
    return ask(_agreeing(proposal_id, meeting_id, PointForm(revision=view.revision)))


def agree(proposal_id: UUID, meeting_id: UUID) -> Answer:
    """Write down what was agreed."""
    form = PointForm()
    asked = _agreeing(proposal_id, meeting_id, form)

    def act() -> str:
        command = AgreePoint(ProposalId(proposal_id), meeting_id, form.seen, form.point)
        agree_point(current_context(), command)
        return asked.back_url

    return taken(asked, act, gettext("Kesepakatan dicatat."))


def settle_form(proposal_id: UUID, meeting_id: UUID, point_id: UUID) -> Answer:
    """Ask how a point was carried out."""
    return ask(_settling(proposal_id, meeting_id, _point(proposal_id, meeting_id, point_id), OutcomeForm()))


def settle(proposal_id: UUID, meeting_id: UUID, point_id: UUID) -> Answer:
    """Keep that a point was carried out."""
    form = OutcomeForm()
    asked = _settling(proposal_id, meeting_id, _point(proposal_id, meeting_id, point_id), form)

    def act() -> str:
        command = SettlePoint(ProposalId(proposal_id), meeting_id, point_id, form.outcome.data or "")
        settle_point(current_context(), command)
        return asked.back_url

    return taken(asked, act, gettext("Kesepakatan dicatat sudah dilaksanakan."))


def note_form(proposal_id: UUID, meeting_id: UUID, point_id: UUID) -> Answer:
    """Ask on which place a point is put as a note."""
    return ask(
        _noting(proposal_id, meeting_id, _point(proposal_id, meeting_id, point_id), _places(proposal_id))
    )


def note(proposal_id: UUID, meeting_id: UUID, point_id: UUID) -> Answer:
    """Put a point as a note on a place."""
    form = _places(proposal_id)
    asked = _noting(proposal_id, meeting_id, _point(proposal_id, meeting_id, point_id), form)

    def act() -> str:
        slug, _, key = str(form.place.data).partition(PARTED)
        kind = KINDS_BY_SLUG[slug]
        note_point(current_context(), NotePoint(ProposalId(proposal_id), meeting_id, point_id, kind, key))
        return place_url(proposal_id, kind, key)

    return taken(asked, act, gettext("Kesepakatan menjadi catatan pada tempatnya."))


def _places(proposal_id: UUID) -> PlaceForm:
    form = PlaceForm()
    places = list_note_places(current_context(), proposal_id)
    form.place.choices = [(f"{SLUGS[place.kind]}{PARTED}{place.key}", _choice(place)) for place in places]
    return form


def _choice(place: Place) -> str:
    if place.kind is not PlaceKind.OPERATION:
        return place_label(place)
    return gettext("%(label)s: %(words)s", label=place_label(place), words=place.words.split("\n")[0][:90])


def _point(proposal_id: UUID, meeting_id: UUID, point_id: UUID) -> PointView:
    (view,) = show_meeting(current_context(), proposal_id, meeting_id).meetings
    found = next((point for point in view.points if point.id == point_id), None)
    if found is None:
        raise NotFound
    return found


def _agreeing(proposal_id: UUID, meeting_id: UUID, form: PointForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Catat kesepakatan"),
        gettext("Satu kesepakatan satu kali; penanggung jawabnya melihatnya di Beranda."),
        form,
        where.url("agree"),
        where.url("show"),
        gettext("Simpan kesepakatan"),
        proposal_id,
    )


def _settling(proposal_id: UUID, meeting_id: UUID, point: PointView, form: OutcomeForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Kesepakatan sudah dilaksanakan"),
        point.text,
        form,
        where.url("settle", point.id),
        where.url("show"),
        gettext("Catat sudah dilaksanakan"),
        proposal_id,
    )


def _noting(proposal_id: UUID, meeting_id: UUID, point: PointView, form: PlaceForm) -> Asked:
    where = Where(proposal_id, meeting_id)
    return Asked(
        gettext("Jadikan catatan pada usulan"),
        point.text,
        form,
        where.url("note", point.id),
        where.url("show"),
        gettext("Jadikan catatan"),
        proposal_id,
    )
