"""Every table under one name, so that metadata is whole wherever it is asked."""

from sqlalchemy.orm import configure_mappers

from orgflow.store import (
    access,
    audit,
    calendar_addresses,
    classifications,
    commencements,
    days_off,
    deadlines,
    delegations,
    files,
    follow_ups,
    functions,
    gate,
    governments,
    grants,
    imports,
    incoming,
    instruments,
    letter_passages,
    letters,
    mails,
    mandates,
    meetings,
    ministry,
    notes,
    notices,
    organisation,
    overlaps,
    post_holding,
    posts,
    proposals,
    rebases,
    regulation_drafts,
    routes,
    search,
    signing_rules,
    structure_rules,
)
from orgflow.store.base import Base

MODULES = (
    access,
    audit,
    calendar_addresses,
    classifications,
    days_off,
    deadlines,
    commencements,
    delegations,
    files,
    follow_ups,
    functions,
    gate,
    governments,
    grants,
    imports,
    incoming,
    instruments,
    letter_passages,
    letters,
    mails,
    mandates,
    notices,
    ministry,
    meetings,
    notes,
    organisation,
    overlaps,
    post_holding,
    posts,
    proposals,
    regulation_drafts,
    routes,
    rebases,
    search,
    signing_rules,
    structure_rules,
)

metadata = Base.metadata


def configure() -> None:
    """Settle how all tables refer to one another, before the first session asks."""
    configure_mappers()
