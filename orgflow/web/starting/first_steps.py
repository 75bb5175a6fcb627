"""What an office whose structure is not recorded yet is told to do first."""

from dataclasses import dataclass

from flask import current_app, url_for

from orgflow.domain.access.roles import Permission
from orgflow.services.organisation.pages import StructurePage
from orgflow.web.current import current_actor

IMPORT = "importing.ask"


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """Where the reader may begin; None where a way is not open to the reader."""

    import_url: str | None
    root_url: str | None
    settings_url: str | None


def first_steps(page: StructurePage) -> FirstSteps | None:
    """Return the first steps while nothing is recorded on any day, None afterwards."""
    if page.marks:
        return None
    may_keep = current_actor().may(Permission.KEEP_REGISTRY)
    has_import = IMPORT in current_app.view_functions
    return FirstSteps(
        url_for(IMPORT) if may_keep and has_import else None,
        url_for("root.ask") if may_keep else None,
        url_for("settings.show") if current_actor().may(Permission.MANAGE_SETTINGS) else None,
    )
