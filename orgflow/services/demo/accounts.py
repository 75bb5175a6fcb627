"""An account of the demo, as its door and its file tell it."""

from dataclasses import dataclass

from orgflow.domain.access.roles import Role


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account of the demo with the password it got when the demo was loaded."""

    role: Role
    username: str
    password: str
    government_code: str
    label: str
