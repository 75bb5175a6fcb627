"""From a sent step to the use case that takes it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.enactment import Commence, Enact, Promulgate, commence, enact, promulgate
from orgflow.services.road import TakeStep, take_step
from orgflow.services.uploads import CheckedUpload
from orgflow.web.office_form import DayField
from orgflow.web.proposals.step_forms import StepForm
from orgflow.web.uploads import pdf_from


@dataclass(frozen=True, slots=True)
class Taking:
    """Which step of which proposal is taken; ``key`` names the step of the route."""

    proposal_id: ProposalId
    action: Action
    key: str | None


def scan_of(form: StepForm) -> CheckedUpload | None:
    """Return the file that came with the step; why it is refused stands beside its field."""
    if not form.has_files:
        return None
    try:
        return pdf_from(form.scan)
    except DomainError as refused:
        form.point_out(refused)
        return None


def take(ctx: Context, move: Taking, form: StepForm, scan: CheckedUpload | None) -> UUID:
    """Take the step with what was sent.

    Raises:
        DomainError: whatever the road, the texts or the registry refuse.
    """
    found, seen = move.proposal_id, form.seen
    match move.action:
        case Action.ENACT:
            return enact(
                ctx,
                Enact(
                    found,
                    seen,
                    _text(form, "number"),
                    int(_text(form, "year")),
                    _text(form, "title"),
                    _day(form.enacted_on),
                    scan,
                    _text(form, "late_reason"),
                ),
            )
        case Action.PROMULGATE:
            gazette, reason = _text(form, "gazette_number"), _text(form, "early_reason")
            days = _day(form.promulgated_on), form.commences_on
            return promulgate(ctx, Promulgate(found, seen, gazette, *days, reason))
        case Action.COMMENCE:
            return commence(ctx, Commence(found, seen))
        case _:
            return take_step(
                ctx,
                TakeStep(
                    found,
                    move.action,
                    seen,
                    form.acted_on.day if "acted_on" in form else None,
                    _text(form, "reason"),
                    _text(form, "person"),
                    _text(form, "document_number"),
                    scan,
                    move.key if move.key is not None else _text(form, "return_to") or None,
                    _outcome(form),
                    _text(form, "late_reason"),
                    _basis(form),
                    _text(form, "doubt"),
                ),
            )


def _text(form: StepForm, name: str) -> str:
    """Return what was typed in a field; nothing when this step does not ask for it."""
    value = form[name].data if name in form else None
    return value if isinstance(value, str) else ""


def _outcome(form: StepForm) -> ReviewOutcome | None:
    chosen = _text(form, "outcome")
    return ReviewOutcome(chosen) if chosen in set(ReviewOutcome) else None


def _basis(form: StepForm) -> RecordingBasis:
    chosen = _text(form, "basis")
    return RecordingBasis(chosen) if chosen in set(RecordingBasis) else RecordingBasis.PARAF_SHEET


def _day(field: DayField) -> date:
    """Return the day of a field that must bear one.

    Raises:
        DateUnreadable: it is empty.
    """
    return field.day or parse_date("", field=field.short_name)
