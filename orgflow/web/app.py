"""Builds the web application: its blueprints, its guards in their order, and its templates."""

from typing import Final
from uuid import uuid4

from flask import Blueprint, Flask
from flask_babel import Babel
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from orgflow.bootstrap import Installation
from orgflow.resources import page_templates
from orgflow.web.access import account, calendar, delegations, demo, post_roles, sign_in, users
from orgflow.web.assets import register_assets
from orgflow.web.audit import views as audit
from orgflow.web.changes import operations, wishing
from orgflow.web.changes import views as changes
from orgflow.web.charting import views as charting
from orgflow.web.claims import views as claims
from orgflow.web.commencing import views as commencing
from orgflow.web.current import EXTENSION
from orgflow.web.errors import register_errors
from orgflow.web.evidence import views as evidence
from orgflow.web.evidence_registers import keeping as evidence_keeping
from orgflow.web.evidence_registers import partner_import, partners, precedents, tallies
from orgflow.web.evidence_registers import proposal as proposal_evidence
from orgflow.web.exporting import views as exporting
from orgflow.web.formats import register_formats
from orgflow.web.guidance import views as guidance
from orgflow.web.health import bp as health
from orgflow.web.home import views as home
from orgflow.web.importing import views as importing
from orgflow.web.instruments import views as instruments
from orgflow.web.letters import begin_views as letter_kinds
from orgflow.web.letters import enclosures as letter_enclosures
from orgflow.web.letters import returning as letter_returning
from orgflow.web.letters import views as letters
from orgflow.web.letters import writing as letter_writing
from orgflow.web.meetings import views as meetings
from orgflow.web.ministry import agenda, answering, asking, desks, expedition, proving
from orgflow.web.notes import views as notes
from orgflow.web.notices import views as notices
from orgflow.web.options import views as options
from orgflow.web.organisation import comparing, searching
from orgflow.web.organisation import views as organisation
from orgflow.web.overlap import views as overlap
from orgflow.web.overview import views as overview
from orgflow.web.papers import drafts
from orgflow.web.papers import views as papers
from orgflow.web.permissions import guard, routes
from orgflow.web.proposals import sheet
from orgflow.web.proposals import views as proposals
from orgflow.web.rebasing import views as rebasing
from orgflow.web.registry import (
    corrections,
    endings,
    functions,
    officials,
    order,
    posts,
    recordings,
    successions,
    units,
)
from orgflow.web.security import LOOPBACK_HOSTS, OfficeApp, register_security
from orgflow.web.sessions import OfficeSessions
from orgflow.web.settings import (
    authority,
    classifications,
    days_off,
    deadlines,
    follow_ups,
    format_views,
    guideline,
    holiday_decrees,
    kinds,
    rules,
    working_times,
)
from orgflow.web.settings import routes as approval_routes
from orgflow.web.settings import views as settings
from orgflow.web.shell import provide_shell
from orgflow.web.snapshots import views as snapshots
from orgflow.web.starting import root
from orgflow.web.starting import views as starting
from orgflow.web.study import views as study
from orgflow.web.workload import trusting as workload_trust
from orgflow.web.workload import views as workload

FORM_OVERHEAD: Final = 600_000
BLUEPRINTS: Final[tuple[Blueprint, ...]] = (
    health,
    sign_in.bp,
    account.bp,
    calendar.bp,
    users.bp,
    delegations.bp,
    post_roles.bp,
    home.bp,
    guidance.bp,
    proposals.bp,
    sheet.bp,
    snapshots.bp,
    overview.bp,
    proving.bp,
    asking.bp,
    answering.bp,
    agenda.bp,
    expedition.bp,
    desks.bp,
    changes.bp,
    notes.bp,
    meetings.bp,
    options.bp,
    overlap.bp,
    workload.bp,
    workload_trust.bp,
    claims.bp,
    rebasing.bp,
    commencing.bp,
    operations.bp,
    wishing.bp,
    evidence.bp,
    proposal_evidence.bp,
    partners.bp,
    partner_import.bp,
    tallies.bp,
    precedents.bp,
    evidence_keeping.bp,
    papers.bp,
    drafts.bp,
    organisation.bp,
    charting.bp,
    comparing.bp,
    searching.bp,
    importing.bp,
    exporting.bp,
    instruments.bp,
    units.bp,
    corrections.bp,
    endings.bp,
    successions.bp,
    posts.bp,
    officials.bp,
    functions.bp,
    order.bp,
    recordings.bp,
    letters.bp,
    letter_kinds.bp,
    letter_writing.bp,
    letter_returning.bp,
    letter_enclosures.bp,
    notices.bp,
    audit.bp,
    settings.bp,
    format_views.bp,
    classifications.bp,
    days_off.bp,
    holiday_decrees.bp,
    deadlines.bp,
    working_times.bp,
    rules.bp,
    follow_ups.bp,
    guideline.bp,
    kinds.bp,
    authority.bp,
    approval_routes.bp,
    starting.bp,
    study.bp,
    root.bp,
)
"""Every blueprint of every installation; each concept brings its own."""


def create_app(installation: Installation) -> Flask:
    """Return the application.

    Raises:
        RouteOpen: a route does not say who may open it.
    """
    held = installation.settings
    app = OfficeApp(
        "orgflow.web",
        templates=str(page_templates()),
        proxies=held.trusted_proxies,
        hosts=held.trusted_hosts or LOOPBACK_HOSTS,
    )
    app.extensions[EXTENSION] = installation
    app.config.update(
        SECRET_KEY=installation.secret,
        MAX_CONTENT_LENGTH=held.upload_max_bytes + FORM_OVERHEAD,
        WTF_CSRF_TIME_LIMIT=None,
        PROPAGATE_EXCEPTIONS=False,
    )
    app.session_interface = OfficeSessions(installation)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["idempotency_key"] = lambda: uuid4().hex
    Babel().init_app(app, default_locale="id", locale_selector=lambda: "id")
    register_security(app, held)
    CSRFProtect().init_app(app)
    app.before_request(guard)
    app.context_processor(provide_shell)
    register_formats(app)
    register_assets(app)
    register_errors(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if installation.is_demo:
        app.register_blueprint(demo.bp)
    routes(app)
    return app
