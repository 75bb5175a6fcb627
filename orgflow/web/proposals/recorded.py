"""Who is offered as the leader for whom a step is recorded."""

from flask_babel import gettext

from orgflow.domain.proposals.routes import RouteStep
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.recording import Holder, holders_of_step
from orgflow.web.current import current_context
from orgflow.web.proposals.step_forms import StepForm
from orgflow.web.settings.authority_words import CAPACITIES

NAMES_LIST = "nama-pejabat"
"""The id of the list of names in the step's page."""


def known_holders(page: ProposalPage, step: RouteStep | None) -> tuple[Holder, ...]:
    """Return who is known to hold the post of a step today, each once."""
    if step is None:
        return ()
    return tuple(dict.fromkeys(holders_of_step(current_context(), page.id, step.key, page.today)))


def offer_names(form: StepForm, known: tuple[Holder, ...]) -> None:
    """Offer the names in the field, the only one written in; any other may be typed."""
    if "person" not in form:
        return
    if not known:
        form.person.description = gettext(
            "Pejabatnya belum tercatat di Struktur; tulis nama seperti pada lembar parafnya."
        )
        return
    if len(known) == 1 and not form.person.data and not form.is_submitted():
        form.person.data = known[0].name
    said = "; ".join(f"{one.name} ({CAPACITIES[one.kind]} {one.post})" for one in known)
    form.person.description = gettext("Menurut Struktur hari ini: %(who)s.", who=said)
    form.person.render_kw = {**(form.person.render_kw or {}), "list": NAMES_LIST}
