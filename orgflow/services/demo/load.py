"""The demo loaded once into an empty installation: the real case as a draft, and Provinsi Contoh."""

from datetime import date
from pathlib import Path
from typing import Final

from orgflow.domain.access.roles import Actor, system_actor
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.files.uploads import check_picture
from orgflow.services.context import Context, Resources
from orgflow.services.demo import contoh, people, sumsel
from orgflow.services.demo.accounts import DemoAccount
from orgflow.services.demo.duties import enter_duties
from orgflow.services.demo.finished import walk_finished_road
from orgflow.services.demo.mandates import enter_mandates
from orgflow.services.demo.people import Person, open_accounts
from orgflow.services.demo.precedents import enter_evidence
from orgflow.services.demo.running import walk_running_roads
from orgflow.services.demo.stage import Scene, on_day
from orgflow.services.demo.workload import enter_visit
from orgflow.services.organisation.pages import show_structure
from orgflow.services.proposals import create_proposal
from orgflow.services.settings import (
    SetEmblem,
    SetLetterFormat,
    held_governments,
    set_emblem,
    set_letter_format,
)
from orgflow.services.starting.entering import EnterGovernment, enter_government

REASON: Final = "peragaan"
EMBLEM: Final = Path(__file__).with_name("emblem-contoh.png")
OPENED: Final = date(2024, 2, 5)
"""The day on which Provinsi Contoh began to keep its registry with OrgFlow."""


def load_demo(resources: Resources) -> tuple[DemoAccount, ...]:
    """Load what is not there yet and return the accounts opened now; loaded twice, nothing happens.

    The invented government comes first, so that events lie in the order of their days.
    """
    held = {government.code for government in held_governments(Context(resources, system_actor(REASON)))}
    invented = _load_contoh(resources) if contoh.CODE not in held else ()
    real = _load_sumsel(resources) if sumsel.CODE not in held else ()
    return (*real, *invented)


def _load_sumsel(resources: Resources) -> tuple[DemoAccount, ...]:
    ctx = _enter(resources, sumsel.entry(GovernmentId(resources.new_id())))
    actors, accounts, units = _people(ctx, people.SUMSEL, sumsel.CODE)
    enter_evidence(ctx)
    head = Context(resources, actors["kepala.humas"])
    proposal_id = create_proposal(head, sumsel.proposal(units[sumsel.BUREAU]))
    enter_visit(head, ProposalId(proposal_id))
    return accounts


def _load_contoh(resources: Resources) -> tuple[DemoAccount, ...]:
    past = on_day(resources, OPENED)
    ctx = _enter(past, contoh.entry(GovernmentId(resources.new_id())))
    set_emblem(ctx, SetEmblem(check_picture(EMBLEM.read_bytes(), "emblem", EMBLEM.name)))
    form = {
        "letterhead_contact": contoh.CONTACT,
        "agency_contact": contoh.CONTACT,
        "copies": contoh.COPIES,
        "number_source": str(NumberSource.OWN_BOOK),
    }
    set_letter_format(ctx, SetLetterFormat(form))
    actors, accounts, units = _people(ctx, people.CONTOH, contoh.CODE)
    enter_duties(ctx, units)
    enter_mandates(ctx)
    scene = Scene(OPENED, actors, past)
    walk_finished_road(scene, units[contoh.BUREAU])
    today = show_structure(Context(resources, ctx.actor)).today
    walk_running_roads(scene, today, units)
    return accounts


def _enter(resources: Resources, command: EnterGovernment) -> Context:
    ctx = Context(resources, system_actor(REASON, command.government.id))
    enter_government(ctx, command)
    return ctx


def _people(
    ctx: Context, persons: tuple[Person, ...], government_code: str
) -> tuple[dict[str, Actor], tuple[DemoAccount, ...], dict[str, UnitId]]:
    structure = show_structure(ctx).structure
    units = {unit.name: unit.id for unit in structure.units.values()}
    actors, accounts = open_accounts(ctx, persons, government_code, units)
    return actors, accounts, units
