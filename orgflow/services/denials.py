"""Denials at a door: who was refused a page or a command, for the audit."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.audit.events import AccessDenied
from orgflow.services.context import Context
from orgflow.services.use_case import PUBLIC, use_case


@dataclass(frozen=True, slots=True)
class Denial:
    """What was refused, and the rule's code."""

    what: str
    code: str


@use_case(requires=PUBLIC)
def record_denial(ctx: Context, command: Denial) -> UUID:
    """Record that the actor was refused."""
    ctx.record(AccessDenied(command.what, command.code))
    return ctx.actor.user_id or ctx.new_id()
