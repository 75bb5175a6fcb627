"""Every route is in the snapshot with its permission, and deny is the default."""

from pathlib import Path

import pytest
from flask import Flask

from orgflow.domain.access.roles import Permission
from orgflow.web.permissions import RouteOpen, guard, needs, public, routes
from tests.architecture.routes import SNAPSHOT, application, table

NOBODY = "00000000-0000-0000-0000-000000000000"


def entered(app: Flask) -> list[str]:
    """Name every route that is not public and lets somebody in who has not signed in."""
    client = app.test_client()
    found = []
    for route in routes(app):
        if route.permission == "public":
            continue
        url = app.url_map.bind("localhost").build(route.endpoint, _any_arguments(app, route.endpoint))
        answer = client.open(url, method=route.method)
        is_sent_to_sign_in = answer.status_code == 303 and answer.location.startswith("/masuk")
        # A form without its token is refused before anyone asks who sent it.
        is_refused = route.method != "GET" and answer.status_code in {400, 403}
        if not (is_sent_to_sign_in or is_refused):
            found.append(f"{route.method} {route.path}: {answer.status}")
    return found


def _any_arguments(app: Flask, endpoint: str) -> dict[str, object]:
    arguments: dict[str, object] = {}
    for rule in app.url_map.iter_rules(endpoint):
        for name in rule.arguments:
            converter = type(rule._converters[name]).__name__
            arguments[name] = {"IntegerConverter": 1, "UUIDConverter": NOBODY}.get(converter, "x")
    return arguments


def test_the_snapshot_is_the_published_table(tmp_path: Path) -> None:
    with application(tmp_path) as app:
        assert table(routes(app)) == SNAPSHOT.read_text(encoding="utf-8"), "look at it, then run: make routes"


def test_only_the_demonstration_has_its_own_door(tmp_path: Path) -> None:
    with application(tmp_path) as demo, application(tmp_path, demo=()) as office:
        extra = {route.endpoint for route in routes(demo)} - {route.endpoint for route in routes(office)}

    assert extra == {"demo.enter_demo"}


def test_nobody_enters_without_signing_in(tmp_path: Path, sqlite_url: str) -> None:
    with application(tmp_path, database=sqlite_url) as app:
        assert entered(app) == []


def test_an_open_door_is_found(tmp_path: Path, sqlite_url: str) -> None:
    with application(tmp_path, database=sqlite_url) as app:
        app.add_url_rule("/rahasia", "secret", needs(Permission.MANAGE_USERS)(lambda: "a secret"))
        assert entered(app) == []

        app.before_request_funcs[None].remove(guard)
        assert "GET /rahasia: 200 OK" in entered(app)


def test_a_route_that_says_nothing_stops_the_start(tmp_path: Path) -> None:
    with application(tmp_path) as app:
        app.add_url_rule("/terbuka", "open", lambda: "anybody")

        with pytest.raises(RouteOpen):
            routes(app)


def test_a_view_that_needs_nothing_must_be_called_public() -> None:
    with pytest.raises(RouteOpen):
        needs()
    with pytest.raises(RouteOpen):
        needs(scope="public")


def test_a_new_route_changes_the_snapshot(tmp_path: Path) -> None:
    with application(tmp_path) as app:
        before = table(routes(app))
        app.add_url_rule("/baru", "fresh", public(lambda: "anybody"))

        assert table(routes(app)) != before
