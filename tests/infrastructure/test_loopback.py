"""The way out of this machine is shut while tests run."""

import socket

import pytest

from tests.loopback import ReachedOutside, is_local

# Reserved for documentation: nobody answers there.
ELSEWHERE = "192.0.2.1"


def test_a_connection_to_another_machine_is_refused() -> None:
    with socket.socket() as outgoing, pytest.raises(ReachedOutside):
        outgoing.connect((ELSEWHERE, 80))


def test_a_name_is_not_looked_up_elsewhere() -> None:
    with pytest.raises(ReachedOutside):
        socket.getaddrinfo("example.org", 443)


def test_a_datagram_to_another_machine_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as outgoing, pytest.raises(ReachedOutside):
        outgoing.sendto(b"?", (ELSEWHERE, 53))


def test_this_machine_answers_itself() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as connection,
    ):
        assert connection.getpeername() == server.getsockname()


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "127.8.8.8", "::1", b"127.0.0.1", None])
def test_local_hosts(host: str | bytes | None) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "example.org", "localhost.example.org", "::2", "0.0.0.1"])
def test_foreign_hosts(host: str) -> None:
    assert not is_local(host)
