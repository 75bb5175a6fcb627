"""Applications that tests hand on to one another."""

from pathlib import Path

from tests.web.applications import an_installed_application


def test_an_application_handed_on_knows_nothing_of_the_one_before(tmp_path: Path, sqlite_url: str) -> None:
    with an_installed_application(tmp_path / "one", sqlite_url) as first:
        first.config["WTF_CSRF_ENABLED"] = False
        secret = first.config["SECRET_KEY"]

    with an_installed_application(tmp_path / "other", sqlite_url) as second:
        assert second is first
        assert "WTF_CSRF_ENABLED" not in second.config or second.config["WTF_CSRF_ENABLED"]
        assert second.config["SECRET_KEY"] != secret


def test_nobody_shares_an_application_at_the_same_time(tmp_path: Path, sqlite_url: str) -> None:
    with (
        an_installed_application(tmp_path / "one", sqlite_url) as first,
        an_installed_application(tmp_path / "other", sqlite_url) as second,
    ):
        assert second is not first
