"""Where the new structure is seen once a change is in force."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.header import Link


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The places that show the change."""

    links: tuple[Link, ...]


def aftermath(page: ProposalPage) -> Aftermath | None:
    """Return where a change in force is seen; None before."""
    held = page.regulation
    if page.state is not ProposalState.IMPLEMENTED or held is None or held.effective_on is None:
        return None
    day = held.effective_on
    structure = Link(
        gettext("Lihat susunan per %(day)s", day=format_date(day)),
        url_for("organisation.show", pada=day.isoformat()),
    )
    units = tuple(
        Link(
            gettext("Lihat %(unit)s", unit=change.after.name),
            url_for("organisation.show_unit", unit_id=change.unit_id),
        )
        for change in page.changes
    )
    return Aftermath((structure, *units))
