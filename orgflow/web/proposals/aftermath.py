"""What the office still does by custom once a change is in force, and where the new structure is seen."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.header import Link

_CUSTOM: Final[tuple[LazyString, ...]] = (
    lazy_gettext("Pejabat unit yang berganti nama dikukuhkan; biasanya disiapkan oleh BKD."),
    lazy_gettext("Cap, kop surat, dan papan nama diganti; biasanya oleh unit itu sendiri."),
    lazy_gettext("DPA dan kode unit di SIPD disesuaikan; biasanya oleh BPKAD."),
    lazy_gettext("Jabatan di SIASN disesuaikan; biasanya oleh BKD."),
    lazy_gettext("Pergub diunggah ke JDIH dan dibagikan kepada unit; biasanya oleh Biro Hukum."),
    lazy_gettext("Analisis jabatan dan analisis beban kerja dimutakhirkan; biasanya oleh Biro Organisasi."),
)
"""Reminders, not rules: the registry holds no record of them and nothing waits for them."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The places that show the change, and what usually follows outside OrgFlow."""

    links: tuple[Link, ...]
    customs: tuple[str, ...]


def aftermath(page: ProposalPage) -> Aftermath | None:
    """Return what follows a change in force; None before."""
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
    return Aftermath((structure, *units), tuple(str(words) for words in _CUSTOM))
