"""The test run's own PostgreSQL server."""

import psycopg

from tests.postgresql import OWNER, PostgresqlServer, shared_server


def test_the_application_is_no_superuser() -> None:
    server = shared_server()
    server.create("infrastructure_probe")

    with psycopg.connect(host=str(server.folder), user=OWNER, dbname="infrastructure_probe") as connection:
        row = connection.execute("SELECT usesuper FROM pg_user WHERE usename = current_user").fetchone()
    server.drop("infrastructure_probe")

    assert row == (False,)


def test_the_server_is_shared_and_has_the_extension_for_periods() -> None:
    server: PostgresqlServer = shared_server()

    assert server.holds("postgres")
    with psycopg.connect(host=str(server.folder), user="postgres", dbname="postgres") as connection:
        found = connection.execute(
            "SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist'"
        ).fetchone()
    assert found == (1,)
