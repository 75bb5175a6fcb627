"""Lembar paraf: the parafs of one sheet, recorded by TU in one go."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import Field, FileField, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.values import ProposalId
from orgflow.services.paraf_sheets import RecordSheet, SheetLine, record_sheet
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.step_offers import PlaceStatus
from orgflow.services.uploads import CheckedUpload
from orgflow.web.current import current_context
from orgflow.web.messages import message_for
from orgflow.web.office_form import DayField
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import page_crumbs, title_of_page
from orgflow.web.proposals.recorded import known_holders
from orgflow.web.proposals.step_forms import BASES
from orgflow.web.proposals.words import taker_of
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import PDF, pdf_from

bp = Blueprint("paraf_sheet", __name__, url_prefix="/usulan")
_AHEAD = (PlaceStatus.WAITING, PlaceStatus.LATER)
_DAY_HINT = lazy_gettext("Tulis tanggal seperti 7 Desember 2022.")
_LATER_HINT = lazy_gettext("Tulis tanggal seperti 7 Desember 2022. Kosongkan bila belum diparaf.")


class SheetForm(KeptForm):
    """What belongs to the sheet as a whole; a name and a day are asked of each paraf besides."""

    basis = RadioField(
        lazy_gettext("Dicatat dari"),
        [DataRequired(lazy_gettext("Pilih dari mana paraf dicatat."))],
        choices=[(str(basis), label) for basis, label in BASES.items()],
        default=str(RecordingBasis.PARAF_SHEET),
    )
    scan = FileField(
        lazy_gettext("Pindaian lembar paraf (PDF)"),
        description=lazy_gettext("Satu berkas bagi semua paraf di atas, paling besar 10 MB."),
        render_kw={"accept": PDF},
    )
    doubt = TextAreaField(
        lazy_gettext("Mengapa tetap dicatat?"),
        [Optional(), Length(max=2000)],
        description=lazy_gettext("Periksa dahulu nama dan tanggalnya. Alasan ini tampil dalam riwayat."),
        render_kw={"rows": 2},
    )

    def lines(self, steps: tuple[RouteStep, ...]) -> tuple[SheetLine, ...]:
        """Return the parafs that were filled in; one half filled in is pointed out."""
        return tuple(self._filled(steps))

    def _filled(self, steps: tuple[RouteStep, ...]) -> Iterator[SheetLine]:
        for number, step in enumerate(steps):
            name, day = self[f"person_{number}"], self[f"acted_on_{number}"]
            person, on = (name.data or "").strip(), _day_of(day)
            is_typed = person and person != name.default
            if is_typed and on is None and not day.errors:
                day.errors = [*day.errors, gettext("Tanggal parafnya belum diisi.")]
            elif on is not None and not person:
                name.errors = [*name.errors, gettext("Nama pejabatnya belum diisi.")]
            elif person and on is not None:
                yield SheetLine(step.key, person, on)

    def upload(self) -> CheckedUpload | None:
        """Return the scan; why it is refused stands beside its field."""
        try:
            return pdf_from(self.scan)
        except DomainError as refused:
            self.show(refused, field="scan")
            return None


@bp.get("/<uuid:proposal_id>/lembar-paraf")
@needs(Permission.RECORD_FOR_LEADERS)
def ask(proposal_id: UUID) -> tuple[str, int]:
    """Ask for the parafs of the sheet."""
    page = show_proposal(current_context(), proposal_id)
    return _page(page, _form(page))


@bp.post("/<uuid:proposal_id>/lembar-paraf")
@needs(Permission.RECORD_FOR_LEADERS)
def record(proposal_id: UUID) -> Response | tuple[str, int]:
    """Record the parafs of the sheet, all or none."""
    page = show_proposal(current_context(), proposal_id)
    form, steps = _form(page), sheet_steps(page)
    is_valid = form.validate_on_submit()
    lines, scan = form.lines(steps), form.upload()
    if is_valid and not form.errors:
        command = RecordSheet(
            ProposalId(proposal_id),
            form.seen,
            lines,
            RecordingBasis(form.basis.data),
            scan,
            form.doubt.data or "",
        )
        try:
            record_sheet(current_context(), command)
        except DomainError as refused:
            _tell(form, refused, proposal_id)
        else:
            flash(gettext("Paraf dicatat: %(count)s.", count=len(lines)), "success")
            return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)
    return _page(page, form)


def sheet_steps(page: ProposalPage) -> tuple[RouteStep, ...]:
    """Return the parafs that the reader may still record from one sheet, in their order.

    They are those of the open stage, without what is his own to give today.
    """
    return tuple(
        place.step
        for place in page.places
        if place.status in _AHEAD
        and place.step.key in page.recordable_parafs
        and place.step.stage is page.state
    )


def _tell(form: SheetForm, refused: DomainError, proposal_id: UUID) -> None:
    """Say beside the field or above the form why nothing was recorded."""
    if refused.facts.get("field") == "doubt":
        form.show(refused)
    elif refused.code == "stale_revision":
        now = show_proposal(current_context(), proposal_id)
        form.go_on_from(now.revision, message_for(refused))
    else:
        form.form_errors.append(message_for(refused))


def _day_of(field: Field) -> date | None:
    return field.day if isinstance(field, DayField) and not field.errors else None


def _form(page: ProposalPage) -> SheetForm:
    fields: dict[str, object] = {}
    steps = sheet_steps(page)
    for number, step in enumerate(steps):
        known = known_holders(page, step)
        fields[f"person_{number}"] = StringField(
            gettext("Nama pejabat"),
            [Length(max=200)],
            default=known[0].name if len(known) == 1 else "",
            render_kw={"autocomplete": "off"},
        )
        fields[f"acted_on_{number}"] = DayField(
            gettext("Tanggal paraf"),
            description=_LATER_HINT if len(steps) > 1 else _DAY_HINT,
        )
    made = type("FilledSheetForm", (SheetForm,), fields)
    if not issubclass(made, SheetForm):
        raise TypeError(made)
    return made(revision=page.revision)


def _page(page: ProposalPage, form: SheetForm) -> tuple[str, int]:
    steps = sheet_steps(page)
    body = render_template(
        "proposals/sheet.html",
        title=title_of_page(page),
        crumbs=page_crumbs(page),
        form=form,
        parafs=[
            (taker_of(step, page.unit), (form[f"person_{number}"], form[f"acted_on_{number}"]))
            for number, step in enumerate(steps)
        ],
        asks_doubt=bool(form.doubt.errors or form.doubt.data),
        save_url=url_for(".record", proposal_id=page.id),
        back_url=url_for("proposals.show", proposal_id=page.id),
    )
    return body, form.status
