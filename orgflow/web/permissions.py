"""Which permission each route asks for: declared at the view, required before it, published as one table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, ParamSpec, TypeVar

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Forbidden
from orgflow.services.denials import Denial, record_denial
from orgflow.web.current import current_actor, current_context, must_change_password

P = ParamSpec("P")
R = TypeVar("R")


class Scope(StrEnum):
    """Within what a permission holds; the queries of the use case keep to it."""

    PUBLIC = "public"
    OWN = "own"
    UNIT = "unit"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a route: holders of any of the permissions, or everybody when there are none."""

    permissions: tuple[Permission, ...]
    scope: Scope

    @property
    def is_public(self) -> bool:
        """Whether nobody need be signed in."""
        return self.scope is Scope.PUBLIC

    @property
    def shown(self) -> str:
        """The permissions as the published table shows them."""
        return "|".join(str(permission) for permission in self.permissions) or "public"


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the published table."""

    method: str
    path: str
    endpoint: str
    permission: str
    scope: str


class RouteOpen(Exception):
    """A route says nothing of who may open it; the program does not start."""


_DECLARED: Final[dict[object, Access]] = {}


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Declare that everybody may open the view."""
    _DECLARED[view] = Access((), Scope.PUBLIC)
    return view


def needs(*permissions: Permission, scope: str = "government") -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare which permissions, any of them, open the view.

    Args:
        scope: ``government``, ``unit`` (unit-bound roles see their unit only) or ``own``.
    """
    if not permissions or scope == Scope.PUBLIC:
        raise RouteOpen("a view that needs nothing is declared public")

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        _DECLARED[view] = Access(permissions, Scope(scope))
        return view

    return declare


def access_of(app: Flask, endpoint: str) -> Access | None:
    """Return who may open the endpoint's view; None when nothing was declared."""
    return _DECLARED.get(app.view_functions[endpoint])


def routes(app: Flask) -> tuple[Route, ...]:
    """Return every route with its permission, by path and method.

    Raises:
        RouteOpen: a view declares nothing.
    """
    found: list[Route] = []
    for rule in app.url_map.iter_rules():
        access = access_of(app, rule.endpoint)
        if access is None:
            raise RouteOpen(rule.endpoint)
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        found.extend(
            Route(method, rule.rule, rule.endpoint, access.shown, str(access.scope)) for method in methods
        )
    return tuple(sorted(found, key=lambda route: (route.path, route.method)))


def guard() -> Response | None:
    """Refuse who may not open the present route, before its view is reached.

    Raises:
        PermissionMissing.
    """
    if request.endpoint is None:
        return None
    access = access_of(current_app, request.endpoint)
    if access is None:
        raise RouteOpen(request.endpoint)
    if access.is_public:
        return None
    if current_actor().user_id is None:
        return redirect(sign_in_address(), code=303)
    if must_change_password() and access.scope is not Scope.OWN:
        return redirect(url_for("account.show"), code=303)
    try:
        current_actor().require(*access.permissions)
    except Forbidden as refused:
        record_denial(current_context(), Denial(request.endpoint, refused.code))
        raise
    return None


def sign_in_address() -> str:
    """Return the sign-in page's address, which leads back to the page that was asked for."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return url_for("access.sign_in", lanjut=wanted if wanted != "/" else None)
