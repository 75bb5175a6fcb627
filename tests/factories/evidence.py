"""Entries of the evidence registers for tests; media and provinces of these names are invented."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.evidence.partners import KindCount, Partner, PartnerKind
from orgflow.domain.evidence.precedents import Precedent, Stance
from orgflow.domain.evidence.tallies import Tally
from orgflow.services.media_partners import AddPartner, add_partner
from orgflow.services.media_tallies import AddTally, add_tally
from orgflow.services.precedents import AddPrecedent, add_precedent
from tests.factories.office import Office

COUNTED_ON: Final = date(2026, 3, 2)
PARTNER: Final = Partner(PartnerKind.PRINT, "Harian Uji", date(2026, 1, 1), date(2026, 12, 31))
TALLY: Final = Tally(
    "Mitra media biro",
    date(2022, 12, 7),
    213,
    (
        KindCount(PartnerKind.PRINT, 71),
        KindCount(PartnerKind.ONLINE, 115),
        KindCount(PartnerKind.TELEVISION, 10),
        KindCount(PartnerKind.RADIO, 17),
    ),
    "Berita uji",
)
PRECEDENT: Final = Precedent("Provinsi Karangan", "Biro Humas dan Protokol", "Laman uji", Stance.SUPPORTS)


def a_partner(office: Office, name: str = PARTNER.name, kind: PartnerKind = PARTNER.kind) -> UUID:
    """Enter a medium with a contract of 2026."""
    partner = replace(PARTNER, name=name, kind=kind)
    return add_partner(office.context(Role.DRAFTER), AddPartner(partner))


def a_tally(office: Office, tally: Tally = TALLY) -> UUID:
    """Enter a count of 213 media."""
    return add_tally(office.context(Role.DRAFTER), AddTally(tally))


def a_precedent(office: Office, precedent: Precedent = PRECEDENT) -> UUID:
    """Enter a precedent."""
    return add_precedent(office.context(Role.DRAFTER), AddPrecedent(precedent))
