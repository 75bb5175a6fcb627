"""Every table under one name, so that metadata is whole wherever it is asked."""

from sqlalchemy.orm import configure_mappers

from orgflow.store import (
    access,
    audit,
    classifications,
    commencements,
    files,
    follow_ups,
    functions,
    gate,
    governments,
    imports,
    instruments,
    letter_passages,
    letters,
    mandates,
    organisation,
    overlaps,
    posts,
    proposals,
    rebases,
    regulation_drafts,
    search,
    signing_rules,
    structure_rules,
)
from orgflow.store.base import Base

MODULES = (
    access,
    audit,
    classifications,
    commencements,
    files,
    follow_ups,
    functions,
    gate,
    governments,
    imports,
    instruments,
    letter_passages,
    letters,
    mandates,
    organisation,
    overlaps,
    posts,
    proposals,
    regulation_drafts,
    rebases,
    search,
    signing_rules,
    structure_rules,
)

metadata = Base.metadata


def configure() -> None:
    """Settle how all tables refer to one another, before the first session asks."""
    configure_mappers()
